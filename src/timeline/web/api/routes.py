"""The addresses of the API, each of which answers from the table of resources."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Mount, Route

from timeline.json_text import json_text
from timeline.language.written_times import today
from timeline.web.api import openapi, parameters
from timeline.web.api.cursors import Cursor
from timeline.web.api.positions import Positions
from timeline.web.api.resource import Question, Resource
from timeline.web.api.resources import resources
from timeline.web.problems import HANDLERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from timeline.api.timeline import Timeline
    from timeline.web.api.parameters import Pairs

MOST_SECONDS = 30
"""For one answer."""

JSON = "application/json"


def routes(log: Timeline) -> list[BaseRoute]:
    """What stands under ``/api``; routes that write stand before these, as all others there are refused."""
    positions = Positions(log)
    known: list[BaseRoute] = [
        Route(_pattern(resource), _endpoint(partial(_answered, log, positions, resource))) for resource in resources()
    ]
    known.append(Route("/openapi.json", _endpoint(partial(_document, log))))
    return [Mount("/api", app=Starlette(routes=[Mount("/v1", routes=known)], exception_handlers={**HANDLERS}))]


def _pattern(resource: Resource) -> str:
    """Its path as a route: a part may hold slashes."""
    return resource.path.replace("}", ":path}")


def _endpoint(answer: Callable[[Request], Response]) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        with anyio.move_on_after(MOST_SECONDS):
            return await anyio.to_thread.run_sync(answer, request, abandon_on_cancel=True)
        raise HTTPException(503, f"this took more than {MOST_SECONDS} seconds: ask for fewer days.")

    return endpoint


def _answered(log: Timeline, positions: Positions, resource: Resource, request: Request) -> Response:
    pairs = parameters.pairs_of(request.url.query)
    day = _today(resource, pairs)
    given = parameters.read(resource.parameters, pairs, day)
    parts = parameters.read(resource.parts, tuple(request.path_params.items()), day)
    position = positions.newest()
    path = request.scope["raw_path"].decode("ascii", "replace").partition("?")[0]
    headers = {"ETag": position.tag(path, pairs, day if given.is_relative else None), "Cache-Control": "no-cache"}
    if is_known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    question = Question(log, positions, position, path, pairs, {**given.values, **parts.values}, day)
    return Response(resource.answer(question).encode("utf-8", "replace"), media_type=JSON, headers=headers)


def _today(resource: Resource, pairs: Pairs) -> date:
    """What days such as ``yesterday`` are counted from: for all pages of an answer the same."""
    cursor = dict(pairs).get(parameters.CURSOR.name)
    return today() if cursor is None or parameters.CURSOR not in resource.parameters else Cursor.of_text(cursor).day


def is_known(request: Request, tag: str) -> bool:
    """Who asks has the answer of that tag."""
    known = request.headers.get("if-none-match", "")
    return tag.removeprefix("W/") in (each.strip().removeprefix("W/") for each in known.split(","))


def _document(log: Timeline, request: Request) -> Response:
    parameters.read((), parameters.pairs_of(request.url.query), today())
    return Response(json_text(openapi.document(log, resources())) + "\n", media_type=JSON)
