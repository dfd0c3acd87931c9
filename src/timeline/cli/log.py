"""This file is `timeline log`: the recorded events, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli._cells import short_id, short_key
from timeline.cli._options import database, examples, limit, output
from timeline.cli._output import Layout

if TYPE_CHECKING:
    from timeline.cli._options import Database
    from timeline.cli._output import Output

LONGEST = 80


@click.command(
    epilog=examples(
        "timeline log --limit 20",
        "timeline log --type statement_reported --article https://example.com/1",
        "timeline log --after 4711 --format jsonl",
    )
)
@click.option("--after", type=click.IntRange(min=0), default=0, metavar="POSITION", help="Only events behind it.")
@click.option("--type", "kind", metavar="TYPE", help="Only events of this type.")
@click.option("--article", metavar="KEY", help="Only events of this article.")
@limit
@output
@database
def command(
    *, after: int, kind: str | None, article: str | None, limit: int | None, database: Database, output: Output
) -> None:
    """Show recorded events in the order of their positions."""
    rows = database.open().log(after=after, type=kind, article=article, limit=limit)
    output.write(rows, LAYOUT, limited=limit is not None)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    data = row["data"] if len(row["data"]) <= LONGEST else f"{row['data'][: LONGEST - 1]}…"
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
