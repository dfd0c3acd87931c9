"""`timeline unpin`: show the latest version of an extractor again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import say
from timeline.cli.options import BY, examples, recording

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline unpin statements harbour-fire", "timeline unpin statements --reason 'Version 3 is right.'"
    )
)
@click.argument("extractor")
@click.argument("articles", metavar="[ARTICLES]...", nargs=-1)
@click.option("--reason", metavar="TEXT", help="Why, in a sentence.")
@BY
@recording
def command(
    *, extractor: str, articles: tuple[str, ...], reason: str | None, by: str | None, database: Database
) -> None:
    """Let views show the latest version of EXTRACTOR again, in all articles or in those given."""
    unpinned = database.open().unpin(extractor, articles or None, reason=reason, by=by)
    say(f"{extractor} unpinned in {unpinned:,} article{'s' * (unpinned != 1)}")
