"""This file is `timeline erase`: an article's payloads are gone for good, its hashes stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.cells import plural
from timeline.cli.exit_status import tell
from timeline.cli.options import BY, REASON, database, examples

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline erase harbour-fire --reason 'Injunction of 9 March 2026, 7 O 123/26.' --by 'Regional Court'",
        "timeline verify       # the root of before still holds; what was erased, and why",
    )
)
@click.argument("article")
@REASON
@BY
@database
def command(*, article: str, reason: str, by: str | None, database: Database) -> None:
    """
    Erase what the log holds of ARTICLE, for good: a court order, a kill notice.

    Its texts, titles and all that was read in them leave the file and every view, as-of included; places, times and
    hashes stay, so that earlier heads still hold. The log is written anew, which needs as much room again, and nobody
    else can use it meanwhile. The key stays, and nothing is taken in under it again.
    """
    erased = database.open().erase(article, reason=reason, by=by)
    click.echo(f"erased {plural(erased.payloads, 'payload')} of {article}, recorded by {erased.event_id}")
    if erased.decisions:
        gone = plural(erased.decisions, "decision")
        tell(f"{gone} on its names went with it: `timeline people` shows who is who now.")
    tell("backups, exports, digests and earlier copies may still hold it: they are yours to erase.")
