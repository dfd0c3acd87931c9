"""`timeline history`: show everything that was recorded about an article or an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import short_id
from timeline.cli.options import clocks, database, examples, output
from timeline.cli.output import Layout
from timeline.errors import NotFound

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(epilog=examples("timeline history harbour-fire", "timeline history 57455556 --format jsonl"))
@click.argument("subject", metavar="ARTICLE|EVENT")
@clocks
@output
@database
def command(*, subject: str, chosen: dict[str, Any], database: Database, output: Output) -> None:
    """
    Show all texts, extractions, corrections and withdrawals of an article, or an event and its corrections.

    An event is given by its id or the beginning of it.
    """
    rows = database.open().run("history", subject=subject, **chosen)
    if not len(rows):
        raise NotFound(f"there is no article or event {subject!r}: `timeline articles` and `timeline log` list them.")
    output.write(rows, LAYOUT)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    at, revision = f"{row['recorded_at']:%Y-%m-%d %H:%M:%S}", "" if row["revision"] is None else str(row["revision"])
    return at, row["type"], revision, row["what"] or "", row["by_whom"] or "", short_id(row)


LAYOUT = Layout(("recorded (UTC)", "type", "revision", "what", "by", "event"), _cells, ("what",))
