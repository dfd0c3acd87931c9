"""Append articles and what extractors found in them, unless it is there already."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline import sql_files
from timeline.events.envelope import RecordedEvent
from timeline.events.extraction import Extraction
from timeline.events.types.article_published import ArticlePublished
from timeline.events.types.article_revised import ArticleRevised
from timeline.events.types.extraction_completed import ExtractionCompleted
from timeline.events.types.extraction_failed import ExtractionFailed
from timeline.log.article_register import Outcome
from timeline.log.streams import extraction_id
from timeline.model.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.events import Event
    from timeline.log.event_log import EventLog
    from timeline.log.transaction import Draft, Origin, Transaction


Link = Callable[["Transaction", list[tuple[Article, "Receipt"]]], list[tuple["Event", "Origin"]]]
"""Tells what articles that a transaction adds are to others: events, and the streams that they go to."""


@frozen
class ExtractedArticle:
    """An article and what extractors found in it."""

    article: Article
    extractions: tuple[Extraction, ...] = ()


@frozen
class Receipt:
    """What became of an article: its outcome, and the rows that were written for it (none when it was there)."""

    article: str
    revision: int
    outcome: Outcome
    rows: tuple[RecordedEvent, ...]


def append_articles(log: EventLog, articles: Sequence[ExtractedArticle], link: Link | None = None) -> list[Receipt]:
    """
    Append articles and extractions in one commit; an article that is already there appends nothing.

    Args:
        log: Where to.
        articles: What is appended, in this order.
        link: Tells from the articles and their receipts what they are to others; that is part of the commit.

    Raises:
        InputError: An article was erased; nothing was appended.
        LogError: The file cannot be written; nothing was appended.
    """
    with log.transaction() as transaction:
        transaction.look_up(articles=[each.article.key for each in articles])
        with _uncollected():
            receipts = [_append_article(transaction, each) for each in articles]
            given = [each.article for each in articles]
            if link is not None and (links := link(transaction, list(zip(given, receipts, strict=True)))):
                transaction.append(links)
            return receipts


def append_extractions(log: EventLog, texts: Sequence[tuple[str, int, tuple[Extraction, ...]]]) -> list[RecordedEvent]:
    """
    Append what other extractors or versions found in texts that are there, in one commit.

    A version that completed a text before appends nothing.

    Args:
        log: Where the texts are.
        texts: Article, revision, and what was found in it.

    Raises:
        NotFound: No such article or revision; nothing was appended.
    """
    stated = [(*log.text(article, revision), extractions) for article, revision, extractions in texts]
    with log.transaction() as transaction:
        transaction.look_up({origin.stream for _, origin, _ in stated})
        rows = []
        for article, origin, extractions in stated:
            transaction.tick()
            fresh = [each for each in extractions if not _is_completed(transaction, origin, each)]
            rows += transaction.extend(_extraction_events(article, origin, fresh))
        return rows


def _append_article(transaction: Transaction, given: ExtractedArticle) -> Receipt:
    outcome, revision, origin = transaction.judge(given.article)
    if outcome == "unchanged":
        return Receipt(given.article.key, revision, outcome, ())
    kind = ArticlePublished if outcome == "published" else ArticleRevised
    drafts = [(kind.of(given.article), origin, None), *_extraction_events(given.article, origin, given.extractions)]
    return Receipt(given.article.key, revision, outcome, tuple(transaction.extend(drafts)))


def _extraction_events(article: Article, text: Origin, extractions: Iterable[Extraction]) -> Iterator[Draft]:
    """The events of each extraction and its completion, or its failure."""
    for extraction in extractions:
        name, version = extraction.extractor, extraction.version
        assert text.revision is not None  # noqa: S101 - extractions are of texts
        origin = evolve(
            text, extraction=extraction_id(article.key, text.revision, article.text, name, version),
            extractor=name, extractor_version=version,
        )  # fmt: skip
        if extraction.error is not None:
            yield ExtractionFailed(error=extraction.error), origin, None
            continue
        completed = ExtractionCompleted(events=len(extraction.events))
        yield from ((event, origin, at) for at, event in enumerate((*extraction.events, completed)))


def _is_completed(transaction: Transaction, text: Origin, extraction: Extraction) -> bool:
    """This version of the extractor completed that text before."""
    found = transaction.connection.execute(
        sql_files.find("ingest", "is_completed").sql,
        {
            "article": text.article,
            "revision": text.revision,
            "extractor": extraction.extractor,
            "version": extraction.version,
        },
    )
    return bool(found.fetchall())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Rows in the making have no cycles: looking for some among thousands again and again took a fifth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
