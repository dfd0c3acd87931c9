"""`timeline sql`: run an SQL query that can only read the log."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import tell
from timeline.cli.lazy import sandbox
from timeline.cli.options import NameValue, database, examples, output

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output

MAX_ROWS = 100_000


@click.command(
    epilog=examples(
        'timeline sql "select count(*) from log"',
        "timeline sql \"select speaker, quote from statements where speaker ilike '%' || $who || '%'\" -p who=putin",
        "timeline sql \"from statements(p_as_of := '2024-08-14')\"",
        "timeline sql - < query.sql",
    )
)
@click.argument("query")
@click.option("-p", "--parameter", "parameters", type=NameValue(), multiple=True, help="Value of $name in the query.")
@click.option(
    "--timeout", type=click.FloatRange(min=0.1), default=30, show_default=True, metavar="SECONDS", help="Time limit."
)
@click.option(
    "--limit", type=click.IntRange(min=0), default=MAX_ROWS, show_default=True, metavar="N", help="At most N."
)
@click.option(
    "--memory", type=click.IntRange(min=16), default=512, show_default=True, metavar="MB", help="Memory limit."
)
@output
@database
def command(
    *,
    query: str,
    parameters: tuple[tuple[str, str], ...],
    timeout: float,
    limit: int,
    memory: int,
    database: Database,
    output: Output,
) -> None:
    """
    Run a SELECT over the log, its tables and its views (`timeline tables` lists them).

    QUERY is one statement, or - for standard input. It runs in a process of its own that can read this log and nothing
    else, so even a stranger's query is safe to run.
    """
    text = sys.stdin.read() if query == "-" else query
    limits = sandbox.Limits(seconds=timeout, rows=limit, megabytes=memory)
    answer = sandbox.ask(database.path, text, dict(parameters), limits=limits, wait=database.wait)
    output.write(answer, limited=False)
    if answer.cut:
        tell(f"only the first {len(answer.rows):,} rows are shown: raise --limit for more.")
