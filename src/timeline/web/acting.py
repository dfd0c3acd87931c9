"""Take actions: record what their forms send, and say what was recorded on the page they were sent from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from timeline.errors import QueryError, TimelineError
from timeline.plugins import discover
from timeline.web import asked, rendering
from timeline.web.access import same
from timeline.web.action import Offer, Recorded, one
from timeline.web.guard import SESSION
from timeline.web.page import Page
from timeline.web.problems import status_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

    from starlette.datastructures import FormData
    from starlette.requests import Request

    from timeline.api.timeline import Timeline
    from timeline.web.access import Access, Session

    Endpoint = Callable[[Request], Awaitable[Response]]

MOST_FORM_BYTES = 200_000
MOST_FIELDS = 1000
MOST_CHARS = {"by": 120, "reason": 2000}
"""Of what every form asks for."""


class Desk(NamedTuple):
    """
    Where something is recorded.

    Attributes:
        log: Into which.
        access: Who may.
        options: Pages that are served because somebody asked for them.
    """

    log: Timeline
    access: Access
    options: frozenset[str]

    def asked(self, path: str, session: Session) -> asked.Asked:
        """What a page of a form is asked for."""
        return asked.Asked(self.log, path, {}, {}, {}, options=self.options, session=session)


class Told(NamedTuple):
    """
    What is said of what was recorded.

    Attributes:
        sentence: What it is.
        event: The decision that can be taken back at once; None for none.
    """

    sentence: str
    event: str | None


def path_of(name: str) -> str:
    """Where the form of an action is sent to."""
    return f"/do/{name}"


def taking() -> dict[str, int]:
    """The paths that forms of actions are sent to, each with the most bytes it takes."""
    return {path_of(name): MOST_FORM_BYTES for name in discover("web.actions")}


def routes(desk: Desk) -> Iterator[Route]:
    """What answers below ``/do/``, and the link that lets a browser in."""
    yield Route("/enter", _entering(desk))
    for name in discover("web.actions"):
        yield Route(path_of(name), _asking(desk, name), methods=["GET"])
        yield Route(path_of(name), _taking(desk, name), methods=["POST"])


def session_of(request: Request) -> Session:
    """
    The session of who asks.

    Raises:
        HTTPException: There is none.
    """
    session: Session | None = request.scope.get(SESSION)
    if session is None:
        raise HTTPException(403, "This takes a browser that opened the link that the server printed.")
    return session


async def form_of(request: Request, *, most_files: int = 0, most_part_bytes: int = MOST_FORM_BYTES) -> FormData:
    """
    What a form of ours sends.

    Raises:
        HTTPException: It has not the token of the session, or is no form.
    """
    form = await request.form(max_files=most_files, max_fields=MOST_FIELDS, max_part_size=most_part_bytes)
    token = form.get("form_token")
    if not isinstance(token, str) or not same(token, session_of(request).form_token):
        raise HTTPException(403, "This was not sent by a form of this page, and nothing was done: open it again.")
    return form


def texts(form: FormData) -> dict[str, list[str]]:
    """The values of a form that are text, as they were written; lines end as in Unix."""
    found: dict[str, list[str]] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            found.setdefault(name, []).append(value.replace("\r\n", "\n"))
    return found


def back_to(text: str) -> str:
    """A path of this server, whatever was sent."""
    is_plain = text.isprintable() and "\\" not in text and text.startswith("/") and not text.startswith("//")
    return text if is_plain and not text.startswith(("/do/", "/enter")) else "/"


def _entering(desk: Desk) -> Endpoint:
    access = desk.access

    async def endpoint(request: Request) -> Response:
        if request.method == "HEAD":  # whoever looks ahead does not use up the link
            return Response()
        token = request.query_params.get("token")
        name = access.enter(token) if token else None
        if name is None:
            access.say_link()
            raise HTTPException(403, "This link was used, or is too old: a new one is printed where the server runs.")
        answer = RedirectResponse("/" if desk.log.path.exists() or not access.edit else "/add", 303)
        answer.set_cookie(access.cookie, name, httponly=True, samesite="strict", path="/")
        return answer

    return endpoint


def _asking(desk: Desk, name: str) -> Endpoint:
    """The form of an action on a page of its own, begun with what the address holds."""

    async def endpoint(request: Request) -> Response:
        session = session_of(request)
        given = parse_qs(request.url.query)
        return await run_in_threadpool(_form, desk, session, name, given, None)

    return endpoint


def _taking(desk: Desk, name: str) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        given = texts(await form_of(request))
        return await run_in_threadpool(_taken, desk, session_of(request), name, given)

    return endpoint


def _taken(desk: Desk, session: Session, name: str, given: Mapping[str, Sequence[str]]) -> Response:
    """Record it and lead back, or show the form again with what is wrong."""
    session.name = one(given, "by")[: MOST_CHARS["by"]]
    try:
        _check(given)
        with desk.access.writing:
            recorded: Recorded = discover("web.actions")[name].record(
                desk.log, given, reason=one(given, "reason"), by=session.name or None
            )
    except TimelineError as error:
        return _form(desk, session, name, given, error)
    undoing = str(recorded.event_id) if recorded.can_be_undone else None
    session.told = Told(recorded.sentence, undoing)
    return RedirectResponse(back_to(one(given, "back")), 303)


def _check(given: Mapping[str, Sequence[str]]) -> None:
    """
    What every form asks for is there, and can be stored.

    Raises:
        QueryError: It is not.
    """
    for name, most in MOST_CHARS.items():
        if len(one(given, name)) > most:
            raise QueryError(f"{name} has more than {most} characters: shorten it.")
    if any("\0" in value for values in given.values() for value in values):
        raise QueryError("a zero character cannot be stored: take it out.")
    if not one(given, "reason"):
        raise QueryError("a reason is missing: write why, in a sentence.")


def _form(
    desk: Desk, session: Session, name: str, given: Mapping[str, Sequence[str]], error: TimelineError | None
) -> Response:
    action = discover("web.actions")[name]
    question = desk.asked(path_of(name), session)
    try:
        offer = Offer(name, action, action.fields(desk.log, given), one(given, "reason"))
    except TimelineError as wrong:
        error, offer = error or wrong, Offer(name, action, [])
    values = {"offer": offer, "error": str(error) if error else None, "back": back_to(one(given, "back"))}
    return private(Page("action.html", offer.label, values), question, status_of(error) if error else 200)


def private(page: Page, question: asked.Asked, status: int = 200) -> Response:
    """A page for who may write, which nobody keeps."""
    text = rendering.html(page, question)
    return Response(text.encode("utf-8", "replace"), status, {"Cache-Control": "no-store"}, "text/html")
