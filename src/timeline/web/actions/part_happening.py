"""A report tells of something else than the reports that it is linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.web.action import Field, Recorded, event_id, one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.api.timeline import Timeline
    from timeline.web.asked import Asked

    Given = Mapping[str, Sequence[str]]

ON = ("event.html",)
LABEL = "Part from the other reports"
NOTE = "It does not tell of what the other reports tell that it was linked to."


def offer(asked: Asked, values: Mapping[str, Any]) -> Given | None:  # noqa: ARG001 - as every action
    """What is on the page, if other reports are linked to it."""
    recorded = values["recorded"]
    if recorded.type != "occurrence_reported" or len(values["found"].reports) < 2:
        return None
    return {"event": (str(recorded.event_id),)}


def fields(log: Timeline, given: Given) -> list[Field]:  # noqa: ARG001 - as every action
    """Nothing but the report."""
    return [Field("event", kind="hidden", value=one(given, "event"))]


def record(log: Timeline, given: Given, *, reason: str, by: str | None) -> Recorded:
    """That it does not."""
    event = event_id(one(given, "event"))
    parted = log.part_happening(event, reason=reason, by=by)
    return Recorded(parted, f"{event[:8]} tells of something else from now on.")
