"""`timeline plugins`: list the plug-ins of each kind, and where each comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.options import examples, output
from timeline.cli.output import Layout, Listing
from timeline.plugins import ROOMS, installed

if TYPE_CHECKING:
    from timeline.cli.output import Output

COLUMNS = ("room", "name", "package", "summary", "problem")


@click.command(epilog=examples("timeline plugins", "timeline plugins --installed", "timeline plugins --format json"))
@click.option("--installed", "theirs", is_flag=True, help="Only those of installed packages.")
@output
def command(*, theirs: bool, output: Output) -> None:
    """
    List the plug-ins of each kind, and where each comes from.

    They are readers, extractors, digest formats, exporters, commands and types of events, built in or from an installed
    package. One that cannot be used is left out by all other commands; here it stands with the reason.
    """
    found = [plugin for room in ROOMS for plugin in installed(room) if plugin.package or not theirs]
    rows = [(each.room, each.name, each.package, each.summary, each.problem) for each in found]
    output.write(Listing(COLUMNS, rows), LAYOUT)


def _cells(row: dict[str, Any], above: dict[str, Any]) -> tuple[str, ...]:
    room = "" if above and above["room"] == row["room"] else row["room"]
    what = f"left out: {row['problem']}" if row["problem"] else row["summary"]
    return room, row["name"], row["package"] or "built in", what


LAYOUT = Layout(("room", "name", "from", "what"), _cells, ("what",))
