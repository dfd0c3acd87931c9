"""`timeline serve`: show the log in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline import extras
from timeline.cli.exit_status import tell
from timeline.cli.lazy import serving
from timeline.cli.options import database, examples

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(epilog=examples("timeline serve", "timeline serve --port 8001 --db news.duckdb", "timeline serve --sql"))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, metavar="N", help="Where; 0 takes a free one.")
@click.option("--sql", is_flag=True, help="Add a page that asks the log in SQL, as `timeline sql` does.")
@database
def command(*, port: int, sql: bool, database: Database) -> None:
    """
    Show the log as pages in a browser, on this machine alone, until you interrupt it.

    Nothing is written, and the file is open only while a page is made: others can append meanwhile.
    """
    for module in ("jinja2", "starlette", "uvicorn"):
        extras.need(module, extra="serve", task="showing pages")
    log = database.open()
    log.status()  # says at once what is wrong with the file
    options = ["sql"] * sql
    serving.serve(log, port=port, started=lambda url: tell(f"{url} shows {log.path}; Ctrl-C ends it."), options=options)
