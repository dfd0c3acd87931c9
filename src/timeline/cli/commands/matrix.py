"""`timeline matrix`: count the statements of each person on each day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.destination import destination
from timeline.cli.lazy import heatmap
from timeline.cli.nearby import or_speakers
from timeline.cli.options import database as on_database
from timeline.cli.options import examples, filters
from timeline.cli.options import output as to_output

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(epilog=examples("timeline matrix", "timeline matrix --people 10 --since 2024-08 --about ceasefire"))
@click.option(
    "--people",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="Only the N people who say most.",
)
@filters
@to_output
@on_database
def command(*, people: int, database: Database, chosen: dict[str, Any], output: Output) -> None:
    """
    Show how many statements each person made on each day.

    On a terminal this is a heat map of people by days, or by weeks, months or years where there are too many days. A
    statement that several articles repeat counts once.
    """
    log = database.open()
    rows = or_speakers(log.run("matrix", people=people, **chosen), log, chosen)
    if output.format != "table":
        output.write(rows)
        return
    with destination(output.file) as stream:
        heatmap.write_heatmap(stream, [(row.speaker, row.day, row.statements) for row in rows])
