"""`timeline on-this-day`: show what happened on this day of any year."""

from datetime import UTC, datetime

import click

from timeline.cli.options import database, examples, output

QUERY = """
select occurred_from::date as day, text, sources[1] as source, citation, event_id
from timeline()
where month(occurred_from) = $month and day(occurred_from) = $day and precision in ('second', 'minute', 'hour', 'day')
order by day
"""


@click.command(epilog=examples("timeline on-this-day", "timeline on-this-day --day 08-13 --format csv"))
@click.option("--day", type=click.DateTime(["%m-%d"]), metavar="MM-DD", help="Another day than today.")
@output
@database
def command(*, day, database, output):
    """Show what happened on this day of any year."""
    asked = day or datetime.now(UTC)
    output.write(database.open().sql(QUERY, {"month": asked.month, "day": asked.day}))
