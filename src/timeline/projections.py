"""This file keeps the projections: tables that follow from the log by one SELECT each, rebuilt or caught up."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from timeline import queries, upcasts, views

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from timeline.log import Commit
    from timeline.queries import Query

WHOLE = "select * from main.log"
NEW = "select * from main.log where position > $after"
TOUCHED = """
    select * from main.log
    where position > $after
        or (position >= $first and article in (select unnest($article)))
        or (position >= $first and stream in (select 'person/' || unnest($person_id)))
"""

HOLDING = "assertions as (select * exclude (retracted) from held where not retracted)"
"""What projections read, but for the one that tells what became of decisions."""

SIMPLE = """
    held as (
        select
            * exclude (salt, commitment, leaf),
            false as retracted,
            cast(null as uuid[]) as decisions,
            cast(null as varchar) as correction,
            recorded_at as recorded_from,
            cast(null as timestamp) as recorded_to,
            cast(null as timestamp) as reported_to
        from upcast
    )
"""
"""What the stages come to where nothing ends, changes or hides anything: planned ten times sooner than they are."""


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
    When the files in ``queries/`` are not those the tables were built from, everything is rebuilt.
    """
    if not is_current(connection):
        rebuild(connection)
        return
    known = {"article": commit.known, "person_id": commit.people}
    values: dict[str, object] = {"after": commit.after}
    if commit.known or commit.people:
        values |= {by: list(keys) for by, keys in known.items()}
        values["first"] = min(first for keys in known.values() for first in keys.values())
    part = TOUCHED if "first" in values else NEW
    held = ", ".join([*_upcast(), SIMPLE]) if commit.simple else stages()
    connection.execute(f"create temp table touched as with log as ({part}), {held} from held", values)
    for query in queries.load("projections").values():
        history, by = query.value("history"), query.value("by")
        if known[by]:
            connection.execute(f"delete from {history} where {by} in (select unnest($keys))", {"keys": [*known[by]]})
        if known[by] or commit.types & _types(query):
            connection.execute(f"insert into {history} by name with held as (from touched), {HOLDING} {query.sql}")
    connection.execute("drop table touched")


def _types(query: Query) -> set[str]:
    """Event types that a projection reads."""
    return {kind.rpartition("@")[0] for kind in query.value("reads").split(", ")}


def rebuild(connection: duckdb.DuckDBPyConnection) -> None:
    """Make every projection and view anew from the whole log."""
    views.drop(connection)
    with _staged(connection) as held:
        for query in queries.load("projections").values():
            select = f"{held} {query.sql} order by {query.value('order')}"
            connection.execute(f"create or replace table {query.value('history')} as {select}")
    views.create(connection)
    connection.execute("delete from meta where key = 'queries'")
    connection.execute("insert into meta values ('queries', $fingerprint)", {"fingerprint": fingerprint()})


def is_current(connection: duckdb.DuckDBPyConnection) -> bool:
    """The tables and views are those of the files in ``queries/``."""
    found = connection.execute("select value from meta where key = 'queries'").fetchall()
    return found == [(fingerprint(),)]


def compare(connection: duckdb.DuckDBPyConnection) -> list[Comparison]:
    """Hold every projection beside a rebuild of it; changes nothing."""
    with _staged(connection) as held:
        return [_compare(connection, query, f"{held} {query.sql}") for query in queries.load("projections").values()]


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
    *small, last = _stages()
    log = ", ".join([f"with log as not materialized ({WHOLE})", *_upcast()])
    for query in small:
        connection.execute(f"create temp table {query.name} as {log}, made as ({query.sql}\n) from made")
    yield f"{log}, {last.name} as ({last.sql}\n), {HOLDING}"
    for query in small:
        connection.execute(f"drop table temp.{query.name}")


def fingerprint() -> str:
    """Names the state of all files in ``queries/`` that tables and views are built from."""
    rooms = ("log", "upcasts", "assertions", "projections", "macros", "views")
    parts = [f"{room}/{query.name} {query.fingerprint}" for room in rooms for query in queries.load(room).values()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def stages() -> str:
    """The common table expressions from ``log`` to ``held``: upcasts, then what is said from when to when."""
    return ", ".join([*_upcast(), *(f"{query.name} as ({query.sql}\n)" for query in _stages())])


def _stages() -> list[Query]:
    return queries.in_order("assertions", r"\b(?:from|join) {}\b")


def _upcast() -> list[str]:
    present = "present as not materialized (select * from log where data is not null)"  # the rest was erased
    return [present, *upcasts.stages("present")]
