"""
The process that gets killed: it does one kind of work on a log again and again, and tells what is done.

Each line on standard output is an acknowledgement: the key that the work was about, then the head that the log has
since. It says so only after the call that did the work has returned.
"""

from __future__ import annotations

import random
import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import timeline
from timeline.admin import export_import
from timeline.extractors import run_extractors
from timeline.log.append import ExtractedArticle, append_articles

from .newspaper import article

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.api.timeline import Timeline

FEW = 3
"""Articles without which there is nothing to work on."""

SOURCE = "events.jsonl"
"""What imports take in, beside the log."""

BARE = "bare"
"""Begins the keys of articles that were appended without being read."""


def fresh(kind: str = "full") -> str:
    """A key that is not there yet."""
    return f"{kind}-{uuid.uuid4().hex[:12]}"


def keys(log: Timeline) -> list[str]:
    """Of the articles that are there, with a text."""
    if not log.event_log.size():
        return []
    return [row.article for row in log.sql("select distinct article from article_history order by article")]


def append(log: Timeline) -> str:
    """A new article."""
    key = fresh()
    log.append(article(key))
    return key


def revise(log: Timeline) -> str:
    """Another text of an article."""
    key = random.choice(keys(log))  # noqa: S311
    log.append(article(key, random.randrange(10**9)))  # noqa: S311
    return key


def reextract(log: Timeline) -> str:
    """Texts are read that were only appended."""
    names = [fresh(BARE) for _ in range(FEW)]
    append_articles(log.event_log, [ExtractedArticle(article(key)) for key in names])
    log.reextract(names)
    return names[-1]


def rebuild(log: Timeline) -> str:
    """Projections are made anew."""
    log.rebuild()
    return "-"


def erase(log: Timeline) -> str:
    """An article is erased."""
    if len(keys(log)) <= FEW:
        append(log)
    key = random.choice(keys(log))  # noqa: S311
    log.erase(key, reason="kill notice", by="the desk")
    return key


def import_events(log: Timeline) -> str:
    """Exported events go into a log, few at a time; the log is begun anew when it has them all."""
    export_import.BATCH_EVENTS = 7
    log.import_events(log.path.with_name(SOURCE), progress=lambda _: tell(log, "-"))
    return "-"


WORK: dict[str, Callable[[Timeline], str]] = {
    "append": append, "revise": revise, "reextract": reextract, "rebuild": rebuild, "erase": erase,
    "import": import_events,
}  # fmt: skip


def tell(log: Timeline, key: str) -> None:
    """Acknowledge."""
    head = log.head()
    sys.stdout.write(f"{key} {head.origin} {head.size} {head.root}\n")
    sys.stdout.flush()


def main(work: str, path: str) -> None:
    """Work until killed; an import ends by itself."""
    log = timeline.open(Path(path))
    run_extractors(article("warm"))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while work in ("revise", "rebuild", "erase") and len(keys(log)) < FEW:
        append(log)
    while True:
        tell(log, WORK[work](log))
        if work == "import":
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
