"""This file is `timeline retract`: a person says that an event is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.options import BY, REASON, database, examples

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(
    epilog=examples(
        "timeline retract 57455556 --reason 'The ministry did not say that.' --by 'Ana Duarte'",
        "timeline retract 9d1c0b7e --reason 'It did.'     # the retraction's id: restores the event",
    )
)
@click.argument("event")
@REASON
@BY
@database
def command(*, event: str, reason: str, by: str | None, database: Database) -> None:
    """
    Record that EVENT is wrong: it leaves every current view and stays in every earlier one.

    Nothing is deleted: the retraction is an event itself, whose id is printed. Retracting a retraction restores what it
    took back.
    """
    click.echo(f"retracted by {database.open().retract(event, reason=reason, by=by)}")
