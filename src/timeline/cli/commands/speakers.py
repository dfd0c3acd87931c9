"""`timeline speakers`: show who speaks, how often, and in how many articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.nearby import or_speakers
from timeline.cli.options import examples, over_view

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(epilog=examples("timeline speakers --limit 20", "timeline speakers --about ceasefire --since 2024"))
@over_view
def command(*, database: Database, chosen: dict[str, Any], limit: int | None, output: Output) -> None:
    """Show who speaks, how often, and in how many articles."""
    log = database.open()
    rows = or_speakers(log.speakers(limit=limit, **chosen), log, chosen)
    output.write(rows, limited=limit is not None)
