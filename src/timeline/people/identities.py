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
from timeline.store.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.events.envelope import RecordedEvent
    from timeline.log.event_log import EventLog

LOOKED_AT = "names looked at"
"""Key in ``meta``: the position up to which names were looked at, when nothing was found to link for long."""

FAR_EVENTS = 10_000
"""For so many events: what lies behind the newest link is looked at with every append."""


def link_new_names(log: EventLog) -> list[RecordedEvent]:
    """Link the names that nobody looked at yet: see `relink`."""
    with suppress(NotFound):
        (found,) = _rows(log, "linked_up_to", {"key": LOOKED_AT})
        if found.position < found.size:
            return relink(log, after=int(found.position), up_to=int(found.size))
    return []


def linked_up_to(log: EventLog) -> int:
    """
    Position up to which names were looked at, as far as is known; names behind it may not have been.

    An append that was killed before its names were linked leaves that to the next one.
    """
    return int(next(iter(_rows(log, "linked_up_to", {"key": LOOKED_AT}))).position)


def relink(log: EventLog, *, after: int = 0, up_to: int = 0) -> list[RecordedEvent]:
    """
    Link the names that stand behind a position, and those that may be the same people's, by this version's rules.

    What is linked so already appends nothing; what a person decided stays.

    Args:
        log: Where they stand.
        after: The position.
        up_to: Size of the log before the call, to note how far names were looked at when that took long for nothing.
    """
    rows = Rows(log.path, *bind("candidates", {"after": after}), wait=log.wait).dicts()
    keys = {row["name"]: row.pop("key") for row in rows}
    candidates = [Candidate(**row | {"articles": frozenset(row["articles"])}) for row in rows]
    links = [
        (event, Origin(stream=person_stream(event.person), extractor=EXTRACTOR, extractor_version=VERSION))
        for event in link(candidates, keys)
    ]
    if links:
        return log.append(links)
    if up_to - after > FAR_EVENTS:
        log.note(LOOKED_AT, up_to)
    return []


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
    rows = _rows(log, "known_names")
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
    return [name for whose, name in _rows(log, "known_names") if whose == person]


def _rows(log: EventLog, query: str, values: dict[str, object] | None = None) -> Rows:
    return Rows(log.path, sql_files.find("people", query).sql, values, wait=log.wait)
