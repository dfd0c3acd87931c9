"""`timeline prove`: print a proof that others can check without the log."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import say
from timeline.cli.lazy import proofs
from timeline.cli.note_text import NoteText
from timeline.cli.options import database, examples

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline prove 57455556 > proof.json",
        "timeline prove --from head.txt > proof.json",
        "python docs/check_proof.py proof.json head.txt",
    )
)
@click.argument("event", required=False)
@click.option(
    "--from",
    "earlier",
    type=NoteText(),
    metavar="FILE",
    help="An earlier head.",
)
@database
def command(*, event: str | None, earlier: str | None, database: Database) -> None:
    """
    Prove that EVENT is in the log, or that the log only grew since an earlier head.

    The proof is JSON: the newest head, and the hashes that lead to it. docs/check_proof.py checks it with nothing but
    Python.
    """
    given = event if earlier is None else proofs.Head.of_text(earlier)
    if given is None or (event is not None and earlier is not None):
        raise click.UsageError("give either an EVENT or a head with --from FILE.")
    proof = database.open().prove(given)
    shown = {"first": proof.first, "leaf": proof.leaf, "path": proof.path, "head": proof.head.text}
    say(json.dumps(shown, indent=2))
