"""Serve the pages of a log until somebody interrupts it."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from ipaddress import ip_address
from typing import TYPE_CHECKING

import uvicorn

from timeline.errors import LogError, QueryError
from timeline.store import server_lock
from timeline.web.access import Access
from timeline.web.app import application
from timeline.web.guard import ANY_ADDRESS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from types import FrameType

    from timeline.api.timeline import Timeline
    from timeline.web.measuring import Meters

LOOPBACK = "127.0.0.1"
HOSTS = (LOOPBACK, "localhost", "[::1]")
MOST_AT_ONCE = 200
"""Connections; further ones are told to come back."""
SHUTDOWN_SECONDS = 2
"""For answers that are being given when somebody interrupts."""

WRITING_SECONDS = 600
"""For what is being written then: who sent it is told that it was."""

TOO_OPEN = "{0} can be reached from other machines: give --edit or --token with it, so that a link is needed."


def serve(
    log: Timeline,
    *,
    port: int,
    started: Callable[[str], None],
    host: str = LOOPBACK,
    edit: bool = False,
    closed: bool = False,
    network: bool = False,
    options: Collection[str] = (),
) -> None:
    """
    Serve, on this machine alone unless told otherwise.

    Args:
        log: What is shown.
        port: Where; 0 takes one that is free.
        started: Is told the address once it can be opened, then each link that lets a browser do more than read.
        host: The address of this machine that is listened to.
        edit: Who opened a link may write; there is one such server of a log at a time.
        closed: Who opened none sees nothing; always so where other machines can ask.
        network: Who may write may have addresses fetched.
        options: Pages that are there only where they are asked for: `sql`.

    Raises:
        QueryError: Other machines could ask, and nobody would need a link.
        LogLocked: Another server writes to the log.
        LogError: The port cannot be had.
    """
    is_near = _is_loopback(host)
    if not (is_near or edit or closed):
        raise QueryError(TOO_OPEN.format(host))
    with ExitStack() as held:
        announce = held.enter_context(server_lock.serving(log.path)) if edit else None
        listening = held.enter_context(_listening(host, port))
        port = listening.getsockname()[1]
        url = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        closed = closed or not is_near
        access = _access(started, url, edit=edit, closed=closed, cookie=f"timeline_{port}", network=network)
        app = application(log, hosts=_names(host), options=options, access=access)
        started(url)
        if access is not None:
            access.say_link()
            if announce is not None:
                announce(_near(url), access.token)
        Server(app, WRITING_SECONDS if edit else SHUTDOWN_SECONDS).run(sockets=[listening])


def _access(
    started: Callable[[str], None], url: str, *, edit: bool, closed: bool, cookie: str, network: bool
) -> Access | None:
    """Who may do more than read what all may; None where there is nobody."""

    def say(path: str) -> None:
        started(f"{url}{path.removeprefix('/')}")

    return Access(edit=edit, closed=closed, cookie=cookie, network=network, say=say) if edit or closed else None


def _near(url: str) -> str:
    """How this machine reaches a server that listens everywhere."""
    return url.replace("//0.0.0.0:", f"//{LOOPBACK}:").replace("//[::]:", "//[::1]:")


class Server(uvicorn.Server):
    """One that tells those who follow the log when somebody interrupts it: they would keep it from stopping."""

    def __init__(self, app: Meters, patience_seconds: int) -> None:
        config = uvicorn.Config(
            app, log_level="warning", limit_concurrency=MOST_AT_ONCE, timeout_keep_alive=5, server_header=False,
            h11_max_incomplete_event_size=16_384, lifespan="off", timeout_graceful_shutdown=patience_seconds,
        )  # fmt: skip
        super().__init__(config)
        self._app = app

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop."""
        self._app.listeners.end()
        super().handle_exit(sig, frame)


def _listening(host: str, port: int) -> socket.socket:
    """
    A socket at that address.

    Raises:
        LogError: It cannot be had.
    """
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(MOST_AT_ONCE)  # who is told the address can come at once, and waits
    except OSError as error:
        listening.close()
        raise LogError(
            f"{host}, port {port} cannot be had ({error.strerror}): give another one, as by --port 8001."
        ) from error
    return listening


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _names(host: str) -> tuple[str, ...]:
    """By which names a browser may ask; of a machine that listens everywhere any address, but no name."""
    try:
        everywhere = ip_address(host).is_unspecified
    except ValueError:
        everywhere = False
    return (*HOSTS, ANY_ADDRESS) if everywhere else (*HOSTS, f"[{host}]" if ":" in host else host)
