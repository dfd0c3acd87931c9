"""`timeline stories`: show what several articles report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import short_key, span
from timeline.cli.options import CLOCKS, DAYS, choosing, examples, limit
from timeline.cli.options import database as on_database
from timeline.cli.options import output as to_output
from timeline.cli.options import stories as narrowed
from timeline.cli.output import Layout, Listing

if TYPE_CHECKING:
    from timeline.api.timeline import Timeline
    from timeline.cli.options import Database
    from timeline.cli.output import Output

CLOCK_NAMES = ("as_of", "reported_until")


@click.command(
    epilog=examples(
        "timeline stories",
        "timeline stories --since 'last week' --about ferry",
        "timeline stories --all --limit 50",
        "timeline stories --format jsonl | jq -r '[.story, .article] | @tsv'",
    )
)
@click.option("--all", "every", is_flag=True, help="Also what only one article reports.")
@choosing(*DAYS, *CLOCKS)
@narrowed
@limit
@to_output
@on_database
def command(*, database: Database, chosen: dict[str, Any], limit: int | None, every: bool, output: Output) -> None:
    """
    Show what several articles report, each story in a row, those first that most articles report.

    A story goes by the headline that is nearest to all of them, and by the key of its earliest article. Sources are
    outlets, without those that print a copy. Other formats than a table have a row for each article, with its story.
    `timeline story STORY` tells one, `--story STORY` narrows what other commands show.
    """
    log = database.open()
    if output.format == "table":
        asked = chosen | ({"min_articles": 1} if every else {})
        output.write(log.stories(limit=limit, **asked), LAYOUT, limited=limit is not None)
        return
    rows = _articles(log, chosen)
    output.write(Listing(rows.columns, list(rows)[:limit]), limited=limit is not None)


def _articles(log: Timeline, chosen: dict[str, Any]) -> Listing:
    """Each article of the stories that were asked for."""
    rows = log.run("placed", **{name: value for name, value in chosen.items() if name in CLOCK_NAMES})
    if not chosen.keys() - set(CLOCK_NAMES):
        return Listing(rows.columns, list(rows))
    stories = {row.story for row in log.run("story_outlines", min_articles=1, **chosen)}
    return Listing(rows.columns, [row for row in rows if row.story in stories])


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    return (
        span(row["first_day"], row["last_day"]),
        row["title"],
        f"{row['articles']:,}",
        f"{row['sources']:,}",
        ", ".join(row["people"] or ()),
        ", ".join(row["places"] or ()),
        short_key(row["story"]),
    )


HEADINGS = ("printed", "title", "articles", "sources", "people", "places", "story")
LAYOUT = Layout(HEADINGS, _cells, ("title", "people", "places"))
