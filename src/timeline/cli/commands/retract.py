"""`timeline retract`: record that an event is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import say
from timeline.cli.options import BY, REASON, examples, recording

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline retract 57455556 --reason 'The ministry did not say that.' --by 'Ana Duarte'",
        "timeline retract 9d1c0b7e --reason 'It did.'     # the id of the retraction: restores the event",
    )
)
@click.argument("event")
@REASON
@BY
@recording
def command(*, event: str, reason: str, by: str | None, database: Database) -> None:
    """
    Record that EVENT is wrong: it disappears from current views and stays in views as of an earlier time.

    Nothing is deleted: the retraction is an event itself, and its id is printed. Retracting a retraction restores the
    event.
    """
    say(f"retracted by {database.open().retract(event, reason=reason, by=by)}")
