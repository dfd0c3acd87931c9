"""One story: its timeline, who speaks in it, where it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import NotFound
from timeline.web.pages import timeline

if TYPE_CHECKING:
    from timeline.web.asked import Asked
    from timeline.web.page import Page

PATH = "/story/{story:path}"


def answer(asked: Asked) -> Page:
    """The story of that key, of one of its articles, or with these words in its title."""
    articles = asked.articles_of(asked.parts["story"])
    found = asked.log.run("stories", story=articles, min_articles=1, **asked.clocks).dicts()
    if not found:
        raise NotFound(f"no story {asked.parts['story']!r} by then: the page of stories lists them.")
    page = timeline.answer(asked)
    if page.template == "empty.html":
        return page
    return page._replace(
        template="story.html",
        title=found[0]["title"] or asked.parts["story"],
        values={**page.values, "story": found[0]},
    )
