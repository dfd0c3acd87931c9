"""`timeline articles`: list the articles in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import short_key
from timeline.cli.options import examples, over_view
from timeline.cli.output import Layout

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(
    epilog=examples(
        "timeline articles --since 2024-08-01",
        "timeline articles --about Kursk --format csv -o articles.csv",
        "timeline articles --as-of 2024-08-13T12:00",
    )
)
@over_view
def command(*, database: Database, chosen: dict[str, Any], limit: int | None, output: Output) -> None:
    """List the articles in the log, and how many events each yielded."""
    output.write(database.open().articles(limit=limit, **chosen), LAYOUT, limited=limit is not None)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    return (
        str(row["published"]),
        row["publisher"] or "",
        row["title"] or "",
        row["language"] or "",
        f"{row['statements']:,}",
        f"{row['occurrences']:,}",
        f"{row['revisions']:,}",
        short_key(row["article"]),
    )


HEADINGS = ("published", "publisher", "title", "language", "quotes", "events", "texts", "article")
LAYOUT = Layout(HEADINGS, _cells, ("title", "publisher"))
