"""This file is `timeline head`: what the log is now, to be kept elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli._options import database, examples

if TYPE_CHECKING:
    from timeline.cli._options import Database


@click.command(epilog=examples("timeline head > head.txt", "timeline verify --head head.txt"))
@database
def command(*, database: Database) -> None:
    """
    Print what the log is now: origin, size and root, the body of a C2SP checkpoint.

    Keep it where others can see it. `verify --head` tells later whether the log was cut or rewritten since, and `prove
    --from` proves to anyone that it only grew.
    """
    click.echo(database.open().head().text, nl=False)
