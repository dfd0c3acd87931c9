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


@click.command(
    epilog=examples(
        "timeline serve",
        "timeline serve --port 8001 --db news.duckdb",
        "timeline serve --sql",
        "timeline serve --edit                            # open the link that is printed",
        "timeline serve --edit --allow-network",
        "timeline serve --token --host 192.0.2.7          # others read, by a link for each",
    )
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, metavar="N", help="Where; 0 takes a free one.")
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Listen to ADDRESS; another than this machine's "
              "own takes --edit or --token.")  # fmt: skip
@click.option("--sql", is_flag=True, help="Add a page that asks the log in SQL, as `timeline sql` does.")
@click.option("--edit", is_flag=True, help="Who opens the link that is printed can correct, decide and add articles.")
@click.option("--token", is_flag=True, help="Show pages only to who opens the link that is printed.")
@click.option("--allow-network", is_flag=True, help="With --edit: fetch addresses (https://...) that are to be added.")
@database
def command(
    *, port: int, host: str, sql: bool, edit: bool, token: bool, allow_network: bool, database: Database
) -> None:
    """
    Show the log as pages in a browser, on this machine alone, until you interrupt it.

    Nothing is written without --edit, and the file is open only while a page is made: others can append meanwhile. A
    link can be opened once, within ten minutes; opening /enter prints another one here. With --edit `timeline append`
    hands its articles to this server.
    """
    for module in ("jinja2", "prometheus_client", "starlette", "uvicorn", *["python_multipart"] * edit):
        extras.need(module, extra="serve", task="showing pages")
    if allow_network and not edit:
        raise click.UsageError("--allow-network is for what is added on a page: give --edit with it.")
    log = database.open()
    if not edit or log.path.exists():
        log.status()  # says at once what is wrong with the file

    def started(url: str) -> None:
        tell(f"{url} lets a browser in, once." if "/enter?" in url else f"{url} shows {log.path}; Ctrl-C ends it.")

    how = {"edit": edit, "closed": token, "network": allow_network}
    serving.serve(log, port=port, started=started, host=host, options=["sql"] * sql, **how)
