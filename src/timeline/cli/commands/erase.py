"""`timeline erase`: erase the content of an article for good; its hashes stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.cells import counted
from timeline.cli.exit_status import say, tell
from timeline.cli.options import BY, REASON, examples, recording

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline erase harbour-fire --reason 'Injunction of 9 March 2026, 7 O 123/26.' --by 'Regional Court'",
        "timeline verify       # earlier heads still hold; says what was erased, and why",
    )
)
@click.argument("article")
@REASON
@BY
@recording
def command(*, article: str, reason: str, by: str | None, database: Database) -> None:
    """
    Erase the content of ARTICLE for good, as a court order or a kill notice demands.

    Its texts, titles and everything extracted from them are removed from the file and from every view, also as of an
    earlier time; positions, times and hashes stay, so that earlier heads still hold. The log is written again, which
    needs as much free disk space as the log takes, and nobody else can use it meanwhile. The article's key stays, and
    nothing can be appended under it again.
    """
    erased = database.open().erase(article, reason=reason, by=by)
    say(f"erased {counted(erased.payloads, 'payload')} of {article}, recorded by {erased.event_id}")
    if erased.decisions:
        gone = counted(erased.decisions, "decision")
        tell(f"{gone} about its names was erased too: see `timeline people list`.")
    tell("backups, exports, digests and earlier copies may still hold it: erase them yourself.")
