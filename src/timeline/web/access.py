"""Who may do more than read: those who opened a link that this server printed, and programs with its token."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from threading import Lock
from typing import TYPE_CHECKING, Any

from attrs import Factory, define

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LINK_SECONDS = 600
"""So long a link can be opened."""

SESSION_SECONDS = 12 * 3600
"""So long a browser is remembered after it last asked for something."""

LEAST_SECONDS_BETWEEN_LINKS = 60
"""While a link is newer and was not opened no other is printed: who asks again and again fills no terminal."""

MOST_SESSIONS = 100


@define
class Session:
    """
    A browser that opened a link.

    Attributes:
        form_token: Stands in each form that it is given, and comes back with it.
        name: Who decides, as was last written in a form.
        told: What was recorded last, to be said on the next page.
        drafts: What was handed in and not yet appended, by a random name.
        used: When it last asked for something, on a clock that only goes forward.
    """

    form_token: str = Factory(lambda: secrets.token_urlsafe(32))
    name: str = ""
    told: Any = None
    drafts: dict[str, Any] = Factory(dict)
    used: float = Factory(time.monotonic)

    def take_told(self) -> Any:
        """What was recorded last, once."""
        told, self.told = self.told, None
        return told


class Access:
    """
    The tokens of a server.

    Attributes:
        edit: Who has a session may write.
        closed: Who has none sees nothing.
        network: Addresses that are to be added may be fetched.
        token: What a program gives as ``Authorization: Bearer``.
        writing: Held while something is written: one after the other.
    """

    def __init__(
        self,
        *,
        edit: bool,
        closed: bool = False,
        network: bool = False,
        cookie: str = "timeline",
        say: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.edit, self.closed, self.network, self.cookie = edit, closed, network, cookie
        self.token = secrets.token_urlsafe(32)
        self.writing = Lock()
        self._say = say
        self._links: dict[str, float] = {}
        self._sessions: dict[str, Session] = {}

    def link(self) -> str:
        """The path of a link that can be opened once, within `LINK_SECONDS`."""
        token, now = secrets.token_urlsafe(32), time.monotonic()
        self._links = {each: until for each, until in self._links.items() if until >= now}
        self._links[_hash(token)] = now + LINK_SECONDS
        return f"/enter?token={token}"

    def say_link(self) -> None:
        """Print a new link where the server was started, if the one that was printed last is used or older."""
        newest = max(self._links.values(), default=0.0) - LINK_SECONDS
        if not self._links or newest + LEAST_SECONDS_BETWEEN_LINKS <= time.monotonic():
            self._say(self.link())

    def enter(self, token: str) -> str | None:
        """The name of a new session for who has the token of a link; None for a wrong, used or expired one."""
        until = self._links.pop(_hash(token), None)
        if until is None or until < time.monotonic():
            return None
        self._forget_old()
        name = secrets.token_urlsafe(32)
        self._sessions[_hash(name)] = Session()
        return name

    def session(self, headers: Iterable[tuple[bytes, bytes]]) -> Session | None:
        """The session of whose browser asks; several cookies of the name are none."""
        given = [
            value.strip()
            for name, values in headers
            if name == b"cookie"
            for each in values.decode("latin-1").split(";")
            for key, _, value in [each.strip().partition("=")]
            if key == self.cookie
        ]
        found = self._sessions.get(_hash(given[0])) if len(given) == 1 else None
        now = time.monotonic()
        if found is None or found.used + SESSION_SECONDS < now:
            return None
        found.used = now
        return found

    def has_token(self, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        """A program gives the token of this server."""
        given = [value for name, value in headers if name == b"authorization"]
        return len(given) == 1 and hmac.compare_digest(given[0], f"Bearer {self.token}".encode())

    def _forget_old(self) -> None:
        """Keep those that were used last."""
        now = time.monotonic()
        fresh = [(name, each) for name, each in self._sessions.items() if each.used + SESSION_SECONDS >= now]
        self._sessions = dict(sorted(fresh, key=lambda pair: pair[1].used)[1 - MOST_SESSIONS :])


def same(given: str, expected: str) -> bool:
    """They are equal; how long that takes to say tells nothing of the expected one."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def _hash(token: str) -> str:
    """What a token is kept by: looking it up tells nothing of it by the time that takes."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
