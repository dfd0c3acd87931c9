"""Which story is meant by a key, or by a part of a headline."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.errors import NotFound, QueryError
from timeline.model.visible_text import one_line
from timeline.projections.views import bind
from timeline.store.lock import WAIT
from timeline.store.rows import Rows
from timeline.stories.terms import terms_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_SHOWN = 3
"""Of stories that may be meant so many are named."""
CLOCKS = ("as_of", "reported_until")


def find(path: Path, asked: str, *, wait: float = WAIT, **clocks: Any) -> str:
    """
    The key of a story: as it is, or that of any of its articles; else by a part of its title that no other has.

    Among titles those of several articles come first.

    Args:
        path: The log.
        asked: What is known of the story.
        wait: Seconds to wait for another process that uses the log.
        **clocks: *as_of* and *reported_until*, as for views.

    Raises:
        NotFound: There is none.
        QueryError: There are several.
    """
    for row in _same_story(path, asked, clocks, wait):
        return str(row.story)
    titles = Rows(path, *bind("story_outlines", {"min_articles": 1, **clocks}), wait=wait)
    part = asked.casefold()
    found = [row for row in titles if part in row.title.casefold() or part in row.story.casefold()]
    several = [row for row in found if row.articles > 1] or found
    if len(several) == 1:
        return str(several[0].story)
    if several:
        shown = ", ".join(map(_named, several[:MOST_SHOWN])) + (", ..." if len(several) > MOST_SHOWN else "")
        raise QueryError(f"{asked!r} may be {len(several):,} stories ({shown}): give more of the title, or the key.")
    raise NotFound(f"no story is called {asked!r}: {_meant(asked, titles) or '`timeline stories` shows them.'}")


def articles_of(path: Path, asked: str, *, wait: float = WAIT, **clocks: Any) -> list[str]:
    """The keys of the articles of a story, see `find`, the earliest first."""
    found = list(_same_story(path, asked, clocks, wait))
    if not found:
        found = list(_same_story(path, find(path, asked, wait=wait, **clocks), clocks, wait))
    return [row.article for row in found]


def _same_story(path: Path, article: str, clocks: dict[str, Any], wait: float) -> Rows:
    """The articles of the story of an article, or that has this key, each with the story's key."""
    _, moments = bind("placed", clocks)
    given = {"as_of": None, "reported_until": None, **moments, "article": article}
    return Rows(path, sql_files.find("stories", "same_story").sql, given, wait=wait)


def title_of(path: Path, story: str, *, wait: float = WAIT, **clocks: Any) -> str:
    """The title of a story that is given by its key."""
    articles = articles_of(path, story, wait=wait, **clocks)
    asked = {"story": articles, "min_articles": 1, **clocks}
    return next((str(row.title) for row in Rows(path, *bind("story_outlines", asked), wait=wait)), story)


def _named(row: Any) -> str:
    return f"{one_line(row.title)!r} [{row.story}]"


def _meant(asked: str, titles: Rows) -> str:
    """The question whether one of the stories was meant whose titles have most of the words."""
    words = terms_of(None, asked).keys()
    shared = Counter({at: len(words & terms_of(None, row.title).keys()) for at, row in enumerate(titles)})
    likest: Sequence[str] = [_named(titles[at]) for at, count in shared.most_common(MOST_SHOWN) if count]
    *first, last = likest or ("",)
    return f"did you mean {', '.join(first)}{' or ' * bool(first)}{last}?" if last else ""
