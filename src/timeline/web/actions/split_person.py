"""A name is somebody else's, everywhere or in one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.web.action import Field, Recorded, one

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.api.timeline import Timeline
    from timeline.web.asked import Asked

    Given = Mapping[str, Sequence[str]]

ON = ("person.html",)
LABEL = "Split off a name"
NOTE = "The name becomes that of another person, who may be new: everywhere, or in one article."


def offer(asked: Asked, values: Mapping[str, Any]) -> Given | None:  # noqa: ARG001 - as every action
    """Whose page it is; one name is theirs alone."""
    return {"name": (values["person"],)}


def fields(log: Timeline, given: Given) -> list[Field]:  # noqa: ARG001 - as every action
    """The name, whose it is, and where."""
    return [
        Field("name", "The name", value=one(given, "name")),
        Field("into", "Whose it is", value=one(given, "into"), hint="a person, known or new"),
        Field("article", "Only in this article", value=one(given, "article"), hint="its key", required=False),
    ]


def record(log: Timeline, given: Given, *, reason: str, by: str | None) -> Recorded:
    """That it is theirs."""
    name, into, article = (one(given, each) for each in ("name", "into", "article"))
    split = log.split(name, into=into, article=article or None, reason=reason, by=by)
    return Recorded(split, f"{name} is {into} from now on{f', in {article}' if article else ''}.")
