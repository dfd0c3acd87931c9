"""This file keeps the projections: tables that follow from the log by one SELECT each, rebuilt or caught up."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from timeline import queries, upcasts, views

if TYPE_CHECKING:
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
    when the files in ``queries/`` are not those the tables were built from, everything is rebuilt.
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
    connection.execute(f"create temp table touched as with log as ({part}), {stages()} from held", values)
    for query in queries.load("projections").values():
        history, by = query.value("history"), query.value("by")
        if known[by]:
            connection.execute(f"delete from {history} where {by} in (select unnest($keys))", {"keys": [*known[by]]})
        connection.execute(f"insert into {history} by name with held as (from touched), {HOLDING} {query.sql}")
    connection.execute("drop table touched")


def rebuild(connection: duckdb.DuckDBPyConnection) -> None:
    """Make every projection and view anew from the whole log."""
    views.drop(connection)
    for query in queries.load("projections").values():
        order = query.value("order")
        table = query.value("history")
        connection.execute(f"create or replace table {table} as {selection(query, WHOLE)} order by {order}")
    views.create(connection)
    connection.execute("delete from meta where key = 'queries'")
    connection.execute("insert into meta values ('queries', $fingerprint)", {"fingerprint": fingerprint()})


def is_current(connection: duckdb.DuckDBPyConnection) -> bool:
    """The tables and views are those of the files in ``queries/``."""
    found = connection.execute("select value from meta where key = 'queries'").fetchall()
    return found == [(fingerprint(),)]


def compare(connection: duckdb.DuckDBPyConnection) -> list[Comparison]:
    """Hold every projection beside a rebuild of it; changes nothing."""
    found = []
    for query in queries.load("projections").values():
        table, select = query.value("history"), selection(query, WHOLE)
        (row,) = connection.execute(
            f"""
            with rebuilt as materialized ({select}),
            kept as (select * from {table})
            select
                (select count(*) from kept),
                (select count(*) from (from rebuilt except all from kept)),
                (select count(*) from (from kept except all from rebuilt))
            """
        ).fetchall()
        found.append(Comparison(query.name, *row))
    return found


def fingerprint() -> str:
    """Names the state of all files in ``queries/`` that tables and views are built from."""
    rooms = ("log", "upcasts", "assertions", "projections", "macros", "views")
    parts = [f"{room}/{query.name} {query.fingerprint}" for room in rooms for query in queries.load(room).values()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def selection(query: Query, log: str) -> str:
    """A projection's SELECT over that part of the log."""
    return f"with log as ({log}), {stages()}, {HOLDING} {query.sql}"


def stages() -> str:
    """The common table expressions from ``log`` to ``held``: upcasts, then what is said from when to when."""
    present = "present as (select * from log where data is not null)"  # the rest was erased
    found = queries.in_order("assertions", r"\b(?:from|join) {}\b")
    return ", ".join([present, *upcasts.stages("present"), *(f"{query.name} as ({query.sql}\n)" for query in found)])
