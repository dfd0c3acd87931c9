"""This file defines what the log writes around an event: place, times, evidence, and the hashes over them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMESPACE = UUID("6f0a7c52-8f0e-5d1b-9d3c-7469006d656c")
"""Event ids are version 5 UUIDs in this namespace."""

LEAF_PREFIX = b"\x00timeline/1"
"""RFC 6962's mark of a leaf, then the version of what follows."""

EPOCH = datetime(1970, 1, 1)
MICROSECOND = timedelta(microseconds=1)


class RecordedEvent(NamedTuple):
    """
    A row of the log: an event as it was recorded.

    Times are naive UTC; ``evidence`` holds half-open code-point ranges into the text of (article, revision); what does
    not apply is None. ``commitment`` binds the payload, ``leaf`` binds everything but payload and salt, which
    are None once they are erased.
    """

    position: int
    event_id: UUID
    stream: str
    stream_position: int
    type: str
    schema_version: int
    article: str | None
    revision: int | None
    evidence: list[list[int]]
    occurred_from: datetime | None
    occurred_to: datetime | None
    precision: str | None
    reported_at: datetime | None
    recorded_at: datetime
    extraction: UUID | None
    extractor: str | None
    extractor_version: int | None
    ordinal: int | None
    rule: str | None
    confidence: int | None
    causation: UUID | None
    data: str | None
    salt: str | None
    commitment: str
    leaf: str


COLUMNS = RecordedEvent._fields
HASHED = tuple(name for name in COLUMNS if name not in ("data", "salt", "leaf"))
"""What the leaf binds, in this order."""


def event_id(*parts: object) -> UUID:
    """The id that follows from what an event is; parts are length-prefixed, so that no two lists read alike."""
    return uuid5(NAMESPACE, "".join(f"{len(text)}:{text}," for text in map(str, parts)))


def commitment(salt: str, data: str) -> str:
    """Hash of salt and payload, in hexadecimal: the payload can be erased and the tree still holds."""
    return sha256((salt + data).encode()).hexdigest()


def leaf(values: Iterable[Any]) -> str:
    """
    The leaf hash of the `HASHED` values of a row, in hexadecimal.

    Each value is written as ``<bytes>:<UTF-8 text>,`` and NULL as ``-,``; times are microseconds since 1970.
    """
    return sha256(LEAF_PREFIX + "".join([WRITERS[type(value)](value) for value in values]).encode()).hexdigest()


def _text(value: str) -> str:
    return f"{len(value) if value.isascii() else len(value.encode())}:{value},"


def _plain(value: Any) -> str:
    text = str(value)
    return f"{len(text)}:{text},"


@lru_cache(maxsize=4096)
def _time(value: datetime) -> str:
    return _plain((value - EPOCH) // MICROSECOND)


def _spans(value: list[list[int]]) -> str:
    return _plain(str(value).replace(" ", ""))


class Writers(dict[type, Callable[[Any], str]]):
    """How a value of each type is written; a type that is not there is written like the nearest it derives from."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        self[kind] = next(self[base] for base in kind.__mro__ if base in self)
        return self[kind]


WRITERS = Writers(
    {
        type(None): lambda _: "-,",
        str: _text,
        int: _plain,
        UUID: lru_cache(maxsize=4096)(_plain),
        datetime: _time,
        list: _spans,
    }
)
"""Times and ids are the same for many rows in a row, so they are kept."""
