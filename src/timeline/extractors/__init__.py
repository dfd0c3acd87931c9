"""
Run every extractor over an article; needs no database.

One kind of fact per file or folder of this room: ``VERSION`` and ``extract(document) -> Iterator[Event]``. The version
changes whenever the output for a pinned text does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from timeline.errors import ExtractionError
from timeline.events import Event
from timeline.language.document import Document
from timeline.plugins import discover

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from timeline.model.article import Article


@frozen
class Reading:
    """
    What one version of one extractor read in one text.

    Attributes:
        error: What it raised, class and message; its events are then empty.
    """

    extractor: str
    version: int
    events: tuple[Event, ...] = ()
    error: str | None = None


def versions() -> dict[str, int]:
    """Every extractor's version by its name."""
    return {name: extractor.VERSION for name, extractor in discover("extractors").items()}


def read(article: Article, only: Collection[str] | None = None) -> tuple[Reading, ...]:
    """One reading per extractor, or per one of *only*, sorted by name; one that raises takes no other down."""
    document, readings = Document(article), []
    for name, extractor in discover("extractors").items():
        if only is not None and name not in only:
            continue
        try:
            readings.append(Reading(name, extractor.VERSION, tuple(extractor.extract(document))))
        except Exception as error:  # noqa: BLE001 - whatever a plug-in raises is recorded, not lost
            readings.append(Reading(name, extractor.VERSION, error=f"{type(error).__name__}: {error}"))
    return tuple(readings)


def read_all(articles: Iterable[Article]) -> list[tuple[Reading, ...]]:
    """`read` for several articles: what a worker process does."""
    return [read(article) for article in articles]


def extract(article: Article) -> list[Event]:
    """
    What the extractors read in an article; pure.

    Raises:
        ExtractionError: An extractor raised.
    """
    events: list[Event] = []
    for reading in read(article):
        if reading.error is not None:
            raise ExtractionError(f"{article.key}: {reading.extractor} raised {reading.error}")
        events += reading.events
    return events
