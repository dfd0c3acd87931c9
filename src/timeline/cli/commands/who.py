"""`timeline who`: show what a person said, and what was said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import place, short_id, when
from timeline.cli.options import confident, examples, filters, limit
from timeline.cli.options import database as on_database
from timeline.cli.options import output as to_output
from timeline.cli.output import Layout
from timeline.errors import QueryError

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(
    epilog=examples(
        "timeline who Zelenskyy",
        "timeline who 'Volodymyr Zelenskyy' --about ceasefire --since 2024-08",
        "timeline who putin --as-of 2024-08-13 --format jsonl | jq -r .quote",
    )
)
@click.argument("name")
@filters
@confident
@limit
@to_output
@on_database
def command(*, name: str, database: Database, chosen: dict[str, Any], limit: int | None, output: Output) -> None:
    """
    Show what the person called NAME said, and what was said about them, by date.

    NAME is any name of that person, or a part of it that nobody else shares. `timeline people list` shows all people.
    """
    if "speaker" in chosen:
        raise QueryError("`timeline who` takes the person as its argument: leave out --speaker.")
    output.write(database.open().who(name, limit=limit, **chosen), LAYOUT, limited=limit is not None)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    time = when(row, "said_from", "said_to", "said_precision")
    if above and time == when(above, "said_from", "said_to", "said_precision"):
        time = ""
    who = row["speaker"] or row["source_mention"] or "not attributed"
    quote = f"“{row['quote']}”" if row["manner"] == "direct" else row["quote"]
    others = f" +{row['articles'] - 1}" if row["articles"] > 1 else ""
    return time, row["part"], who, row["cue"] or "", quote, place(row, row["publisher"]) + others, short_id(row)


LAYOUT = Layout(("when", "part", "who", "how", "what", "source", "event"), _cells, ("what", "who", "how"))
