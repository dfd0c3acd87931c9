"""This file is `timeline correct`: a person says what an event should say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.options import BY, REASON, Pair, database, examples

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline correct 57455556 speaker='Karin Lind' --reason 'Her deputy only read it out.' --by 'Ana Duarte'",
        "timeline correct 57455556 when=2024-08-12 --reason 'Said on Monday.'   # a day, a month or a year",
        "timeline correct 57455556 speaker= --reason 'Nobody is named.'         # empty: not known",
    )
)
@click.argument("event")
@click.argument("changes", metavar="FIELD=VALUE...", nargs=-1, required=True, type=Pair())
@REASON
@BY
@database
def command(
    *, event: str, changes: tuple[tuple[str, str], ...], reason: str, by: str | None, database: Database
) -> None:
    """
    Record what EVENT should say: every current view shows it so, earlier ones show it as it was.

    Fields that quote the article cannot be corrected. The correction is an event itself, whose id is printed: retract
    that to undo it. It holds of the same words in later readings and revisions too; `timeline status` counts those that
    have lost their target.
    """
    click.echo(f"corrected by {database.open().correct(event, dict(changes), reason=reason, by=by)}")
