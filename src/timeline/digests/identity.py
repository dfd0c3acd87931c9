"""Name digests and their lines, the same every time, for readers that remember what they have seen."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.digests.digest import Digest, OccurrenceLine, StatementLine

AUTHORITY = "timeline.invalid"
"""Stands for nobody's host (RFC 2606): the log's own ids tell one thing from another."""

NOTHING_RECORDED = datetime(1970, 1, 1)
"""When nothing was recorded yet."""


def tag(kind: str, name: str) -> str:
    """A tag URI (RFC 4151)."""
    return f"tag:{AUTHORITY},2026:{kind}/{name}"


def request_key(digest: Digest) -> str:
    """Names the question, whatever the answer: 32 hexadecimal digits, the same for each of its editions."""
    asked = digest.request
    parts = (
        asked.period, asked.since, asked.until, asked.about, asked.max_dates, asked.per_date,
        asked.speaker, asked.publisher, asked.as_of, *filter(None, (asked.reported_until, asked.place)),
        *((name, words) for name in ("and_about", "not_about") if (words := getattr(asked, name))),
        *asked.story[:1],
    )  # fmt: skip
    return hashlib.sha256("\n".join(map(repr, map(str, parts))).encode()).hexdigest()[:32]


def line_recorded_at(line: OccurrenceLine | StatementLine) -> datetime:
    """When the last of the events behind a line was recorded, naive UTC."""
    return max(citation.recorded_at for citation in line.citations)


def recorded_at(digest: Digest) -> datetime:
    """When the last event that is told was recorded, else the log's last; naive UTC."""
    lines = [line for section in digest.sections for line in section.lines]
    return max(map(line_recorded_at, lines), default=digest.request.recorded_at or NOTHING_RECORDED)
