"""What is reported by several articles, those first that most of them report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.web.asked import Asked

PATH = "/stories"

ROWS = 60


def answer(asked: Asked) -> Page:
    """A page of them; the address of the next holds how many stand before it."""
    after = asked.one("after") or ""
    begins = int(after) if after.isdigit() and len(after) < 7 else 0
    found = asked.log.run("stories", limit=begins + ROWS + 1, **asked.filters("stories")).dicts()
    rows = found[begins : begins + ROWS]
    following = asked.url(after=begins + ROWS) if len(found) > begins + ROWS else None
    return Page("stories.html", "Stories", {"rows": rows, "next": following}, rows, following)
