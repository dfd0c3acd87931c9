"""An event is wrong: it is taken back, and so is a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.decisions import corrections
from timeline.web.action import Field, Recorded, event_id, one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.api.timeline import Timeline
    from timeline.web.asked import Asked

    Given = Mapping[str, Sequence[str]]

ON = ("event.html",)
LABEL = "Take back"
NOTE = (
    "It is wrong: it leaves what is shown from now on, and stays in the log. A decision that is taken back is undone."
)


def offer(asked: Asked, values: Mapping[str, Any]) -> Given | None:  # noqa: ARG001 - as every action
    """What is on the page, if it was extracted or decided."""
    recorded = values["recorded"]
    return {"event": (str(recorded.event_id),)} if corrections.can_be_retracted(recorded) else None


def fields(log: Timeline, given: Given) -> list[Field]:  # noqa: ARG001 - as every action
    """Nothing but the event."""
    return [Field("event", kind="hidden", value=one(given, "event"))]


def record(log: Timeline, given: Given, *, reason: str, by: str | None) -> Recorded:
    """A retraction; that of a decision cannot be undone itself."""
    target = log.explain(event_id(one(given, "event"))).recorded
    retraction = log.retract(target.event_id, reason=reason, by=by)
    what = target.type.replace("_", " ")
    return Recorded(
        retraction, f"Taken back: {what} {str(target.event_id)[:8]}.", can_be_undone=target.ordinal is not None
    )
