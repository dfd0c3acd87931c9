"""This file is `timeline reextract`: texts that are in the log are read again by newer extractors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.cells import plural
from timeline.cli.exit_status import FAILED, tell
from timeline.cli.options import database, examples
from timeline.cli.progress import Bar

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline reextract", "timeline reextract --extractor statements", "timeline reextract harbour-fire"
    )
)
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--extractor", metavar="NAME", help="Only this one.")
@database
def command(*, articles: tuple[str, ...], extractor: str | None, database: Database) -> int:
    """
    Read the newest texts again with extractors, or versions of them, that have not read them to their end.

    What was read before stays in the log and in earlier views; current views show the newest reading. Interrupted, it
    goes on with what is left.
    """
    log = database.open()
    with Bar(lambda: None, "articles") as bar:
        done = log.reextract(articles or None, extractor=extractor, progress=bar.update)
    for failure in done.failures:
        tell(str(failure))
    click.echo(f"read again {plural(done.texts, 'article')}, {plural(done.events.total(), 'new event')}")
    return FAILED if done.failures else 0
