"""`timeline import`: import exported events into a log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.cells import counted
from timeline.cli.exit_status import say
from timeline.cli.options import examples, recording
from timeline.cli.progress import Bar

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(epilog=examples("timeline import --db copy.duckdb events.parquet", "timeline verify --db copy.duckdb"))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@recording
def command(*, file: Path, database: Database) -> None:
    """
    Append the events of an exported FILE, and check each of them.

    The log is created if there is none; otherwise it must be equal to the beginning of the file. An interrupted import
    therefore continues where it stopped.
    """
    log = database.open()
    with Bar(lambda: None, "events") as bar:
        new = log.import_events(file, progress=bar.update)
    say(f"imported {counted(new, 'event')}\n{log.head().text}")
