"""`timeline cite`: cite an event with its words and a link that opens there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import clocks, database, examples

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(epilog=examples("timeline cite 41d0c019", "timeline cite 41d0 --style bibtex >> sources.bib"))
@click.argument("event")
@click.option(
    "--style",
    type=click.Choice(["text", "md", "bibtex", "csl"]),
    default="text",
    show_default=True,
    help="A line, Markdown, a BibTeX entry, or CSL-JSON for Zotero and Pandoc.",
)
@clocks
@database
def command(*, event: str, style: str, chosen: dict[str, Any], database: Database) -> None:
    """
    Cite EVENT, an id or at least its first four characters: its words, article, outlet, day and paragraph.

    Where the article has a URL, the link opens the page at these words (a text fragment, `#:~:text=`).
    """
    sys.stdout.write(database.open().cite(event, style, **chosen))
