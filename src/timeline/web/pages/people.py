"""Who speaks and who is spoken about."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.web.asked import Asked

PATH = "/people"

ROWS = 120


def answer(asked: Asked) -> Page:
    """Those who say most first; behind the name that the address holds."""
    given = asked.filters("people") | {"person": asked.one("speaker")}
    found = asked.log.run("people", **given).dicts()
    after = asked.one("after")
    begins = next((place + 1 for place, row in enumerate(found) if row["person"] == after), 0)
    rows = list(islice(found, begins, begins + ROWS))
    following = asked.url(after=rows[-1]["person"]) if begins + ROWS < len(found) else None
    most = max((row["said"] + row["about"] for row in found), default=1)
    values = {"rows": rows, "count": len(found), "most": most, "next": following}
    return Page("people.html", "People", values, rows, following)
