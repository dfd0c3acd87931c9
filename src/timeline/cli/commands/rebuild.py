"""`timeline rebuild`: rebuild the tables from the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.cells import counted
from timeline.cli.exit_status import BROKEN, say, tell
from timeline.cli.options import database, examples

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(epilog=examples("timeline rebuild", "timeline rebuild --check"))
@click.option("--check", is_flag=True, help="Change nothing; only report tables that differ from the log.")
@database
def command(*, check: bool, database: Database) -> int:
    """
    Rebuild every table from the log; the log itself is never changed.

    What else somebody defined in the file, tables too, is removed and named on standard error.

    Tables that differed from the log are listed on standard error, and the exit status is then 4.
    """
    compared = database.open().rebuild(check=check, on_change=lambda change: tell(f"{change}."))
    for each in compared:
        say(f"{each.projection:<12} {counted(each.rows, 'row')}")
        if not each.agrees:
            tell(
                f"{each.projection}: {each.missing:,} rows missing, {each.spurious:,} too many: run `timeline rebuild`."
            )
    return 0 if all(each.agrees for each in compared) else BROKEN
