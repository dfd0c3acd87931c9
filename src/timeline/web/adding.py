"""Add articles on a page: what is handed in is shown as it would be read, then appended as it was shown."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from timeline.errors import TimelineError
from timeline.web import handed_in
from timeline.web.acting import Told, form_of, private, session_of, texts
from timeline.web.action import one
from timeline.web.asked import path_to
from timeline.web.page import Page
from timeline.web.problems import status_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

    from starlette.datastructures import FormData
    from starlette.requests import Request

    from timeline.web.access import Session
    from timeline.web.acting import Desk
    from timeline.web.handed_in import Given, Line

    Endpoint = Callable[[Request], Awaitable[Response]]

PATH, APPEND = "/add", "/add/append"
MOST_BYTES = 34_000_000
"""Of all that is handed in at once."""

MOST_FILES = 100
MOST_TEXT_BYTES = 10_000_000
MOST_DRAFTS = 3
"""What a session handed in and has not appended: the newest are kept."""

STATED = ("title", "published", "source", "url")


class Draft(NamedTuple):
    """
    What was handed in.

    Attributes:
        lines: What would become of each article.
    """

    lines: Sequence[Line]


def taking() -> dict[str, int]:
    """The paths, each with the most bytes it takes."""
    return {PATH: MOST_BYTES, APPEND: 10_000}


def routes(desk: Desk) -> Iterator[Route]:
    """What answers there."""
    yield Route(PATH, _asking(desk), methods=["GET"])
    yield Route(PATH, _previewing(desk), methods=["POST"])
    yield Route(APPEND, _appending(desk), methods=["POST"])


def _asking(desk: Desk) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_form, desk, session_of(request))

    return endpoint


def _previewing(desk: Desk) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        session = session_of(request)
        form = await form_of(request, most_files=MOST_FILES, most_part_bytes=MOST_TEXT_BYTES)
        given = await _given(form)
        return await run_in_threadpool(_preview, desk, session, given)

    return endpoint


def _appending(desk: Desk) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        session = session_of(request)
        name = one(texts(await form_of(request)), "draft")
        draft = session.drafts.get(name)
        if draft is None:
            raise HTTPException(410, "This was appended already, or handed in too long ago: hand it in again.")
        return await run_in_threadpool(_append, desk, session, name, draft)

    return endpoint


async def _given(form: FormData) -> Given:
    """What a form holds; its files are closed."""
    files = [
        (value.filename or "", await value.read())
        for _, value in form.multi_items()
        if isinstance(value, UploadFile) and (value.filename or value.size)
    ]
    await form.close()
    given = texts(form)
    stated = {name: one(given, name) for name in STATED}
    text = next(iter(given.get("text", ())), "")
    return handed_in.Given(text, stated, files, one(given, "addresses").split())


def _form(desk: Desk, session: Session, given: Given | None = None, error: str | None = None) -> Response:
    stated = given.stated if given else dict.fromkeys(STATED, "")
    values: dict[str, Any] = {
        "error": error, "stated": stated, "text": given.text if given else "", "network": desk.access.network,
        "addresses": "\n".join(given.addresses) if given else "", "most_files": MOST_FILES,
    }  # fmt: skip
    return private(Page("add.html", "Add articles", values), desk.asked(PATH, session), 400 if error else 200)


def _preview(desk: Desk, session: Session, given: Given) -> Response:
    """What would be read of what was handed in; it is kept as it is shown."""
    if not (given.text.strip() or given.files or given.addresses):
        return _form(desk, session, given, "nothing was handed in: paste a text, or choose files.")
    try:
        lines = handed_in.previewed(desk.log, handed_in.read(given, network=desk.access.network))
    except TimelineError as error:
        return _form(desk, session, given, str(error))
    wrong = [line for line in lines if line.wrong]
    if len(wrong) == len(lines):
        return _form(desk, session, given, " ".join(filter(None, (line.wrong for line in wrong))))
    name = secrets.token_urlsafe(16)
    session.drafts = dict(list(session.drafts.items())[1 - MOST_DRAFTS :]) | {name: Draft(lines)}
    return _shown(desk, session, name, lines)


def _shown(
    desk: Desk, session: Session, name: str, lines: Sequence[Line], error: TimelineError | None = None
) -> Response:
    fresh = sum(not line.wrong for line in lines)
    values = {"lines": lines, "draft": name, "error": str(error) if error else None, "fresh": fresh}
    page = Page("preview.html", "What is read", values)
    return private(page, desk.asked(PATH, session), status_of(error) if error else 200)


def _append(desk: Desk, session: Session, name: str, draft: Draft) -> Response:
    """Append what was shown, and lead to it; what goes wrong is said there, and it can be tried again."""
    items = list(handed_in.articles(draft.lines))
    try:
        with desk.access.writing:
            appended = desk.log.append(items)
    except TimelineError as error:
        return _shown(desk, session, name, draft.lines, error)
    session.drafts.pop(name, None)
    counts = {"appended": appended.published, "revised": appended.revised, "there already": appended.unchanged,
              "withdrawn": appended.withdrawn}  # fmt: skip
    told = ", ".join(f"{count:,} {word}" for word, count in counts.items() if count)
    failed = " ".join(map(str, appended.failures))
    session.told = Told(f"Articles: {told or 'none appended'}. {failed}".strip(), None)
    keys = list(dict.fromkeys(key for key, _ in appended.outcomes))
    return RedirectResponse(path_to("article", keys[0]) if len(keys) == 1 else "/articles", 303)
