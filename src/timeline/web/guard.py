"""What stands before every page: who may ask, for how much, and what a browser may do with the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse

from timeline.web.problems import problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing is loaded from elsewhere, no script or style of a page's own text is run."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

MOST_ADDRESS_BYTES = 8192

API = "/api/"


class Guard:
    """
    An application behind the same checks for all pages.

    A page of somebody else's name that leads here (DNS rebinding) is refused by its host; only reading is allowed.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self.app = app
        self.hosts = frozenset(hosts)

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

        refused = self._refusal(scope)
        await (refused or self.app)(scope, receive, headed)

    def _refusal(self, scope: Scope) -> Response | None:
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(hosts) != 1 or _name(hosts[0]) not in self.hosts:
            return _told(scope, 421, "This server answers to its own name alone.")
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MOST_ADDRESS_BYTES:
            return _told(scope, 414, "The address is too long.")
        if scope["method"] not in ("GET", "HEAD"):
            return _told(scope, 405, "Pages here are only read.", {"Allow": "GET, HEAD"})
        return None


def _told(scope: Scope, status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    """Why not, as programs read it where they ask."""
    if scope["path"].startswith(API):
        return problem(status, sentence, headers)
    return PlainTextResponse(f"{sentence}\n", status, headers)


def _name(host: str) -> str:
    """A host without its port, in small letters."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()
