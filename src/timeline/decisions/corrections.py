"""Retractions and corrections: what a person takes back or puts right in what was extracted."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.errors import IntegrityError, NotFound, QueryError
from timeline.events import Assertion, codec
from timeline.events.envelope import COLUMNS, RecordedEvent
from timeline.events.types.assertion_corrected import AssertionCorrected
from timeline.events.types.assertion_retracted import AssertionRetracted
from timeline.log.streams import LINKS
from timeline.log.transaction import Origin
from timeline.model.interval import UNDATED, Interval
from timeline.store import upcasting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from timeline.events import Event
    from timeline.log.event_log import EventLog
    from timeline.log.transaction import Transaction
    from timeline.store.connection import Connection

DECISIONS = (AssertionRetracted.type, AssertionCorrected.type)
WHEN = "when"
"""Stands for the fields that say when something happened or was said: a day, a month or a year."""

DATED = {
    "statement_reported": ("said_from", "said_to", "said_precision"),
    "date_mentioned": ("start", "end", "precision"),
    "occurrence_reported": ("start", "end", "precision"),
    "figure_reported": ("start", "end", "precision"),
}


def retract(log: EventLog, event_id: UUID, *, reason: str, by: str | None = None) -> RecordedEvent:
    """
    Record that an event is wrong; retracting a retraction restores what it took back.

    Raises:
        NotFound: No such event, or one that is no assertion, decision on a name, or retraction of one.
        QueryError: It is retracted already.
    """
    with log.transaction() as transaction:
        target = _retractable(transaction.connection, event_id)
        event = AssertionRetracted(target=event_id, reason=reason, by=by)
        return _answer(transaction, event, target)


def correct(
    log: EventLog, event_id: UUID, changes: Mapping[str, str], *, reason: str, by: str | None = None
) -> RecordedEvent:
    """
    Record what an event should say: *changes* are fields with their values as text.

    A text that is no value of its field is taken as JSON; an empty one stands for null. ``when`` stands for the fields
    of its time: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises:
        NotFound: No such event, or one that no extractor found.
        QueryError: No such field, one that quotes the article, or a value that is not of its kind.
    """
    with log.transaction() as transaction:
        target, before = _correctable(transaction.connection, event_id)
        return _answer(transaction, _correction(target, before, changes, reason=reason, by=by), target)


def can_be_retracted(row: RecordedEvent) -> bool:
    """It was extracted or decided; it may be retracted already."""
    return _is_assertion(row) or row.type in DECISIONS or row.stream.startswith(LINKS)


def free_fields(event: Event) -> dict[str, Any]:
    """What can be corrected in an extracted event, as it stands; ``when``, for the fields of its time, is empty."""
    if not isinstance(event, Assertion):
        return {}
    times = DATED.get(event.type, ())
    quoting = codec.quoting_fields(type(event)) | event.recut("").keys()
    when = {WHEN: None} if times else {}
    return when | {name: value for name, value in codec.to_data(event).items() if name not in quoting | set(times)}


def _answer(transaction: Transaction, event: Event, target: RecordedEvent) -> RecordedEvent:
    """Append a decision about an event: to the stream of the person or story it is about, else to one of its own."""
    stream = target.stream if target.stream.startswith(LINKS) else f"correction/{target.event_id}"
    (row,) = transaction.append([(event, Origin(stream=stream, article=target.article, revision=target.revision))])
    return row


def _retractable(connection: Connection, event_id: UUID) -> RecordedEvent:
    """An assertion, a decision on a name, or a retraction or correction, that is not retracted; else raises."""
    target, answers = _with_answers(connection, event_id)
    if not can_be_retracted(target):
        raise NotFound(f"{event_id} is a {target.type}: only what was extracted or decided can be retracted.")
    taken_back = {answer.causation for answer in answers}
    for answer in answers:
        in_force = answer.type == AssertionRetracted.type and answer.event_id not in taken_back
        if in_force and answer.causation == event_id:
            way = "correct again" if target.type == AssertionCorrected.type else "retract that"
            raise QueryError(f"{event_id} was already retracted, by {answer.event_id}: {way} to restore it.")
    if target.type == AssertionRetracted.type and _restored(connection, target):
        raise QueryError(f"{event_id} undid a decision: make the decision again instead.")
    return target


def _correctable(connection: Connection, event_id: UUID) -> tuple[RecordedEvent, Assertion]:
    """What an extractor found, as a row and as a record; raises as `correct` does."""
    target, _ = _with_answers(connection, event_id)
    if not _is_assertion(target):
        raise NotFound(f"{event_id} is a {target.type}: only what was extracted can be corrected.")
    before = upcasting.event(target)
    assert isinstance(before, Assertion)  # noqa: S101 - by the line above
    return target, before


def _correction(
    target: RecordedEvent, before: Assertion, changes: Mapping[str, str], *, reason: str, by: str | None
) -> AssertionCorrected:
    """The correction of an event, its fields checked one by one."""
    data, given = codec.to_data(before), dict(changes)
    times = DATED.get(target.type, ())
    if WHEN in given and times:
        given = _time_fields(times, given.pop(WHEN)) | given
    quoting = codec.quoting_fields(type(before)) | before.recut("").keys()
    for name, text in given.items():
        if name not in data or name in quoting:
            free = ", ".join(sorted(data.keys() - quoting) + [WHEN] * bool(times))
            raise QueryError(f"a {target.type} has no field {name!r} that can be corrected; there are {free}.")
        data[name] = _value(before, data, name, text)
    after = _with(before, data)
    changed = {name: value for name, value in codec.to_data(after).items() if name in given}
    _in_order(after.occurred)
    moved = after.occurred != before.occurred or not given.keys().isdisjoint(times)
    when = after.occurred if moved else UNDATED
    return AssertionCorrected(
        target=target.event_id, target_version=before.version, changes=changed, redated=moved, reason=reason, by=by,
        start=when.start, end=when.end, precision=when.precision,
    )  # fmt: skip


def _in_order(when: Interval) -> None:
    if when.start and when.end and when.start >= when.end:
        raise QueryError(f"a time from {when.start} to {when.end} is empty: give a later end, which is exclusive.")


def _is_assertion(row: RecordedEvent) -> bool:
    return row.ordinal is not None and issubclass(codec.event_type(row.type), Assertion)


def _with_answers(connection: Connection, event_id: UUID) -> tuple[RecordedEvent, list[RecordedEvent]]:
    """An event, and what was recorded after it: the decisions about it, and those about these."""
    sql = sql_files.find("decisions", "event_with_answers").sql
    rows = connection.execute(f"select {', '.join(COLUMNS)} from ({sql}\n)", {"event_id": event_id}).fetchall()
    if not rows:
        raise NotFound(f"no event {event_id}: `timeline log` lists the ids.")
    target, *answers = [RecordedEvent(*row) for row in rows]
    if target.data is None:
        raise QueryError(f"{event_id} was erased: it can no longer be corrected or retracted.")
    return target, answers


def _restored(connection: Connection, retraction: RecordedEvent) -> bool:
    """It is the retraction of a decision."""
    found = connection.execute("select type from log where event_id = $target", {"target": retraction.causation})
    return found.fetchall()[0][0] in DECISIONS


def _time_fields(names: tuple[str, ...], text: str) -> dict[str, str]:
    """The fields of a time, by their names, for ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
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
        raise QueryError(f"{text!r} is not a valid date: write YYYY-MM-DD, YYYY-MM or YYYY.") from None
    return dict(zip(names, (start.isoformat(), end.isoformat(), precision), strict=True))


def _with(event: Assertion, data: dict[str, Any]) -> Event:
    """The event with another payload."""
    return codec.decode(event.type, event.version, codec.canonical(data), rule=event.rule, confidence=event.confidence)


def _value(event: Assertion, data: dict[str, Any], name: str, text: str) -> Any:
    """The first value of a text that the field takes: null, the text itself, JSON."""
    for value in _values(text):
        try:
            _with(event, data | {name: value})
        except IntegrityError as error:
            wrong = error
        else:
            return value
    raise QueryError(f"{text!r} is not a valid {name}: {wrong}") from None


def _values(text: str) -> list[Any]:
    values: list[Any] = [text] if text else [None]
    with suppress(ValueError):
        values.append(json.loads(text))
    return values
