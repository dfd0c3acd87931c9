"""`timeline figures`: show how many and how much, and how that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import place, short_id, short_key, when
from timeline.cli.options import CLOCKS, DAYS, choosing, examples, limit, placed
from timeline.cli.options import database as on_database
from timeline.cli.options import output as to_output
from timeline.cli.options import stories as narrowed
from timeline.cli.output import Layout

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output

BAR_CELLS = 8
"""Width of the longest bar."""
EIGHTHS = " ▏▎▍▌▋▊▉█"


@click.command(
    epilog=examples(
        "timeline figures --about ferry",
        "timeline figures --story alder",
        "timeline figures --about ferry --conflicts",
        "timeline figures --about ferry --format jsonl | jq 'select(.step == \"rose\")'",
    )
)
@click.option("--conflicts", is_flag=True, help="Only pairs of figures for one time that cannot both be.")
@choosing(*DAYS, *CLOCKS)
@narrowed
@placed
@limit
@to_output
@on_database
def command(*, database: Database, chosen: dict[str, Any], limit: int | None, conflicts: bool, output: Output) -> None:
    """
    Show how many and how much, of what, and each time that it changed.

    Figures of one story with the same unit, noun, action and place are a series, those first that changed most often;
    under its name stands what each later figure is to the one before. A bar is as long as its number, compared with the
    series' others. An article's first figure of a series speaks for it; what a later text of the article states instead
    is marked.
    """
    log = database.open()
    if conflicts:
        output.write(log.conflicts(limit=limit, **chosen), CONFLICTS, limited=limit is not None)
        return
    output.write(log.figures(limit=limit, **chosen), LAYOUT, limited=limit is not None)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    same = bool(above) and above["series"] == row["series"]
    step = f"{row['step']}, revised" if row["revised"] else row["step"]
    amount = row["text"] if row["hedge"] is None else f"{row['hedge']} {row['text']}"
    amount += f" [{row['modality']}]" if row["modality"] != "asserted" else ""
    others = f" +{row['articles'] - 1}" if row["articles"] > 1 else ""
    printed = f"{row['reported_from']:%Y-%m-%d}"
    time = when(row, "occurred_from", "occurred_to", "precision")
    source = place(row, row["publisher"]) + others
    return step if same else _counted(row), printed, time, amount, _bar(row), source, short_id(row)


def _counted(row: dict[str, Any]) -> str:
    """What a series is of."""
    return " ".join(filter(None, (row["head"], row["action"], row["place"] and f"({row['place']})")))


def _bar(row: dict[str, Any]) -> str:
    """A bar as long as the number, of the greatest of its series."""
    eighths = round(8 * BAR_CELLS * max(0.0, row["number"]) / row["greatest"]) if row["greatest"] > 0 else 0
    return "█" * (eighths // 8) + EIGHTHS[eighths % 8].strip()


def _sides(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    one = f"{row['text']}: {row['clause']} ({short_key(row['publisher'] or row['article'])})"
    other = f"{row['other_text']}: {row['other_clause']} ({short_key(row['other_publisher'] or row['other_article'])})"
    return _counted(row), f"{row['reported_from']:%Y-%m-%d}", one, other, short_id(row)


LAYOUT = Layout(("what", "printed", "when", "figure", "", "source", "event"), _cells, ("figure", "what", "when"))
CONFLICTS = Layout(("what", "printed", "one", "other", "event"), _sides, ("one", "other"))
