"""Read rows of the log as events of today: the steps of `timeline.events.upcasts`, run in a database in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from timeline.events import codec, upcasts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events import Event
    from timeline.events.envelope import RecordedEvent


def event(row: RecordedEvent) -> Event:
    """
    The event of a row, whatever version it was written in.

    Raises:
        CatalogueError: No such type, or a later version.
        IntegrityError: The payload is not of its type's form, or erased.
    """
    (row,) = upcast([row])
    return codec.decode(row.type, row.schema_version, row.data or "", rule=row.rule, confidence=row.confidence)


def upcast(rows: Sequence[RecordedEvent]) -> list[RecordedEvent]:
    """The same rows, payloads and versions of earlier ones as those of today; commitments and leaves as they were."""
    old = {
        row.position: (row.type, row.schema_version, row.data)
        for row in rows
        if row.data and row.schema_version < (upcasts.newest_version(row.type) or 0)
    }
    if not old:
        return list(rows)
    new = dict(zip(old, payloads(list(old.values())), strict=True))
    return [
        row._replace(schema_version=new[row.position][0], data=new[row.position][1]) if row.position in new else row
        for row in rows
    ]


def payloads(given: Sequence[tuple[str, int, str]]) -> list[tuple[int, str]]:
    """Newest version and payload of each type, version and payload; one whose upcast fails stays what it is."""
    columns = dict(zip(("type", "schema_version", "data"), map(list, zip(*given, strict=True)), strict=True))
    log = ", ".join(f"unnest(${name}) as {name}" for name in ("place", *columns))
    steps = ", ".join(upcasts.upcast_stages())
    sql = f"with log as (select {log}), {steps} select schema_version, data from upcast order by place"
    try:
        with duckdb.connect() as connection:
            return connection.execute(sql, {"place": list(range(len(given))), **columns}).fetchall()
    except duckdb.Error:
        if len(given) == 1:
            return [given[0][1:]]
        return [payload for each in given for payload in payloads([each])]
