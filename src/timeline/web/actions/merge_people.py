"""Two names are one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.web.action import Field, Recorded, one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.api.timeline import Timeline
    from timeline.web.asked import Asked

    Given = Mapping[str, Sequence[str]]

ON = ("person.html",)
LABEL = "Merge with another person"
NOTE = "All names of the other one become names of this person."


def offer(asked: Asked, values: Mapping[str, Any]) -> Given | None:  # noqa: ARG001 - as every action
    """Whose page it is."""
    return {"person": (values["person"],)}


def fields(log: Timeline, given: Given) -> list[Field]:  # noqa: ARG001 - as every action
    """The other one."""
    return [
        Field("person", kind="hidden", value=one(given, "person")),
        Field("other", "The other person", value=one(given, "other"), hint="a name, or a part that only one has"),
    ]


def record(log: Timeline, given: Given, *, reason: str, by: str | None) -> Recorded:
    """That they are one."""
    person, other = one(given, "person"), one(given, "other")
    merged = log.merge(person, other, reason=reason, by=by)
    return Recorded(merged, f"{other} is {person} from now on.")
