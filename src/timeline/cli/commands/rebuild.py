"""This file is `timeline rebuild`: make the tables anew from the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.cells import plural
from timeline.cli.exit_status import BROKEN, tell
from timeline.cli.options import database, examples

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(epilog=examples("timeline rebuild", "timeline rebuild --check"))
@click.option("--check", is_flag=True, help="Change nothing; say where the tables differ from what the log makes.")
@database
def command(*, check: bool, database: Database) -> int:
    """
    Make every table anew from the log; the log itself is never touched.

    Tables that differ from the log are named on standard error, and the status is then 4.
    """
    compared = database.open().rebuild(check=check)
    for each in compared:
        click.echo(f"{each.projection:<12} {plural(each.rows, 'row')}")
        if not each.agrees:
            tell(
                f"{each.projection}: {each.missing:,} rows missing, {each.spurious:,} too many: run `timeline rebuild`."
            )
    return 0 if all(each.agrees for each in compared) else BROKEN
