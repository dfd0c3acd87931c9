"""This file is `timeline history`: the whole life of an article, or of an event."""

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
    Show the texts, readings, corrections and withdrawal of an article, or an event and what corrects it.

    An event is named by the beginning of its id.
    """
    rows = database.open().run("history", subject=subject, **chosen)
    if not len(rows):
        raise NotFound(
            f"nothing is recorded of {subject!r}: `timeline articles` and `timeline log` list what there is."
        )
    output.write(rows, LAYOUT)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    at, revision = f"{row['recorded_at']:%Y-%m-%d %H:%M:%S}", "" if row["revision"] is None else str(row["revision"])
    return at, row["type"], revision, row["what"] or "", row["by_whom"] or "", short_id(row)


LAYOUT = Layout(("recorded (UTC)", "type", "revision", "what", "by", "event"), _cells, ("what",))
