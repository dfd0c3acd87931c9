"""One story: its timeline, how its figures changed, what contradicts what, who speaks in it, where it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import NotFound
from timeline.model.periods import period_start
from timeline.stories import essentials
from timeline.web.pages import timeline
from timeline.web.steps import charts, counted

if TYPE_CHECKING:
    from timeline.model.periods import Period
    from timeline.web.asked import Asked
    from timeline.web.page import Page

PATH = "/story/{story:path}"

AHEAD_DAYS = 31
"""What is to come in so many days behind the last one of print is shown, too."""
CHARTS = 12
CONFLICTS = 20
"""Of a story, on its first page; `timeline figures` shows the rest."""


def answer(asked: Asked) -> Page:
    """The story of that key, of one of its articles, or with these words in its title."""
    articles = asked.articles_of(asked.parts["story"])
    found = asked.log.run("stories", story=articles, min_articles=1, **asked.clocks).dicts()
    if not found:
        raise NotFound(f"no story {asked.parts['story']!r} by then: the page of stories lists them.")
    every = asked.one("lines") == "all" or asked.one("after") is not None
    page = timeline.told(asked, None if every else _essential, ahead=AHEAD_DAYS)
    if page.template == "empty.html":
        return page
    values = {**page.values, "story": found[0], "digest": _digest(asked, found[0]), **_figures(asked, articles)}
    return page._replace(template="story.html", title=found[0]["title"] or asked.parts["story"], values=values)


def _essential(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows that count most."""
    return [rows[place] for place in essentials.of_timeline(rows)]


def _figures(asked: Asked, articles: list[str]) -> dict[str, Any]:
    """How figures changed and which contradict each other; pages that go on behind the first repeat neither."""
    if asked.one("after"):
        return {"charts": [], "more_charts": 0, "conflicts": [], "more_conflicts": 0}
    drawn = charts(asked.log.run("figure_steps", story=articles, **asked.clocks).dicts(), asked)
    sides = sorted(asked.log.run("conflicts", story=articles, **asked.clocks).dicts(), key=_pair)
    return {
        "charts": drawn[:CHARTS], "more_charts": max(0, len(drawn) - CHARTS),
        "conflicts": [_sides(row) for row in sides[:CONFLICTS]], "more_conflicts": max(0, len(sides) - CONFLICTS),
    }  # fmt: skip


def _pair(row: dict[str, Any]) -> tuple[Any, ...]:
    """Pairs in the order of print; those of one moment always in the same."""
    names = ("reported_from", "other_reported_from", "event_id", "other_event_id")
    return tuple(row[name] if name.endswith("from") else str(row[name]) for name in names)


def _sides(row: dict[str, Any]) -> dict[str, Any]:
    """Two figures of which one at most can be, each with the words around it and its source."""
    names = ("text", "clause", "citation", "event_id", "article", "reported_from")
    return {
        "counted": counted(row),
        "sides": [{name: row[f"{of}{name}"] for name in names} for of in ("", "other_")],
    }


def _digest(asked: Asked, story: dict[str, Any]) -> str:
    """Address of the digest of its last day, week or month: the shortest that holds all its days, or else the month."""
    first, last = story["first_day"], story["last_day"]
    periods: tuple[Period, ...] = ("day", "week")
    period = next((one for one in periods if period_start(first, one) == period_start(last, one)), "month")
    return asked.url(f"/digest/{period}/{last}", story=story["story"], since=None, until=None)
