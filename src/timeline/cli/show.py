"""This file is `timeline show`: what happened when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli._cells import place, short_id, when
from timeline.cli._options import examples, reading
from timeline.cli._output import Layout

if TYPE_CHECKING:
    from timeline.cli._options import Database
    from timeline.cli._output import Output


@click.command(
    epilog=examples(
        "timeline show",
        "timeline show --since 2024-08 --until 2024-08 --about evacuated",
        "timeline show --as-of 2024-08-13 --format csv -o timeline.csv",
    )
)
@reading
def command(*, database: Database, chosen: dict[str, Any], limit: int | None, output: Output) -> None:
    """
    Show what happened when, in the order of time.

    The same words about the same time in several articles are one row. `timeline explain EVENT` goes back to the
    sentence.
    """
    output.write(database.open().timeline(limit=limit, **chosen), LAYOUT, limited=limit is not None)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    time = when(row, "occurred_from", "occurred_to", "precision")
    if above and time == when(above, "occurred_from", "occurred_to", "precision"):
        time = ""
    what = row["text"] if row["modality"] == "asserted" else f"{row['text']} ({row['modality']})"
    others = f" +{row['articles'] - 1}" if row["articles"] > 1 else ""
    return time, what, place(row, row["sources"][0]) + others, short_id(row)


LAYOUT = Layout(("when", "what happened", "source", "event"), _cells, ("what happened",))
