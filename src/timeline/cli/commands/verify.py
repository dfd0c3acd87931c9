"""`timeline verify`: verify that the log holds what was appended."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from timeline.cli.cells import counted
from timeline.cli.exit_status import BROKEN, say, tell
from timeline.cli.lazy import proofs, signing
from timeline.cli.note_text import NoteText
from timeline.cli.options import database, examples
from timeline.cli.progress import Bar
from timeline.errors import LogFormatError
from timeline.model.visible_text import one_line

if TYPE_CHECKING:
    from timeline.api.timeline import Timeline
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline verify && echo intact", "timeline verify --head head.txt", "timeline verify --projections --wait 60"
    )
)
@click.option("--head", "kept", type=NoteText(), metavar="FILE", help="A head that was kept.")
@click.option("--key", type=NoteText(), metavar="FILE", help="Public key of the signer of that head.")
@click.option("--projections", is_flag=True, help="Also compare every table with the log.")
@database
def command(*, kept: str | None, key: str | None, projections: bool, database: Database) -> int:
    """
    Recompute positions, ids, hashes, roots, quoted spans and the writer's registers from the log, and compare.

    That a log was cut at a commit, or replaced as a whole, is detected only with a head that was kept elsewhere
    (`timeline head`).

    Problems are listed on standard error, and the exit status is then 4. Of erased content the hashes are checked, and
    the reason for the erasure is printed.
    """
    log = database.open()
    if key is not None:
        if kept is None:
            raise click.UsageError("--key checks the signature of a head: give that head with --head FILE.")
        signing.check(kept, key)
    head = None if kept is None else proofs.Head.of_text(kept)
    with Bar(lambda: _size(log), "events") as bar:
        found = log.verify(kept=head, projections=projections, progress=bar.update)
    for problem in found.problems:
        tell(str(problem))
    if found.more:
        tell(f"and {counted(found.more, 'other problem')}, not listed.")
    outcome = "intact" if found.ok else counted(len(found.problems) + found.more, "problem")
    say(f"{outcome}: {counted(found.events, 'event')} in {counted(found.heads, 'commit')}, root {found.root}")
    if found.untold:
        say(f"an earlier version recorded {counted(found.untold, 'event')}: a head missing there is not noticed")
    for erasure in found.erasures:
        by = f" ({erasure.by})" if erasure.by else ""
        say(one_line(f"erased: {counted(erasure.payloads, 'payload')} of {erasure.article}{by}: {erasure.reason}"))
    return 0 if found.ok else BROKEN


def _size(log: Timeline) -> int | None:
    """How many events there are; None of a file that is only to be looked through."""
    with suppress(LogFormatError):
        return log.event_log.size()
    return None
