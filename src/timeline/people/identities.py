"""Who goes by which names: link them after an append, and record what people decide about them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from timeline import sql_files
from timeline.errors import NotFound, QueryError
from timeline.events.types.people_merged import PeopleMerged
from timeline.events.types.people_split import PeopleSplit
from timeline.log.streams import person_stream
from timeline.log.transaction import Origin
from timeline.people.linker import EXTRACTOR, VERSION, Candidate, link
from timeline.people.nearby import meant, near
from timeline.projections.views import bind
from timeline.store import connections
from timeline.store.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.events.envelope import RecordedEvent
    from timeline.events.types.mention_linked import MentionLinked
    from timeline.log.event_log import EventLog
    from timeline.store.connection import Connection

LOOKED_AT = "names looked at"
"""Key in ``meta``: the position up to which names were looked at, when nothing was found to link for long."""

FAR_EVENTS = 100
"""For so many events, of two or three articles: what lies behind the newest link is looked at with every append."""


def link_new_names(log: EventLog) -> list[RecordedEvent]:
    """Link the names that nobody looked at yet: see `relink`."""
    with suppress(NotFound):
        return relink(log, after=None)
    return []


def linked_up_to(log: EventLog) -> int:
    """
    Position up to which names were looked at, as far as is known; names behind it may not have been.

    An append that was killed before its names were linked leaves that to the next one.
    """
    with connections.reading(log.path, wait=log.wait) as connection:
        return _looked_at(connection)[0]


def relink(log: EventLog, *, after: int | None = 0) -> list[RecordedEvent]:
    """
    Link the names that stand behind a position, and those that may be the same people's, by this version's rules.

    What is linked so already appends nothing; what a person decided stays. How far names were looked at is noted now
    and then, where nothing was found to link.

    Args:
        log: Where they stand.
        after: The position; None: that up to which names were looked at.
    """
    with connections.reading(log.path, wait=log.wait) as connection:
        looked_at, size = _looked_at(connection) if after is None else (after, 0)
        changes = _changes(connection, looked_at) if after is not None or looked_at < size else []
    if changes:
        return log.append(
            [
                (event, Origin(stream=person_stream(event.person), extractor=EXTRACTOR, extractor_version=VERSION))
                for event in changes
            ]
        )
    if size - looked_at > FAR_EVENTS:
        log.note(LOOKED_AT, size)
    return []


def _looked_at(connection: Connection) -> tuple[int, int]:
    """The position up to which names were looked at, and the size of the log."""
    ((position, size),) = connection.execute(
        sql_files.find("people", "linked_up_to").sql, {"key": LOOKED_AT}
    ).fetchall()
    return int(position), int(size)


def _changes(connection: Connection, after: int) -> list[MentionLinked]:
    """What names behind a position change in whose they are."""
    connection.execute(*bind("candidates", {"after": after}))
    names = [column[0] for column in connection.description]
    rows = [dict(zip(names, values, strict=True)) for values in connection.fetchall()]
    keys = {row["name"]: row.pop("key") for row in rows}
    return list(link((Candidate(**row | {"articles": frozenset(row["articles"])}) for row in rows), keys))


def merge(log: EventLog, person: str, other: str, *, reason: str, by: str | None = None) -> RecordedEvent:
    """
    Record that *other* is *person*: all names of the one become the other's.

    Raises:
        NotFound: Nobody goes by one of the names.
        QueryError: They are one already.
    """
    remains, merged = find(log, person), find(log, other)
    if remains == merged:
        raise QueryError(f"{person!r} and {other!r} are already names of {remains!r}.")
    names = sorted(name for name in _names(log, merged) if name != remains)
    event = PeopleMerged(person=remains, other=merged, names=tuple(names), reason=reason, by=by)
    return log.append([(event, Origin(stream=person_stream(remains)))])[0]


def split(
    log: EventLog, name: str, *, into: str, article: str | None = None, reason: str, by: str | None = None
) -> RecordedEvent:
    """
    Record that a name is somebody else's: *into*, who may be new; with *article*, only there.

    Raises:
        NotFound: Nobody goes by that name, or there is no such article.
        QueryError: It is theirs already.
    """
    person = find(log, name)
    if person == into and article is None:
        raise QueryError(f"{name!r} is already a name of {into!r}.")
    if article is not None:
        log.text(article)
    event = PeopleSplit(person=person, into=into, name=name, article=article, reason=reason, by=by)
    return log.append([(event, Origin(stream=person_stream(into)))])[0]


def find(log: EventLog, name: str) -> str:
    """
    The person who goes by a name: as it is, else in any case, else by a part of it that only one person's names have.

    Raises:
        NotFound: Nobody does.
        QueryError: Several do.
    """
    rows = _known_names(log)
    for fits in (name.__eq__, lambda known: known.casefold() == name.casefold(), _has(name)):
        people = sorted({person for person, known in rows if fits(known)})
        if len(people) == 1:
            return str(people[0])
        if people:
            shown = ", ".join(people[:8]) + (", ..." if len(people) > 8 else "")
            raise QueryError(f"{name!r} may be {len(people)} people ({shown}): give the full name.")
    likest = meant(near(name, ((person, (known,)) for person, known in rows)))
    raise NotFound(f"nobody is called {name!r}: {likest or '`timeline people list` shows all names.'}")


def _has(part: str) -> Callable[[str], bool]:
    return lambda known: part.casefold() in known.casefold()


def _names(log: EventLog, person: str) -> list[str]:
    return [name for whose, name in _known_names(log) if whose == person]


def _known_names(log: EventLog) -> Rows:
    return Rows(log.path, sql_files.find("people", "known_names").sql, wait=log.wait)
