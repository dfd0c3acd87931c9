"""Take articles over HTTP, from programs: ``POST /api/v1/articles``."""

from __future__ import annotations

import io
import json
from collections import Counter, defaultdict, deque
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from timeline import sql_files
from timeline.errors import InputError, NotFound, TimelineError
from timeline.json_text import json_text
from timeline.plugins import discover
from timeline.readers import MAX_BYTES, InputContext
from timeline.store.rows import Rows
from timeline.web.api import openapi, schemas
from timeline.web.api.resource import PREFIX
from timeline.web.problems import MEDIA_TYPE, problem, status_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starlette.requests import Request

    from timeline.api.timeline import Timeline
    from timeline.ingest.appended import Appended
    from timeline.model.article import Article
    from timeline.model.withdrawal import Withdrawal
    from timeline.web.access import Access

    Item = Article | Withdrawal | InputError

PATH = "/api/v1/articles"

MOST_BYTES = 70_000_000
"""Of what is sent at once: the longest article, with what JSON adds to it."""


ARTICLE = {
    "type": "object",
    "properties": {
        **{name: {"type": ["string", "null"]} for name in ("id", "title", "source", "url", "language", "captured")},
        "text": {"type": "string"},
        "published": {"type": "string", "examples": ["2024-08-13", "2024-08-13T09:30:00+01:00"]},
        "authors": {"type": ["array", "null"], "items": {"type": "string"}},
    },
    "required": ["text", "published"],
}
"""What an article looks like, as JSON Schema; other names of these are known as well."""

BECAME = schemas.record(
    {
        "article": {"type": ["string", "null"], "description": "its key"},
        "outcome": {"enum": ["published", "revised", "unchanged", "refused"]},
        "events": {"type": "object", "additionalProperties": {"type": "integer"}, "description": "recorded, by type"},
        "reason": {"type": ["string", "null"], "description": "why it was refused, or which extractor failed"},
    }
)
ANSWER = schemas.record(
    {"articles": {"type": "array", "items": BECAME}, "notes": {"type": "array", "items": {"type": "string"}}}
)


def described() -> dict[str, dict[str, Any]]:
    """The operation by its path, as an OpenAPI document has it."""
    body = {"anyOf": [ARTICLE, {"type": "array", "items": ARTICLE, "minItems": 1}]}
    problems = {str(status): openapi.problem_of(status) for status in (400, 401, 408, 413, 421, 500, 503)}
    operation = {
        "operationId": "append",
        "summary": "Append articles; answered when all are committed. The same again is there once.",
        "security": [{openapi.TOKEN: []}],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": body},
                "application/x-ndjson": {"schema": {"type": "string", "description": "an article a line"}},
            },
        },
        "responses": {
            "200": {
                "description": "What became of each, in order.",
                "content": {"application/json": {"schema": ANSWER}},
            },
            **problems,
        },
    }
    return {PATH.removeprefix(PREFIX): operation}


def taking() -> dict[str, int]:
    """The path, with the most bytes it takes."""
    return {PATH: MOST_BYTES}


def routes(log: Timeline, access: Access) -> Iterator[Route]:
    """What answers there."""

    async def endpoint(request: Request) -> Response:
        body = await request.body()
        try:
            return await run_in_threadpool(_taken, log, access, body)
        except TimelineError as error:
            return problem(status_of(error), str(error))

    yield Route(PATH, endpoint, methods=["POST"])


def read(body: bytes) -> list[Item]:
    """The articles of one JSON article, a list of them, or JSON Lines; errors stand in their places."""
    context = InputContext(path="articles", published=None, source=None, max_bytes=MAX_BYTES, warn=lambda _: None)
    try:
        whole = json.loads(body)
    except (ValueError, RecursionError):
        whole = None
    if whole is not None:
        body = "\n".join(json.dumps(one) for one in (whole if isinstance(whole, list) else [whole])).encode()
    try:
        return list(discover("readers")["jsonl"].read_articles(io.BytesIO(body), context))
    except InputError as error:
        return [error]


def append(log: Timeline, items: Sequence[Item]) -> dict[str, Any]:
    """
    Append articles; what became of them, once all are committed.

    Of each, in order, its key, the outcome, events by type, and a reason where it was refused or an extractor failed;
    then what should be known of them.
    """
    try:
        before = log.head().size
    except NotFound:
        before = 0
    appended = log.append(list(items))
    events = _events(log, before, {key for key, _ in appended.outcomes})
    return {"articles": list(_told(items, appended, events)), "notes": list(dict.fromkeys(appended.notes))}


def _taken(log: Timeline, access: Access, body: bytes) -> Response:
    items = read(body)
    if not items:
        return problem(400, "no article was sent: send one as JSON, a list of them, or one a line.")
    with access.writing:
        told = append(log, items)
    status, media_type = 200, "application/json"
    if all(one["outcome"] == "refused" for one in told["articles"]):
        status, media_type = 400, MEDIA_TYPE
        told |= {"type": "about:blank", "title": "Bad Request", "status": 400, "detail": told["articles"][0]["reason"]}
    text = json_text(told) + "\n"
    return Response(text.encode("utf-8", "replace"), status, {"Cache-Control": "no-store"}, media_type)


def _told(items: Sequence[Item], appended: Appended, events: dict[str, Counter[str]]) -> Iterator[dict[str, Any]]:
    outcomes: dict[str, deque[str]] = defaultdict(deque)
    for key, kind in appended.outcomes:
        outcomes[key].append(kind)
    answer = partial(dict[str, Any], article=None, outcome="refused", events={}, reason=None)
    for item in items:
        if isinstance(item, InputError):
            yield answer(reason=str(item))
            continue
        outcome: str = outcomes[item.key].popleft() if outcomes[item.key] else "refused"
        found = events.pop(item.key, Counter()) if outcome not in ("refused", "unchanged") else {}
        yield answer(article=item.key, outcome=outcome, events=dict(found), reason=appended.reasons.get(item.key))


def _events(log: Timeline, before: int, keys: set[str]) -> dict[str, Counter[str]]:
    """How many events of each type an article has behind a position."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    values = {"before": before, "articles": sorted(keys)}
    for row in Rows(log.path, sql_files.find("web", "recorded").sql, values, wait=log.wait) if keys else ():
        found[row.article][row.type] = row.events
    return found
