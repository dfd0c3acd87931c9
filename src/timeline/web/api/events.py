"""The log itself: recorded events in the order of their positions, and where one of them comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.json_text import json_text
from timeline.web.api import parameters, schemas, streaming
from timeline.web.api.listings import body, next_page
from timeline.web.api.parameters import Parameter
from timeline.web.api.resource import Question, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.api.timeline import Timeline

VIEW = "events"
STREAM = {streaming.MEDIA_TYPE: {"schema": {"type": "string"}}}
EVENT = Parameter("event", "event", "text", "id of an event, or at least its first four characters")
AFTER = Parameter("after", "after", "integer", "only events behind this position", most=parameters.MOST["bigint"])


def resources() -> tuple[Resource, ...]:
    """The log, and one event of it."""
    known = parameters.of_view(VIEW)
    clocks = tuple(each for each in known if each.name in ("as_of", "reported_until"))
    return (
        Resource(
            "/log", "What was recorded, in order; as server-sent events where these are accepted.",
            (*known, parameters.LIMIT), (), _log, lambda log: schemas.page(schemas.row(log, VIEW)), STREAM,
        ),
        Resource(
            "/events/{event}", "Where an event comes from: its rule, its sentence, its article, its place in the log.",
            clocks, (EVENT,), _explained, _event_schema,
        ),
    )  # fmt: skip


def _log(question: Question) -> str:
    """A page of events; the next one begins behind the last of them, whatever is recorded meanwhile."""
    fields = dict(question.values)
    most = fields.pop("limit", parameters.ROWS)
    rows = question.log.log(limit=most + 1, **fields).dicts()
    following = next_page(question, after=rows[most - 1]["position"]) if len(rows) > most else None
    return body(rows[:most], question.position.position, following)


def _explained(question: Question) -> str:
    fields = dict(question.values)
    return json_text(question.log.explain(fields.pop("event"), **fields).record) + "\n"


def _event_schema(log: Timeline) -> Mapping[str, Any]:
    """The row of the log, with the passage and what was decided about it."""
    row = schemas.row(log, VIEW)["properties"]
    texts = {name: {"type": ["string", "null"]} for name in ("title", "passage_text", "erased")}
    numbers = {name: {"type": ["integer", "null"]} for name in ("paragraph", "tree_size")}
    lists = {
        "decided": {"type": "array", "items": {"type": ["string", "null"]}, "description": "payloads of decisions"},
        "reports": {"type": "array", "items": {"type": "object"}, "description": "all reports of its happening"},
        "passage": {"type": "array", "items": {"type": "integer"}, "description": "half-open, in code points"},
    }
    hashes = {name: {"type": ["string", "null"]} for name in ("salt", "commitment", "leaf", "root")}
    return schemas.record({**row, **texts, **numbers, **lists, **hashes})
