"""This file is `timeline verify`: does the log hold what was appended?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli._cells import plural
from timeline.cli._endings import BROKEN, tell
from timeline.cli._options import database, examples

if TYPE_CHECKING:
    from timeline.cli._options import Database


@click.command(epilog=examples("timeline verify", "timeline verify --db news.duckdb && echo intact"))
@database
def command(*, database: Database) -> int:
    """
    Recompute positions, ids, hashes, roots and quoted spans from the log alone.

    What is wrong is named on standard error, and the status is then 4.
    """
    from timeline.cli._progress import Bar  # noqa: PLC0415 - start-up time

    log = database.open()
    with Bar(lambda: None, "events") as bar:
        found = log.verify(progress=bar.update)
    for problem in found.problems:
        tell(str(problem))
    outcome = "intact" if found.ok else plural(len(found.problems), "problem")
    click.echo(f"{outcome}: {plural(found.events, 'event')} in {plural(found.heads, 'commit')}, root {found.root}")
    return 0 if found.ok else BROKEN
