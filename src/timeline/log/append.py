"""This file turns a delivered article, and what extractors read in it, into rows of a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from timeline.events.envelope import RecordedEvent
from timeline.events.types.article_published import ArticlePublished
from timeline.events.types.article_revised import ArticleRevised
from timeline.events.types.extraction_completed import ExtractionCompleted
from timeline.events.types.extraction_failed import ExtractionFailed
from timeline.extractors import Reading
from timeline.log.article_register import Outcome, Register
from timeline.log.transaction import Origin, Transaction, extraction_id
from timeline.model.article import Article
from timeline.model.moments import utc

if TYPE_CHECKING:
    from datetime import datetime


@frozen
class Delivery:
    """An article and what the extractors read in it."""

    article: Article
    readings: tuple[Reading, ...] = ()


@frozen
class Receipt:
    """What became of a delivery: its outcome, and the rows that were written for it (none when it was there)."""

    article: str
    revision: int
    outcome: Outcome
    rows: tuple[RecordedEvent, ...]


def deliver(transaction: Transaction, register: Register, delivery: Delivery) -> Receipt:
    """Append an article and its readings, unless it is there already."""
    article = delivery.article
    outcome = register.decide(article)
    if outcome == "unchanged":
        return Receipt(article.key, len(register.texts(article.key)), outcome, ())
    before, recorded_at = len(transaction.rows), transaction.tick()
    text = register.add(article, seen=recorded_at, position=transaction.position + 1)
    origin = Origin(
        stream=f"article/{article.key}", article=article.key, revision=text.revision,
        reported_at=_reported_at(article, text.revision),
    )  # fmt: skip
    kind = ArticlePublished if outcome == "published" else ArticleRevised
    transaction.add(kind.of(article), origin)
    for reading in delivery.readings:
        read(transaction, article, origin, reading)
    return Receipt(article.key, text.revision, outcome, tuple(transaction.rows[before:]))


def _reported_at(article: Article, revision: int) -> datetime:
    return article.captured if revision > 1 and article.captured else utc(article.published)


def read(transaction: Transaction, article: Article, text: Origin, reading: Reading) -> list[RecordedEvent]:
    """Append a reading: its events and their completion, or its failure."""
    assert text.article is not None  # noqa: S101 - readings are of articles
    assert text.revision is not None  # noqa: S101
    origin = Origin(
        stream=text.stream, article=text.article, revision=text.revision, reported_at=text.reported_at,
        extraction=extraction_id(text.article, text.revision, article.text, reading.extractor, reading.version),
        extractor=reading.extractor, extractor_version=reading.version,
    )  # fmt: skip
    if reading.error is not None:
        return [transaction.add(ExtractionFailed(error=reading.error), origin)]
    completed = ExtractionCompleted(events=len(reading.events))
    return [transaction.add(event, origin, ordinal=at) for at, event in enumerate((*reading.events, completed))]


def completed(transaction: Transaction, text: Origin, reading: Reading) -> bool:
    """This version of the extractor has read that text to its end before."""
    found = transaction.connection.execute(
        "select 1 from log where type = 'extraction_completed' and article = $article and revision = $revision"
        " and extractor = $extractor and extractor_version = $version limit 1",
        {
            "article": text.article,
            "revision": text.revision,
            "extractor": reading.extractor,
            "version": reading.version,
        },
    )
    return bool(found.fetchall())
