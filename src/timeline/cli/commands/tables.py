"""`timeline tables`: list the tables and views that SQL can query."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.options import database, examples, output

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(epilog=examples("timeline tables", "timeline tables --format md"))
@output
@database
def command(*, database: Database, output: Output) -> None:
    """List the log, the tables and the views that `timeline sql` and `timeline run` know."""
    output.write(database.open().tables())
