"""This file keeps the projections: tables that follow from the log by one SELECT each, rebuilt or caught up."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from timeline import sql_files
from timeline.projections import stages, views

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import duckdb

    from timeline.log.commit import Commit
    from timeline.sql_files import Query

NEW = "select * from main.log where position > $after"
TOUCHED = """
    select * from main.log where position > $after
    union all
    select known.*
    from main.log as known
    semi join (select unnest($positions) as position) using (position)
    where coalesce('article/' || article, stream) in (select unnest($subjects))
"""
"""
What is new, and what was there of some articles and people: found by its positions, so that as much is read of a
large log as of a small one.
"""

HOLDING = "assertions as (select * exclude (retracted) from held where not retracted)"
"""What projections read, but for the one that tells what became of decisions."""


TABLES = ("log", "upcasts", "assertions", "projections")
VIEWS = ("macros", "views")
"""Rooms in ``queries/`` that tables are built from, and views besides."""


class Comparison(NamedTuple):
    """A projection beside its rebuild: how many rows it has, lacks, and has too many."""

    projection: str
    rows: int
    missing: int
    spurious: int

    @property
    def agrees(self) -> bool:
        """Table and rebuild are the same."""
        return not self.missing and not self.spurious


def follow(connection: duckdb.DuckDBPyConnection, commit: Commit) -> None:
    """
    Bring the projections up to a commit, inside its transaction.

    Rows of articles and people that were known before are made anew from all their events, new ones from the new
    positions; what a projection is partitioned by is the ``by`` of its header, and a column of that name.
    When the files in ``queries/`` are not those the tables were built from, everything is rebuilt; views alone are made
    anew in no time.
    """
    built = _built(connection)
    if built.get("tables") != fingerprint(TABLES):
        rebuild(connection)
        return
    if built.get("queries") != fingerprint():
        views.drop(connection)
        views.create(connection)
        _note(connection)
    read = [query for query in _projections() if commit.types & _types(query)]
    if commit.simple:
        _insert(connection, read, NEW, stages.may_idle(), {"after": commit.after})
        return
    if subjects := [*(f"article/{key}" for key in commit.articles), *(f"person/{key}" for key in commit.people)]:
        values = {"after": commit.after, "subjects": subjects, "positions": commit.positions}
        connection.execute(f"create temp table touched as {TOUCHED}", values)
        stale = [query for query in _projections() if commit.known(query.value("by"))]
        _delete(connection, stale, commit.after)
        read = [query for query in _projections() if query in stale or query in read]
    else:
        connection.execute(f"create temp table touched as {NEW}", {"after": commit.after})
    _insert(connection, read, "from touched", stages.idle(connection, "touched"), {})
    connection.execute("drop table touched")


def _insert(
    connection: duckdb.DuckDBPyConnection, read: list[Query], log: str, idle: list[str], values: dict[str, object]
) -> None:
    """Add what follows from some events, in one statement: it is planned once, and what is common is computed once."""
    if not read:
        return
    inserts = [f"into_{query.name} as (insert into {query.value('history')} by name {query.sql}\n)" for query in read]
    common = stages.expressions(idle)
    connection.execute(f"with log as ({log}), {common}, {HOLDING}, {', '.join(inserts)} select 1", values)


def _delete(connection: duckdb.DuckDBPyConnection, stale: list[Query], after: int) -> None:
    """Take out the rows of all events in ``touched`` that were there before: listed, they are found at once."""
    found = connection.execute("select position from touched where position <= $after", {"after": after}).fetchall()
    deletes = [
        f"from_{query.name} as (delete from {query.value('history')} where position in (select unnest($positions)))"
        for query in stale
    ]
    connection.execute(f"with {', '.join(deletes)} select 1", {"positions": [at for (at,) in found]})


def _projections() -> list[Query]:
    return list(sql_files.load("projections").values())


def _types(query: Query) -> set[str]:
    """Event types that a projection reads."""
    return {kind.rpartition("@")[0] for kind in query.value("reads").split(", ")}


def rebuild(connection: duckdb.DuckDBPyConnection) -> None:
    """Make every projection and view anew from the whole log."""
    views.drop(connection)
    with _staged(connection) as held:
        for query in _projections():
            select = f"{held} {query.sql} order by {query.value('order')}"
            connection.execute(f"create or replace table {query.value('history')} as {select}")
    views.create(connection)
    _note(connection)


def is_current(connection: duckdb.DuckDBPyConnection) -> bool:
    """The tables and views are those of the files in ``queries/``."""
    return _built(connection).get("queries") == fingerprint()


def _built(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Fingerprints of the files that tables, and tables and views, were built from, and what else is noted."""
    return dict(connection.execute("select key, value from meta").fetchall())


def _note(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("delete from meta where key in ('tables', 'queries')")
    connection.execute(
        "insert into meta values ('tables', $tables), ('queries', $queries)",
        {"tables": fingerprint(TABLES), "queries": fingerprint()},
    )


def compare(connection: duckdb.DuckDBPyConnection) -> list[Comparison]:
    """Hold every projection beside a rebuild of it; changes nothing."""
    with _staged(connection) as held:
        return [_compare(connection, query, f"{held} {query.sql}") for query in _projections()]


def _compare(connection: duckdb.DuckDBPyConnection, query: Query, select: str) -> Comparison:
    (row,) = connection.execute(
        f"""
        with rebuilt as materialized ({select}),
        kept as (select * from {query.value("history")})
        select
            (select count(*) from kept),
            (select count(*) from (from rebuilt except all from kept)),
            (select count(*) from (from kept except all from rebuilt))
        """
    ).fetchall()
    return Comparison(query.name, *row)


@contextmanager
def _staged(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """
    The beginning of a projection's statement over the whole log.

    All stages but the last are small: they are made once, as temporary tables, and not once for each projection.
    """
    *small, last = stages.stages(stages.idle(connection, "main.log"))
    upcast = ", ".join(["with log as not materialized (select * from main.log)", *stages.upcast()])
    for query in small:
        connection.execute(f"create temp table {query.name} as {upcast}, made as ({query.sql}\n) from made")
    yield f"{upcast}, {last.name} as ({last.sql}\n), {HOLDING}"
    for query in small:
        connection.execute(f"drop table temp.{query.name}")


def fingerprint(rooms: Sequence[str] = (*TABLES, *VIEWS)) -> str:
    """Names the state of all files in ``queries/`` that tables, or tables and views, are built from."""
    parts = [f"{room}/{query.name} {query.fingerprint}" for room in rooms for query in sql_files.load(room).values()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
