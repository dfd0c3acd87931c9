"""`timeline append`: append articles, and the events extracted from them, to the log."""

from __future__ import annotations

import os
from collections import Counter
from functools import partial
from itertools import chain, islice
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import counted, short_key
from timeline.cli.delivery import Delivery, Row
from timeline.cli.exit_status import FAILED, INTERRUPTED, say, tell
from timeline.cli.folding import Folding
from timeline.cli.inputs import inputs
from timeline.cli.interrupt import Interrupt
from timeline.cli.lazy import fetched, sending, server_lock
from timeline.cli.options import examples, max_seconds, recording
from timeline.cli.output import Layout, Listing, Output
from timeline.cli.progress import Bar
from timeline.ingest.limits import MAX_SECONDS

if TYPE_CHECKING:
    from timeline.cli.inputs import Articles
    from timeline.cli.options import Database
    from timeline.ingest.appended import Appended, Progress
    from timeline.store.server_lock import Server

MANY_ARTICLES = 200
"""From so many articles on, worker processes are worth starting."""

NAMES = {
    "statement_reported": "statement", "occurrence_reported": "occurrence", "date_mentioned": "date",
    "figure_reported": "figure",
}  # fmt: skip
PREVIEW = Layout(
    headings=("outcome", "published", "title", "publisher", "input"),
    cells=lambda row, _: (
        row["outcome"], row["published"] or "", row["reason"] or row["title"] or short_key(row["article"]),
        row["publisher"] or "", row["input"],
    ),
    wordy=("title", "input"),
)  # fmt: skip
ARTICLES = frozenset(("article_published", "article_revised", "extraction_completed", "extraction_failed"))


@click.command(
    epilog=examples(
        "timeline append article.txt",
        "timeline append feed.jsonl.gz articles/ 'more/2024-*.txt'",
        "timeline append --map published=printed --map text=body archive.csv news.db::articles",
        "timeline append --date 2024-08-13 --source Reuters - < article.txt",
        "timeline append --dry-run downloads/",
        "timeline append --allow-network --follow https://cape.example/feed.xml",
    )
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N",
    help="Number of processes; by default one per processor when there are many articles.",
)  # fmt: skip
@click.option(
    "--no-link",
    "link",
    flag_value=False,
    default=True,
    help="Link nothing to other articles: `timeline relink` does later.",
)
@click.option("--dry-run", is_flag=True, help="List what would be appended, and append nothing.")
@click.option(
    "--report", metavar="FILE", help="Write a row for each input to FILE: what became of it, and why it was refused."
)
@max_seconds
@inputs
@recording
def command(
    *, articles: Articles, jobs: int | None, dry_run: bool, report: str | None, database: Database, **how: Any
) -> int:
    """
    Append articles, and the events extracted from them, to the log, which is created if there is none.

    FILE is an article (plain text and what `timeline plugins` lists), a table or collection of articles (JSON Lines,
    CSV, Parquet, ...; news.db::articles names a table of a database), any of them compressed (.gz), a folder, a glob,
    or - for standard input. An article that the log already holds is skipped; a changed text becomes a revision. Inputs
    that cannot be read are listed, and the rest is appended.

    While `timeline serve --edit` serves the log, articles are handed to that server, but with --jobs, --no-link or
    --max-seconds, which append beside it.
    """
    if dry_run:
        return _preview(articles, Output(None, report), database)
    begun = monotonic()
    delivery = Delivery(articles) if report else None
    given = iter(delivery or articles)
    first = list(islice(given, MANY_ARTICLES))
    processors = len(os.sched_getaffinity(0)) if len(first) == MANY_ARTICLES else 1
    try:
        with Interrupt() as interrupt, Bar(lambda: articles.expected, "articles") as bar:

            def follow(progress: Progress) -> None:
                interrupt.check()
                bar.update(progress.done, f"{progress.events:,} events")

            every = interrupt.checked(chain(first, given))
            log = database.open()
            if articles.network is not None:
                articles.network.known = fetched.remembered(log.event_log)
            server = _server(database, jobs, how)
            own = partial(log.append, jobs=jobs or processors, **how)
            appended = (partial(sending.send, log, server) if server else own)(every, progress=follow)
    except KeyboardInterrupt:
        tell("interrupted: what was committed stays in the log; run the command again to continue.")
        return INTERRUPTED
    if articles.network is not None:
        fetched.remember(log.event_log, articles.network.fresh)
    _tell_failures(appended)
    if delivery is not None:
        Output(None, report).write(Listing(Row._fields, delivery.report(appended)))
    say(_summary(appended, monotonic() - begun))
    return 0 if appended.ok else FAILED


def _server(database: Database, jobs: int | None, how: dict[str, Any]) -> Server | None:
    """The server that writes to the log and takes its articles; who says how they are appended does that beside it."""
    if jobs is not None or database.accept_clock or how != {"link": True, "max_seconds": MAX_SECONDS}:
        return None
    server = server_lock.server(database.path)
    if server is not None:
        tell(f"{database.path} is served to be edited: its articles are handed to {server.url}")
    return server


def _tell_failures(appended: Appended) -> None:
    """What failed, and what is worth knowing of the rest; of many of a kind how many there are."""
    folding = Folding()
    for note in (*map(str, appended.failures), *dict.fromkeys(appended.notes)):
        folding.tell(note)
    folding.finish()


def _preview(articles: Articles, output: Output, database: Database) -> int:
    """List what would become of each input."""
    delivery = Delivery(articles)
    rows = delivery.previewed(database.open().preview(delivery))
    output.write(Listing(Row._fields, rows), PREVIEW)
    counts = Counter(row.outcome for row in rows)
    told = ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(counts.items()))
    tell(f"nothing was appended; it would be: {told or 'there are no articles'}.")
    return FAILED if counts["refused"] else 0


def _summary(appended: Appended, seconds: float) -> str:
    """One line per outcome; the first with the events extracted and the time it took."""
    kinds = dict.fromkeys((*NAMES, *sorted(appended.events.keys() - ARTICLES)))
    counts = ((NAMES.get(kind, kind), appended.events[kind]) for kind in kinds)
    read = " · ".join(counted(count, kind) for kind, count in counts if count)
    lines = [f"appended   {counted(appended.published, 'article')}"]
    if appended.revised:
        lines.append(f"revised    {counted(appended.revised, 'article')}")
    if appended.withdrawn:
        lines.append(f"withdrawn  {counted(appended.withdrawn, 'article')}")
    lines[0] += f"   {read}" * bool(read) + f"   {seconds:.1f} s"
    if appended.unchanged:
        lines.append(f"unchanged  {counted(appended.unchanged, 'article')}, already in the log")
    if appended.failures:
        lines.append(f"failed     {len(appended.failures):,}, listed above")
    return "\n".join(lines)
