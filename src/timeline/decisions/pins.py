"""Pins: which version of an extractor is shown, article by article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline import sql_files
from timeline.errors import NotFound
from timeline.events.types.extraction_pinned import ExtractionPinned
from timeline.events.types.extraction_unpinned import ExtractionUnpinned
from timeline.log.streams import article_stream
from timeline.log.transaction import Origin
from timeline.projections.views import bind
from timeline.store.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.events.envelope import RecordedEvent
    from timeline.log.event_log import EventLog


def pin(
    log: EventLog,
    extractor: str,
    version: int,
    articles: Iterable[str] | None = None,
    *,
    reason: str | None = None,
    by: str | None = None,
) -> list[RecordedEvent]:
    """
    Record that views show what a version read, by default in all articles it has read; where they do, nothing.

    Raises:
        NotFound: That version has not read one of the articles, or none at all.
    """
    completed = sql_files.find("decisions", "completed_articles").sql
    rows = Rows(log.path, completed, {"extractor": extractor, "version": version}, wait=log.wait)
    read = [row.article for row in rows]
    wanted = read if articles is None else list(dict.fromkeys(articles))
    missing = sorted(set(wanted) - set(read)) or ([] if wanted else ["any article"])
    if missing:
        raise NotFound(
            f"{extractor}@{version} has not processed {missing[0]}: `timeline reextract` runs the installed version."
        )
    pinned = _pinned(log, extractor)
    event = ExtractionPinned(extractor=extractor, pinned=version, reason=reason, by=by)
    return log.append([(event, _origin(key)) for key in wanted if pinned.get(key) != version])


def unpin(
    log: EventLog,
    extractor: str,
    articles: Iterable[str] | None = None,
    *,
    reason: str | None = None,
    by: str | None = None,
) -> list[RecordedEvent]:
    """
    Record that views show the latest version again, by default in all articles where another is pinned.

    Raises:
        NotFound: No version is pinned in one of the articles, or in none at all.
    """
    pinned = _pinned(log, extractor)
    wanted = list(pinned) if articles is None else list(dict.fromkeys(articles))
    missing = sorted(set(wanted) - set(pinned)) or ([] if wanted else ["any article"])
    if missing:
        raise NotFound(f"no version of {extractor} is pinned in {missing[0]}: `timeline pin` lists the pins.")
    event = ExtractionUnpinned(extractor=extractor, reason=reason, by=by)
    return log.append([(event, _origin(key)) for key in wanted])


def _pinned(log: EventLog, extractor: str) -> dict[str, int]:
    pins = Rows(log.path, *bind("pins", {}), wait=log.wait)
    return {row.article: row.version for row in pins if row.extractor == extractor}


def _origin(article: str) -> Origin:
    return Origin(stream=article_stream(article), article=article)
