"""Run every extractor over an article: its text becomes events; needs no database."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, Any

from attrs import fields

from timeline.errors import ExtractionError
from timeline.events.extraction import Extraction
from timeline.extractors._time_limit import TookTooLong, within
from timeline.language.document import Document
from timeline.model.span import Span
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


def run_extractors(
    article: Article, only: Collection[str] | None = None, *, max_seconds: float | None = None
) -> Extractions:
    """
    One extraction per extractor, or per one of *only*, sorted by name; one that raises takes no other down.

    Args:
        article: What they read.
        only: Names of extractors; all by default.
        max_seconds: How much CPU time the article may take, None for any. Each extractor in turn may take an equal
            share of what those before it left: one that takes more has failed, and those after it still run.
    """
    document, extractions = Document(article), []
    extractors = {name: each for name, each in discover("extractors").items() if only is None or name in only}
    left = max_seconds
    for done, (name, extractor) in enumerate(extractors.items()):
        begun = process_time()
        share = None if left is None else left / (len(extractors) - done)
        try:
            events = within(share, lambda: _placed(document, document.once(extractor.extract)))  # noqa: B023 - called at once
            extractions.append(Extraction(name, extractor.VERSION, events))
        except TookTooLong:
            took = f"more than {round(share or 0, 3):g} s of CPU time"
            reason = f"TookTooLong: {took}, its share of the {max_seconds:g} s for an article"
            extractions.append(Extraction(name, extractor.VERSION, error=reason))
        except Exception as error:  # noqa: BLE001 - whatever a plug-in raises is recorded, not lost
            extractions.append(Extraction(name, extractor.VERSION, error=f"{type(error).__name__}: {error}"))
        left = None if left is None else max(0.0, left - (process_time() - begun))
    return tuple(extractions)


def _placed(document: Document, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events with their spans, and what they quote, as they stand in the text as given."""
    if document.reading.is_as_given:
        return events
    return tuple(_moved(document, event) for event in events)


def _moved(document: Document, event: Event) -> Event:
    """An event whose spans point into the text as given."""
    given = {field.name: getattr(event, field.name) for field in fields(type(event))}  # type: ignore[arg-type]
    for name, value in given.items():
        if isinstance(value, tuple):  # a span is one too
            given[name] = _place(document, value)
    moved = type(event)(**given)
    return type(event)(**given | moved.recut(document.article.text))


def _place(document: Document, value: Any) -> Any:
    """A value of an event; spans, alone or in a row, are moved."""
    if isinstance(value, Span):
        return document.reading.place(value)
    if isinstance(value, tuple):
        return tuple(_place(document, each) for each in value)
    return value


def run_extractors_on_all(articles: Iterable[Article], *, max_seconds: float | None = None) -> list[Extractions]:
    """The extractions of several articles, in their order: the work of a worker process."""
    return [run_extractors(article, max_seconds=max_seconds) for article in articles]


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
