"""`timeline head`: print the size and root hash of the log, to be kept elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import say
from timeline.cli.lazy import signing
from timeline.cli.note_text import NoteText
from timeline.cli.options import database, examples

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline head > head.txt", "timeline verify --head head.txt", "timeline head --sign desk.key > head.txt"
    )
)
@click.option(
    "--sign",
    "key",
    type=NoteText(),
    metavar="FILE",
    help="Sign with the key in FILE.",
)
@database
def command(*, key: str | None, database: Database) -> None:
    """
    Print the head of the log: origin, size and root hash, which are the body of a C2SP checkpoint.

    Keep it where others can see it. Later, `timeline verify --head` tells whether the log was cut or rewritten since,
    and `timeline prove --from` proves to anyone that it only grew.
    """
    text = database.open().head().text
    if key is not None:
        text = signing.sign(text, key.strip())
    say(text)
