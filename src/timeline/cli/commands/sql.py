"""This file is `timeline sql`: anybody's query, in a process that can only read the log."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import tell
from timeline.cli.lazy import sandbox
from timeline.cli.options import Pair, database, examples, output

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output

ROWS = 100_000


@click.command(
    epilog=examples(
        'timeline sql "select count(*) from log"',
        "timeline sql \"select speaker, quote from statements where speaker ilike '%' || $who || '%'\" -p who=putin",
        "timeline sql \"from statements(p_as_of := '2024-08-14')\"",
        "timeline sql - < query.sql",
    )
)
@click.argument("query")
@click.option("-p", "--parameter", "parameters", type=Pair(), multiple=True, help="Value of $name in the query.")
@click.option(
    "--timeout", type=click.FloatRange(min=0.1), default=30, show_default=True, metavar="SECONDS", help="Longest run."
)
@click.option("--limit", type=click.IntRange(min=0), default=ROWS, show_default=True, metavar="N", help="Most rows.")
@click.option(
    "--memory", type=click.IntRange(min=16), default=512, show_default=True, metavar="MB", help="Most memory."
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
    Answer a SELECT over the log, its tables and its views (`timeline tables` lists them).

    QUERY is one statement, or - for standard input. It runs in a process of its own that can read this log and nothing
    else, so it may come from a stranger.
    """
    text = sys.stdin.read() if query == "-" else query
    limits = sandbox.Limits(seconds=timeout, rows=limit, megabytes=memory)
    answer = sandbox.ask(database.path, text, dict(parameters), limits=limits, wait=database.wait)
    output.write(answer, limited=False)
    if answer.cut:
        tell(f"only the first {len(answer.rows):,} rows: raise --limit for more.")
