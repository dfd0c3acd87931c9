"""
This file puts together what says from when to when each event holds: the stages in ``queries/assertions``.

A stage whose header has ``idle`` lines, conditions on the events that are read, says nothing where they are all met.
Then it is left out, with what only it reads, and an empty relation of its ``column`` lines stands for it: most articles
are never corrected nor read twice, and what is left is planned several times sooner than the whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline import sql_files
from timeline.events import upcasts

if TYPE_CHECKING:
    from collections.abc import Collection

    import duckdb

    from timeline.sql_files import Query

READS = r"\b(?:from|join) {}\b"
"""How one stage names another that it reads."""

SIMPLE = """
    select
        * exclude (salt, commitment, leaf),
        false as retracted,
        cast(null as uuid[]) as decisions,
        cast(null as varchar) as correction,
        recorded_at as recorded_from,
        cast(null as timestamp) as recorded_to,
        cast(null as timestamp) as reported_to
    from upcast
"""
"""What ``held`` comes to where every stage that may be idle is: planned in less time than it."""


def may_idle() -> list[str]:
    """Names of the stages that have nothing to say of most events."""
    return [query.name for query in sql_files.load("assertions").values() if "idle" in query.header]


def idle(connection: duckdb.DuckDBPyConnection, log: str) -> list[str]:
    """Names of the stages that have nothing to say of the events in a relation with the columns of the log."""
    names = may_idle()
    conditions = [" and ".join(sql_files.find("assertions", name).header["idle"]) for name in names]
    (met,) = connection.execute(
        f"select {', '.join(f'({each}) is not false' for each in conditions)} from {log}"
    ).fetchall()
    return [name for name, is_met in zip(names, met, strict=True) if is_met]


def stages(idle: Collection[str] = ()) -> list[Query]:
    """The stages, each behind those that it reads; the last one is ``held``."""
    if set(idle) == set(may_idle()):
        return [sql_files.find("assertions", "held")._replace(sql=SIMPLE)]
    ordered = sql_files.in_order("assertions", READS)
    wanted, found = {ordered[-1].name}, list[sql_files.Query]()
    for query in reversed(ordered):
        if query.name not in wanted:
            continue
        stage = query._replace(sql=_nothing(query)) if query.name in idle else query
        wanted |= {other.name for other in ordered if re.search(READS.format(other.name), stage.sql)}
        found.insert(0, stage)
    return found


def expressions(idle: Collection[str] = ()) -> str:
    """Common table expressions from ``log`` to ``held``: upcasts, then the stages; ``held`` is computed once."""
    *before, held = stages(idle)
    made = [*(f"{query.name} as ({query.sql}\n)" for query in before), f"held as materialized ({held.sql}\n)"]
    return ", ".join([*upcast(), *made])


def upcast() -> list[str]:
    """Common table expressions from ``log`` to ``upcast``: what is not erased, in its newest version."""
    present = "present as not materialized (select * from log where data is not null)"
    return [present, *upcasts.stages("present")]


def _nothing(query: Query) -> str:
    """A relation of its columns without rows."""
    columns = [column.split(" ", 1) for column in query.header["column"]]
    return f"select {', '.join(f'cast(null as {kind}) as {name}' for name, kind in columns)} where false"
