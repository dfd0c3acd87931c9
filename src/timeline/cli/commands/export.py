"""`timeline export`: export all events to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import say
from timeline.cli.options import database, examples

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline export events.parquet > head.txt",
        "timeline export events.jsonl && timeline import --db copy.duckdb events.jsonl",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@database
def command(*, file: Path, database: Database) -> None:
    """
    Write every event to FILE (.jsonl or .parquet), one per row, in order and as it was recorded.

    The head of the log is printed: keep it with the file.
    """
    if file.suffix not in (".jsonl", ".parquet"):
        raise click.UsageError(f"{file} has no known format: name a file that ends in .jsonl or .parquet.")
    say(database.open().export(file).text)
