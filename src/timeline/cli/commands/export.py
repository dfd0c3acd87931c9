"""`timeline export`: write a timeline for another program, or every event."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline import plugins
from timeline.cli.destination import UnknownSuffix, suffix_of, write_text_or_bytes
from timeline.cli.exit_status import say
from timeline.cli.options import confident, database, examples, filters, judged, placed

if TYPE_CHECKING:
    from types import ModuleType

    from timeline.cli.options import Database

EVENTS = "events"
EVENT_SUFFIXES = (".jsonl", ".parquet")


class Formats(click.Group):
    """A command for each module of `timeline.exporters` and of its entry points, and one for the events themselves."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Names of all formats, sorted."""
        return sorted((EVENTS, *plugins.discover("exporters")))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of one format."""
        if cmd_name == EVENTS:
            return events
        module = plugins.ours("exporters", cmd_name) or plugins.discover("exporters").get(cmd_name)
        return None if module is None else _command(cmd_name, module)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """
        The command that is called.

        Raises:
            click.UsageError: There is no such format; a file's name was one before there were others.
        """
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            if Path(name).suffix in EVENT_SUFFIXES:
                raise click.UsageError(f"every event is written by `timeline export events -o {name}`.", ctx)
            known = ", ".join(self.list_commands(ctx))
            raise click.UsageError(f"{name} is no format; there are {known}.", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Formats,
    epilog=examples(
        "timeline export timelinejs --about evacuated -o timeline.json",
        "timeline export ics --kind planned -o planned.ics",
        "timeline export xlsx --since 2024-08 -o august.xlsx",
        "timeline export events -o events.parquet > head.txt",
    ),
)
def command() -> None:
    """
    Write a timeline in the format of another program, or every event as it was recorded.

    Formats but `events` have the filters of `timeline show`.
    """


@click.command(
    EVENTS,
    short_help="Every event as it was recorded, to be imported elsewhere (.jsonl, .parquet).",
    epilog=examples(
        "timeline export events -o events.parquet > head.txt",
        "timeline export events -o events.jsonl && timeline import --db copy.duckdb events.jsonl",
    ),
)
@click.option("-o", "--output", "file", required=True, metavar="FILE", type=click.Path(path_type=Path),
              help="Write to FILE, which appears when it is complete.")  # fmt: skip
@database
def events(*, file: Path, database: Database) -> None:
    """
    Write every event to FILE (.jsonl or .parquet), one per row, in order and as it was recorded.

    The head of the log is printed: keep it with the file.
    """
    if file.suffix not in EVENT_SUFFIXES:
        raise UnknownSuffix(file, EVENT_SUFFIXES)
    say(database.open().export_events(file).text)


def _command(name: str, module: ModuleType) -> click.Command:
    """The command of a format."""
    suffixes, default = tuple(module.WRITERS), getattr(module, "LIMIT", None)
    lines = (module.__doc__ or "").strip().splitlines()
    asked = f"-o august{suffixes[0]}"

    @click.command(
        name,
        short_help=lines[0] if lines else "",
        epilog=examples(f"timeline export {name} {asked}", f"timeline export {name} --since 2024-08 --about border"),
    )
    @click.option("-o", "--output", "file", metavar="FILE", help="Write to FILE, which appears when it is complete.")
    @click.option("--title", metavar="TEXT", help="By default the topic and the days.")
    @click.option("--limit", type=click.IntRange(min=1), metavar="N", default=default, show_default=default is not None,
                  help="At most N happenings, the most salient.")  # fmt: skip
    @click.option("--all", "every", is_flag=True, help="Also what is no happening: states, what was said, boilerplate.")
    @filters
    @placed
    @judged
    @confident
    @database
    def written(
        *, file: str | None, title: str | None, limit: int | None, every: bool, chosen: dict[str, Any],
        database: Database,
    ) -> None:  # fmt: skip
        suffix = suffix_of(file) or suffixes[0]
        if suffix not in suffixes:
            raise UnknownSuffix(str(file), suffixes)
        asked = {"min_salience": 0} | chosen if every else chosen
        log = database.open()
        write_text_or_bytes(file, log.export(name, suffix=suffix, title=title, limit=limit, **asked))

    written.help = "\n".join(lines) + "\n\n\f"
    return written
