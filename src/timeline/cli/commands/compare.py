"""`timeline compare`: compare what two versions of an extractor found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import short_id
from timeline.cli.options import ExtractorVersion, database, examples, limit, output
from timeline.cli.output import Layout

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(
    epilog=examples(
        "timeline compare statements@1 statements@2",
        "timeline compare dates@1 dates@2 --article harbour-fire",
        "timeline compare statements@1 statements@2 --format jsonl | jq 'select(.change == \"lost\")'",
    )
)
@click.argument("before", metavar="EXTRACTOR@V1", type=ExtractorVersion())
@click.argument("after", metavar="EXTRACTOR@V2", type=ExtractorVersion())
@click.option("--article", metavar="KEY", help="Only in this article.")
@limit
@output
@database
def command(
    *,
    before: tuple[str, int],
    after: tuple[str, int],
    article: str | None,
    limit: int | None,
    database: Database,
    output: Output,
) -> None:
    """Show what was gained, lost and changed between two versions, in the texts that both have processed."""
    if before[0] != after[0]:
        raise click.UsageError(f"{before[0]} and {after[0]} are different extractors: name two versions of one.")
    rows = database.open().run(
        "extractor_diff", extractor=before[0], before=before[1], after=after[1], article=article, limit=limit
    )
    output.write(rows, LAYOUT)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    what = row["change"] + (f" ({', '.join(row['fields'])})" if row["fields"] else "")
    event = short_id({"event_id": row["after_event"] or row["before_event"]})
    return row["article"], what, row["before"] or "", row["after"] or "", event


LAYOUT = Layout(("article", "change", "before", "after", "event"), _cells, ("before", "after"))
