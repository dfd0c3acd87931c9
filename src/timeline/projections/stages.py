"""
The stages in ``queries/assertions``, put together: from when to when each event is valid.

A stage whose header has ``idle`` lines, conditions on the events that are read, has no rows where they are all met.
Then it is left out, with what only it reads, and an empty relation of its ``column`` lines takes its place: most
articles are never corrected nor extracted twice, and what is left is planned several times sooner than the whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline import sql_files
from timeline.events import upcasts

if TYPE_CHECKING:
    from collections.abc import Collection

    from timeline.sql_files import Query
    from timeline.store.connection import Connection

READS_PATTERN = r"\b(?:from|join) {}\b"
"""How one stage names another that it reads."""

VALID = "valid_assertions"
"""The last stage."""


def optional() -> list[str]:
    """Names of the stages that have no rows for most events."""
    return [query.name for query in sql_files.load("assertions").values() if "idle" in query.header]


def idle(connection: Connection, log: str) -> list[str]:
    """Names of the stages that have no rows for the events in a relation with the columns of the log."""
    names = optional()
    conditions = [" and ".join(sql_files.find("assertions", name).header["idle"]) for name in names]
    (met,) = connection.execute(
        f"select {', '.join(f'({each}) is not false' for each in conditions)} from {log}"
    ).fetchall()
    return [name for name, is_met in zip(names, met, strict=True) if is_met]


def stages(idle: Collection[str] = ()) -> list[Query]:
    """The stages, each after those that it reads; the last one is ``valid_assertions``."""
    if set(idle) == set(optional()):
        return [sql_files.find("assertions", VALID)._replace(sql=sql_files.find("catch_up", "all_valid").sql)]
    ordered = sql_files.in_order("assertions", READS_PATTERN)
    wanted, found = {ordered[-1].name}, list[sql_files.Query]()
    for query in reversed(ordered):
        if query.name not in wanted:
            continue
        stage = query._replace(sql=_empty(query)) if query.name in idle else query
        wanted |= {other.name for other in ordered if re.search(READS_PATTERN.format(other.name), stage.sql)}
        found.insert(0, stage)
    return found


def expressions(idle: Collection[str] = ()) -> str:
    """Common table expressions from ``log`` to ``valid_assertions``, which is computed once: upcasts, then stages."""
    *before, last = stages(idle)
    made = [*(f"{query.name} as ({query.sql}\n)" for query in before), f"{last.name} as materialized ({last.sql}\n)"]
    return ", ".join([*upcast(), *made])


def upcast() -> list[str]:
    """Common table expressions from ``log`` to ``upcast``: what is not erased, in its newest version."""
    present = "present as not materialized (select * from log where data is not null)"
    return [present, *upcasts.upcast_stages("present")]


def _empty(query: Query) -> str:
    """A relation with the columns of a stage and no rows."""
    columns = [column.split(" ", 1) for column in query.header["column"]]
    return f"select {', '.join(f'cast(null as {kind}) as {name}' for name, kind in columns)} where false"
