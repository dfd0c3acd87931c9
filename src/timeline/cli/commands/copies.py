"""`timeline copies`: show which articles print earlier ones again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import short_key
from timeline.cli.options import CLOCKS, DAYS, NAMES, choosing, examples, limit
from timeline.cli.options import database as on_database
from timeline.cli.options import output as to_output
from timeline.cli.output import Layout

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(
    epilog=examples(
        "timeline copies",
        "timeline copies --since 'last week' --publisher gazette",
        "timeline retract 9d1c0b7e --reason 'The Gazette was there itself.'     # the link of this id holds no longer",
    )
)
@choosing(*DAYS, NAMES[1], *CLOCKS)
@limit
@to_output
@on_database
def command(*, database: Database, chosen: dict[str, Any], limit: int | None, output: Output) -> None:
    """
    Show which articles print earlier ones again, and how much of the words of both is the same.

    A copy has the same figures and names, an update few others that changed within a day, and a series is one form
    filled in anew. All copies of one report are shown as copies of the earliest.
    """
    output.write(database.open().copies(limit=limit, **chosen), LAYOUT, limited=limit is not None)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    of = row["of_publisher"] or "", str(row["of_published"]), short_key(row["of"])
    again = above.get("of") == row["of"]
    return (
        str(row["published"]), row["publisher"] or "", row["title"] or "", short_key(row["article"]), row["kind"],
        f"{row['shared'] / 10:.0f} %", *(("", "", "") if again else of),
    )  # fmt: skip


LAYOUT = Layout(
    ("printed", "outlet", "title", "article", "is", "shared", "of outlet", "of day", "of"), _cells, ("title",)
)
