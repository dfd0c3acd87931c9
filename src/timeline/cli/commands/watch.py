"""`timeline watch`: be told what is new about something, each thing once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import place, short_id
from timeline.cli.exit_status import NEWS, say
from timeline.cli.lazy import watching
from timeline.cli.options import BY, CLOCKS, NAMES, PLACE, choosing, database, examples, limit, output, recording
from timeline.cli.output import Layout, Listing
from timeline.model.clause import with_subject

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.group(
    epilog=examples(
        "timeline watch add crossings --about ferry --about bridge --not timetable",
        "timeline watch add lind --speaker Lind --from-start",
        "timeline watch list",
        "timeline watch run crossings",
        "timeline watch run --exit-code -o new.csv || mail -a new.csv ...",
        "timeline watch remove crossings",
    )
)
def command() -> None:
    """
    Be told what is new about something, each thing once.

    A watch is a question with a name. `timeline watch run` tells what was recorded since it was told last; the log
    notes how far that was, once it is written.
    """


@command.command()
@click.argument("name")
@choosing(*NAMES, PLACE)
@click.option("--from-start", is_flag=True, help="The first run tells what the log holds already, too.")
@BY
@recording
def add(*, name: str, from_start: bool, by: str | None, chosen: dict[str, Any], database: Database) -> None:
    """
    Add a watch called NAME: it tells what is recorded from now on.

    Without --speaker, --publisher, --place and words it tells everything.
    """
    say(f"added by {database.open().watch(name, from_start=from_start, by=by, **chosen)}")


@command.command("list")
@choosing(CLOCKS[0])
@limit
@output
@database
def list_(*, chosen: dict[str, Any], limit: int | None, database: Database, output: Output) -> None:
    """List the watches, and when each was told something last."""
    output.write(database.open().watches(limit=limit, **chosen), WATCHES, limited=limit is not None)


@command.command()
@click.argument("name")
@BY
@recording
def remove(*, name: str, by: str | None, database: Database) -> None:
    """Remove the watch called NAME; one that is added under its name later begins anew."""
    say(f"removed by {database.open().unwatch(name, by=by)}")


@command.command()
@click.argument("name", required=False)
@click.option("--exit-code", is_flag=True, help=f"End with status {NEWS} when there is something new.")
@output
@recording
def run(*, name: str | None, exit_code: bool, database: Database, output: Output) -> int:
    """
    Tell what is new to all watches, or to the one called NAME.

    It counts as told when it is written: a run that is interrupted before is told again.
    """
    log = database.open()
    told = [log.news(each) for each in ([name] if name else watching.names(log.event_log))]
    lines = [tuple(line) for news in told for line in news.lines]
    output.write(Listing(watching.NewsLine._fields, lines), NEWS_LINES if name is None else NEWS_OF_ONE)
    for news in told:
        log.mark_told(news)
    return NEWS if exit_code and lines else 0


def _watch_cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    days = ("" if row[name] is None else f"{row[name]:%Y-%m-%d}" for name in ("added_at", "told_at"))
    return row["name"], watching.topic(row), *days, f"{row['times']:,}"


def _news_cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    watch = "" if above and above["watch"] == row["watch"] else row["watch"]
    return watch, *_own_cells(row, above if not watch else {})


def _own_cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    when = "" if above and above["when"] == row["when"] else row["when"]
    what = f"“{row['text']}”" if row["manner"] == "direct" else with_subject(row["text"], row["subject"])
    who = "" if row["kind"] == "happening" else row["who"] or "not attributed"
    others = f" +{row['articles'] - 1}" if row["articles"] > 1 else ""
    where = place(row | {"citation": f"¶{row['paragraph']}"}, row["publisher"])
    return when, who, row["cue"] or "", what, where + others, short_id(row)


WATCHES = Layout(("name", "watched for", "added", "told", "times"), _watch_cells, ("watched for",))
OWN = ("when", "who", "how", "what", "source", "event")
NEWS_LINES = Layout(("watch", *OWN), _news_cells, ("what", "who", "how", "watch"))
NEWS_OF_ONE = Layout(OWN, _own_cells, ("what", "who", "how"))
