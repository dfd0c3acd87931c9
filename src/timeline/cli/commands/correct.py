"""`timeline correct`: record what an event should say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import say
from timeline.cli.options import BY, REASON, NameValue, examples, recording

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline correct 57455556 speaker='Karin Lind' --reason 'Her deputy only read it out.' --by 'Ana Duarte'",
        "timeline correct 57455556 when=2024-08-12 --reason 'Said on Monday.'   # a day, a month or a year",
        "timeline correct 57455556 speaker= --reason 'Nobody is named.'         # empty: unknown",
    )
)
@click.argument("event")
@click.argument("changes", metavar="FIELD=VALUE...", nargs=-1, required=True, type=NameValue())
@REASON
@BY
@recording
def command(
    *, event: str, changes: tuple[tuple[str, str], ...], reason: str, by: str | None, database: Database
) -> None:
    """
    Record what EVENT should say: current views show the correction, views as of an earlier time do not.

    Fields that quote the article cannot be corrected. The correction is an event itself, and its id is printed: retract
    it to undo the correction. It also applies to the same words in later extractions and revisions; `timeline status`
    counts the corrections whose words are no longer found.
    """
    say(f"corrected by {database.open().correct(event, dict(changes), reason=reason, by=by)}")
