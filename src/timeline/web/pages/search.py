"""One box for everything: people, articles, and what was said and happened in these words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.web.asked import Asked

PATH = "/search"

FEW = 8
"""Of each kind."""


def answer(asked: Asked) -> Page:
    """The first of each kind, and where the rest is."""
    words = asked.one("q")
    if words is None:
        return Page("search.html", "Search", {"words": "", "people": [], "articles": [], "said": [], "happened": []})
    clocks = asked.clocks
    people = asked.log.run("people", limit=FEW, person=words, **clocks).dicts()
    none = {"as_of": None, "reported_until": None} | clocks
    nothing = dict.fromkeys(("publisher", "since", "until", "day"))
    articles = asked.rows("articles", most=FEW - 1, key="", about=[words], **nothing, **none)
    happened = asked.log.run("timeline", limit=FEW, about=[words], **clocks).dicts()
    said = asked.log.run("attributed_statements", limit=FEW, about=[words], **clocks).dicts()
    rows = [
        *({"kind": "person", "text": row["person"], "id": row["person"]} for row in people),
        *({"kind": "article", "text": row["title"], "id": row["article"]} for row in articles),
        *({"kind": "happened", "text": row["text"], "id": row["event_id"]} for row in happened),
        *({"kind": "said", "text": row["quote"], "id": row["event_id"]} for row in said),
    ]
    values = {"words": words, "people": people, "articles": articles, "said": said, "happened": happened}
    return Page("search.html", f"Search: {words}", values, rows)
