"""Make events for tests, placed in a text by their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import attrs

from timeline.errors import QueryError
from timeline.events import Assertion, Event
from timeline.events.types.date_mentioned import DateMentioned
from timeline.events.types.figure_reported import FigureReported
from timeline.events.types.occurrence_reported import OccurrenceReported
from timeline.events.types.statement_reported import StatementReported
from timeline.model.interval import UNDATED, Interval
from timeline.model.span import Span

Placed = Event | Callable[[str], Event]
"""An event, or what makes it of the text that it is read in."""


def said(speaker: str | None, quote: str, **fields: Any) -> Callable[[str], StatementReported]:
    """Someone said words that stand in the text."""
    return lambda text: StatementReported(
        **{
            "rule": "test", "content": (_find(text, quote),), "cue": (), "source": (), "source_text": None,
            "cue_text": None, "speaker": speaker, "manner": "indirect", "quote": quote, "said_from": None,
            "said_to": None, "said_precision": None, "said_basis": "publication", "paragraph": 1, **fields,
        }
    )  # fmt: skip


def happened(words: str, day: str | None = None, **fields: Any) -> Callable[[str], OccurrenceReported]:
    """Something happened on a day, in words that stand in the text."""
    when = UNDATED if day is None else Interval.of_day(date.fromisoformat(day))
    return lambda text: OccurrenceReported(
        **{
            "rule": "test", "span": _find(text, words), "text": words, "start": when.start, "end": when.end,
            "precision": when.precision, "basis": "publication" if day is None else "clause-timex", "dated_by": (),
            "modality": "asserted", "place": "body", "paragraph": 1, "sentence": 0, **fields,
        }
    )  # fmt: skip


def counted(
    words: str, value: str, unit: str | None = None, day: str | None = None, **fields: Any
) -> Callable[[str], FigureReported]:
    """A figure was stated in words that stand in the text, its whole text around it."""
    when = UNDATED if day is None else Interval.of_day(date.fromisoformat(day))
    return lambda text: FigureReported(
        **{
            "rule": "test", "span": _find(text, words), "text": words, "value": value, "low": None, "high": None,
            "kind": "count", "unit": unit, "hedge": None, "subject": unit, "head": unit, "action": None,
            "clause": Span(0, len(text)), "clause_text": text, "names": (), "places": (), "modality": "asserted",
            "start": when.start, "end": when.end, "precision": when.precision,
            "basis": "publication" if day is None else "clause-timex", "place": "body", "paragraph": 1, "sentence": 0,
            **fields,
        }
    )  # fmt: skip


def named(words: str, day: str, **fields: Any) -> Callable[[str], DateMentioned]:
    """A day was named in words that stand in the text."""
    when = Interval.of_day(date.fromisoformat(day))
    return lambda text: DateMentioned(
        **{
            "rule": "test", "span": _find(text, words), "text": words, "kind": "DATE", "timex": day,
            "start": when.start, "end": when.end, "precision": when.precision, "edtf": day, "basis": "absolute",
            "paragraph": 1, **fields,
        }
    )  # fmt: skip


def old(type: str, version: int, *, occurred: Interval = UNDATED, **data: object) -> Assertion:  # noqa: A002 - the column
    """An event as an earlier version of its type wrote it, for tests of upcasts; *data* are JSON values."""
    kept = {"type": type, "version": version, "occurred": occurred}
    form = {name: attrs.field() for name in data}
    event: Assertion = attrs.make_class(type, form, (Assertion,), kept, frozen=True, kw_only=True)(rule="test", **data)
    return event


def placed(events: Sequence[Placed], text: str) -> tuple[Event, ...]:
    """The events as they stand in a text."""
    return tuple(event if isinstance(event, Event) else event(text) for event in events)


def _find(text: str, words: str) -> Span:
    start = text.find(words)
    if start < 0:
        raise QueryError(f"the words {words!r} are not in the text {text[:40]!r}.")
    return Span(start, start + len(words))
