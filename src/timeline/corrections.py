"""This file says what a person may correct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.envelope import COLUMNS, RecordedEvent
from timeline.errors import NotFound, QueryError
from timeline.events.assertion_retracted import AssertionRetracted
from timeline.transaction import PERSON

if TYPE_CHECKING:
    from uuid import UUID

    import duckdb


def retractable(connection: duckdb.DuckDBPyConnection, event_id: UUID) -> RecordedEvent:
    """
    An assertion, a decision whose a name is, or the retraction of one, that is not retracted now.

    Raises:
        NotFound: No such event.
        QueryError: It is retracted already, or restored another event.
    """
    rows = connection.execute(
        f"""
        with named as (select $event_id as event_id),
        answers as (select event_id from log where causation = $event_id)
        select {", ".join(COLUMNS)} from log
        where event_id in (from named) or causation in (from named) or causation in (from answers)
        order by position
        """,
        {"event_id": event_id},
    ).fetchall()
    events = [RecordedEvent(*row) for row in rows]
    target = next((event for event in events if event.event_id == event_id), None)
    named = target is not None and target.stream.startswith(PERSON)
    if target is None or (target.extractor is None and target.type != AssertionRetracted.type and not named):
        raise NotFound(f"no event {event_id} that an extractor read: `timeline log` lists the ids.")
    undone = {event.causation for event in events}
    in_force = [event for event in events if event.causation == event_id and event.event_id not in undone]
    if in_force:
        raise QueryError(f"{event_id} is retracted already, by {in_force[0].event_id}: retract that to restore it.")
    if target.extractor is None and _restored(connection, target):
        raise QueryError(f"{event_id} restored an event: retract that event again instead.")
    return target


def _restored(connection: duckdb.DuckDBPyConnection, retraction: RecordedEvent) -> bool:
    """It is the retraction of a retraction."""
    found = connection.execute("select type from log where event_id = $target", {"target": retraction.causation})
    return found.fetchall() == [(AssertionRetracted.type,)]
