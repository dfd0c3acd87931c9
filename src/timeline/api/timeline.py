"""``timeline.open``: a log, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.api import asking
from timeline.api.decisions import Decisions
from timeline.api.maintenance import Maintenance
from timeline.api.telling import Telling
from timeline.api.watches import Watches
from timeline.ingest.limits import MAX_SECONDS
from timeline.plugins import lazy_module
from timeline.projections import views
from timeline.store.lock import WAIT
from timeline.store.partial_rows import LAST_POSITION, PagedRows
from timeline.store.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import Unpack

    from timeline import exporters, readers
    from timeline.api.parameters import (
        ActivityParameters,
        ArticlesParameters,
        Clocks,
        ConflictsParameters,
        CopiesParameters,
        DiffParameters,
        FiguresParameters,
        LogParameters,
        PeopleParameters,
        SpeakersParameters,
        StatementsParameters,
        StoriesParameters,
        TimelineParameters,
        Value,
        WhoParameters,
    )
    from timeline.errors import InputError
    from timeline.ingest import append, preview, reextract
    from timeline.ingest.appended import Appended, Progress
    from timeline.model.article import Article
    from timeline.model.withdrawal import Withdrawal
    from timeline.people import identities
    from timeline.provenance import revisions
    from timeline.stories import linking

    Input = Article | Withdrawal | InputError | str | Path
else:
    exporters = lazy_module("timeline.exporters")
    readers = lazy_module("timeline.readers")
    append = lazy_module("timeline.ingest.append")
    preview = lazy_module("timeline.ingest.preview")
    reextract = lazy_module("timeline.ingest.reextract")
    identities = lazy_module("timeline.people.identities")
    revisions = lazy_module("timeline.provenance.revisions")
    linking = lazy_module("timeline.stories.linking")


class Timeline(Decisions, Maintenance, Telling, Watches):
    """
    A log and what follows from it.

    What people decide about it stands in `timeline.api.decisions`, how it is kept in `timeline.api.maintenance`, what
    is written of it in `timeline.api.telling`, what is new in `timeline.api.watches`: parts that stand on the handle
    alone, not on each other.

    Three clocks: days given as *since* and *until*, inclusive, say when it happened; *reported_until* what had been
    printed, *as_of* what the log held at a moment. A bare day means its end, UTC.
    """

    def append(
        self,
        articles: Input | Iterable[Input],
        *,
        jobs: int = 1,
        max_seconds: float | None = MAX_SECONDS,
        progress: Callable[[Progress], None] | None = None,
        network: readers.Network | None = None,
        link: bool = True,
    ) -> Appended:
        """
        Append articles, or the files, folders and globs that hold them; what is there already appends nothing.

        Addresses (``https://...``) are fetched with *network*, such as ``timeline.readers.Network(follow=True)``.

        Extractors that take more CPU time for an article than *max_seconds* have failed for it; None lets them.
        With *link* they are linked to what other articles report (`timeline.stories.linking`), and names in them to
        people, in a commit of its own (`timeline.people.identities.relink`); without it that is left to `relink`.

        Raises:
            LogError: The log cannot be written; what was committed before stays.
        """

        def finish() -> None:
            if link:
                identities.link_new_names(self.event_log)

        return append.append(
            self.event_log,
            _articles(_given(articles), network),
            jobs=jobs,
            max_seconds=max_seconds,
            progress=progress,
            link=linking.link_new if link else None,
            finish=finish,
        )

    def preview(self, articles: Input | Iterable[Input]) -> Iterator[preview.Previewed]:
        """What `append` would make of each article or file: an outcome, or the error with which it would be refused."""
        return preview.preview(self.event_log, _articles(_given(articles)))

    def reextract(
        self,
        articles: Iterable[str] | None = None,
        *,
        extractor: str | None = None,
        max_seconds: float | None = MAX_SECONDS,
        progress: Callable[[int], None] | None = None,
    ) -> reextract.Reextracted:
        """Extract from the newest texts with extractors that have not: see `timeline.ingest.reextract.reextract`."""
        return reextract.reextract(
            self.event_log, articles, extractor=extractor, max_seconds=max_seconds, progress=progress
        )

    def run(self, view: str, *, limit: int | None = None, **parameters: Value) -> Rows:
        """
        The rows of a named view.

        Raises:
            NotFound: No such view, or no log.
            QueryError: No such parameter, or a value that is not of its type.
        """
        return asking.ask(self.path, view, limit, parameters, wait=self.wait)

    def timeline(self, **parameters: Unpack[TimelineParameters]) -> Rows:
        """What happened when: see ``queries/views/timeline.sql``."""
        return self.run("timeline", **parameters)

    def statements(self, **parameters: Unpack[StatementsParameters]) -> Rows:
        """Who said what when: see ``queries/views/who_said_what_when.sql``."""
        return self.run("who_said_what_when", **parameters)

    who_said_what_when = statements

    def speakers(self, **parameters: Unpack[SpeakersParameters]) -> Rows:
        """Who speaks, how often and where: see ``queries/views/speakers.sql``."""
        return self.run("speakers", **parameters)

    def who(self, name: str, **parameters: Unpack[WhoParameters]) -> Rows:
        """
        Everything that somebody said and that was said about them: see ``queries/views/person_lines.sql``.

        Raises:
            NotFound: Nobody goes by that name, or part of one.
            QueryError: Several do.
        """
        return self.run("person_lines", person=identities.find(self.event_log, name), **parameters)

    def people(self, **parameters: Unpack[PeopleParameters]) -> Rows:
        """Who there is, under which names: see ``queries/views/people.sql``."""
        return self.run("people", **parameters)

    def figures(self, **parameters: Unpack[FiguresParameters]) -> Rows:
        """How many and how much, and each time that it changed: see ``queries/views/figure_steps.sql``."""
        return self.run("figure_steps", **parameters)

    def conflicts(self, **parameters: Unpack[ConflictsParameters]) -> Rows:
        """Figures for one time that cannot both be: see ``queries/views/conflicts.sql``."""
        return self.run("conflicts", **parameters)

    def stories(self, **parameters: Unpack[StoriesParameters]) -> Rows:
        """What several articles report: see ``queries/views/stories.sql``."""
        return self.run("stories", **parameters)

    def copies(self, **parameters: Unpack[CopiesParameters]) -> Rows:
        """Which articles print earlier ones again: see ``queries/views/copies.sql``."""
        return self.run("copies", **parameters)

    def story(self, story: str, **clocks: Unpack[Clocks]) -> Any:
        """
        One story, given by its key, that of an article of it, or a part of its title: its row of `stories`.

        Raises:
            NotFound: There is none.
            QueryError: There are several.
        """
        return self.run("stories", story=story, min_articles=1, **clocks)[0]

    def articles(self, **parameters: Unpack[ArticlesParameters]) -> Rows:
        """Which articles there are: see ``queries/views/publications.sql``."""
        return self.run("publications", **parameters)

    def activity(self, **parameters: Unpack[ActivityParameters]) -> Rows:
        """How much was printed, day by day: see ``queries/views/activity.sql``."""
        return self.run("activity", **parameters)

    def diff(self, after: str | date, as_of: str | date | None = None, **parameters: Unpack[DiffParameters]) -> Rows:
        """What the log learned between two moments, the later by default now: see ``queries/views/log_diff.sql``."""
        return self.run("log_diff", after=after, as_of=as_of, **parameters)

    def revisions(
        self,
        article: str,
        first: int | None = None,
        second: int | None = None,
        *,
        as_of: str | date | None = None,
        reported_until: str | date | None = None,
    ) -> list[revisions.Revision]:
        """
        Every text an article has had beside the one before it, or only the *second* beside the *first*.

        Raises:
            NotFound: No such article or text by the moments asked for (*as_of*, *reported_until*).
        """
        clocks = {"as_of": as_of, "reported_until": reported_until}
        return revisions.compare(self.path, article, first, second, wait=self.wait, **clocks)

    def sql(self, query: str, parameters: dict[str, Any] | None = None) -> Rows:
        """The rows of the caller's own query, read-only and in this process; not for SQL from strangers."""
        return Rows(self.path, query, parameters, wait=self.wait)

    def log(
        self,
        *,
        after: int = 0,
        type: str | None = None,  # noqa: A002 - the column
        article: str | None = None,
        limit: int | None = None,
        **clocks: Unpack[LogParameters],
    ) -> Rows:
        """
        Recorded events behind a position, in order, without their salt and hashes: see ``queries/views/events.sql``.

        Raises:
            QueryError: No such clock; there are *since*, *until*, *as_of* and *reported_until*.
        """
        if limit is not None or article is not None:
            return self.run("events", limit=limit, after=after, type=type, article=article, **clocks)
        asked = {"after": after, "up_to": LAST_POSITION, "type": type, **clocks}

        def first(most: int) -> Rows:
            return self.run("events", limit=most, after=after, type=type, **clocks)

        return PagedRows(self.path, *views.bind("events", asked), wait=self.wait, first=first)

    def tables(self) -> Rows:
        """What can be asked in SQL: name, kind, rows' grain and columns."""
        found = [("log", "table", "one row per event", _columns(sql_files.find("log", "log")))]
        found += [
            (query.name, room.removesuffix("s"), query.value("grain"), _columns(query))
            for room in ("projections", "views")
            for query in sql_files.load(room).values()
        ]
        names = ("name", "kind", "grain", "columns")
        columns = ", ".join(f"unnest(${name}) as {name}" for name in names)
        lists = dict(zip(names, map(list, zip(*found, strict=True)), strict=True))
        return Rows(self.path, f"select {columns}", lists, wait=self.wait)


def open(path: str | Path, *, wait: float = WAIT, accept_clock: bool = False) -> Timeline:  # noqa: A001 - read as timeline.open
    """
    The timeline in a DuckDB file; appending makes the file when there is none.

    Args:
        path: The file.
        wait: Seconds to wait for another process that uses it.
        accept_clock: Record what the clock says even if that is a day ahead of the file system or a year after the log.
    """
    return Timeline(path, wait=wait, accept_clock=accept_clock)


def _given(articles: Input | Iterable[Input]) -> Iterable[Input]:
    return [articles] if isinstance(articles, str | Path) or not isinstance(articles, Iterable) else articles


def _articles(
    given: Iterable[Input], network: readers.Network | None = None
) -> Iterator[Article | Withdrawal | InputError]:
    for item in given:
        if isinstance(item, str | Path):
            yield from readers.read_articles([str(item)], network=network)
        else:
            yield item


def _columns(query: sql_files.Query) -> str:
    return "; ".join(f"{name}: {note}" for name, note in query.column_notes.items())
