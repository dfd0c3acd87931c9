"""This file says what a person may take back or put right, and reads what they say instead."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline.errors import IntegrityError, NotFound, QueryError
from timeline.events import Assertion, codec, upcasts
from timeline.events.envelope import COLUMNS, RecordedEvent
from timeline.events.types.assertion_corrected import AssertionCorrected
from timeline.events.types.assertion_retracted import AssertionRetracted
from timeline.log.transaction import PERSON
from timeline.model.interval import NEVER, Interval

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    import duckdb

    from timeline.events import Event

DECISIONS = (AssertionRetracted.type, AssertionCorrected.type)
WHEN = "when"
"""Stands for the fields that say when something happened or was said: a day, a month or a year."""

DATED = {
    "statement_reported": ("said_from", "said_to", "said_precision"),
    "date_mentioned": ("start", "end", "precision"),
    "occurrence_reported": ("start", "end", "precision"),
}


def retractable(connection: duckdb.DuckDBPyConnection, event_id: UUID) -> RecordedEvent:
    """
    An assertion, a decision whose a name is, or a retraction or correction, that is not retracted now.

    Raises:
        NotFound: No such event.
        QueryError: It is retracted already, or took back another decision.
    """
    target, answers = _with_answers(connection, event_id)
    if not (_is_assertion(target) or target.type in DECISIONS or target.stream.startswith(PERSON)):
        raise NotFound(f"{event_id} is a {target.type}, nothing that somebody read or decided: it cannot be retracted.")
    taken_back = {answer.causation for answer in answers}
    for answer in answers:
        in_force = answer.type == AssertionRetracted.type and answer.event_id not in taken_back
        if in_force and answer.causation == event_id:
            way = "correct again" if target.type == AssertionCorrected.type else "retract that"
            raise QueryError(f"{event_id} is retracted already, by {answer.event_id}: {way} to restore it.")
    if target.type == AssertionRetracted.type and _restored(connection, target):
        raise QueryError(f"{event_id} took a decision back: decide anew instead.")
    return target


def correction(
    connection: duckdb.DuckDBPyConnection, event_id: UUID, changes: Mapping[str, str], *, reason: str, by: str | None
) -> tuple[RecordedEvent, AssertionCorrected]:
    """
    The assertion that is to be corrected, and the correction: *changes* are fields with their values as text.

    A text that is no value of its field is read as JSON; an empty one stands for null. ``when`` stands for the fields
    of its time.

    Raises:
        NotFound: No such assertion.
        QueryError: No such field, one that quotes the article, or a value that is not of its kind.
    """
    target, _ = _with_answers(connection, event_id)
    if not _is_assertion(target):
        raise NotFound(f"{event_id} is a {target.type}, nothing that an extractor read: it cannot be corrected.")
    before = upcasts.event(target)
    assert isinstance(before, Assertion)  # noqa: S101 - by the line above
    data, given = codec.to_data(before), dict(changes)
    if WHEN in given:
        given = _dated(target.type, given.pop(WHEN)) | given
    quoting = codec.quoting_fields(type(before)) | before.recut("").keys()
    for name, text in given.items():
        if name not in data or name in quoting:
            free = ", ".join(sorted(data.keys() - quoting))
            raise QueryError(f"a {target.type} has no field {name!r} that can be corrected; there are {free}, {WHEN}.")
        data[name] = _value(before, data, name, text)
    after = _with(before, data)
    changed = {name: value for name, value in codec.to_data(after).items() if name in given}
    _in_order(after.occurred)
    moved = after.occurred != before.occurred or bool({*DATED[target.type]} & given.keys())
    when = after.occurred if moved else NEVER
    event = AssertionCorrected(
        target=event_id, target_version=before.version, changes=changed, redated=moved, reason=reason, by=by,
        start=when.start, end=when.end, precision=when.precision,
    )  # fmt: skip
    return target, event


def _in_order(when: Interval) -> None:
    if when.start and when.end and when.start >= when.end:
        raise QueryError(f"a time from {when.start} to {when.end} has no moment in it: ends are exclusive.")


def _is_assertion(row: RecordedEvent) -> bool:
    return row.ordinal is not None and issubclass(codec.event_type(row.type), Assertion)


def _with_answers(connection: duckdb.DuckDBPyConnection, event_id: UUID) -> tuple[RecordedEvent, list[RecordedEvent]]:
    """An event, the decisions about it, and those about these."""
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
    if target is None:
        raise NotFound(f"no event {event_id}: `timeline log` lists the ids.")
    if target.data is None:
        raise QueryError(f"{event_id} was erased: nothing can be said about it any more.")
    return target, [event for event in events if event is not target]


def _restored(connection: duckdb.DuckDBPyConnection, retraction: RecordedEvent) -> bool:
    """It is the retraction of a decision."""
    found = connection.execute("select type from log where event_id = $target", {"target": retraction.causation})
    return found.fetchall()[0][0] in DECISIONS


def _dated(kind: str, text: str) -> dict[str, str]:
    """The fields of a type's time for ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    parts = text.split("-")
    try:
        start = date.fromisoformat("-".join(parts + ["01"] * (3 - len(parts))))
        precision = ("year", "month", "day")[len(parts) - 1]
        end = {
            "year": lambda: date(start.year + 1, 1, 1),
            "month": lambda: date(start.year + start.month // 12, start.month % 12 + 1, 1),
            "day": lambda: date.fromordinal(start.toordinal() + 1),
        }[precision]()
    except (ValueError, IndexError):
        raise QueryError(f"{text!r} is no day: write YYYY-MM-DD, YYYY-MM or YYYY.") from None
    return dict(zip(DATED[kind], (start.isoformat(), end.isoformat(), precision), strict=True))


def _with(event: Assertion, data: dict[str, Any]) -> Event:
    """The event with another payload."""
    return codec.decode(event.type, event.version, codec.canonical(data), rule=event.rule, confidence=event.confidence)


def _value(event: Assertion, data: dict[str, Any], name: str, text: str) -> Any:
    """The first reading of a text that the field takes: null, the text itself, JSON."""
    for value in _readings(text):
        try:
            _with(event, data | {name: value})
        except IntegrityError as error:
            wrong = error
        else:
            return value
    raise QueryError(f"{text!r} is no value of {name}: {wrong}") from None


def _readings(text: str) -> list[Any]:
    readings: list[Any] = [text] if text else [None]
    with suppress(ValueError):
        readings.append(json.loads(text))
    return readings
