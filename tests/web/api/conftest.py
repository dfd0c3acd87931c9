"""A log that has rows for every resource, and what asks for them."""

from __future__ import annotations

import http.client
import socket
import threading

import pytest
import uvicorn

import harbours
import looking
import timeline
from timeline.web.app import application


@pytest.fixture(scope="session")
def full(tmp_path_factory):
    """A log with stories, people, quotes, figures and copies."""
    return harbours.written(tmp_path_factory.mktemp("api") / "full.duckdb")


@pytest.fixture(scope="session")
def api(full):
    """What asks for its resources."""
    return looking.client(full)


class Live:
    """A server of a log, and what asks it."""

    def __init__(self, log):
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        self.port = listening.getsockname()[1]
        self.server = uvicorn.Server(
            uvicorn.Config(
                application(log, hosts=("127.0.0.1",)),
                log_level="critical",
                lifespan="off",
                timeout_graceful_shutdown=5,
            )
        )
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [listening]})
        self.thread.start()

    def get(self, path, **headers):
        """The answer, whose body is not read yet, and the connection, to be closed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return connection, connection.getresponse()


@pytest.fixture
def own(tmp_path):
    """A log that a test may write to, on a machine that may be slow."""
    looking.written(tmp_path / "log.duckdb")
    return timeline.open(tmp_path / "log.duckdb", wait=60)


@pytest.fixture
def live(own):
    """A server of that log, until the test ends."""
    running = Live(own)
    yield running
    running.server.should_exit = True
    running.thread.join()
