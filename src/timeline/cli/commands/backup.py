"""`timeline backup`: copy the log while others read it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import say
from timeline.cli.options import database, examples

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(epilog=examples("timeline backup news-2026-03-04.duckdb", "timeline verify --db news-2026-03-04.duckdb"))
@click.argument("file", type=click.Path(path_type=Path))
@database
def command(*, file: Path, database: Database) -> None:
    """
    Copy the log to a new FILE, which appears when it is complete.

    Others can read the log meanwhile; a writer waits. The head of the copy is printed.
    """
    say(database.open().backup(file).text)
