"""What the log writes around an event: place, times, evidence, and the hashes over them."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha1, sha256
from typing import TYPE_CHECKING, Any, NamedTuple, get_type_hints
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
HASHED_COLUMNS = tuple(name for name in COLUMNS if name not in ("data", "salt", "leaf"))
"""What the leaf binds, in this order."""

TIMES = ("occurred_from", "occurred_to", "reported_at", "recorded_at")
"""Columns that are read as texts where they hold what Python has no time for."""


def event_id(*parts: object) -> UUID:
    """
    The id that follows from what an event is; parts are length-prefixed, so that no two lists read alike.

    A version 5 UUID (RFC 9562), made here rather than by `uuid.uuid5`, which takes twice the time.
    """
    name = "".join([_id_part(part) for part in parts])
    return UUID(bytes=sha1(NAMESPACE.bytes + name.encode(), usedforsecurity=False).digest()[:16], version=5)


def commitment(salt: str, data: str) -> str:
    """Hash of salt and payload, in hexadecimal: the payload can be erased and the tree still holds."""
    return sha256((salt + data).encode()).hexdigest()


def leaf(values: Iterable[Any]) -> str:
    """
    The leaf hash of the `HASHED_COLUMNS` values of a row, in hexadecimal.

    Each value is written as ``<bytes>:<UTF-8 text>,`` and NULL as ``-,``; times are microseconds since 1970.
    """
    written = "".join([write(value) for write, value in zip(COLUMN_WRITERS, values, strict=True)])
    return sha256(LEAF_PREFIX + written.encode()).hexdigest()


@lru_cache(maxsize=4096, typed=True)
def _id_part(value: object) -> str:
    """A part of an id with its length in front."""
    text = str(value)
    return f"{len(text)}:{text},"


def _text_part(value: str | None) -> str:
    """A text with its length in bytes in front."""
    return "-," if value is None else f"{len(value) if value.isascii() else len(value.encode())}:{value},"


def _plain_part(value: object) -> str:
    """A value whose text is ASCII, with its length in front."""
    if value is None:
        return "-,"
    text = str(value)
    return f"{len(text)}:{text},"


def _time_part(value: datetime | None) -> str:
    """A time in microseconds since 1970."""
    return "-," if value is None else _plain_part((value - EPOCH) // MICROSECOND)


def _spans_part(value: list[list[int]]) -> str:
    """Ranges as JSON without blanks."""
    return _plain_part(str(value).replace(" ", ""))


PART_WRITERS: dict[Any, Callable[[Any], str]] = {
    str: _text_part, datetime: _time_part, int: _plain_part, UUID: _plain_part, list[list[int]]: _spans_part
}  # fmt: skip


def _column_writer(column: str) -> Callable[[Any], str]:
    """How a column is written; the texts of values that many rows share are cached."""
    hint = get_type_hints(RecordedEvent)[column]
    write = next(write for kind, write in PART_WRITERS.items() if hint in (kind, kind | None))
    return write if column in VARYING_COLUMNS else lru_cache(maxsize=4096)(write)


VARYING_COLUMNS = frozenset(("position", "event_id", "evidence", "causation", "commitment"))
"""Columns that differ from row to row."""

COLUMN_WRITERS = tuple(map(_column_writer, HASHED_COLUMNS))
"""How each of the `HASHED_COLUMNS` columns is written."""
