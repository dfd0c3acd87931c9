"""Extract again from texts that are in the log, by extractors or versions that have not completed them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import Factory, define

from timeline import sql_files
from timeline.errors import ExtractionError, NotFound
from timeline.extractors import failures, run_extractors, versions
from timeline.ingest.limits import MAX_SECONDS
from timeline.log.append import append_extractions
from timeline.store import connections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.log.event_log import EventLog

GROUP_TEXTS = 32
"""Texts a commit: what an interruption can cost."""


@define
class Reextracted:
    """What extracting again came to: texts, appended events by type, extractors that raised."""

    texts: int = 0
    events: Counter[str] = Factory(Counter)
    failures: list[ExtractionError] = Factory(list)


def reextract(
    log: EventLog,
    articles: Iterable[str] | None = None,
    *,
    extractor: str | None = None,
    max_seconds: float | None = MAX_SECONDS,
    progress: Callable[[int], None] | None = None,
) -> Reextracted:
    """
    Append what the extractors of this version find in each article's newest text, where they have not yet.

    What earlier versions found stays in the log; views show the latest. Interrupted, it goes on with what is left.

    Args:
        log: The log.
        articles: Keys; all articles by default.
        extractor: Only this one.
        max_seconds: How much CPU time an article may take; None for any.
        progress: Told how many texts are done.

    Raises:
        NotFound: No such extractor or article.
    """
    done, wanted = Reextracted(), versions()
    if extractor is not None and extractor not in wanted:
        raise NotFound(f"no extractor {extractor!r}; there are {', '.join(wanted)}.")
    chosen = {name: version for name, version in wanted.items() if extractor in (None, name)}
    for group in _groups(_not_completed(log, None if articles is None else list(articles), chosen)):
        found = [
            (key, revision, run_extractors(log.text(key, revision)[0], only, max_seconds=max_seconds))
            for key, revision, only in group
        ]
        done.events.update(row.type for row in append_extractions(log, found))
        done.texts += len(group)
        for key, _, extractions in found:
            done.failures += failures(key, extractions)
        if progress is not None:
            progress(done.texts)
    return done


def _not_completed(
    log: EventLog, articles: list[str] | None, chosen: dict[str, int]
) -> list[tuple[str, int, list[str]]]:
    """Newest texts that an extractor of that version has not completed: key, revision, which extractors."""
    values = {"articles": articles, "extractors": list(chosen), "versions": list(chosen.values())}
    with connections.reading(log.path, wait=log.wait) as connection:
        texts = "select distinct article from revisions where fingerprint is not null"
        known = {key for (key,) in connection.execute(texts).fetchall()}
        if unknown := sorted(set(articles or ()) - known):
            raise NotFound(f"no text of {unknown[0]!r}: `timeline articles` lists the keys.")
        return connection.execute(sql_files.find("ingest", "not_completed").sql, values).fetchall()


def _groups(texts: list[tuple[str, int, list[str]]]) -> Iterator[list[tuple[str, int, list[str]]]]:
    for at in range(0, len(texts), GROUP_TEXTS):
        yield texts[at : at + GROUP_TEXTS]
