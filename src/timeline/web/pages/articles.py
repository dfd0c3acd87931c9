"""Which articles there are, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.web.asked import Asked

PATH = "/articles"

ROWS = 100


def answer(asked: Asked) -> Page:
    """A page of them; the next begins behind the day and key of the last."""
    day, _, key = (asked.one("after") or "").partition("~")
    given = asked.filters("publications")
    values = {name: given.get(name) for name in ("publisher", "about", "since", "until")}
    clocks = {"as_of": None, "reported_until": None} | asked.clocks
    rows = asked.rows("articles", most=ROWS, day=day or None, key=key, **values, **clocks)
    following = None
    if len(rows) > ROWS:
        rows = rows[:ROWS]
        following = asked.url(after=f"{rows[-1]['published']}~{rows[-1]['article']}")
    return Page("articles.html", "Articles", {"rows": rows, "next": following}, rows, following)
