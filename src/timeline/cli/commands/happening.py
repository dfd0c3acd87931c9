"""`timeline happening`: decide which reports tell of one happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import say
from timeline.cli.options import BY, REASON, examples, recording

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.group(
    epilog=examples(
        "timeline happening join 41d0c019 8a30b2c4 --reason 'Both tell of the rescue.'",
        "timeline happening part 8a30b2c4 --reason 'That was the second fire.'",
        "timeline retract 9d1c0b7e --reason 'It was the first one.'     # undoes the decision of this id",
    )
)
def command() -> None:
    """
    Decide which reports tell of one happening.

    After each append, rules link the reports of one story. A decision overrides the rules; it is an event like any
    other, changes no article and can be retracted. `timeline explain EVENT` shows what tells of the same, and why.
    """


@command.command()
@click.argument("event")
@click.argument("other")
@REASON
@BY
@recording
def join(*, event: str, other: str, reason: str, by: str | None, database: Database) -> None:
    """Record that EVENT and OTHER, ids of reports, tell of one happening, with all that tells of either."""
    say(f"joined by {database.open().join_happenings(event, other, reason=reason, by=by)}")


@command.command()
@click.argument("event")
@REASON
@BY
@recording
def part(*, event: str, reason: str, by: str | None, database: Database) -> None:
    """Record that EVENT, the id of a report, does not tell of what others tell that it was linked to."""
    say(f"parted by {database.open().part_happening(event, reason=reason, by=by)}")
