"""Build a log in every way there is, and compare what it shows with what it should."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from difflib import ndiff
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NoReturn
from unittest.mock import patch

import attrs

from timeline import sql_files
from timeline.api.timeline import Timeline
from timeline.errors import NotFound
from timeline.log import clock, transaction
from timeline.log.commit_summary import CommitSummary
from timeline.log.streams import article_stream
from timeline.model.moments import iso_text, naive_utc, parse_moment
from timeline.projections import tables, views
from timeline.store import opening
from timeline.testing.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.envelope import RecordedEvent
    from timeline.store.connection import Connection

Rows = Sequence[Mapping[str, object]]

FIRST = datetime(2026, 1, 1)
"""The day of `given`; each `when` is a day later, unless told otherwise."""


@attrs.frozen
class Act:
    """Steps that are recorded at one moment."""

    at: datetime
    steps: tuple[Step, ...]


@attrs.define(slots=False)
class Scenario:
    """
    What was recorded so far; `when` goes on, `then` looks.

    Attributes:
        acts: What happened, in order.
        queries: A folder that is laid over ours: its ``projections/``, ``views/``, ``upcasts/`` ... are read as well,
            and instead of files of ours that have their name.
    """

    acts: tuple[Act, ...]
    queries: Path | None = None

    def when(self, *steps: Step, on: str | date | None = None) -> Scenario:
        """The same, and then these steps; recorded *on* a day or moment (UTC), by default a day later."""
        at = self.acts[-1].at + timedelta(days=1) if on is None else naive_utc(parse_moment(on))
        return Scenario((*self.acts, Act(at, steps)), self.queries)

    def then(self, name: str, rows: Rows, *, replay: int = 2, **parameters: Any) -> Scenario:
        """
        A projection (as recorded) or a view (in its order) holds these rows; the columns that any of them names count.

        The log is built as it happened, commit by commit, and *replay* times more, in one commit (which is what a
        rebuild does), in two, three ...: each must show the same.

        Args:
            name: Of a projection, of the table of all it ever held (``statement_history``), or of a view.
            rows: One mapping per row; times and ids may be given as text, midnights as days.
            replay: How often it is built anew.
            parameters: Those of the view, as ``speaker="mayor"``; of a projection, ``as_of="2026-01-01"``.

        Raises:
            AssertionError: There are other rows; the message lists both.
            NotFound: No such projection or view.
        """
        columns = sorted({column for row in rows for column in row})
        expected = [_line({column: row.get(column) for column in columns}) for row in rows]
        with laid_over(self.queries):
            for cuts, way in self._ways(replay).items():
                if cuts not in self._built:
                    self._built[cuts] = _build(self._recorded[0], cuts)
                found = _ask(self._built[cuts], name, parameters)
                if missing := set(columns) - set(found[0] if found else columns):
                    raise NotFound(f"{name} has no column {min(missing)!r}; it has {', '.join(found[0])}.")
                actual = [_line({column: row[column] for column in columns or row}) for row in found]
                if actual != expected:
                    _differs(name, way, expected, actual)
        return self

    @cached_property
    def _recorded(self) -> tuple[list[RecordedEvent], list[int]]:
        """The events, and the sizes of the log at which it was committed."""
        with TemporaryDirectory() as folder:
            log = Timeline(Path(folder) / "log.duckdb")
            for act in self.acts:
                with patch.object(clock, "now", lambda at=act.at: at):
                    for step in act.steps:
                        step(log)
            if not log.path.exists():
                return [], []
            return log.event_log.read(), [size for (size,) in log.sql("select tree_size from heads order by all")]

    @cached_property
    def _built(self) -> dict[tuple[int, ...], Connection]:
        """Logs in memory, by the sizes at which they were committed."""
        return {}

    def _ways(self, replay: int) -> dict[tuple[int, ...], str]:
        """Ways to build the log, by the sizes at which each commits."""
        events, commits = self._recorded
        ways = {tuple(commits): "as it happened"}
        for parts in range(1, replay + 1):
            cuts = sorted({len(events) * part // parts for part in range(1, parts + 1)} - {0})
            ways.setdefault(tuple(cuts), "rebuilt" if parts == 1 else f"caught up in {parts} commits")
        return ways


def given(*steps: Step, on: str | date = FIRST, queries: str | Path | None = None) -> Scenario:
    """A log of these steps, recorded *on* a day or moment; *queries* is a folder laid over ours, see `Scenario`."""
    return Scenario((Act(naive_utc(parse_moment(on)), steps),), None if queries is None else Path(queries))


@contextmanager
def laid_over(folder: Path | None) -> Iterator[None]:
    """Queries of a folder beside and instead of ours."""
    if folder is None:
        yield
        return
    ours = sql_files.load

    def load(room: str) -> dict[str, sql_files.Query]:
        theirs = {
            path.stem: sql_files.parse(path.stem, path.read_text("utf-8")) for path in folder.glob(f"{room}/*.sql")
        }
        return dict(sorted({**ours(room), **theirs}.items()))

    with patch.object(sql_files, "load", load):
        yield


def _build(events: list[RecordedEvent], cuts: Sequence[int]) -> Connection:
    """The log in memory with its projections, committed at these sizes."""
    connection = opening.in_memory()
    for after, size in zip([0, *cuts], cuts, strict=False):
        commit = transaction.Transaction(connection)
        rows = events[after:size]
        commit.look_up({stream for row in rows for stream in (row.stream, article_stream(row.article or ""))})
        for row in rows:
            commit.take(row)
        commit.write()
        tables.catch_up(connection, CommitSummary.of(commit))
    if not cuts:
        tables.rebuild(connection)
    return connection


def _ask(connection: Connection, name: str, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a projection, in the order in which they were recorded, or of a view, in its own."""
    for projection in sql_files.load("projections").values():
        if name in (projection.name, projection.value("history")):
            asked = f"({', '.join(f'p_{key} := ${key}' for key in parameters)})" if parameters else ""
            sql, values = f"from {name}{asked} order by position, {projection.value('key')}", parameters
            break
    else:
        sql, values = views.bind(name, parameters)
    found = connection.execute(sql, values)
    columns = [column[0] for column in found.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]


def _line(row: Mapping[str, object]) -> str:
    """A row as text that compares and reads well."""
    return json.dumps({name: row[name] for name in sorted(row)}, ensure_ascii=False, default=_written)


def _written(value: object) -> object:
    return iso_text(value) if isinstance(value, datetime) else str(value)


def _differs(name: str, way: str, expected: list[str], actual: list[str]) -> NoReturn:
    lines = "\n".join(line for line in ndiff(expected, actual) if not line.startswith("?"))
    raise AssertionError(f"{name}, {way}: other rows than expected (- is missing, + is too many)\n{lines}")
