"""The API as an OpenAPI 3.1 document, made of the table of resources."""

from __future__ import annotations

from http import HTTPStatus
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from timeline.web import problems
from timeline.web.api.resource import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.api.timeline import Timeline
    from timeline.web.api.parameters import Parameter
    from timeline.web.api.resource import Resource

    Told = Mapping[str, Any]

ABOUT = (
    "What happened when, and who said what when, as the log of a timeline tells it. Times are UTC, days that bound a "
    "range are inclusive, and confidence and salience are per mille. A day may be written as people write it: 2024-08, "
    "last week."
)
SCALARS: dict[str, Told] = {
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "day": {"type": "string", "examples": ["2024-08-13", "2024-08", "last week"]},
    "moment": {"type": "string", "examples": ["2024-08-13", "2024-08-13T12:00:00Z"]},
}
"""Schemas of values; of texts is known how long they may be."""

TOKEN = "token"  # noqa: S105 - what the scheme is called
"""Of a server that takes something."""

REFUSED = (400, 403, 404, 414, 421, 500, 503)
"""Answers that are problems, whatever was asked."""

PROBLEM: Told = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "what is wrong and what to do, in a sentence"},
    },
    "required": ["type", "title", "status", "detail"],
}


def document(log: Timeline, resources: Iterable[Resource], taking: Told = MappingProxyType({})) -> Told:
    """What programs make clients of; *taking* are operations that take something, by their paths."""
    paths: dict[str, dict[str, Any]] = {each.path: {"get": _operation(log, each)} for each in resources}
    for path, operation in taking.items():
        paths.setdefault(path, {})["post"] = operation
    return {
        "openapi": "3.1.0",
        "info": {"title": "timeline", "version": "1", "description": ABOUT},
        "servers": [{"url": PREFIX}],
        "paths": paths,
        "components": {
            "schemas": {"Problem": PROBLEM},
            "securitySchemes": {TOKEN: {"type": "http", "scheme": "bearer"}} if taking else {},
            "responses": {f"Problem{status}": problem_of(status) for status in REFUSED}
            | {"NotModified": {"description": "The answer is the one that `If-None-Match` names."}},
        },
    }


def _operation(log: Timeline, resource: Resource) -> Told:
    parts = [_parameter(each, "path") for each in resource.parts]
    headers = {"ETag": {"description": "changes when the log has grown", "schema": {"type": "string"}}}
    answers: dict[str, Told] = {
        "200": {
            "description": resource.about,
            "headers": headers,
            "content": {resource.media_type: {"schema": resource.schema(log)}, **resource.streams},
        },
        "304": {"$ref": "#/components/responses/NotModified"},
        **{str(status): {"$ref": f"#/components/responses/Problem{status}"} for status in REFUSED},
    }
    return {
        "operationId": resource.name,
        "summary": resource.about,
        "parameters": parts + [_parameter(each, "query") for each in resource.parameters],
        "responses": answers,
    }


def _parameter(each: Parameter, place: str) -> Told:
    meaning = f"{each.meaning[:1].upper()}{each.meaning[1:]}."
    told = {"name": each.name, "in": place, "description": meaning, "required": place == "path"}
    return {**told, "schema": _schema(each)}


def _schema(each: Parameter) -> Told:
    one: dict[str, Any] = dict(SCALARS.get(each.kind, {"type": "string"}))
    if each.choices:
        one["enum"] = list(each.choices)
    elif one["type"] == "string":
        one |= {"minLength": 1, "maxLength": each.most_chars}
    if each.kind == "integer":
        one |= {"minimum": each.least, "maximum": each.most}
    if each.default is not None:
        one["default"] = each.default
    return {"type": "array", "items": one} if each.is_several else one


def problem_of(status: int) -> Told:
    """The answer of a status that is a problem."""
    known = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        "description": HTTPStatus(status).description or HTTPStatus(status).phrase,
        "content": {problems.MEDIA_TYPE: known},
    }
