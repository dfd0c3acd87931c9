"""Which address of a page is which file of a site."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from timeline.model.periods import period_start
from timeline.plugins import discover

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

KEPT = frozenset(("after", "range", "lines", "story", "since", "until"))
"""What an address of a page may hold; the moment that a site is of goes without saying."""

SLUG_CHARS = 40
HASH_CHARS = 12


class Address(NamedTuple):
    """
    A page, and how it is asked for.

    Attributes:
        path: As it stands in an address, without the suffix that tells a name from a twin.
        parts: What stands in it, by name.
        given: Names and values, sorted; the moment of the site left out.
    """

    page: str
    path: str
    parts: tuple[tuple[str, str], ...]
    given: tuple[tuple[str, str], ...] = ()

    @property
    def file(self) -> str:
        """Of letters, digits, hyphens and at most two slashes, whatever the names of things hold; ends in ``.html``."""
        given = "".join(f"~{name}={value}" for name, value in self.given)
        beside = f"-{_hash(given)}" if given else ""
        if not self.parts:
            return f"{'index' if self.path == '/' else self.page}{beside}.html"
        if self.page == "digest":
            return f"digest/{'-'.join(value for _, value in self.parts)}{beside}.html"
        ((_, name),) = self.parts
        return f"{self.page}/{name if self.page == 'event' else _slug(name)}{beside}.html"

    @property
    def days(self) -> tuple[str, str] | None:
        """The days that are asked for, and nothing else is; else None."""
        given = dict(self.given)
        given.pop("range", None)
        given.pop("lines", None)
        if not given.keys() & {"since", "until"} or given.keys() - {"since", "until"}:
            return None
        return given.get("since", "0000"), given.get("until", "9999")

    def without_days(self) -> Address:
        """The page that these days are a part of."""
        return self._replace(given=())


@cache
def read(url: str) -> tuple[Address, str] | None:
    """The page that an address leads to, and the place in it; None where it is none of ours, or asks for more."""
    split = urlsplit(url)
    if split.scheme or split.netloc or not split.path.startswith("/"):
        return None
    given = {name: value for name, value in parse_qsl(split.query) if name != "as_of"}
    if given.keys() - KEPT or {given.get(name, "all") for name in ("range", "lines")} != {"all"}:
        return None
    path = "/digests" if split.path == "/digest" else split.path.removesuffix(".html")
    for name, (pattern, _) in pages().items():
        if found := pattern.fullmatch(path):
            parts = {each: unquote(value) for each, value in found.groupdict().items()}
            if name == "digest" and (parts := _period(parts)) is None:  # type: ignore[assignment]
                return None
            return Address(name, path, tuple(parts.items()), tuple(sorted(given.items()))), split.fragment
    return None


@cache
def pages() -> Mapping[str, tuple[re.Pattern[str], ModuleType]]:
    """The pages that are served to everybody, by name, with what their addresses look like; search needs a server."""
    return {
        name: (_pattern(module.PATH), module)
        for name, module in discover("web.pages").items()
        if not hasattr(module, "OPTION") and name != "search"
    }


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{(\w+)(:path)?\}", lambda part: f"(?P<{part[1]}>{'.+' if part[2] else '[^/]+'})", path))


def _period(parts: Mapping[str, str]) -> dict[str, str] | None:
    """A period under its first day, whichever of its days it is asked for by."""
    period = parts["period"]
    try:
        day = date.fromisoformat(parts["date"])
    except ValueError:
        return None
    if period not in ("day", "week", "month"):
        return None
    return {"period": period, "date": period_start(day, period).isoformat()}  # type: ignore[arg-type]


def _slug(name: str) -> str:
    """A name in letters that any file system and address takes, told apart by a hash of the whole."""
    words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:SLUG_CHARS].strip("-")
    return f"{words}-{_hash(name)}" if words else _hash(name)


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_CHARS]
