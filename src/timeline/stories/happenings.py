"""Link the reports of one happening: those that articles add with those of their story, or those of all stories."""

from __future__ import annotations

import json
import re
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.events.types.article_placed import ArticlePlaced
from timeline.events.types.occurrences_linked import OccurrencesLinked
from timeline.log.streams import HAPPENING
from timeline.log.transaction import Origin
from timeline.stories.happening_groups import happenings
from timeline.stories.reports import Report, packed, read, unpacked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from uuid import UUID

    from timeline.events import Event
    from timeline.events.envelope import RecordedEvent
    from timeline.log.event_log import EventLog
    from timeline.store.connection import Connection
    from timeline.stories.linking import New, NewArticle

    Linked = tuple[OccurrencesLinked, Origin]

EXTRACTOR, VERSION = "happenings", 4
"""Who links, in the envelope of the log."""

TOLD_KINDS = ("happening", "planned")
LEAST_SALIENCE = 250
"""Per mille: with less a timeline does not tell it, as ``is_told`` says."""
ALONE = "alone"
CONFIDENCE = {"words": 900, "within": 850, "act": 850, "day": 850, "verb": 750, "verb and day": 700, ALONE: 1000}
"""Per mille; of links that were read, so many are right."""
_LINE_END = re.compile(r"\s*\n\s*")


def link(new: New) -> list[Linked]:
    """
    What changes in which reports are one happening by articles that a transaction adds.

    Where the index was lost, as by an erasure, it is filled before.
    """
    if _is_lost(new.connection):
        _fill(new.connection)
    revised = [each.article.key for each in new.articles if each.revision > 1]
    gone = _replace(
        new.connection,
        [(new.numbers[each.article.key], list(_told(each))) for each in new.articles],
        [new.numbers[key] for key in revised],
    )
    fresh = {each.article.key for each in new.articles}.difference(revised)
    return _linked(
        new.connection, [event for event, _ in new.links], new.numbers, fresh=fresh, revised=revised, gone=gone
    )


def moved(connection: Connection, placed: Iterable[tuple[Event, Origin]]) -> list[Linked]:
    """What changes in which reports are one happening by articles that were placed in other stories."""
    return _linked(connection, [event for event, _ in placed], {})


def _linked(
    connection: Connection, events: Iterable[Event], known: Mapping[str, int], *,
    fresh: Collection[str] = (), revised: Collection[str] = (), gone: Collection[UUID] = (),
) -> list[Linked]:  # fmt: skip
    """
    What changes by articles that were placed.

    Args:
        connection: To the index.
        events: Placings, among others.
        known: Numbers of articles by their keys.
        fresh: Articles that were in no story before.
        revised: Those that have a new text.
        gone: Reports that are no more, and the happenings that they were.
    """
    placed = [event for event in events if isinstance(event, ArticlePlaced)]
    touched = {event.article for event in placed} | {event.story for event in placed} | set(revised)
    if not touched:
        return []
    numbers = {key: known[key] for key in touched & known.keys()}
    if len(numbers) < len(touched):
        numbers |= _rows(connection, "numbers", articles=list(touched - numbers.keys()))
    left = [numbers[event.article] for event in placed if event.article in numbers and event.article not in fresh]
    lost = [story for (story,) in _rows(connection, "lost", numbers=left, gone=list(gone))] if left or gone else []
    changes = list(_changes(_stories(connection, list(numbers.values()), lost), is_new=True))
    if changes:
        found = [(event.occurrence, event.happening) for event, _ in changes]
        reports, names = map(list, zip(*found, strict=True))
        values = {"reports": reports, "happenings": names}
        connection.execute(sql_files.find("happenings", "found").sql, values)
    return changes


def relink(log: EventLog) -> list[Linked]:
    """What changes in which reports are one happening, whatever the order in which articles came."""
    with log.transaction() as transaction:
        connection = transaction.connection
        connection.execute("delete from stored.happening_reports")
        _fill(connection)
        return list(_changes(_stories(connection, None, []), is_new=False))


def _is_lost(connection: Connection) -> bool:
    """Nothing is kept to compare reports by, and there are some."""
    if connection.execute("from happening_reports limit 1").fetchall():
        return False
    return bool(connection.execute("from occurrences limit 1").fetchall())


