"""`timeline relink`: link anew what stands in several articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.cells import counted
from timeline.cli.exit_status import say, tell
from timeline.cli.options import examples, recording

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline relink      # after `timeline append --no-link`, or an update: what its rules see otherwise",
    )
)
@recording
def command(*, database: Database) -> None:
    """
    Link anew what stands in several articles: names of one person, and what articles have in common.

    Each append does so for what it adds; this looks at all of it, and comes to the same in whatever order it was
    appended. What is linked so already appends nothing, and what people decided stays.
    """
    changed = database.open().relink(progress=lambda kind: tell(f"linking {kind} ..."))
    say(f"changed {counted(changed, 'link')}")
