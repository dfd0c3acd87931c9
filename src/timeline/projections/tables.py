"""Projections: tables that follow from the log by one SELECT each, rebuilt or caught up."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from timeline import sql_files
from timeline.projections import folds, indexes, ready_views, stages, views
from timeline.store import definitions
from timeline.store.opening import BUILT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.log.commit_summary import CommitSummary
    from timeline.sql_files import Query
    from timeline.store.connection import Connection

ASSERTIONS = "assertions as (select * exclude (retracted) from valid_assertions where not retracted)"
"""The relation that projections read, but for `decisions`, which has what was retracted as well."""

TABLE_ROOMS = ("log", "upcasts", "assertions", "catch_up", "projections")
VIEW_ROOMS = ("macros", "views", indexes.ROOM)
"""Folders of ``queries/`` that tables, and views over them, are built from."""


class RebuildCheck(NamedTuple):
    """A projection compared with its rebuild: how many rows it has, lacks, and has too many."""

    projection: str
    rows: int
    missing: int
    spurious: int

    @property
    def agrees(self) -> bool:
        """Table and rebuild have the same rows."""
        return not self.missing and not self.spurious


def catch_up(connection: Connection, commit: CommitSummary) -> None:
    """
    Bring the projections up to a commit, inside its transaction.

    Rows of known articles, people and stories are made again from all their events, those of new ones from the new
    positions; what a projection is partitioned by is the ``by`` of its header, and a column of that name. When the
    files in ``queries/`` are not those the tables were built from, everything is rebuilt; where only views differ, only
    views.
    """
    built = _built_from(connection)
    if built.get("tables") != fingerprint(TABLE_ROOMS):
        rebuild(connection)
        return
    if built.get("queries") != fingerprint():
        indexes.ensure(connection)
        views.create(connection, ready_views.ready(fingerprint(), rebuild))
        _record_fingerprints(connection)
    new_events = sql_files.find("catch_up", "new_events").sql
    read = [query for query in _projections() if commit.types & _types(query)]
    if commit.simple:
        _insert(connection, read, new_events, stages.optional(), {"after": commit.after})
        folds.catch_up(connection, commit.after)
        return
    if subjects := [*(f"article/{key}" for key in commit.articles), *commit.links]:
        values = {"after": commit.after, "subjects": subjects, "positions": commit.positions}
        touched_events = sql_files.find("catch_up", "touched_events").sql
        connection.keep("touched", touched_events, values)
        stale = [query for query in _projections() if commit.known(query.value("by"))]
        _delete(connection, stale, commit.after)
        read = [query for query in _projections() if query in stale or query in read]
    else:
        connection.keep("touched", new_events, {"after": commit.after})
    _insert(connection, read, "from touched", stages.idle(connection, "touched"), {})
    folds.catch_up(connection, None)
    connection.let_go("touched")


def _insert(connection: Connection, read: list[Query], log: str, idle: list[str], values: dict[str, object]) -> None:
    """Add what follows from some events, in one statement: it is planned once, and what is common is computed once."""
    if not read:
        return
    inserts = [
        f"into_{query.name} as (insert into stored.{query.value('history')} by name {query.sql}\n)" for query in read
    ]
    common = stages.expressions(idle)
    connection.execute(f"with log as ({log}), {common}, {ASSERTIONS}, {', '.join(inserts)} select 1", values)


def _delete(connection: Connection, stale: list[Query], after: int) -> None:
    """Take out the rows of all events in ``touched`` that were there before: listed, they are found at once."""
    found = connection.execute("select position from touched where position <= $after", {"after": after}).fetchall()
    rows = "where position in (select unnest($positions))"
    deletes = [f"from_{query.name} as (delete from stored.{query.value('history')} {rows})" for query in stale]
    connection.execute(f"with {', '.join(deletes)} select 1", {"positions": [at for (at,) in found]})


def _projections() -> list[Query]:
    """Those that follow from the events of an article, or about a person, by themselves."""
    return [query for query in sql_files.load("projections").values() if "folds" not in query.header]


def _types(query: Query) -> set[str]:
    """Event types that a projection reads."""
    return {kind.rpartition("@")[0] for kind in query.value("reads").split(", ")}


def rebuild(connection: Connection) -> None:
    """Rebuild every projection and view from the whole log."""
    is_empty = not connection.execute("select 1 from log limit 1").fetchall()
    ready = ready_views.ready(fingerprint(), rebuild, with_tables=is_empty)
    if is_empty and ready is not None:
        for table in definitions.histories():
            connection.execute(f"drop table if exists stored.{table}")
    else:
        _fill(connection)
    views.create(connection, ready)
    indexes.ensure(connection)
    _record_fingerprints(connection)


def _fill(connection: Connection) -> None:
    """Make the tables of all projections anew, with their rows."""
    with _staged(connection) as common:
        for query in _projections():
            select = f"{common} {query.sql} order by {query.value('order')}"
            connection.execute(f"create or replace table stored.{query.value('history')} as {select}")
    folds.rebuild(connection)


def ensure(connection: Connection) -> None:
    """Make what follows from the log where that is missing, or another version's: for who reads it in a commit."""
    if _built_from(connection).get("tables") == fingerprint(TABLE_ROOMS):
        indexes.ensure(connection)
    else:
        rebuild(connection)


