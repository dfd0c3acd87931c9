"""From an event back to the rule, the sentence and the article it was read from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import frozen

from timeline import sql_files
from timeline.errors import IntegrityError, NotFound, QueryError
from timeline.events import Event
from timeline.events.article_text import ArticleText
from timeline.events.envelope import COLUMNS, RecordedEvent
from timeline.events.types.payload_erased import PayloadErased
from timeline.language.document import Document
from timeline.model.article import Article
from timeline.model.span import Span
from timeline.projections import tables
from timeline.projections.views import moment_text
from timeline.store import upcasting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from timeline.store.connection import Connection

PREFIX = re.compile(r"[0-9a-f-]{4,36}")


class Report(NamedTuple):
    """
    A report of a happening that several reports tell of.

    Attributes:
        event: Id of the event.
        article: Its key.
        text: The words, verbatim.
        trigger: The word that says what happens.
        names: In it.
        rule, score: By which it was linked, and how alike it is to another report of it, per mille; None for the report
            by which the happening is known, and for what somebody joined.
        reason, by: Why somebody joined it, and who.
    """

    event: UUID
    article: str
    text: str
    trigger: str | None
    names: list[str]
    rule: str | None
    score: int | None
    reason: str | None
    by: str | None


@frozen(kw_only=True)
class Explanation:
    """
    Where an event comes from.

    Attributes:
        recorded: The row of the log.
        event: The event itself; None once it is erased.
        article: The text it was read from; None for an event that has no article.
        paragraph: One-based, of the first evidence span; None without evidence.
        passage: The sentences that hold the evidence; empty without evidence.
        tree_size, root: The first head of the tree that includes the event.
        decided: The retractions and corrections in force that apply to it, in order.
        reports: All that tells of the happening that it tells of, the first that was printed first; itself among them.
        erased: Why its payload is gone, by whom; None while it is there.
    """

    recorded: RecordedEvent
    event: Event | None
    article: Article | None
    paragraph: int | None
    passage: Span
    tree_size: int
    root: str
    decided: tuple[RecordedEvent, ...]
    reports: tuple[Report, ...] = ()
    erased: PayloadErased | None = None

    @property
    def record(self) -> dict[str, Any]:
        """All of it, as `timeline explain --json` has it: the columns of the log, and what they lead to."""
        row, article = self.recorded._asdict(), self.article
        row["title"] = article.title if article else None
        row["paragraph"] = self.paragraph
        row["passage"] = list(self.passage)
        row["passage_text"] = self.passage.cut(article.text) if article else None
        row |= {"tree_size": self.tree_size, "root": self.root, "decided": [event.data for event in self.decided]}
        row["reports"] = [report._asdict() for report in self.reports]
        return row | {"erased": self.erased and self.erased.reason}


def explain(
    connection: Connection,
    prefix: str,
    *,
    as_of: str | date | None = None,
    reported_until: str | date | None = None,
) -> Explanation:
    """
    Explain the one event whose id begins with *prefix* (four characters or more).

    Args:
        connection: To the log.
        prefix: Of the event's id.
        as_of: What was recorded later, as the event itself or its retraction, is not shown.
        reported_until: Neither is what was printed later.

    Raises:
        NotFound: No such event, or none by these moments.
        QueryError: The prefix is none, or fits several events.
        IntegrityError: No head has the event.
    """
    clocks = {"as_of": moment_text(as_of), "reported_until": moment_text(reported_until)}
    recorded = _find(connection, prefix.lower(), clocks)
    event = None if recorded.data is None else upcasting.event(recorded)
    article = _article(connection, recorded)
    paragraph, passage = _passage(article, recorded)
    decided = {"event": recorded.event_id, "as_of": clocks["as_of"]}
    heads = connection.execute(
        "select tree_size, root from heads where tree_size >= $position order by tree_size limit 1",
        {"position": recorded.position},
    ).fetchall()
    if not heads:
        raise IntegrityError(
            f"no head has the event at position {recorded.position}: `timeline verify` says more.",
            position=recorded.position,
            column="heads",
        )
    ((size, root),) = heads
    return Explanation(
        recorded=recorded, event=event, article=article, paragraph=paragraph, passage=passage, tree_size=size,
        root=root, decided=tuple(_events(connection, "decisions_on_event", decided)),
        reports=_reports(connection, recorded, clocks) if recorded.type == "occurrence_reported" else (),
        erased=_erased(connection, recorded),
    )  # fmt: skip


def _events(connection: Connection, query: str, values: Mapping[str, object]) -> list[RecordedEvent]:
    sql = sql_files.find("provenance", query).sql
    rows = connection.execute(f"select {', '.join(COLUMNS)} from ({sql}\n)", values).fetchall()
    return [RecordedEvent(*row) for row in rows]


def _reports(connection: Connection, recorded: RecordedEvent, clocks: dict[str, str | None]) -> tuple[Report, ...]:
    if not tables.is_current(connection):
        return ()
    sql = sql_files.find("provenance", "reports_of_happening").sql
    rows = connection.execute(sql, {"event_id": recorded.event_id, **clocks}).fetchall()
    return tuple(Report(*row) for row in rows)


def _find(connection: Connection, prefix: str, clocks: dict[str, str | None]) -> RecordedEvent:
    if not PREFIX.fullmatch(prefix):
        raise QueryError(
            f"{prefix!r} is not an event id: give at least its first four characters, as `timeline show` prints them."
        )
    found = _events(connection, "events_by_prefix", {"prefix": prefix, **clocks})
    if not found:
        then = " by then" if any(clocks.values()) else ""
        raise NotFound(f"no event{then} has an id that begins with {prefix!r}: `timeline log` lists the ids.")
    if len(found) > 1:
        raise QueryError(f"several events have an id that begins with {prefix!r}: give more characters.")
    return found[0]


def _erased(connection: Connection, recorded: RecordedEvent) -> PayloadErased | None:
    erasures = _events(connection, "erasures_after", {"position": recorded.position})
    for event in map(upcasting.event, erasures):
        if isinstance(event, PayloadErased) and any(
            first <= recorded.position <= last for first, last in event.positions
        ):
            return event
    return None


def _article(connection: Connection, recorded: RecordedEvent) -> Article | None:
    found = _events(connection, "text_of_event", {"article": recorded.article, "revision": recorded.revision})
    event = upcasting.event(found[0]) if found and found[0].data is not None else None
    return event.article if isinstance(event, ArticleText) else None


def _passage(article: Article | None, recorded: RecordedEvent) -> tuple[int | None, Span]:
    if article is None or not recorded.evidence:
        return None, Span(0, 0)
    document = Document(article)
    first, last = min(span[0] for span in recorded.evidence), max(span[1] for span in recorded.evidence)
    sentences = map(document.reading.place, document.sentences)
    around = [sentence for sentence in sentences if sentence.start < last and first < sentence.end]
    passage = Span(min(first, around[0].start), max(last, around[-1].end)) if around else Span(first, last)
    start = recorded.evidence[0][0]
    paragraph = sum(document.reading.place(span).start <= start for span in document.paragraphs)
    return paragraph, passage
