"""`timeline log`: show the recorded events in order."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import short_id, short_key
from timeline.cli.lazy import json_text
from timeline.cli.options import clocks, database, days, examples, limit, output
from timeline.cli.output import Layout

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output

DATA_CHARS = 80
HASHES = ("salt", "commitment", "leaf")
"""Columns that --follow leaves out."""


@click.command(
    epilog=examples(
        "timeline log --limit 20",
        "timeline log --type statement_reported --article https://example.com/1",
        "timeline log --type mention_linked --as-of 2024-08-13",
        "timeline log --after 4711 --follow      # goes on with what is recorded from now on",
    )
)
@click.option("--after", type=click.IntRange(min=0), default=0, metavar="POSITION", help="Only events after it.")
@click.option("--type", "kind", metavar="TYPE", help="Only events of this type.")
@click.option("--article", metavar="KEY", help="Only events of this article.")
@click.option("--follow", is_flag=True, help="Go on with new events as they are appended, as JSON Lines, until Ctrl-C.")
@days
@clocks
@limit
@output
@database
def command(
    *,
    after: int,
    kind: str | None,
    article: str | None,
    follow: bool,
    chosen: dict[str, Any],
    limit: int | None,
    database: Database,
    output: Output,
) -> None:
    """Show the recorded events in the order of their positions."""
    if follow:
        if chosen:
            raise click.UsageError("--follow waits for new events: leave out days and moments.")
        wanted = (
            event
            for event in database.open().subscribe(after)
            if kind in (None, event.type) and article in (None, event.article)
        )
        for event in islice(wanted, limit):
            click.echo(
                json_text.json_text({name: getattr(event, name) for name in event._fields if name not in HASHES})
            )
        return
    rows = database.open().log(after=after, type=kind, article=article, limit=limit, **chosen)
    output.write(rows, LAYOUT, limited=limit is not None)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    data = row["data"] or "erased"
    data = data if len(data) <= DATA_CHARS else f"{data[: DATA_CHARS - 1]}…"
    at = f"{row['recorded_at']:%Y-%m-%d %H:%M:%S}"
    return (
        str(row["position"]),
        at,
        row["type"],
        short_key(row["article"] or ""),
        row["rule"] or "",
        data,
        short_id(row),
    )


LAYOUT = Layout(("position", "recorded (UTC)", "type", "article", "rule", "data", "event"), _cells, ("data",))
