"""`timeline run`: run a view by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import NameValue, clocks, database, days, examples, limit, output

if TYPE_CHECKING:
    from timeline.cli.options import Database
    from timeline.cli.output import Output


@click.command(
    epilog=examples(
        "timeline run date_counts",
        "timeline run date_counts --reported-until 2024-08-13",
        "timeline run activity -p since=2024-08-01 -p publisher=reuters",
        "timeline run who_said_what_when -p about=border -p about=peace",
    )
)
@click.argument("name")
@click.option("-p", "--parameter", "parameters", type=NameValue(), multiple=True, help="Value of a parameter.")
@days
@clocks
@limit
@output
@database
def command(
    *,
    name: str,
    parameters: tuple[tuple[str, str], ...],
    chosen: dict[str, Any],
    limit: int | None,
    database: Database,
    output: Output,
) -> None:
    """
    Run the view NAME (`timeline tables` lists them) with parameters.

    A parameter that is given several times is a list.
    """
    values: dict[str, list[str]] = {}
    for key, value in parameters:
        values.setdefault(key, []).append(value)
    single = {key: given[0] if len(given) == 1 else given for key, given in values.items()}
    output.write(database.open().run(name, limit=limit, **single | chosen), limited=limit is not None)
