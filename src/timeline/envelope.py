"""This file defines what the log writes around an event: place, times, evidence, and the hashes over them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    not apply is None. ``commitment`` binds the payload, ``leaf`` binds everything but payload and salt.
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
    data: str
    salt: str
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


def leaf(values: Sequence[Any]) -> str:
    """
    The leaf hash of the `HASHED` values of a row, in hexadecimal.

    Each value is written as ``<bytes>:<UTF-8 text>,`` and NULL as ``-,``; times are microseconds since 1970.
    """
    return sha256(LEAF_PREFIX + b"".join(map(_field, values))).hexdigest()


def _field(value: Any) -> bytes:
    if value is None:
        return b"-,"
    if isinstance(value, datetime):
        text = b"%d" % ((value - EPOCH) // MICROSECOND)
    elif isinstance(value, list):
        text = json.dumps(value, separators=(",", ":")).encode()
    else:
        text = str(value).encode()
    return b"%d:%b," % (len(text), text)
