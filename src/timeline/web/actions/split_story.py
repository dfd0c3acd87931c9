"""Some articles of a story report another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import QueryError
from timeline.stories import finding
from timeline.web.action import Field, Recorded, one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.api.timeline import Timeline
    from timeline.web.asked import Asked

    Given = Mapping[str, Sequence[str]]

ON = ("story.html",)
LABEL = "Split off articles"
NOTE = "Tick what does not belong here: it becomes a story of its own, or a part of the one that you name."


def offer(asked: Asked, values: Mapping[str, Any]) -> Given | None:  # noqa: ARG001 - as every action
    """Which story the page tells, if several articles report it."""
    return {"story": (values["story"]["story"],)} if values["story"]["articles"] > 1 else None


def fields(log: Timeline, given: Given) -> list[Field]:
    """Its articles, and the other story."""
    keys = finding.articles_of(log.path, one(given, "story"), wait=log.wait)
    rows = log.articles(story=list(keys))
    choices = [(row.article, f"{row.title or row.article} ({row.publisher or 'no outlet'})") for row in rows]
    return [
        Field("story", kind="hidden", value=one(given, "story")),
        Field("article", "Articles", kind="several", choices=choices),
        Field("into", "The story that they report", value=one(given, "into"), hint="empty: their own", required=False),
    ]


def record(log: Timeline, given: Given, *, reason: str, by: str | None) -> Recorded:
    """
    That they report another one.

    Raises:
        QueryError: No article was ticked.
    """
    articles, into = list(given.get("article", ())), one(given, "into")
    if not articles:
        raise QueryError("no article was ticked: tick those that report another story.")
    split = log.split_story(articles, into=into or None, reason=reason, by=by)
    several = "1 article reports" if len(articles) == 1 else f"{len(articles)} articles report"
    return Recorded(split, f"{several} {into or 'another story'} from now on.")
