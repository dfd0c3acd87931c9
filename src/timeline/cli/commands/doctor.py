"""`timeline doctor`: examine the installation and the log, and say what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from timeline.cli.exit_status import BROKEN, status_of
from timeline.cli.lazy import health
from timeline.cli.options import database, examples, output
from timeline.cli.output import Layout, Listing
from timeline.cli.progress import Bar

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output

COLUMNS = ("check", "state", "found", "note")


@click.command(
    epilog=examples("timeline doctor", "timeline doctor --db news.duckdb > found.jsonl || grep problem found.jsonl")
)
@output
@database
@click.pass_context
def command(context: click.Context, *, database: Database, output: Output) -> int:
    """
    Examine the installation and the log, and say what to do.

    Versions, optional parts and what they are for, plug-ins, free disk, the log's file and who uses it, whether it
    holds what was appended, and the clock. The exit status is 0 if nothing has to be done, else that of the worst
    problem: 4 if the log is damaged, 6 if another process uses it, 5 if the log that was named is not there.
    """
    named = context.get_parameter_source("db") is not ParameterSource.DEFAULT
    with Bar(lambda: None, "events") as bar:
        found = list(health.examine(database.open(), expected=named, progress=bar.update))
    output.write(Listing(COLUMNS, [(each.check, each.state, each.found, each.note) for each in found]), LAYOUT)
    statuses = {status_of(each.error) if each.error else 1 for each in found if each.state == "problem"}
    return BROKEN if BROKEN in statuses else max(statuses, default=0)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    return row["check"], row["state"], row["found"], row["note"] or ""


LAYOUT = Layout(COLUMNS, _cells, ("found", "note"))
