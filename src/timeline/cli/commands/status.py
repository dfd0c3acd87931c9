"""`timeline status`: show the state of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.options import database, examples, output
from timeline.cli.output import Listing

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(epilog=examples("timeline status", "timeline status --format json"))
@output
@database
def command(*, database: Database, output: Output) -> None:
    """Show the state of the log: its events by type, its root hash, and whether its tables are current."""
    facts = database.open().status()
    if output.format in ("table", "md"):
        output.write(Listing(("what", "value"), list(facts.items())))
    else:
        output.write(Listing(tuple(facts), [tuple(facts.values())]))
