"""Small articles and events for tests, with everything filled in that a test is not about."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from timeline.events.extraction import Extraction
from timeline.events.types.date_mentioned import DateMentioned
from timeline.events.types.occurrence_reported import OccurrenceReported
from timeline.events.types.statement_reported import StatementReported
from timeline.log.append import ExtractedArticle, append_extractions
from timeline.model.article import Article
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.events.envelope import RecordedEvent
    from timeline.log.event_log import EventLog

TEXT = "The mayor said the bridge is safe. On Monday the bridge was closed."


def article(key: str = "a", text: str = TEXT, published: str = "2026-03-04", **fields: Any) -> Article:
    """An article that says little."""
    return Article(key=key, text=text, published=published, **fields)


def said(speaker: str | None, quote: str = "the bridge is safe", text: str = TEXT, **fields: Any) -> StatementReported:
    """Someone said words that stand in the text."""
    start = text.index(quote)
    return StatementReported(
        **{
            "rule": "test", "content": (Span(start, start + len(quote)),), "cue": (), "source": (),
            "source_text": None, "cue_text": None, "speaker": speaker, "manner": "indirect", "quote": quote,
            "said_from": None, "said_to": datetime(2026, 3, 5), "said_precision": None, "said_basis": "publication",
            "paragraph": 1, **fields,
        }
    )  # fmt: skip


def happened(words: str, day: str | None = "2026-03-02", text: str = TEXT, **fields: Any) -> OccurrenceReported:
    """Something happened on a day, in words that stand in the text."""
    at = text.index(words)
    start = None if day is None else datetime.fromisoformat(day)
    return OccurrenceReported(
        **{
            "rule": "test", "span": Span(at, at + len(words)), "text": words, "start": start,
            "end": start and start + timedelta(days=1), "precision": start and "day", "basis": "clause-timex",
            "dated_by": (), "modality": "asserted", "place": "body", "paragraph": 1, "sentence": 0, **fields,
        }
    )  # fmt: skip


def named(words: str, day: str, text: str = TEXT) -> DateMentioned:
    """A day was named in words that stand in the text."""
    at, start = text.index(words), datetime.fromisoformat(day)
    return DateMentioned(
        rule="test", span=Span(at, at + len(words)), text=words, kind="DATE", timex=day, start=start,
        end=start + timedelta(days=1), precision="day", edtf=day, basis="absolute",
        paragraph=1,
    )  # fmt: skip


def extracted(given: Article, *events: Any, version: int = 1, extractor: str = "statements") -> ExtractedArticle:
    """An article and what one extractor found in it."""
    return ExtractedArticle(given, (Extraction(extractor, version, tuple(events)),))


def extracted_again(log: EventLog, key: str, revision: int, extractions: Iterable[Extraction]) -> list[RecordedEvent]:
    """Append what other extractors or versions found in one text."""
    return append_extractions(log, [(key, revision, tuple(extractions))])
