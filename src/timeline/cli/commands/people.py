"""`timeline people`: show which names belong to one person, and decide it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.cells import counted
from timeline.cli.exit_status import say
from timeline.cli.nearby import OrNearby
from timeline.cli.options import BY, REASON, clocks, database, days, examples, limit, output, recording
from timeline.cli.output import Layout

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.group(
    epilog=examples(
        "timeline people list zelensk",
        "timeline people roles Zelenskyy --until 2019",
        "timeline people merge 'Kim Lind' 'K. Lind' --reason 'The council lists one Lind.' --by 'M. Ito'",
        "timeline people split Lind --into 'Eva Lind' --article mail-17 --reason 'It is about the rower.'",
        "timeline retract 9d1c0b7e --reason 'They are two.'     # undoes the decision of this id",
    )
)
def command() -> None:
    """
    Show which names belong to one person, and decide it.

    After each append, rules link the names of all articles. A decision overrides the rules; it is an event like any
    other, changes no article and can be retracted.
    """


@command.command("list")
@click.argument("name", required=False)
@days
@clocks
@limit
@output
@database
def list_(*, name: str | None, chosen: dict[str, Any], database: Database, limit: int | None, output: Output) -> None:
    """List people, those who say most first; with NAME only those one of whose names contains it."""
    log = database.open()
    rows = log.people(person=name, limit=limit, **chosen)
    found = OrNearby(rows, name, lambda: ((row.person, row.names or ()) for row in log.people(**chosen)))
    output.write(found, LAYOUT, limited=limit is not None)


@command.command()
@click.argument("name", required=False)
@days
@clocks
@limit
@output
@database
def roles(*, name: str | None, chosen: dict[str, Any], database: Database, limit: int | None, output: Output) -> None:
    """Show the roles that articles give people, from when to when, and where each was first published."""
    output.write(database.open().run("roles", person=name, limit=limit, **chosen), limited=limit is not None)


@command.command()
@click.argument("person")
@click.argument("other")
@REASON
@BY
@recording
def merge(*, person: str, other: str, reason: str, by: str | None, database: Database) -> None:
    """Record that OTHER is the same as PERSON, who gets all names of both."""
    say(f"merged by {database.open().merge(person, other, reason=reason, by=by)}")


@command.command()
@click.argument("name")
@click.option("--into", required=True, metavar="PERSON", help="The person it belongs to, known or new.")
@click.option("--article", metavar="KEY", help="Only in this article.")
@REASON
@BY
@recording
def split(*, name: str, into: str, article: str | None, reason: str, by: str | None, database: Database) -> None:
    """Record that NAME, everywhere or in one article, belongs to another person."""
    event = database.open().split(name, into=into, article=article, reason=reason, by=by)
    say(f"split by {event}")


@command.command()
@recording
def link(*, database: Database) -> None:
    """Link all names again, as each append does for its own."""
    say(f"linked {counted(database.open().link(), 'name')}")


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    del above
    counts = (f"{row[name]:,}" for name in ("said", "about", "articles"))
    return row["person"], ", ".join(row["names"] or ()), *counts, str(row["first_day"]), str(row["last_day"])


LAYOUT = Layout(("person", "also", "said", "about", "articles", "first", "last"), _cells, ("also",))
