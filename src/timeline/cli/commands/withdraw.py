"""`timeline withdraw`: record that a publisher no longer stands by an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import say
from timeline.cli.options import BY, REASON, examples, recording

if TYPE_CHECKING:
    from timeline.cli.options import Database


@click.command(epilog=examples("timeline withdraw harbour-fire --reason 'Taken down by the publisher.' --by Ana"))
@click.argument("article")
@REASON
@BY
@recording
def command(*, article: str, reason: str, by: str | None, database: Database) -> None:
    """
    Record that ARTICLE was withdrawn: it disappears from current views and stays in views as of an earlier time.

    A text appended under its key later is a revision, and the article is shown again.
    """
    say(f"withdrawn by {database.open().withdraw(article, reason=reason, by=by)}")
