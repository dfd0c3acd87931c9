"""
Watches: questions whose new answers are told once.

A watch is added and removed, and what it told is marked, by events on its own stream. New is what a digest would tell
of what was recorded after the last position that was marked: the same words of an article that was revised, or read
again, are not. A run is marked after it was written out: one that is killed between the two is told again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.digests import editions
from timeline.digests.digest import OccurrenceLine
from timeline.errors import ConflictError, LogError, NotFound, QueryError
from timeline.plugins import lazy_module
from timeline.projections.views import bind
from timeline.store.rows import Rows

if TYPE_CHECKING:
    from datetime import date, datetime

    from timeline import digests
    from timeline.digests.digest import StatementLine
    from timeline.events import Event
    from timeline.events.envelope import RecordedEvent
    from timeline.events.types import watch_added, watch_delivered, watch_removed
    from timeline.log import transaction
    from timeline.log.event_log import EventLog
else:
    watch_added = lazy_module("timeline.events.types.watch_added")
    watch_delivered = lazy_module("timeline.events.types.watch_delivered")
    watch_removed = lazy_module("timeline.events.types.watch_removed")
    transaction = lazy_module("timeline.log.transaction")

ASKED = ("speaker", "publisher", "place", "about", "and_about", "not_about")
"""What a watch can be asked by, as `timeline.digests.Request` has it."""


class NewsLine(NamedTuple):
    """
    Something new that answers a watch.

    Attributes:
        watch: Name of the watch.
        kind: ``happening`` or ``statement``.
        when: Its time in words.
        start: Its beginning, naive UTC; None is open.
        end: Its end, exclusive, naive UTC; None is open.
        who: The speaker; None for a happening, or when nobody in reach is named.
        cue: The reporting words of a statement, as *denied*; None for a happening, or without any.
        text: Verbatim.
        manner: Of a statement ``direct``, ``indirect`` or ``mixed``.
        subject: Of a happening whose name a pronoun that opens it stands for.
        publisher: Of the article where it stands first.
        published: Day of that article.
        paragraph: Place in it, one-based.
        url: Its address.
        article: Its key.
        articles: How many articles have these words.
        recorded_at: When the log learned it, naive UTC.
        event_id: The event it was read as.
    """

    watch: str
    kind: str
    when: str
    start: datetime | None
    end: datetime | None
    who: str | None
    cue: str | None
    text: str
    manner: str | None
    subject: tuple[str, ...]
    publisher: str | None
    published: date
    paragraph: int
    url: str | None
    article: str
    articles: int
    recorded_at: datetime
    event_id: str


class News(NamedTuple):
    """
    What is new to a watch.

    Attributes:
        watch: Its name.
        lines: In the order of when it happened or was said.
        after: Last position that had been told.
        position: Last position that this tells.
        version: Events of the watch when it was asked.
    """

    watch: str
    lines: tuple[NewsLine, ...]
    after: int
    position: int
    version: int


def add(
    log: EventLog, name: str, request: digests.Request, *, from_start: bool = False, by: str | None = None
) -> RecordedEvent:
    """
    Record that somebody wants to be told what is new, or *from_start* also what the log holds already.

    Raises:
        QueryError: The name is blank, or there is a watch of that name.
    """
    if not name.strip():
        raise QueryError("a watch needs a name.")
    if name in _standing(log):
        raise QueryError(f"there is a watch {name!r} already: remove it first, or choose another name.")
    asked: dict[str, Any] = {each: getattr(request, each) for each in ASKED}
    position = 0 if from_start else log.size()
    return _record(log, watch_added.WatchAdded(name=name, position=position, by=by, **asked), name, None)


def remove(log: EventLog, name: str, *, by: str | None = None) -> RecordedEvent:
    """
    Record that a watch is to tell nothing more.

    Raises:
        NotFound: There is no such watch.
    """
    return _record(log, watch_removed.WatchRemoved(name=name, by=by), name, _find(log, name).version)


def news(log: EventLog, name: str) -> News:
    """
    What a watch has to tell; `mark_told` stores that it did.

    Raises:
        NotFound: There is no such watch, or no log.
    """
    watch = _find(log, name)
    request = editions.parse_request(**{each: getattr(watch, each) for each in ASKED})
    digest, position = editions.compose_since(log.path, request, watch.told_until, wait=log.wait)
    lines = tuple(_line(name, line) for section in digest.sections for line in section.lines)
    return News(name, lines, watch.told_until, position, watch.version)


def mark_told(log: EventLog, told: News) -> None:
    """
    Record that news reached their reader; when there are none that leaves no trace.

    Raises:
        LogError: The watch was run or removed meanwhile.
    """
    if told.lines:
        event = watch_delivered.WatchDelivered(name=told.watch, after=told.after, position=told.position)
        _record(log, event, told.watch, told.version)


def names(log: EventLog) -> list[str]:
    """Names of all watches, sorted."""
    return list(_standing(log))


def topic(watch: dict[str, Any]) -> str:
    """What a row of the view ``watches`` watches for, in words."""
    return editions.parse_request(**{each: watch[each] for each in ASKED}).topic or "everything"


def _standing(log: EventLog) -> dict[str, Any]:
    if not log.path.exists():
        return {}
    return {row.name: row for row in Rows(log.path, *bind("watches", {}), wait=log.wait)}


def _find(log: EventLog, name: str) -> Any:
    standing = _standing(log)
    if name not in standing:
        there = f"there are {', '.join(standing)}" if standing else "`timeline watch add` adds one"
        raise NotFound(f"no watch {name!r}; {there}.")
    return standing[name]


def _record(log: EventLog, event: Event, name: str, version: int | None) -> RecordedEvent:
    stream = f"watch/{name}"
    expected = {} if version is None else {stream: version}
    try:
        return log.append([(event, transaction.Origin(stream=stream))], expected_version=expected)[0]
    except ConflictError as error:
        raise LogError(f"the watch {name!r} was run or removed meanwhile: this is not counted.") from error


def _line(watch: str, line: OccurrenceLine | StatementLine) -> NewsLine:
    own: dict[str, Any] = {"who": None, "cue": None, "manner": None, "subject": ()}
    if isinstance(line, OccurrenceLine):
        own |= {"kind": "happening", "text": line.text, "subject": line.subject}
    else:
        own |= {"kind": "statement", "text": line.quote, "who": line.speaker, "cue": line.cue, "manner": line.manner}
    first = line.citations[0]
    return NewsLine(
        watch=watch, when=line.when.label, start=line.when.start, end=line.when.end, publisher=first.article.publisher,
        published=first.article.published, paragraph=first.paragraph, url=first.article.url, article=first.article.key,
        articles=len({each.article.key for each in line.citations}),
        recorded_at=max(each.recorded_at for each in line.citations), event_id=first.event_id, **own,
    )  # fmt: skip