def _fill(connection: Connection) -> None:
    """Keep all reports that a timeline tells."""
    told = connection.execute(sql_files.find("happenings", "told").sql)
    columns = [column[0] for column in told.description or ()]
    rows = [dict(zip(columns, row, strict=True)) for row in told.fetchall()]
    _append(connection, [(row.pop("number"), row.pop("happening"), read(**row)) for row in rows])


def _changes(stories: Iterable[Sequence[tuple[Report, UUID]]], *, is_new: bool) -> Iterator[Linked]:
    """
    Links of the reports that are another happening than before.

    Args:
        stories: The reports of each, with the happening that each was before.
        is_new: A happening keeps the report by which it was known before, even if an earlier one came.
    """
    for story in stories:
        before = {report.id: happening for report, happening in story}
        for each in happenings([report for report, _ in story]):
            known = before[each.earliest.id]
            happening = known if is_new and any(report.id == known for report in each.reports) else each.earliest.id
            matches = dict(zip((report.id for report in each.reports[1:]), each.matches, strict=True))
            for report in each.reports:
                found = matches.get(report.id) if report.id != happening else None
                wanted = happening if len(each.reports) > 1 else report.id
                if before[report.id] != wanted:
                    yield _event(report.id, wanted, *((ALONE, 1.0) if found is None else found))


def _event(occurrence: UUID, happening: UUID, rule: str, score: float) -> Linked:
    return OccurrencesLinked(
        rule=rule, confidence=CONFIDENCE[rule], occurrence=occurrence, happening=happening, score=round(1000 * score)
    ), Origin(stream=f"{HAPPENING}{happening}", extractor=EXTRACTOR, extractor_version=VERSION)


def _stories(
    connection: Connection, numbers: Sequence[int] | None, lost: Sequence[int]
) -> list[list[tuple[Report, UUID]]]:
    """
    The reports of the stories of these articles, or of all, each with the happening that it is now.

    Args:
        connection: To the index.
        numbers: Of the articles; None for all.
        lost: Numbers of other stories.
    """
    rows = _rows(connection, "stories", numbers=numbers, lost=lost)
    return [[(unpacked(report), happening) for _, report, happening in of] for _, of in groupby(rows, itemgetter(0))]


def _rows(connection: Connection, query: str, **values: object) -> list[Any]:
    """The answer to a query in ``queries/happenings``."""
    return connection.execute(sql_files.find("happenings", query).sql, values).fetchall()


def _told(new: NewArticle) -> Iterator[Report]:
    """What a timeline tells of an article, as it is compared."""
    for row in new.rows:
        if row.type == "occurrence_reported" and row.data is not None:
            data = json.loads(row.data)
            if data["kind"] in TOLD_KINDS and data["salience"] >= LEAST_SALIENCE:
                yield _report(new, row, data)


def _report(new: NewArticle, row: RecordedEvent, data: dict[str, Any]) -> Report:
    def cut(spans: Iterable[Sequence[int]]) -> list[str]:
        return [new.article.text[start:end].replace("\n", " ") for start, end in spans]

    return read(
        id=row.event_id,
        article=new.article.key,
        at=row.reported_at or datetime.min,  # noqa: DTZ901 - naive UTC
        place=data["span"][0],
        text=_LINE_END.sub(" ", data["text"]),
        trigger=next(iter(cut(data["trigger"])), None),
        names=cut([*data["participants"], *data["places"]]),
        subject=data["subject"],
        since=row.occurred_from,
        until=row.occurred_to,
        basis=data["basis"],
        kind=data["kind"],
    )


def _replace(connection: Connection, articles: Sequence[tuple[int, list[Report]]], revised: Sequence[int]) -> set[UUID]:
    """
    Note what is compared of articles, in the place of what was noted of those that have a new text.

    Args:
        connection: To the index.
        articles: What is told, with the number of the article.
        revised: Numbers of those that have a new text.

    Returns:
        The reports that are no more, and the happenings that they were.
    """
    gone: set[UUID] = set()
    if revised:
        where = "from stored.happening_reports where number in (select unnest($numbers))"
        old = connection.execute(f"select event_id, happening {where}", {"numbers": revised}).fetchall()
        gone = {one for row in old for one in row}
        connection.execute(f"delete {where}", {"numbers": revised})
    _append(connection, [(number, report.id, report) for number, told in articles for report in told])
    return gone


def _append(connection: Connection, reports: Sequence[tuple[int, UUID, Report]]) -> None:
    if reports:
        with connection.appender("happening_reports") as appender:
            appender.append_rows(
                [(number, report.id, happening, packed(report)) for number, happening, report in reports]
            )
