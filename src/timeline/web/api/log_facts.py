"""How the log stands: its head, and its state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.json_text import json_text
from timeline.web.api import schemas
from timeline.web.api.resource import Question, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.api.timeline import Timeline

TEXT: Mapping[str, Any] = {"type": "string"}
COUNT: Mapping[str, Any] = {"type": "integer", "minimum": 0}


def resources() -> tuple[Resource, ...]:
    """The head and the state."""
    return (
        Resource("/head", "Size and root hash of the log, to be kept elsewhere.", (), (), _head, _head_schema),
        Resource("/status", "Events by type, and whether the tables are current.", (), (), _status, _status_schema),
    )


def _head(question: Question) -> str:
    head = question.log.head()
    return json_text({"origin": head.origin, "size": head.size, "root": head.root, "checkpoint": head.text}) + "\n"


def _head_schema(_: Timeline) -> Mapping[str, Any]:
    checkpoint = {**TEXT, "description": "body of a C2SP checkpoint, as `timeline head` prints it"}
    return schemas.record({"origin": TEXT, "size": COUNT, "root": TEXT, "checkpoint": checkpoint})


def _status(question: Question) -> str:
    """As `timeline status` has it, but for the place of the file, which is no affair of who asks."""
    return json_text(question.log.status() | {"log": question.log.path.name}) + "\n"


def _status_schema(_: Timeline) -> Mapping[str, Any]:
    known = {
        "log": TEXT, "bytes": COUNT, "events": COUNT, "root": TEXT, "projections": TEXT,
        "recorded_at": schemas.of_type("TIMESTAMP"), "unmatched": schemas.of_type("BIGINT"),
    }  # fmt: skip
    return {
        "type": "object", "properties": {**known, "clock": TEXT}, "required": list(known),
        "additionalProperties": {**COUNT, "description": "events of a type"},
    }  # fmt: skip
