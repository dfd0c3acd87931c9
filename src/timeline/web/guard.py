"""What stands before every page: who may ask, for how much, and what a browser may do with the answer."""

from __future__ import annotations

from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING

import anyio
from starlette.responses import PlainTextResponse

from timeline.web.problems import problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from timeline.web.access import Access, Session

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing is loaded from elsewhere, no script or style of a page's own text is run."""

FILE_POLICY = "default-src 'none'; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'"
"""The same of a page that is a file."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",  # without one of its own a browser does not say that a form is ours
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

MOST_ADDRESS_BYTES = 8192
MOST_BODY_SECONDS = 20
LEAST_BYTES_A_SECOND = 1_000_000
"""What is sent has to be here by then, or as fast."""

SESSION = "timeline.session"
"""Where the scope of a request has the session of who asks, if they may write."""

OPEN = ("/enter", "/static/", "/healthz")
"""What those see, too, who have not opened a link."""

ANY_ADDRESS = "*"
"""Among the names of a server: any address in figures, which nobody can let lead elsewhere."""


class Refusal(Exception):
    """
    A request that is not answered.

    Attributes:
        status: Of HTTP.
        sentence: Why.
    """

    def __init__(self, status: int, sentence: str) -> None:
        self.status, self.sentence = status, sentence
        super().__init__(sentence)


API = "/api/"


class Guard:
    """
    An application behind the same checks for all pages.

    A page of somebody else's name that leads here (DNS rebinding) is refused by its host. Only reading is allowed, but
    for who has a session or the token of the server, to the paths that take something, from pages of this server alone.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: Sequence[str],
        access: Access | None = None,
        taking: Mapping[str, int] | None = None,
    ) -> None:
        """*taking* are the paths that take something, each with the most bytes of that."""
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)
        self.access = access
        self.taking = taking or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
                message["headers"] = [*message.get("headers", ()), *own]
            await send(message)

        try:
            self._check_address(scope)
            self._check_rights(scope)
            if scope["method"] == "POST":
                receive = await _received(scope, receive, self.taking[scope["path"]])
        except Refusal as refusal:
            await _told(scope, refusal)(scope, receive, headed)
            return
        await self.app(scope, receive, headed)

    def _check_address(self, scope: Scope) -> None:
        hosts = _values(scope, b"host")
        if len(hosts) != 1 or not self._is_own(_name(hosts[0])):
            raise Refusal(421, "This server answers to its own name alone.")
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MOST_ADDRESS_BYTES:
            raise Refusal(414, "The address is too long.")

    def _is_own(self, host: str) -> bool:
        if ANY_ADDRESS in self.hosts:
            with suppress(ValueError):
                return bool(ip_address(host.strip("[]")))
        return host in self.hosts

    def _check_rights(self, scope: Scope) -> None:
        """A session or a token, where it takes one."""
        session = self.access.session(scope["headers"]) if self.access else None
        has_token = self.access is not None and self.access.has_token(scope["headers"])
        scope[SESSION] = session if self.access and self.access.edit else None
        if scope["method"] not in ("GET", "HEAD"):
            self._check_writing(scope, session, has_token=has_token)
        elif self.access and self.access.closed and not (session or has_token) and not scope["path"].startswith(OPEN):
            raise Refusal(403, "This is shown to those who open the link that the server printed: /enter prints one.")

    def _check_writing(self, scope: Scope, session: Session | None, *, has_token: bool) -> None:
        if scope["method"] != "POST" or scope["path"] not in self.taking or not (self.access and self.access.edit):
            raise Refusal(405, "Pages here are only read.")
        if scope["path"].startswith(API):
            if not has_token:
                raise Refusal(401, "This takes the token of the server, as Authorization: Bearer.")
        elif session is None:
            raise Refusal(403, "This takes a browser that opened the link that the server printed: /enter prints one.")
        elif not _is_from_here(scope):
            raise Refusal(403, "This was sent from a page of somebody else, and nothing was done.")


def _is_from_here(scope: Scope) -> bool:
    """A page of this server sent it, says the browser."""
    if sites := _values(scope, b"sec-fetch-site"):
        return sites == ["same-origin"]
    origins = _values(scope, b"origin")
    return origins == [f"{scope['scheme']}://{_values(scope, b'host')[0]}"]


async def _received(scope: Scope, receive: Receive, most_bytes: int) -> Receive:
    """What gives the whole of what is sent, which is read here, as far as it may be."""
    too_large = Refusal(413, f"This is more than {most_bytes:,} bytes: send less at once.")
    stated = _values(scope, b"content-length")
    if any(not each.isdigit() or len(each) > 15 or int(each) > most_bytes for each in stated):
        raise too_large
    body = bytearray()
    seconds = MOST_BODY_SECONDS + most_bytes / LEAST_BYTES_A_SECOND
    with anyio.move_on_after(seconds):
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise Refusal(400, "The connection ended before all was sent.")
            body += message.get("body", b"")
            if len(body) > most_bytes:
                raise too_large
            if not message.get("more_body"):
                return _replayed(bytes(body), receive)
    raise Refusal(408, f"This was not sent within {seconds:.0f} seconds, and nothing was done.")


def _replayed(body: bytes, receive: Receive) -> Receive:
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> Message:
        return waiting.pop() if waiting else await receive()

    return replayed


def _told(scope: Scope, refusal: Refusal) -> Response:
    headers = {"Connection": "close"} if scope["method"] == "POST" else {}
    if refusal.status == 405:
        headers["Allow"] = "GET, HEAD"
    if refusal.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if scope["path"].startswith(API):
        return problem(refusal.status, refusal.sentence, headers)
    return PlainTextResponse(f"{refusal.sentence}\n", refusal.status, headers)


def _values(scope: Scope, name: bytes) -> list[str]:
    """What the headers of a name say."""
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def _name(host: str) -> str:
    """A host without its port, in small letters."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()
