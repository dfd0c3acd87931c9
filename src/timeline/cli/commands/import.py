"""This file is `timeline import`: exported events go into a log, as they were recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.cells import plural
from timeline.cli.options import database, examples
from timeline.cli.progress import Bar

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(epilog=examples("timeline import --db copy.duckdb events.parquet", "timeline verify --db copy.duckdb"))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@database
def command(*, file: Path, database: Database) -> None:
    """
    Append the events of an exported FILE, checked as they arrive.

    The log is made when there is none; otherwise what it has must be the beginning of the file, so that an import that
    was interrupted goes on where it stopped.
    """
    log = database.open()
    with Bar(lambda: None, "events") as bar:
        new = log.import_events(file, progress=bar.update)
    click.echo(f"imported {plural(new, 'event')}\n{log.head().text}", nl=False)
