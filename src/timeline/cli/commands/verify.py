"""This file is `timeline verify`: does the log hold what was appended?"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import click

from timeline.cli.cells import plural
from timeline.cli.exit_status import BROKEN, tell
from timeline.cli.lazy import proofs, signing
from timeline.cli.options import database, examples
from timeline.cli.progress import Bar

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline verify && echo intact", "timeline verify --head head.txt", "timeline verify --projections --wait 60"
    )
)
@click.option("--head", "kept", type=click.File(encoding="utf-8"), metavar="FILE", help="A head that was kept.")
@click.option("--key", type=click.File(encoding="utf-8"), metavar="FILE", help="Whose signature the head must have.")
@click.option("--projections", is_flag=True, help="Also hold every table beside what the log makes.")
@database
def command(*, kept: TextIO | None, key: TextIO | None, projections: bool, database: Database) -> int:
    """
    Recompute positions, ids, hashes, roots, quoted spans and the writer's registers from the log alone.

    A log that was cut at a commit, or replaced as a whole, is only found with a head that was kept elsewhere (`timeline
    head`).

    What is wrong is named on standard error, and the status is then 4. Of what was erased the hashes are checked,
    and the order to erase it is told.
    """
    log = database.open()
    note = None if kept is None else kept.read()
    if key is not None:
        if note is None:
            raise click.UsageError("--key checks the signature of a head: give one with --head FILE.")
        signing.check(note, key.read())
    head = None if note is None else proofs.Head.of_text(note)
    size = log.status()["events"]
    with Bar(lambda: size, "events") as bar:
        found = log.verify(kept=head, projections=projections, progress=bar.update)
    for problem in found.problems:
        tell(str(problem))
    outcome = "intact" if found.ok else plural(len(found.problems), "problem")
    click.echo(f"{outcome}: {plural(found.events, 'event')} in {plural(found.heads, 'commit')}, root {found.root}")
    for erasure in found.erasures:
        by = f" ({erasure.by})" if erasure.by else ""
        click.echo(f"erased: {plural(erasure.payloads, 'payload')} of {erasure.article}{by}: {erasure.reason}")
    return 0 if found.ok else BROKEN
