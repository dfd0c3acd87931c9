"""Run every extractor over an article: its text becomes events; needs no database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import ExtractionError
from timeline.events.extraction import Extraction
from timeline.language.document import Document
from timeline.plugins import discover

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from timeline.events import Event
    from timeline.model.article import Article

Extractions = tuple[Extraction, ...]
"""What all extractors found in one text."""


def versions() -> dict[str, int]:
    """The version of every extractor by its name."""
    return {name: extractor.VERSION for name, extractor in discover("extractors").items()}


def run_extractors(article: Article, only: Collection[str] | None = None) -> Extractions:
    """One extraction per extractor, or per one of *only*, sorted by name; one that raises takes no other down."""
    document, extractions = Document(article), []
    for name, extractor in discover("extractors").items():
        if only is not None and name not in only:
            continue
        try:
            extractions.append(Extraction(name, extractor.VERSION, tuple(extractor.extract(document))))
        except Exception as error:  # noqa: BLE001 - whatever a plug-in raises is recorded, not lost
            extractions.append(Extraction(name, extractor.VERSION, error=f"{type(error).__name__}: {error}"))
    return tuple(extractions)


def run_extractors_on_all(articles: Iterable[Article]) -> list[Extractions]:
    """The extractions of several articles, in their order: the work of a worker process."""
    return [run_extractors(article) for article in articles]


def failures(article: str, extractions: Iterable[Extraction]) -> list[ExtractionError]:
    """An error for each extractor that raised on an article."""
    return [
        ExtractionError(f"{article}: {extraction.extractor} raised {extraction.error}")
        for extraction in extractions
        if extraction.error is not None
    ]


def extract(article: Article) -> list[Event]:
    """
    All events that the extractors find in an article; pure.

    Raises:
        ExtractionError: An extractor raised.
    """
    extractions = run_extractors(article)
    if failed := failures(article.key, extractions):
        raise failed[0]
    return [event for extraction in extractions for event in extraction.events]
