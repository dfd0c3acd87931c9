"""This file wires log, projections, views and digests together: ``timeline.open``."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from timeline import database, digests, explanation, pipeline, projections, queries, readers, verification, views
from timeline.article import Article, moment, utc
from timeline.errors import InputError, NotFound, QueryError
from timeline.log import Log
from timeline.merkle import EMPTY
from timeline.plugins import discover
from timeline.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.explanation import Explanation
    from timeline.pipeline import Appended, Progress
    from timeline.projections import Comparison
    from timeline.verification import Verification

Input = Article | InputError | str | Path


class Timeline:
    """
    A log and what follows from it.

    Nothing is opened until it is needed and nothing stays open: several processes can take turns. Days given as
    *since* and *until* are inclusive; *as_of* asks what the log held at a moment, a bare day meaning its end, UTC.
    """

    def __init__(self, path: str | Path, *, wait: float = database.WAIT) -> None:
        self.path = Path(path)
        self.wait = wait
        self._log = Log(self.path, on_commit=[projections.follow], wait=wait)

    def append(
        self,
        articles: Input | Iterable[Input],
        *,
        jobs: int = 1,
        progress: Callable[[Progress], None] | None = None,
    ) -> Appended:
        """
        Append articles, or the files, folders and globs that hold them; what is there already appends nothing.

        Raises:
            LogError: The log cannot be written; what was committed before stays.
        """
        given = [articles] if isinstance(articles, Article | InputError | str | Path) else articles
        return pipeline.append(self._log, _articles(given), jobs=jobs, progress=progress)

    def withdraw(self, article: str, *, reason: str, by: str | None = None) -> UUID:
        """Record that the publisher withdrew an article: it leaves all current views; returns the event's id."""
        return self._log.withdraw(article, reason=reason, by=by).event_id

    def retract(self, event_id: str | UUID, *, reason: str, by: str | None = None) -> UUID:
        """Record that an extracted event is wrong: it leaves all current views; returns the retraction's id."""
        return self._log.retract(UUID(str(event_id)), reason=reason, by=by).event_id

    def run(self, view: str, *, limit: int | None = None, **parameters: Any) -> Rows:
        """
        The rows of a named view.

        Raises:
            NotFound: No such view, or no log.
            QueryError: No such parameter, or a value that is not of its type.
        """
        sql, values = views.prepare(view, parameters)
        if values.get("as_of") is not None:
            values["as_of"] = _moment_text(values["as_of"])
        if limit is not None:
            sql, values = f"from ({sql}\n) limit cast($limit_ as bigint)", values | {"limit_": limit}
        return Rows(self.path, sql, values, wait=self.wait)

    def timeline(self, **parameters: Any) -> Rows:
        """What happened when: see ``queries/views/timeline.sql``."""
        return self.run("timeline", **parameters)

    def statements(self, **parameters: Any) -> Rows:
        """Who said what when: see ``queries/views/who_said_what_when.sql``."""
        return self.run("who_said_what_when", **parameters)

    who_said_what_when = statements

    def speakers(self, **parameters: Any) -> Rows:
        """Who speaks, how often and where: see ``queries/views/speakers.sql``."""
        return self.run("speakers", **parameters)

    def articles(self, **parameters: Any) -> Rows:
        """Which articles there are: see ``queries/views/publications.sql``."""
        return self.run("publications", **parameters)

    def activity(self, **parameters: Any) -> Rows:
        """How much was printed, day by day: see ``queries/views/activity.sql``."""
        return self.run("activity", **parameters)

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
    ) -> Rows:
        """Recorded events behind a position, in order, without their salt and hashes."""
        where = "position > $after and ($type is null or type = $type) and ($article is null or article = $article)"
        query = f"select * exclude (salt, commitment, leaf) from log where {where} order by position limit $limit"
        return self.sql(query, {"after": after, "type": type, "article": article, "limit": limit})

    def explain(self, event_id: str | UUID) -> Explanation:
        """
        From an event, or the beginning of its id, back to rule, sentence and article.

        Raises:
            NotFound: No such event.
            QueryError: The beginning fits several events.
        """
        with database.reading(self.path, wait=self.wait) as connection:
            return explanation.explain(connection, str(event_id))

    def verify(self, *, progress: Callable[[int], None] | None = None) -> Verification:
        """Recompute everything the log claims."""
        with database.reading(self.path, wait=self.wait) as connection:
            return verification.verify(connection, progress=progress)

    def rebuild(self, *, check: bool = False) -> list[Comparison]:
        """Make every projection anew; with *check* only hold the tables beside what they would be."""
        if not check:
            if not self.path.exists():
                raise NotFound(f"no log at {self.path}: append an article first.")
            with database.writing(self.path, wait=self.wait) as connection:
                connection.execute("begin")
                projections.rebuild(connection)
                connection.execute("commit")
        with database.reading(self.path, wait=self.wait) as connection:
            return projections.compare(connection)

    def digest(
        self,
        format: str = "markdown",  # noqa: A002 - the user's word
        *,
        period: digests.Period = "day",
        since: str | date | None = None,
        until: str | date | None = None,
        about: Iterable[str] = (),
        max_dates: int | None = None,
        per_date: int | None = None,
        as_of: str | date | None = None,
        speaker: str | None = None,
        publisher: str | None = None,
    ) -> str:
        """
        What happened when, and who said what, as text; see `timeline.digests.Request` for what can be chosen.

        Raises:
            NotFound: No such format, or no log.
        """
        formats = discover("digests")
        if format not in formats:
            raise NotFound(f"no digest format {format!r}; there are {', '.join(formats)}.")
        request = digests.Request(
            period=period,
            since=_day(since),
            until=_day(until),
            about=tuple(about),
            max_dates=max_dates,
            per_date=per_date,
            as_of=None if as_of is None else moment(as_of),
        )
        rendered: str = formats[format].render(self._compose(request, speaker, publisher))
        return rendered

    def _compose(self, request: digests.Request, speaker: str | None, publisher: str | None) -> digests.Digest:
        shared: dict[str, Any] = {
            "as_of": request.as_of,
            "since": request.since,
            "until": request.until,
            "publisher": publisher,
        }
        about = request.about or None
        occurrences = self.run("digest_occurrences", about=about, chosen=request.chooses, lead=digests.LEAD, **shared)
        statements = self.run("digest_statements", about=about, speaker=speaker, **shared)
        mentions = self.run("digest_mentions", **shared) if request.chooses else None
        return digests.compose(
            request,
            [digests.OccurrenceRow(**row) for row in occurrences.dicts()],
            [digests.StatementRow(**row) for row in statements.dicts()],
            None if mentions is None else [digests.MentionRow(**row) for row in mentions.dicts()],
        )

    def status(self) -> dict[str, Any]:
        """How the log stands: counts, the newest head, failed extractions, whether the projections are current."""
        with database.reading(self.path, wait=self.wait) as connection:
            current = projections.is_current(connection)
            head = connection.execute(
                "select tree_size, root, recorded_at from heads order by tree_size desc limit 1"
            ).fetchall()
            counts = dict(connection.execute("select type, count(*) from log group by type order by type").fetchall())
        size, root, recorded_at = head[0] if head else (0, EMPTY, None)
        return {
            "log": str(self.path), "bytes": self.path.stat().st_size, "events": size, "root": root,
            "recorded_at": recorded_at, "projections": "current" if current else "out of date: run `timeline rebuild`",
            **counts,
        }  # fmt: skip

    def tables(self) -> Rows:
        """What can be asked in SQL: name, kind, rows' grain and columns."""
        found = [("log", "table", "one row per event", _columns(queries.find("log", "log")))]
        found += [
            (query.name, room.removesuffix("s"), query.value("grain"), _columns(query))
            for room in ("projections", "views")
            for query in queries.load(room).values()
        ]
        names = ("name", "kind", "grain", "columns")
        columns = ", ".join(f"unnest(${name}) as {name}" for name in names)
        lists = dict(zip(names, map(list, zip(*found, strict=True)), strict=True))
        return Rows(self.path, f"select {columns}", lists, wait=self.wait)


def open(path: str | Path, *, wait: float = database.WAIT) -> Timeline:  # noqa: A001 - read as timeline.open
    """
    The timeline in a DuckDB file; appending makes the file when there is none.

    Args:
        path: The file.
        wait: Seconds to wait for another process that uses it.
    """
    return Timeline(path, wait=wait)


def _articles(given: Iterable[Input]) -> Iterator[Article | InputError]:
    for item in given:
        if isinstance(item, str | Path):
            yield from readers.read([str(item)])
        else:
            yield item


def _columns(query: queries.Query) -> str:
    return "; ".join(f"{name}: {note}" for name, note in query.column_notes.items())


def _day(value: str | date | None) -> date | None:
    if value is None:
        return None
    day = moment(value)
    return day.date() if isinstance(day, datetime) else day


def _moment_text(value: str | date) -> str:
    """A day as a day, a moment in UTC."""
    try:
        read = moment(value)
    except ValueError:
        raise QueryError(f"{value!r} is no day or moment: write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS.") from None
    return str(utc(read)) if isinstance(read, datetime) else str(read)
