"""`timeline show`: show what happened when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import place, short_id, short_key, when
from timeline.cli.options import confident, examples, over_view, placed
from timeline.cli.output import Layout, Listing

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output
    from timeline.digests import Digest


@click.command(
    epilog=examples(
        "timeline show",
        "timeline show --since 2024-08 --until 2024-08 --about evacuated",
        "timeline show --salient 10 --about evacuated",
        "timeline show --place Kursk --format jsonl",
        "timeline show --as-of 2024-08-13 --format csv -o timeline.csv",
    )
)
@click.option("--salient", type=click.IntRange(min=1), metavar="N", help="Only the N most salient days, with scores.")
@over_view
@placed
@confident
def command(
    *, database: Database, chosen: dict[str, Any], limit: int | None, salient: int | None, output: Output
) -> None:
    """
    Show what happened when, in chronological order.

    The same words about the same time in several articles are one row. `timeline explain EVENT` shows the sentence it
    comes from.
    """
    if salient is not None:
        if "min_confidence" in chosen:
            raise click.UsageError("--salient ranks whole days: leave out --min-confidence.")
        rows = _salient(database.open().salient(salient, **chosen))
        output.write(Listing(SALIENT, rows if limit is None else rows[:limit]), SALIENT_LAYOUT)
        return
    output.write(database.open().timeline(limit=limit, **chosen), LAYOUT, limited=limit is not None)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    time = when(row, "occurred_from", "occurred_to", "precision")
    if above and time == when(above, "occurred_from", "occurred_to", "precision"):
        time = ""
    what = row["text"] if row["modality"] == "asserted" else f"{row['text']} ({row['modality']})"
    what += f" [corrected: {row['correction']}]" if row["correction"] else ""
    others = f" +{row['articles'] - 1}" if row["articles"] > 1 else ""
    return time, what, place(row, row["sources"][0]) + others, short_id(row)


def _salient(digest: Digest) -> list[tuple[Any, ...]]:
    """The chosen days in chronological order, each with its most important lines."""
    rows: list[tuple[Any, ...]] = []
    for section in digest.sections:
        why = section.salience
        scores = (why.rank, why.score, why.articles, why.later) if why else (None,) * 4
        for entry in section.occurrences:
            cited = entry.citations[0]
            told = (entry.when.label, entry.text, cited.article.key, cited.article.publisher, cited.event_id)
            rows.append((section.day, *scores, *told))
    return rows


def _salient_cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:  # noqa: ARG001 - as `_cells`
    why = f"{row['salience']:g} ({row['articles']}, {row['later']} later)"
    what = f"{row['when']} — {row['text']}"
    return str(row["day"]), why, what, short_key(row["publisher"] or row["article"]), short_id(row)


SALIENT = ("day", "rank", "salience", "articles", "later", "when", "text", "article", "publisher", "event_id")
SALIENT_LAYOUT = Layout(("day", "salience", "what happened", "source", "event"), _salient_cells, ("what happened",))

LAYOUT = Layout(("when", "what happened", "source", "event"), _cells, ("what happened",))
