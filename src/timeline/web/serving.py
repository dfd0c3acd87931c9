"""Serve the pages of a log until somebody interrupts it."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import uvicorn

from timeline.errors import LogError
from timeline.web.app import application

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from timeline.api.timeline import Timeline

LOOPBACK = "127.0.0.1"
HOSTS = (LOOPBACK, "localhost", "[::1]")
MOST_AT_ONCE = 200
"""Connections; further ones are told to come back."""


def serve(log: Timeline, *, port: int, started: Callable[[str], None], options: Collection[str] = ()) -> None:
    """
    Serve on this machine alone.

    Args:
        log: What is shown.
        port: Where; 0 takes one that is free.
        started: Is told the address once it can be opened.
        options: Pages that are there only where they are asked for: `sql`.

    Raises:
        LogError: The port cannot be had.
    """
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
    except OSError as error:
        listening.close()
        raise LogError(f"port {port} cannot be had ({error.strerror}): give another one, as by --port 8001.") from error
    config = uvicorn.Config(
        application(log, hosts=HOSTS, options=options), log_level="warning", limit_concurrency=MOST_AT_ONCE,
        timeout_keep_alive=5, server_header=False, h11_max_incomplete_event_size=16_384, lifespan="off",
    )  # fmt: skip
    started(f"http://{LOOPBACK}:{listening.getsockname()[1]}/")
    uvicorn.Server(config).run(sockets=[listening])
