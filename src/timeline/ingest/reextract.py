"""This file reads texts again that are in the log, by extractors or versions that have not read them to their end."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import Factory, define

from timeline.errors import ExtractionError, NotFound
from timeline.extractors import read, versions
from timeline.store import connections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.log.event_log import Log

GROUP = 32
"""Texts a commit: what an interruption can cost."""

UNREAD = """
    with texts as (
        select article, max(revision) as revision from revisions
        where fingerprint is not null and ($articles is null or list_contains($articles, article)) group by article
    ),
    wanted as (select unnest($extractors) as extractor, unnest($versions) as version),
    completed as (
        select article, revision, extractor, extractor_version as version from log where type = 'extraction_completed'
    )
    select article, revision, list(extractor order by extractor)
    from (select article, revision, extractor, version from texts cross join wanted except from completed)
    group by article, revision order by article
"""


@define
class Reread:
    """What reading again came to: texts, appended events by type, extractors that raised."""

    texts: int = 0
    events: Counter[str] = Factory(Counter)
    failures: list[ExtractionError] = Factory(list)


def reread(
    log: Log,
    articles: Iterable[str] | None = None,
    *,
    extractor: str | None = None,
    progress: Callable[[int], None] | None = None,
) -> Reread:
    """
    Append what the extractors of this version read in each article's newest text, where they have not yet.

    What earlier versions read stays in the log; views show the latest. Interrupted, it goes on with what is left.

    Args:
        log: The log.
        articles: Keys; all articles by default.
        extractor: Only this one.
        progress: Told how many texts are done.

    Raises:
        NotFound: No such extractor or article.
    """
    done, wanted = Reread(), versions()
    if extractor is not None and extractor not in wanted:
        raise NotFound(f"no extractor {extractor!r}; there are {', '.join(wanted)}.")
    chosen = {name: version for name, version in wanted.items() if extractor in (None, name)}
    for group in _groups(_unread(log, None if articles is None else list(articles), chosen)):
        readings = [(key, revision, read(log.text(key, revision)[0], only)) for key, revision, only in group]
        done.events.update(row.type for row in log.read_all_again(readings))
        done.texts += len(group)
        done.failures += [
            ExtractionError(f"{key}: {reading.extractor} raised {reading.error}")
            for key, _, found in readings
            for reading in found
            if reading.error is not None
        ]
        if progress is not None:
            progress(done.texts)
    return done


def _unread(log: Log, articles: list[str] | None, chosen: dict[str, int]) -> list[tuple[str, int, list[str]]]:
    """Newest texts that an extractor of that version has not read to its end: key, revision, which extractors."""
    values = {"articles": articles, "extractors": list(chosen), "versions": list(chosen.values())}
    with connections.reading(log.path, wait=log.wait) as connection:
        texts = "select distinct article from revisions where fingerprint is not null"
        known = {key for (key,) in connection.execute(texts).fetchall()}
        if unknown := sorted(set(articles or ()) - known):
            raise NotFound(f"no text of {unknown[0]!r}: `timeline articles` lists those that are there.")
        return connection.execute(UNREAD, values).fetchall()


def _groups(texts: list[tuple[str, int, list[str]]]) -> Iterator[list[tuple[str, int, list[str]]]]:
    for at in range(0, len(texts), GROUP):
        yield texts[at : at + GROUP]
