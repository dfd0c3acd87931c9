"""Two reports tell of one happening."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.web.action import Field, Recorded, event_id, one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.api.timeline import Timeline
    from timeline.web.asked import Asked

    Given = Mapping[str, Sequence[str]]

ON = ("event.html",)
LABEL = "Join with another report"
NOTE = "Both reports, with all that tells of either, are one happening from now on."


def offer(asked: Asked, values: Mapping[str, Any]) -> Given | None:  # noqa: ARG001 - as every action
    """What is on the page, if it tells of something that happened."""
    recorded = values["recorded"]
    return {"event": (str(recorded.event_id),)} if recorded.type == "occurrence_reported" else None


def fields(log: Timeline, given: Given) -> list[Field]:  # noqa: ARG001 - as every action
    """The other report."""
    return [
        Field("event", kind="hidden", value=one(given, "event")),
        Field("other", "The other report", value=one(given, "other"), hint="its id, or the address of its page"),
    ]


def record(log: Timeline, given: Given, *, reason: str, by: str | None) -> Recorded:
    """That they tell of one."""
    event, other = (event_id(one(given, name)) for name in ("event", "other"))
    joined = log.join_happenings(event, other, reason=reason, by=by)
    return Recorded(joined, f"{event[:8]} and {other[:8]} tell of one happening from now on.")
