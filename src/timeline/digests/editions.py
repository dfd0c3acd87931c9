"""Compose digests from the log, in one connection each, and editions that go on where the last one ended."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from timeline import digests, sql_files
from timeline.errors import ConflictError, LogError, NotFound, QueryError
from timeline.model.moments import parse_moment
from timeline.plugins import discover, lazy_module, ours
from timeline.projections import views
from timeline.store import connections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from timeline.events.types import digest_delivered
    from timeline.log import transaction
    from timeline.log.event_log import EventLog
    from timeline.store.connection import Connection
else:
    digest_delivered = lazy_module("timeline.events.types.digest_delivered")
    transaction = lazy_module("timeline.log.transaction")

Row = TypeVar("Row", bound=NamedTuple)


class Bookmark(NamedTuple):
    """
    How far the reader of a digest has been told.

    Attributes:
        name: Which digest.
        editions: How many were delivered.
        after: Last position that was told; None before the first edition.
        position: Last position in the log, the last that this edition tells.
    """

    name: str
    editions: int
    after: int | None
    position: int


class Edition(NamedTuple):
    """
    A digest in a format.

    Attributes:
        text: To be written out.
        bookmark: How far its reader is told when it is delivered; None for a digest without a name.
        empty: It tells nothing.
        request: What was asked.
    """

    text: str
    bookmark: Bookmark | None
    empty: bool
    request: digests.Request


def render_edition(
    path: Path, format_name: str, request: digests.Request, *, name: str | None = None, wait: float
) -> Edition:
    """
    A digest in a format; with a *name*, of what was recorded after the last edition delivered under it.

    Raises:
        NotFound: No such format, or no log.
        QueryError: An edition cannot go back to what was known at another time.
    """
    module = ours("digests.formats", format_name) or discover("digests.formats").get(format_name)
    if module is None:
        raise NotFound(f"no digest format {format_name!r}; there are {', '.join(discover('digests.formats'))}.")
    if name is not None and (request.as_of or request.reported_until):
        raise QueryError("a digest of what is new cannot be as of another moment: leave out one of the two.")
    with connections.reading(path, wait=wait) as connection:
        bookmark = None if name is None else _bookmark(connection, name)
        request = _with_moments(connection, request, None if bookmark is None else bookmark.after)
        digest = _compose(connection, request)
    return Edition(module.render(digest), bookmark, not digest.sections, request)


def compose_digest(path: Path, request: digests.Request, *, wait: float) -> digests.Digest:
    """
    A digest, not yet in any format.

    Raises:
        NotFound: No log.
    """
    with connections.reading(path, wait=wait) as connection:
        return _compose(connection, _with_moments(connection, request, None))


def compose_since(path: Path, request: digests.Request, after: int, *, wait: float) -> tuple[digests.Digest, int]:
    """
    What was recorded after a position, and the last position of which that tells.

    Raises:
        NotFound: No log.
    """
    with connections.reading(path, wait=wait) as connection:
        return _compose(connection, _with_moments(connection, request, after)), _end(connection)


def mark_delivered(log: EventLog, edition: Edition) -> None:
    """
    Record that an edition reached its reader; one that tells nothing leaves no trace.

    Raises:
        LogError: Another edition of that name was delivered meanwhile.
    """
    read, period = edition.bookmark, edition.request.period
    if read is not None and not edition.empty:
        event = digest_delivered.DigestDelivered(
            name=read.name, after=read.after, position=read.position, period=period
        )
        stream = _stream(read.name)
        try:
            log.append([(event, transaction.Origin(stream=stream))], expected_version={stream: read.editions})
        except ConflictError as error:
            message = f"another edition of {read.name!r} was delivered meanwhile: this one is not counted."
            raise LogError(message) from error


def _stream(name: str) -> str:
    """The stream of the editions of a digest."""
    return f"digest/{name}"


def parse_request(
    *,
    since: str | date | None = None,
    until: str | date | None = None,
    as_of: str | date | None = None,
    reported_until: str | date | None = None,
    about: Iterable[str] = (),
    and_about: Iterable[str] = (),
    not_about: Iterable[str] = (),
    to: Iterable[str] = (),
    story: Iterable[str] | None = None,
    **rest: Any,
) -> digests.Request:
    """
    What is wanted, days read from their text.

    Raises:
        QueryError: A text is no day or moment, or something cannot be asked for.
    """
    if unknown := sorted(rest.keys() - set(digests.Request._fields)):
        raise QueryError(
            f"a digest cannot be asked for {unknown[0]!r}; it can for {', '.join(digests.Request._fields)}."
        )
    known, printed = (None if value is None else _moment(value) for value in (as_of, reported_until))
    return digests.Request(
        since=_day(since), until=_day(until), as_of=known, reported_until=printed,
        about=_words(about), and_about=_words(and_about), not_about=_words(not_about),
        to=_words(to), story=tuple(story or ()), **rest,
    )  # fmt: skip


def _words(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _bookmark(connection: Connection, name: str) -> Bookmark:
    """Where the last edition ended, and where the log ends."""
    position = _end(connection)
    found = connection.execute(sql_files.find("digests", "bookmark").sql, {"stream": _stream(name)}).fetchall()
    editions, after = found[0] if found else (0, None)
    return Bookmark(name, editions, after, position)


def _end(connection: Connection) -> int:
    """Last position in the log."""
    ((position,),) = connection.execute("select coalesce(max(tree_size), 0) from heads").fetchall()
    return int(position)


def _with_moments(connection: Connection, request: digests.Request, after: int | None) -> digests.Request:
    """The request with the moments between which it tells: what had been told, and what was recorded last."""
    newest, recorded_after = connection.execute(
        "select (select max(recorded_at) from heads), (select recorded_at from log where position = $after)",
        {"after": after},
    ).fetchall()[0]
    return request._replace(recorded_at=newest, recorded_after=recorded_after)


def _compose(connection: Connection, request: digests.Request) -> digests.Digest:
    shared: dict[str, Any] = {
        "as_of": request.as_of,
        "reported_until": request.reported_until,
        "recorded_after": None if request.recorded_after is None else str(request.recorded_after),
        "since": request.since,
        "until": request.until,
        "publisher": request.publisher,
        "story": request.story or None,
    }
    topic = {"about": request.about, "and_about": request.and_about, "not_about": request.not_about}
    asked = shared | topic | {"speaker": request.speaker, "place": request.place}
    known: set[tuple[str, str]] = set()
    if request.recorded_after is not None:
        known = _known_words(connection, request.recorded_after)

    def occurrences(*, chosen: bool) -> list[digests.OccurrenceRow]:
        narrowed = {"chosen": chosen, "lead": digests.LEAD_SENTENCES, "titled": chosen and request.by_days}
        rows = _rows(connection, "digest_occurrences", digests.OccurrenceRow._make, asked | narrowed)
        return [row for row in rows if (row.article, row.text) not in known]

    def statements(days: list[date] | None) -> list[digests.StatementRow]:
        lead = None if days is None else digests.STATEMENTS_PER_ARTICLE
        rows = _rows(connection, "digest_statements", digests.StatementRow._make, asked | {"days": days, "lead": lead})
        return [row for row in rows if (row.article, row.quote) not in known]

    if not request.chooses:
        return digests.compose(request, occurrences(chosen=False), statements)
    mentions = _rows(connection, "digest_mentions", digests.MentionRow._make, shared)
    chosen = digests.compose(request, occurrences(chosen=True), statements, mentions)
    return chosen if chosen.sections else digests.compose(request, occurrences(chosen=False), statements, mentions)


def _known_words(connection: Connection, recorded_after: datetime) -> set[tuple[str, str]]:
    """What the log held then of articles that it read again since: the same words are nothing new."""
    known_words = sql_files.find("digests", "known_words").sql
    return set(connection.execute(known_words, {"recorded_after": str(recorded_after)}).fetchall())


def _rows(
    connection: Connection,
    view: str,
    record: Callable[[Iterable[Any]], Row],
    parameters: dict[str, Any],
) -> list[Row]:
    """The rows of a view as records that have its columns in their order."""
    sql, values = views.bind(view, parameters)
    return [record(row) for row in connection.execute(sql, values).fetchall()]


def _day(value: str | date | None) -> date | None:
    if value is None:
        return None
    day = _moment(value)
    return day.date() if isinstance(day, datetime) else day


def _moment(value: str | date) -> date | datetime:
    try:
        return parse_moment(value)
    except ValueError:
        raise QueryError(f"{value!r} is not a valid date or time: write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS.") from None
