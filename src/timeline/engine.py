"""This file wires log, projections, views and digests together: ``timeline.open``."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from timeline import database, digests, editions, projections, queries, views
from timeline.article import Article
from timeline.errors import InputError, IntegrityError, NotFound
from timeline.merkle import EMPTY
from timeline.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from timeline import proofs
    from timeline.editions import Edition
    from timeline.explanation import Explanation
    from timeline.log import Log
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

    @cached_property
    def _log(self) -> Log:
        from timeline.log import Log  # noqa: PLC0415 - start-up time: what only reads needs no events

        return Log(self.path, on_commit=[projections.follow], wait=self.wait)

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
        from timeline import pipeline  # noqa: PLC0415 - start-up time

        given = [articles] if isinstance(articles, Article | InputError | str | Path) else articles
        return pipeline.append(self._log, _articles(given), jobs=jobs, progress=progress)

    def withdraw(self, article: str, *, reason: str, by: str | None = None) -> UUID:
        """Record that the publisher withdrew an article: it leaves all current views; returns the event's id."""
        return self._log.withdraw(article, reason=reason, by=by).event_id

    def retract(self, event_id: str | UUID, *, reason: str, by: str | None = None) -> UUID:
        """Record that an event, given by the beginning of its id, is wrong; returns the retraction's id."""
        return self._log.retract(self.explain(event_id).recorded.event_id, reason=reason, by=by).event_id

    def run(self, view: str, *, limit: int | None = None, **parameters: Any) -> Rows:
        """
        The rows of a named view.

        Raises:
            NotFound: No such view, or no log.
            QueryError: No such parameter, or a value that is not of its type.
        """
        sql, values = views.prepare(view, parameters)
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
        from timeline import explanation  # noqa: PLC0415 - start-up time

        with database.reading(self.path, wait=self.wait) as connection:
            return explanation.explain(connection, str(event_id))

    def verify(self, *, kept: proofs.Head | None = None, progress: Callable[[int], None] | None = None) -> Verification:
        """Recompute everything the log claims; with a head that was *kept* elsewhere also whether it still holds."""
        from timeline import proofs, verification  # noqa: PLC0415 - start-up time

        with database.reading(self.path, wait=self.wait) as connection:
            found = verification.verify(connection, progress=progress)
            if kept is not None:
                try:
                    proofs.compare(connection, kept)
                except IntegrityError as error:
                    found.problems.append(error)
            return found

    def head(self) -> proofs.Head:
        """What the log is now: keep it elsewhere, `verify` and `prove` hold it against what the log is then."""
        from timeline import proofs  # noqa: PLC0415 - start-up time

        with database.reading(self.path, wait=self.wait) as connection:
            return proofs.head(connection)

    def prove(self, given: str | UUID | proofs.Head) -> proofs.Proof:
        """
        That an event, or everything under an earlier head, is under the newest head.

        Raises:
            NotFound: No such event.
            IntegrityError: The log never had that head.
        """
        from timeline import explanation, proofs  # noqa: PLC0415 - start-up time

        with database.reading(self.path, wait=self.wait) as connection:
            if isinstance(given, proofs.Head):
                return proofs.consistency(connection, given)
            return proofs.inclusion(connection, explanation.explain(connection, str(given)).recorded.position)

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
        why: bool = False,
    ) -> str:
        """
        What happened when, and who said what, as text; see `timeline.digests.Request` for what can be chosen.

        Raises:
            NotFound: No such format, or no log.
        """
        request = editions.request(
            period=period, since=since, until=until, about=about, max_dates=max_dates, per_date=per_date,
            as_of=as_of, speaker=speaker, publisher=publisher, why=why,
        )  # fmt: skip
        return editions.make(self.path, format, request, wait=self.wait).text

    def edition(self, name: str, format: str = "markdown", **question: Any) -> Edition:  # noqa: A002 - as above
        """
        The digest of what was recorded after the last edition delivered under a name; `delivered` stores its end.

        Raises:
            NotFound: No such format, or no log.
            QueryError: An edition cannot go back to what was known at another time.
        """
        return editions.make(self.path, format, editions.request(**question), name=name, wait=self.wait)

    def delivered(self, edition: Edition) -> None:
        """
        Record that an edition reached its reader: the next one goes on after it. An empty one leaves no trace.

        Raises:
            LogError: Another edition of that name was delivered meanwhile.
        """
        editions.deliver(self._log, edition)

    def salient(self, dates: int, *, per_date: int = 1, **question: Any) -> digests.Digest:
        """The most salient days with their most telling lines, each with its scores."""
        request = editions.request(max_dates=dates, per_date=per_date, **question)
        return editions.compose(self.path, request, wait=self.wait)

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
    from timeline import readers  # noqa: PLC0415 - start-up time

    for item in given:
        if isinstance(item, str | Path):
            yield from readers.read([str(item)])
        else:
            yield item


def _columns(query: queries.Query) -> str:
    return "; ".join(f"{name}: {note}" for name, note in query.column_notes.items())
