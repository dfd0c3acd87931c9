"""This file is `timeline append`: articles go into the log, with what is read in them."""

from __future__ import annotations

import os
from itertools import chain, islice
from time import monotonic
from typing import TYPE_CHECKING

import click

from timeline.cli.cells import plural
from timeline.cli.exit_status import FAILED, INTERRUPTED, tell
from timeline.cli.inputs import inputs
from timeline.cli.interrupt import Interrupt
from timeline.cli.options import database, examples
from timeline.cli.progress import Bar

if TYPE_CHECKING:
    from timeline.cli.inputs import Articles
    from timeline.cli.options import Database
    from timeline.ingest.append import Appended, Progress

MANY = 200
"""Articles from which on starting worker processes pays."""

NOTES = 5
"""Notes that are told one by one."""

NAMES = {"statement_reported": "statement", "occurrence_reported": "occurrence", "date_mentioned": "date"}
ARTICLES = frozenset(("article_published", "article_revised", "extraction_completed", "extraction_failed"))


@click.command(
    epilog=examples(
        "timeline append article.txt",
        "timeline append feed.jsonl.gz articles/ 'more/2024-*.txt'",
        "timeline append --date 2024-08-13 --source Reuters - < article.txt",
    )
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N",
    help="Processes that read articles; by default one per processor when there are many articles.",
)  # fmt: skip
@inputs
@database
def command(*, articles: Articles, jobs: int | None, database: Database) -> int:
    """
    Append articles and what is read in them to the log, which is made when there is none.

    FILE is a text, JSON Lines, either compressed (.gz), a folder, a glob, or - for standard input. What is in the log
    already appends nothing, a changed text is a revision. What cannot be taken in is named; the rest is appended.
    """
    begun = monotonic()
    given = iter(articles)
    first = list(islice(given, MANY))
    processors = len(os.sched_getaffinity(0)) if len(first) == MANY else 1
    try:
        with Interrupt() as interrupt, Bar(lambda: articles.expected, "articles") as bar:

            def follow(progress: Progress) -> None:
                interrupt.check()
                bar.update(progress.done, f"{progress.events:,} events")

            every = interrupt.checked(chain(first, given))
            appended = database.open().append(every, jobs=jobs or processors, progress=follow)
    except KeyboardInterrupt:
        tell("interrupted: what was committed stays in the log, append again to go on.")
        return INTERRUPTED
    for failure in appended.failures:
        tell(str(failure))
    notes = list(dict.fromkeys(appended.notes))
    for note in notes[:NOTES]:
        tell(note)
    if len(notes) > NOTES:
        tell(f"and {len(notes) - NOTES:,} more of the kind.")
    click.echo(_summary(appended, monotonic() - begun))
    return 0 if appended.ok else FAILED


def _summary(appended: Appended, seconds: float) -> str:
    """A line per outcome; the first with what was read, and how long it took."""
    kinds = dict.fromkeys((*NAMES, *sorted(appended.events.keys() - ARTICLES)))
    counted = ((NAMES.get(kind, kind), appended.events[kind]) for kind in kinds)
    read = " · ".join(plural(count, kind) for kind, count in counted if count)
    lines = [f"appended   {plural(appended.published, 'article')}"]
    if appended.revised:
        lines.append(f"revised    {plural(appended.revised, 'article')}")
    lines[0] += f"   {read}" * bool(read) + f"   {seconds:.1f} s"
    if appended.unchanged:
        lines.append(f"unchanged  {plural(appended.unchanged, 'article')}, already there")
    if appended.failures:
        lines.append(f"failed     {len(appended.failures):,}, named above")
    return "\n".join(lines)
