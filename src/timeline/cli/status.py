"""This file is `timeline status`: how the log stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli._options import database, examples, output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.cli._options import Database
    from timeline.cli._output import Output


class Facts:
    """Names and values as rows: downwards for people, one object for programs."""

    def __init__(self, facts: dict[str, Any], *, downwards: bool) -> None:
        self._rows: list[tuple[Any, ...]] = list(facts.items()) if downwards else [tuple(facts.values())]
        self.columns: tuple[str, ...] = ("what", "value") if downwards else tuple(facts)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self._rows)


@click.command(epilog=examples("timeline status", "timeline status --format json"))
@output
@database
def command(*, database: Database, output: Output) -> None:
    """Show how the log stands: how many events of which type, its root, and whether the tables are current."""
    output.write(Facts(database.open().status(), downwards=output.format in ("table", "md")))
