"""The texts of table cells: times, places in articles, ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from timeline.model.periods import MONTH_NAMES, days_label, time_label

if TYPE_CHECKING:
    from datetime import date

PARAGRAPH = re.compile(r"¶\d+")
MONTH = re.compile("|".join(MONTH_NAMES))
HASH = re.compile(r"sha256-[0-9a-f]{32}")
NAME_CHARS = 24


def when(row: dict[str, Any], start: str, end: str, precision: str) -> str:
    """A half-open time, short enough for a table: ``10–11 Aug 2024``, ``by 13 Aug 2024``."""
    return MONTH.sub(lambda found: found[0][:3], time_label(row[start], row[end], row[precision]))


def span(first: date, last: date) -> str:
    """The days from the first to the last, written as `when` writes a time."""
    return MONTH.sub(lambda found: found[0][:3], days_label(first, last))


def short_key(key: str) -> str:
    """A name or the key of an article, shortened for a table; of a hash the beginning."""
    if HASH.fullmatch(key):
        return key[:11]
    return key if len(key) <= NAME_CHARS else f"{key[: NAME_CHARS - 1]}…"


def place(row: dict[str, Any], publisher: str | None) -> str:
    """Where it stands: publisher (or article) and paragraph."""
    short = short_key(publisher or row["article"])
    found = PARAGRAPH.search(row["citation"] or "")
    return f"{short} {found[0]}" if found else short


def short_id(row: dict[str, Any]) -> str:
    """Enough of an event's id for `timeline explain`."""
    return str(row["event_id"])[:8]


def counted(count: int, noun: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
