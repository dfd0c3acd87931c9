"""`timeline catalogue`: list the event types, and check their published schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from timeline.cli.exit_status import BROKEN, say, tell
from timeline.cli.lazy import catalogue, events, upcasting
from timeline.cli.options import examples, output
from timeline.cli.output import Listing
from timeline.plugins import discover

if TYPE_CHECKING:
    from timeline.cli.output import Output


@click.group(
    invoke_without_command=True,
    epilog=examples("timeline catalogue", "timeline catalogue check", "timeline catalogue freeze"),
)
@output
@click.pass_context
def command(context: click.Context, output: Output) -> None:
    """List the event types, or check or write their published schemas."""
    if context.invoked_subcommand is None:
        discover("events.types")
        kinds = [events.EVENT_TYPES[name] for name in sorted(events.EVENT_TYPES)]
        rows = [(cls.type, cls.version, catalogue.schema(cls)["description"]) for cls in kinds]
        output.write(Listing(("type", "version", "meaning"), rows))


@command.command(epilog=examples("timeline catalogue check"))
def check() -> int:
    """Compare the published schemas, examples and checksums with the code; exit status 4 if they differ."""
    return _report(catalogue.check(upcast=upcasting.payloads))


@command.command(epilog=examples("timeline catalogue freeze"))
def freeze() -> int:
    """Write the schemas, index and checksums again, after an event type was added and before it is published."""
    return _report(catalogue.freeze(upcast=upcasting.payloads))


def _report(problems: list[str]) -> int:
    for problem in problems:
        tell(problem)
    if not problems:
        say("the catalogue matches the code.")
    return BROKEN if problems else 0
