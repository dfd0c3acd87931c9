"""What people decide about happenings: that reports tell of one, or that a report does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline import sql_files
from timeline.errors import NotFound, QueryError
from timeline.events.types.happening_joined import HappeningJoined
from timeline.events.types.happening_parted import HappeningParted
from timeline.log.streams import HAPPENING
from timeline.log.transaction import Origin
from timeline.store.rows import Rows

if TYPE_CHECKING:
    from uuid import UUID

    from timeline.events.envelope import RecordedEvent
    from timeline.log.event_log import EventLog


def join(log: EventLog, event: str | UUID, other: str | UUID, *, reason: str, by: str | None = None) -> RecordedEvent:
    """
    Record that two reports, given by their ids, tell of one happening, with all that tells of either.

    Raises:
        NotFound: One of them is no report that holds.
        QueryError: They are one already.
    """
    (_, joined), (_, happening) = _report(log, event), _report(log, other)
    if joined == happening:
        raise QueryError(f"{event} and {other} tell of one happening already.")
    decided = HappeningJoined(occurrence=joined, happening=happening, reason=reason, by=by)
    return log.append([(decided, Origin(stream=f"{HAPPENING}{happening}"))])[0]


def part(log: EventLog, event: str | UUID, *, reason: str, by: str | None = None) -> RecordedEvent:
    """
    Record that a report, given by its id, does not tell of the happening that it was found to tell of.

    Raises:
        NotFound: It is no report that holds.
        QueryError: No other report tells of what it does.
    """
    occurrence, happening = _report(log, event)
    if occurrence == happening and not _is_known(log, occurrence):
        raise QueryError(f"{event} stands alone: no other report was found to tell of what it does.")
    decided = HappeningParted(occurrence=occurrence, happening=happening, reason=reason, by=by)
    return log.append([(decided, Origin(stream=f"{HAPPENING}{happening}"))])[0]


def _report(log: EventLog, event: str | UUID) -> tuple[UUID, UUID]:
    """The id of a report that begins so, and the happening it tells of: its own, where no other report does."""
    sql = sql_files.find("happenings", "report").sql
    rows = list(Rows(log.path, sql, {"prefix": str(event).lower()}, wait=log.wait))
    if not rows:
        raise NotFound(
            f"no report of a happening has an id that begins with {str(event)!r}: `timeline show` lists them."
        )
    if len(rows) > 1:
        raise QueryError(f"several events have an id that begins with {str(event)!r}: give more characters.")
    return rows[0].occurrence, rows[0].happening


def _is_known(log: EventLog, happening: UUID) -> bool:
    """Several reports tell of it."""
    sql = sql_files.find("happenings", "members").sql
    return len(list(Rows(log.path, sql, {"happening": happening}, wait=log.wait))) > 1
