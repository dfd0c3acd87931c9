"""`timeline pin`: choose which version of an extractor is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.exit_status import say
from timeline.cli.options import BY, ExtractorVersion, examples, output, recording
from timeline.cli.output import Layout

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(
    epilog=examples(
        "timeline pin statements@1 harbour-fire --reason 'Version 2 takes the ferry for a speaker.'",
        "timeline pin statements@1        # in every article that this version has processed",
        "timeline pin                     # lists the pins",
    )
)
@click.argument("version", metavar="[EXTRACTOR@VERSION]", required=False, type=ExtractorVersion())
@click.argument("articles", metavar="[ARTICLES]...", nargs=-1)
@click.option("--reason", metavar="TEXT", help="Why, in a sentence.")
@BY
@output
@recording
def command(
    *,
    version: tuple[str, int] | None,
    articles: tuple[str, ...],
    reason: str | None,
    by: str | None,
    database: Database,
    output: Output,
) -> None:
    """
    Let views show what a given version of an extractor found; without arguments, list the pins.

    For articles whose current text that version has not processed, the latest version is shown.
    """
    timeline = database.open()
    if version is None:
        output.write(timeline.run("pins"), LAYOUT)
        return
    pinned = timeline.pin(*version, articles or None, reason=reason, by=by)
    say(f"{version[0]}@{version[1]} pinned in {pinned:,} article{'s' * (pinned != 1)}")


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    version = f"{row['extractor']}@{row['version']}"
    return version, row["article"], row["reason"] or "", row["by"] or "", f"{row['recorded_at']:%Y-%m-%d %H:%M:%S}"


LAYOUT = Layout(("pinned", "article", "reason", "by", "recorded (UTC)"), _cells, ("reason",))
