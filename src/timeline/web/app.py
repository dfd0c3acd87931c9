"""The web application: every page at its address, with its twins; what writes is there for who may."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import anyio
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from timeline.errors import QueryError, TimelineError
from timeline.plugins import discover
from timeline.store import connections
from timeline.store.deadline import within
from timeline.web import acting, adding, asked, receiving, rendering
from timeline.web.answers import Answers
from timeline.web.api.routes import Api
from timeline.web.assets import STATIC, static
from timeline.web.guard import API, SESSION, Guard
from timeline.web.problems import HANDLERS, STATUS, status_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from starlette.requests import Request

    from timeline.api.timeline import Timeline
    from timeline.web.access import Access
    from timeline.web.measuring import Meters
    from timeline.web.page import Page

    Answer = Callable[[asked.Asked], Page]

MOST_SECONDS = 30
MOST_FIELDS = 60
"""Of an address."""
TYPES = {"html": "text/html", "json": "application/json", "csv": "text/csv"}


def application(
    log: Timeline, *, hosts: Sequence[str], options: Collection[str] = (), access: Access | None = None
) -> Meters:
    """
    The application that shows a log.

    Args:
        log: Opened anew for each page, so that others can write in between.
        hosts: Names that a browser may ask for; any other is refused, as it is somebody else's page that asks.
        options: Pages that are there only where they are asked for: `sql`.
        access: Who may do more than read; nobody, where there is none.
    """
    offered = frozenset(options)
    pages = [page for page in discover("web.pages").values() if getattr(page, "OPTION", None) in (None, *offered)]
    answers = Answers(log.path)
    routes = [
        Route(path, _endpoint(log, page.answer, offered, None if hasattr(page, "OPTION") else answers))
        for page in pages
        for path in _paths(page.PATH)
    ]
    routes += [
        Route("/static/{name}", _static),
        Route("/digest", lambda _: RedirectResponse("/digests", 301)),
        Route("/favicon.ico", lambda _: Response(status_code=204)),
    ]
    taking: dict[str, int] = {}
    if access is not None:
        desk = acting.Desk(log, access, offered)
        routes += [*acting.routes(desk), *adding.routes(desk), *receiving.routes(log, access)]
        taking = acting.taking() | adding.taking() | receiving.taking()
    handlers: dict[Any, Any] = {HTTPException: _refused, **dict.fromkeys((TimelineError, *STATUS), _failed)}
    api = Api(log, receiving.described() if access is not None and access.edit else {})
    app = Starlette(routes=[*routes, *api.routes()], exception_handlers=handlers)
    return api.counted(Guard(app, hosts, access, taking), (route.path for route in routes))


def _paths(path: str) -> Iterator[str]:
    """The addresses of a page and its twins; one whose last part varies tells them apart by itself."""
    yield path
    if not path.endswith("}"):
        for twin in asked.TWINS:
            yield f"{path if path != '/' else '/timeline'}.{twin}"


def _endpoint(
    log: Timeline, answer: Answer, options: frozenset[str], answers: Answers | None
) -> Callable[[Request], Any]:
    """What answers at an address; what only who may edit is shown, and what has no *answers*, is worked out anew."""

    async def endpoint(request: Request) -> Response:
        with anyio.move_on_after(MOST_SECONDS) as limit:
            limited = within(MOST_SECONDS)(_answered)  # a thread is not ended, but its query is
            work = partial(limited, log, answer, request, options)
            if answers is None or request.scope.get(SESSION) is not None:
                return await run_in_threadpool(work)
            address = request.scope["raw_path"] + b"?" + request.scope["query_string"]
            return await answers.give(address, work)
        assert limit.cancelled_caught  # noqa: S101 - else there was an answer
        raise HTTPException(503, f"this took more than {MOST_SECONDS} seconds: ask for fewer days.")

    return endpoint


def _answered(log: Timeline, answer: Answer, request: Request, options: frozenset[str]) -> Response:
    path, form = request.scope["raw_path"].decode("ascii", "replace").partition("?")[0], "html"
    parts = dict(request.path_params)
    last = next(reversed(parts), None)
    for suffix in asked.SUFFIXES:
        if path.endswith(f".{suffix}") and (last is None or parts[last].endswith(f".{suffix}")):
            path, form = path.removesuffix(f".{suffix}"), suffix
            if last is not None:
                parts[last] = parts[last].removesuffix(f".{suffix}")
            break
    given = asked.read(_query(request))
    where = "/" if path == "/timeline" else path
    question = asked.Asked(log, where, parts, given, {}, options=options, session=request.scope.get(SESSION))
    with connections.opening_once(log.path):
        page = answer(question)
        text = {"html": lambda: rendering.html(page, question), "json": lambda: rendering.json(page),
                "csv": lambda: rendering.as_csv(page)}[form]()  # fmt: skip
    headers = {"Cache-Control": "no-store" if question.session else "no-cache"}
    if form == "csv":
        headers["Content-Disposition"] = 'attachment; filename="timeline.csv"'
    return Response(text.encode("utf-8", "replace"), page.status, media_type=TYPES[form], headers=headers)


def _query(request: Request) -> dict[str, list[str]]:
    try:
        return parse_qs(request.url.query, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise QueryError(f"the address holds more than {MOST_FIELDS} values: take some off.") from None


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    return Response(static(name), media_type=STATIC[name], headers={"Cache-Control": "max-age=31536000, immutable"})


def _failed(_: Request, error: Exception) -> Response:
    return _told(status_of(error), str(error))


def _refused(request: Request, error: Exception) -> Response:
    if request.url.path.startswith(API):  # an address that no pattern takes, as one of several lines
        return HANDLERS[HTTPException](request, error)
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    sentences = {404: "There is no such page.", 405: "Pages here are only read."}
    return _told(error.status_code, sentences.get(error.status_code, error.detail))


def _told(status: int, sentence: str) -> Response:
    text = rendering.error(status, sentence)
    return Response(text.encode("utf-8", "replace"), status, media_type=TYPES["html"])