def is_current(connection: Connection) -> bool:
    """The tables and views were built from the files in ``queries/`` as they are."""
    return _built_from(connection).get("queries") == fingerprint()


def is_built(connection: Connection) -> bool:
    """There are tables, of whatever version: a log whose first commit was cut short has none."""
    return BUILT in _built_from(connection)


def _built_from(connection: Connection) -> dict[str, str]:
    """The table ``meta``, with the fingerprints of the files that tables, and tables and views, were built from."""
    return dict(connection.execute("select key, value from meta").fetchall())


def _record_fingerprints(connection: Connection) -> None:
    connection.execute("delete from stored.meta where key in ('tables', 'queries')")
    connection.execute(
        "insert into stored.meta values ('tables', $tables), ('queries', $queries)",
        {"tables": fingerprint(TABLE_ROOMS), "queries": fingerprint()},
    )


def compare_with_rebuild(connection: Connection) -> list[RebuildCheck]:
    """Compare every projection with a rebuild of it; write nothing."""
    with _staged(connection) as common:
        checks = [_check(connection, query, f"{common} {query.sql}") for query in _projections()]
    return sorted([*checks, *(_check(connection, query, folds.select_all(query)) for query in folds.queries())])


def _check(connection: Connection, query: Query, select: str) -> RebuildCheck:
    both = f"rebuilt as materialized ({select}), kept as (select * from stored.{query.value('history')})"
    sql = sql_files.find("catch_up", "rebuild_check").sql
    (row,) = connection.execute(f"with {both} {sql}").fetchall()
    return RebuildCheck(query.name, *row)


@contextmanager
def _staged(connection: Connection) -> Iterator[str]:
    """
    The beginning of a projection's statement over the whole log.

    All stages but the last are small: they are made once, as temporary tables, and not once for each projection.
    """
    *small, last = stages.stages(stages.idle(connection, "stored.log"))
    upcast = ", ".join(["with log as not materialized (select * from stored.log)", *stages.upcast()])
    for query in small:
        connection.keep(query.name, f"{upcast}, made as ({query.sql}\n) from made")
    yield f"{upcast}, {last.name} as ({last.sql}\n), {ASSERTIONS}"
    for query in small:
        connection.let_go(query.name)


def fingerprint(rooms: Sequence[str] = (*TABLE_ROOMS, *VIEW_ROOMS)) -> str:
    """A hash of the files in some folders of ``queries/``: another one means that what they built is out of date."""
    parts = [f"{room}/{query.name} {query.fingerprint}" for room in rooms for query in sql_files.load(room).values()]
    if "views" in rooms:
        parts.append(f"in the file {definitions.IN_FILE}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
