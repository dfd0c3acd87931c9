"""The log: its last events, its head, how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.web.asked import Asked

PATH = "/log"

ROWS = 100


def answer(asked: Asked) -> Page:
    """The newest events, which go on as they are recorded, or those before a position."""
    after = asked.one("after") or ""
    clocks = {"as_of": None, "reported_until": None} | asked.clocks
    kind = asked.one("type")
    before = int(after) if after.isdigit() and len(after) < 16 else None
    rows = asked.rows("tail", before=before, most=ROWS, type=kind, **clocks)
    following = asked.url(after=rows[-1]["position"]) if len(rows) == ROWS and not asked.moment else None
    values = {"rows": rows, "next": following, "head": asked.log.head(), "status": asked.log.status(), "live": None}
    if before is None and not asked.clocks and not asked.moment:
        wanted = {"after": rows[0]["position"] if rows else 0} | ({"type": kind} if kind else {})
        values["live"] = f"/api/v1/log?{urlencode(wanted)}"
    return Page("log.html", "Log", values, rows, following)
