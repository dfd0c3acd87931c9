"""An event should say something else: who said it, when it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.decisions import corrections
from timeline.errors import QueryError
from timeline.events.types.assertion_corrected import AssertionCorrected
from timeline.json_text import json_text
from timeline.store import upcasting
from timeline.web.action import Field, Recorded, event_id, one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.api.timeline import Timeline
    from timeline.web.asked import Asked

    Given = Mapping[str, Sequence[str]]

ON = ("event.html",)
LABEL = "Correct"
NOTE = "What you change is shown from now on; what is left empty is unknown. Words of the article cannot be changed."

LIST_HINT = 'a list: ["Ann Lee", "Oslo"]'
FOLLOWING = frozenset(("basis", "said_basis", "paragraph", "sentence", "place", "salience"))
"""What follows from where the words stand; `timeline correct` takes that as well."""

WHEN_HINT = "a day, a month or a year: 2024-08-13, 2024-08, 2024; empty leaves it as it is"


def offer(asked: Asked, values: Mapping[str, Any]) -> Given | None:  # noqa: ARG001 - as every action
    """What is on the page, if it was extracted."""
    recorded = values["recorded"]
    return {"event": (str(recorded.event_id),)} if recorded.ordinal is not None and values["event"] else None


def fields(log: Timeline, given: Given) -> list[Field]:
    """Each field that can be corrected, with what was sent for it, else with what stands there."""
    found = [Field("event", kind="hidden", value=one(given, "event"))]
    for name, value in _said(log, given).items():
        words = "when" if name == corrections.WHEN else name.replace("_", " ")
        hint = WHEN_HINT if name == corrections.WHEN else LIST_HINT if value.startswith("[") else ""
        sent = one(given, name) if name in given else value
        found.append(Field(name, words, value=sent, hint=hint, required=False))
    return found


def record(log: Timeline, given: Given, *, reason: str, by: str | None) -> Recorded:
    """
    A correction of what was changed.

    Raises:
        QueryError: Nothing was.
    """
    target = event_id(one(given, "event"))
    changes = {
        name: one(given, name)
        for name, value in _said(log, given).items()
        if name in given and one(given, name) != value.strip()
    }
    if not changes:
        raise QueryError("nothing is different from what stands there: change what is wrong.")
    correction = log.correct(target, changes, reason=reason, by=by)
    told = ", ".join(f"{name.replace('_', ' ')}: {text or 'unknown'}" for name, text in changes.items())
    return Recorded(correction, f"Corrected: {told}.")


def _said(log: Timeline, given: Given) -> dict[str, str]:
    """The fields that can be corrected, as text, as they stand with the corrections that hold."""
    found = log.explain(event_id(one(given, "event")))
    if found.event is None:
        return {}
    values = {name: value for name, value in corrections.free_fields(found.event).items() if name not in FOLLOWING}
    for decision in map(upcasting.event, found.decided):
        if isinstance(decision, AssertionCorrected):
            values |= {name: value for name, value in decision.changes.items() if name in values}
    return {name: _text(value) for name, value in values.items()}


def _text(value: Any) -> str:
    return "" if value is None else value if isinstance(value, str) else json_text(value)
