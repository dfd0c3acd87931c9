"""`timeline site`: write the pages of the log as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline import extras
from timeline.cli.exit_status import tell
from timeline.cli.lazy import site_writing
from timeline.cli.options import database, examples
from timeline.cli.progress import Bar

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(epilog=examples("timeline site pages/", "timeline site /srv/www/ferry --db ferry.duckdb"))
@click.argument("folder", type=click.Path(path_type=Path))
@database
def command(*, folder: Path, database: Database) -> None:
    """
    Write the pages that `timeline serve` shows into FOLDER, as files that need neither a server nor a script.

    FOLDER/index.html opens from the file system. The same log makes the same bytes. What needs a server (search,
    filters) is left out. FOLDER may hold an earlier site, which is replaced, and else has to be empty.
    """
    extras.need("jinja2", extra="serve", task="showing pages")
    known = 0
    with Bar(lambda: known or None, "pages") as bar:

        def done(made: int, expected: int) -> None:
            nonlocal known
            known = expected
            bar.update(made)

        count = site_writing.write(database.open(), folder, done=done)
    tell(f"{count:,} pages written: open {folder / 'index.html'}.")
