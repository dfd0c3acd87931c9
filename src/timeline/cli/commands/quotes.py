"""`timeline quotes`: show who said what when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import place, short_id, when
from timeline.cli.nearby import or_speakers
from timeline.cli.options import confident, examples, over_view
from timeline.cli.output import Layout

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(
    epilog=examples(
        "timeline quotes",
        "timeline quotes --speaker zelenskyy --since 2024-08-10",
        "timeline quotes --speaker putin --about ukraine --min-confidence 80",
        "timeline quotes --about border --format jsonl | jq -r .quote",
    )
)
@over_view
@confident
@click.option(
    "--all", "unsaid", is_flag=True, help="Also what was asked, may be said, or was not said; the column what marks it."
)
def command(*, database: Database, chosen: dict[str, Any], limit: int | None, output: Output, unsaid: bool) -> None:
    """
    Show who said what when.

    Words in quotation marks are the speaker's own, others the article's; what was only asked, or not said, is left out.
    What is repeated within three days is one row,
    with the number of other articles. `timeline people list` shows the names of each person.
    """
    chosen |= {"unsaid": True} if unsaid else {}
    log = database.open()
    rows = or_speakers(log.statements(limit=limit, **chosen), log, chosen)
    output.write(rows, LAYOUT, limited=limit is not None)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    time, who = _time(row), _speaker(row)
    if above and time == _time(above):
        who = "" if who == _speaker(above) else who
        time = ""
    quote = f"“{row['quote']}”" if row["manner"] == "direct" else row["quote"]
    quote += f" [{row['modality']}]" if row["modality"] != "asserted" else ""
    quote += f" [corrected: {row['correction']}]" if row["correction"] else ""
    others = f" +{row['articles'] - 1}" if row["articles"] > 1 else ""
    return time, who, row["cue"] or "", quote, place(row, row["publisher"]) + others, short_id(row)


def _time(row: dict[str, Any]) -> str:
    return when(row, "said_from", "said_to", "said_precision")


def _speaker(row: dict[str, Any]) -> str:
    return row["speaker"] or row["source_mention"] or "not attributed"


LAYOUT = Layout(("when", "who", "how", "what", "source", "event"), _cells, ("what", "who", "how"))
