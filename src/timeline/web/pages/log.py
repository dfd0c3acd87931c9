"""The log: its last events, its head, how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.web.asked import Asked

PATH = "/log"

ROWS = 100


def answer(asked: Asked) -> Page:
    """The newest events, or those before a position."""
    after = asked.one("after") or ""
    clocks = {"as_of": None, "reported_until": None} | asked.clocks
    before = int(after) if after.isdigit() and len(after) < 16 else None
    rows = asked.rows("tail", before=before, most=ROWS, type=asked.one("type"), **clocks)
    following = asked.url(after=rows[-1]["position"]) if len(rows) == ROWS and not asked.moment else None
    values = {"rows": rows, "next": following, "head": asked.log.head(), "status": asked.log.status()}
    return Page("log.html", "Log", values, rows, following)
