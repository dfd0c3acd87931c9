"""The addresses of the API, each of which answers from the table of resources."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Mount, Route

from timeline.errors import LogLocked, TimelineError
from timeline.json_text import json_text
from timeline.language.written_times import today
from timeline.store.deadline import within
from timeline.web.api import digests, openapi, parameters, streaming
from timeline.web.api.cursors import Cursor
from timeline.web.api.positions import Positions
from timeline.web.api.resource import JSON, PREFIX, Question, Resource
from timeline.web.api.resources import resources
from timeline.web.api.streaming import Listeners
from timeline.web.measuring import Meters
from timeline.web.problems import HANDLERS, problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping
    from datetime import date

    from starlette.requests import Request
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp

    from timeline.api.timeline import Timeline
    from timeline.web.api.parameters import Pairs

    Endpoint = Callable[[Request], Awaitable[Response]]

MOST_SECONDS = 30
"""For one answer."""

MOST_AT_ONCE = 8
"""Answers that are worked out at once; others wait, without keeping a writer from the log."""

AT_ONCE_SECONDS = 1
"""Who asks whether a server is well does not wait for a writer."""

METRICS = "text/plain; version=0.0.4; charset=utf-8"
FRESH = {"Cache-Control": "no-store"}

FEED = Resource(
    "/feed.atom", "What was printed lately, as an Atom feed.", digests.known(), (),
    partial(digests.told, format="atom"), lambda _: {}, media_type="application/atom+xml",
)  # fmt: skip


class Api:
    """The resources of a log, and what is told of the server: what stands behind `routes`."""

    def __init__(self, log: Timeline, taking: Mapping[str, Mapping[str, Any]] = MappingProxyType({})) -> None:
        """*taking* are the operations that take something, by their paths, as the document describes them."""
        self._log, self._taking = log, taking
        self.positions = Positions(log.path, log.wait)
        self.at_once = Positions(log.path, min(log.wait, AT_ONCE_SECONDS))
        self.listeners = Listeners(log)
        self._threads = anyio.CapacityLimiter(MOST_AT_ONCE)
        self._meters: Meters | None = None

    def counted(self, app: ASGIApp, pages: Iterable[str]) -> Meters:
        """The application that these stand in, whose answers are counted by the beginnings of its pages' paths."""
        known = frozenset(f"/{path.split('/')[1]}" for path in (*pages, "/static/"))

        def path_of(address: str) -> str | None:
            first = "/" + address.removeprefix("/").partition("/")[0].partition(".")[0]
            return self._path_of(address) or (first if first in known else None)

        self._meters = Meters(app, path_of, self.at_once, self.listeners)
        return self._meters

    def routes(self) -> list[BaseRoute]:
        """All addresses; those that write stand before these, as whatever else is under ``/api`` is refused."""
        known: list[BaseRoute] = [Route(_pattern(each), self._endpoint(each)) for each in resources()]
        known.append(Route("/openapi.json", _within_limits(partial(_document, self._log, self._taking), self._threads)))
        app = Starlette(routes=[Mount("/v1", routes=known)], exception_handlers={**HANDLERS})
        return [
            Mount("/api", app=app),
            Route(FEED.path, self._endpoint(FEED)),
            Route("/healthz", _within_limits(self._health)),
            Route("/metrics", _within_limits(self._metrics)),
        ]

    def _path_of(self, address: str) -> str | None:
        """By which of its paths an address leads here; None if by none."""
        if address in (FEED.path, "/healthz", "/metrics", f"{PREFIX}/openapi.json"):
            return address
        name = address.removeprefix(f"{PREFIX}/").partition("/")[0]
        is_known = address.startswith(f"{PREFIX}/") and any(each.name == name for each in resources())
        return f"{PREFIX}/{name}" if is_known else None

    def _endpoint(self, resource: Resource) -> Endpoint:
        pages = _within_limits(partial(_answered, self._log, self.positions, resource), self._threads)
        if not resource.streams:
            return pages

        async def endpoint(request: Request) -> Response:
            if not streaming.is_wanted(request):
                return await pages(request)
            given = parameters.read(resource.parameters, parameters.pairs_of(request.url.query), today())
            return self.listeners.answer(request, given.values)

        return endpoint

    def _metrics(self, _: Request) -> Response:
        if self._meters is None:
            raise HTTPException(404)
        return Response(self._meters.text(), media_type=METRICS, headers=FRESH)

    def _health(self, _: Request) -> Response:
        """Whether the log can be read, of which no more than its head is read; who waits for a writer is well, too."""
        told: dict[str, Any] = {"status": "ok"}
        try:
            told["position"] = self.at_once.newest().position
        except LogLocked:
            told["status"] = "busy"
        except (TimelineError, OSError) as error:
            return problem(503, str(error))
        return Response(json_text(told) + "\n", media_type=JSON, headers=FRESH)


def _pattern(resource: Resource) -> str:
    """Its path as a route: a part may hold slashes."""
    return resource.path.replace("}", ":path}")


def _within_limits(answer: Callable[[Request], Response], threads: anyio.CapacityLimiter | None = None) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        with anyio.move_on_after(MOST_SECONDS):
            limited = within(MOST_SECONDS)(answer)  # in the thread, which goes on when nobody waits for it any more
            return await anyio.to_thread.run_sync(limited, request, abandon_on_cancel=True, limiter=threads)
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
    return Response(
        resource.answer(question).encode("utf-8", "replace"), media_type=resource.media_type, headers=headers
    )


def _today(resource: Resource, pairs: Pairs) -> date:
    """What days such as ``yesterday`` are counted from: for all pages of an answer the same."""
    cursor = dict(pairs).get(parameters.CURSOR.name)
    return today() if cursor is None or parameters.CURSOR not in resource.parameters else Cursor.of_text(cursor).day


def is_known(request: Request, tag: str) -> bool:
    """Who asks has the answer of that tag."""
    known = request.headers.get("if-none-match", "")
    return tag.removeprefix("W/") in (each.strip().removeprefix("W/") for each in known.split(","))


def _document(log: Timeline, taking: Mapping[str, Mapping[str, Any]], request: Request) -> Response:
    parameters.read((), parameters.pairs_of(request.url.query), today())
    return Response(json_text(openapi.document(log, resources(), taking)) + "\n", media_type=JSON)
