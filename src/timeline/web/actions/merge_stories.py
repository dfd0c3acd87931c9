"""Two stories are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.web.action import Field, Recorded, one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.api.timeline import Timeline
    from timeline.web.asked import Asked

    Given = Mapping[str, Sequence[str]]

ON = ("story.html",)
LABEL = "Merge with another story"
NOTE = "All articles of both report one story from now on."


def offer(asked: Asked, values: Mapping[str, Any]) -> Given | None:  # noqa: ARG001 - as every action
    """Which story the page tells."""
    return {"story": (values["story"]["story"],)}


def fields(log: Timeline, given: Given) -> list[Field]:  # noqa: ARG001 - as every action
    """The other one."""
    hint = "its key, that of an article of it, or a part of its title"
    return [
        Field("story", kind="hidden", value=one(given, "story")),
        Field("other", "The other story", value=one(given, "other"), hint=hint),
    ]


def record(log: Timeline, given: Given, *, reason: str, by: str | None) -> Recorded:
    """That they are one."""
    story, other = one(given, "story"), one(given, "other")
    merged = log.merge_stories(story, other, reason=reason, by=by)
    return Recorded(merged, f"{other} is a part of this story from now on.")
