"""What a page is asked for: the path's parts, and the filters that its address holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote, urlencode

from timeline import sql_files
from timeline.errors import QueryError
from timeline.language.written_times import today, written_time
from timeline.projections import views
from timeline.store import connections
from timeline.stories import finding

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from timeline.api.timeline import Timeline
    from timeline.web.access import Session

CLOCKS = ("as_of", "reported_until")
FILTERS = {
    "since": "from", "until": "to", "about": "about", "speaker": "person", "place": "place", "publisher": "outlet",
    "story": "story", "kind": "kind", "min_confidence": "confidence at least",
    "reported_until": "printed until", "as_of": "as of",
}  # fmt: skip
"""What can be asked for, by the names of the command line, and in words."""

SEVERAL = frozenset(("about", "kind"))
"""Filters that may be given several times."""

OTHERS = ("lanes", "range", "lines", "after", "first", "second", "type", "q", "query", "proof")
"""What else an address may hold: how it is shown, and where a page begins."""

TWINS = ("json", "csv")
"""Suffixes under which a page is to be had as data."""

SUFFIXES = ("html", *TWINS)
"""A page whose own name ends with one of these is to be had behind another, ``.html``."""

MOST_CHARS = 200
"""Of one value in an address."""

MOST_QUERY_CHARS = 4000
"""Of a query in SQL."""


class Asked(NamedTuple):
    """
    What one page is asked for.

    Attributes:
        log: The log that answers.
        path: Of the page, without the suffix of a twin.
        parts: What stands in the path: the key of an article, the id of an event.
        given: What the address holds; unknown names are left out.
        stories: The articles of each story that was looked up for the page.
        options: Pages that are served only where they are asked for, and are here.
        session: Of who may write; None of who only reads.
        moment: Of a page that is written as a file: what was recorded last; None where it is served.
    """

    log: Timeline
    path: str
    parts: Mapping[str, str]
    given: Mapping[str, tuple[str, ...]]
    stories: dict[str, list[str]]
    options: frozenset[str] = frozenset()
    session: Session | None = None
    moment: datetime | None = None

    def one(self, name: str) -> str | None:
        """The value of a name; None where it is not given."""
        return next(iter(self.given.get(name, ())), None)

    @property
    def today(self) -> date:
        """The day on which the page is looked at; a file knows only of the one on which its log ends."""
        return today() if self.moment is None else self.moment.date()

    @property
    def clocks(self) -> dict[str, Any]:
        """The moments asked for."""
        return {name: self.one(name) for name in CLOCKS if self.one(name)}

    def filters(self, view: str) -> dict[str, Any]:
        """Those of the filters that a view has, as it takes them."""
        known = {each.name: each.type for each in sql_files.find("views", view).parameters}
        story = self.one("story") or self.parts.get("story")
        narrowed = {"story": self.articles_of(story)} if story and "story" in known else {}
        return narrowed | {
            name: list(self.given[name]) if name in SEVERAL else _typed(name, self.given[name][0], known[name])
            for name in FILTERS
            if name in known and name != "story" and self.given.get(name)
        }

    def articles_of(self, story: str) -> list[str]:
        """
        Keys of the articles of a story, which is given by its key or a part of its title.

        Raises:
            NotFound: No such story.
            QueryError: Several may be meant.
        """
        if story not in self.stories:
            self.stories[story] = finding.articles_of(self.log.path, story, wait=self.log.wait, **self.clocks)
        return self.stories[story]

    def url(self, path: str | None = None, **changes: Any) -> str:
        """
        The address of a page with the same filters, but for *changes*; None takes one away.

        Without a *path* it is this page; of another one only the filters are kept.
        """
        kept = {name: values for name, values in self.given.items() if path is None or name in FILTERS}
        kept.pop("after", None)
        for name, value in changes.items():
            if value is None:
                kept.pop(name, None)
            else:
                kept[name] = tuple(value) if isinstance(value, list | tuple) else (str(value),)
        query = urlencode([(name, value) for name in sorted(kept) for value in kept[name]])
        return (path or self.path) + (f"?{query}" if query else "")

    def with_given(self, given: Mapping[str, tuple[str, ...]]) -> Asked:
        """The same page, asked for with other values."""
        return self._replace(given=given)

    def without(self, name: str, value: str) -> str:
        """The address of this page without one value of a filter."""
        rest = [each for each in self.given.get(name, ()) if each != value]
        return self.url(None, **{name: rest or None})

    def rows(self, query: str, view: str | None = None, **values: Any) -> list[dict[str, Any]]:
        """
        The rows of a query in ``queries/web/``; what it calls ``chosen`` are the rows of a view with the filters.

        Raises:
            QueryError: A filter has no value that it can have.
        """
        sql = sql_files.find("web", query).sql
        bound: dict[str, Any] = {}
        if view is not None:
            narrowed = {name: values.pop(name) for name in ("begins_by",) if name in values}
            chosen, bound = views.bind(view, self.filters(view) | narrowed)
            sql = f"with chosen as not materialized (\n{chosen}\n)\nfrom (\n{sql}\n)"
        return self.fetched(sql, bound | values)

    def fetched(self, sql: str, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The rows of a statement of ours."""
        with connections.reading(self.log.path, wait=self.log.wait) as connection:
            try:
                found = connection.execute(sql, dict(values)).fetchall()
            except connections.DatabaseError as error:
                raise QueryError(
                    f"what the address asks for cannot be answered: {str(error).splitlines()[0]}"
                ) from error
            names = [column[0] for column in connection.description]
        return [dict(zip(names, row, strict=True)) for row in found]


def path_to(room: str, name: object) -> str:
    """The path of a thing's page: ``/article/the%20key``."""
    quoted = quote(str(name).encode("utf-8", "replace"), safe="")
    return f"/{room}/{quoted}{'.html' if quoted.endswith(tuple(f'.{suffix}' for suffix in SUFFIXES)) else ''}"


def read(query: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """
    What an address holds that is known here; empty values, as forms send them, are not given.

    Raises:
        QueryError: A value is longer than any name or day.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name in (*FILTERS, *OTHERS):
        values = tuple(dict.fromkeys(value.strip() for value in query.get(name, ()) if value.strip()))
        most = MOST_QUERY_CHARS if name == "query" else MOST_CHARS
        if any(len(value) > most for value in values):
            raise QueryError(f"{name} has more than {most} characters: shorten it.")
        if values:
            found[name] = values if name in SEVERAL else values[:1]
    return found


def _typed(name: str, value: str, kind: str) -> Any:
    """
    A value as the view takes it.

    Raises:
        QueryError: It is not of that type.
    """
    if kind == "integer":
        if not value.isascii() or not value.isdigit() or len(value) > 4:
            raise QueryError(f"{name} is a number from 0 to 1000, not {value!r}.")
        return int(value)
    if kind == "date":
        return _day(name, value)
    return value


def _day(name: str, value: str) -> date:
    """
    The first or the last day of what is written: of a day, of ``August 2024``, of ``last week``.

    Raises:
        QueryError: It is no date, or may be one of two.
    """
    try:
        written = written_time(value, today())
    except ValueError as error:
        raise QueryError(f"{value!r} {error}.") from error
    return written.last if name == "until" else written.first
