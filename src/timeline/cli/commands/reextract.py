"""`timeline reextract`: run new versions of extractors over the texts in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.cells import counted
from timeline.cli.exit_status import FAILED, say, tell
from timeline.cli.options import examples, max_seconds, recording
from timeline.cli.progress import Bar

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline reextract", "timeline reextract --extractor statements", "timeline reextract harbour-fire"
    )
)
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--extractor", metavar="NAME", help="Only this extractor.")
@max_seconds
@recording
def command(*, articles: tuple[str, ...], extractor: str | None, max_seconds: float, database: Database) -> int:
    """
    Run extractors over the current texts that they, or their present versions, have not processed yet.

    Earlier results stay in the log and in views as of an earlier time; current views show the new ones. If it is
    interrupted, run it again to continue.
    """
    log = database.open()
    with Bar(lambda: None, "articles") as bar:
        done = log.reextract(articles or None, extractor=extractor, max_seconds=max_seconds, progress=bar.update)
    for failure in done.failures:
        tell(str(failure))
    say(f"re-extracted {counted(done.texts, 'article')}, {counted(done.events.total(), 'new event')}")
    return FAILED if done.failures else 0
