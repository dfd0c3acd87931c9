"""What went wrong, as programs read it (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

from timeline.errors import InputError, LogLocked, NotFound, QueryError, QueryStopped, TimelineError
from timeline.json_text import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request

MEDIA_TYPE = "application/problem+json"

STATUS: dict[type[TimelineError], int] = {
    QueryStopped: 503, NotFound: 404, QueryError: 400, InputError: 400, LogLocked: 503,
}  # fmt: skip
"""Of errors whose sentence is for who asked; any other is a 500."""

RETRY_SECONDS = 5
"""Who is told that the log is in use comes back then."""

SENTENCES = {404: "There is no such resource: /api/v1/openapi.json lists them.", 405: "This is only read: GET it."}


def status_of(error: Exception) -> int:
    """The status of an answer that says what went wrong."""
    return next((status for kind, status in STATUS.items() if isinstance(error, kind)), 500)


def problem(status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    """An answer that says what went wrong, in one sentence."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": sentence}
    more = {"Cache-Control": "no-store"} | ({"Retry-After": str(RETRY_SECONDS)} if status == 503 else {})
    text = json_text(told) + "\n"
    return Response(text.encode("utf-8", "replace"), status, media_type=MEDIA_TYPE, headers={**more, **(headers or {})})


def _failed(_: Request, error: Exception) -> Response:
    return problem(status_of(error), str(error))


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    sentence = error.detail if error.detail != HTTPStatus(error.status_code).phrase else None
    said = sentence or SENTENCES.get(error.status_code, HTTPStatus(error.status_code).description)
    return problem(error.status_code, said, error.headers)


def _unforeseen(_: Request, __: Exception) -> Response:
    return problem(500, "Something went wrong here that nobody foresaw: what the server printed says more.")


HANDLERS: dict[type[Exception], Callable[[Request, Exception], Response]] = {
    HTTPException: _refused,
    TimelineError: _failed,
    **dict.fromkeys(STATUS, _failed),
    Exception: _unforeseen,
}
"""Which answer each error makes."""
