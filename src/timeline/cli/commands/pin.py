"""This file is `timeline pin`: which version of an extractor is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import BY, Version, database, examples, output
from timeline.cli.output import Layout

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(
    epilog=examples(
        "timeline pin statements@1 harbour-fire --reason 'Version 2 takes the ferry for a speaker.'",
        "timeline pin statements@1        # in every article that version has read",
        "timeline pin                     # what is pinned",
    )
)
@click.argument("reading", metavar="[EXTRACTOR@VERSION]", required=False, type=Version())
@click.argument("articles", metavar="[ARTICLES]...", nargs=-1)
@click.option("--reason", metavar="TEXT", help="Why, in a sentence.")
@BY
@output
@database
def command(
    *,
    reading: tuple[str, int] | None,
    articles: tuple[str, ...],
    reason: str | None,
    by: str | None,
    database: Database,
    output: Output,
) -> None:
    """
    Let views show what a version of an extractor read, instead of the latest; without arguments list what is pinned.

    Where that version has not read an article's current text, the latest is shown.
    """
    timeline = database.open()
    if reading is None:
        output.write(timeline.run("pins"), LAYOUT)
        return
    pinned = timeline.pin(*reading, articles or None, reason=reason, by=by)
    click.echo(f"{reading[0]}@{reading[1]} pinned in {pinned:,} article{'s' * (pinned != 1)}")


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    version = f"{row['extractor']}@{row['version']}"
    return version, row["article"], row["reason"] or "", row["by"] or "", f"{row['recorded_at']:%Y-%m-%d %H:%M:%S}"


LAYOUT = Layout(("pinned", "article", "reason", "by", "recorded (UTC)"), _cells, ("reason",))
