"""
The command line: one command per file of ``commands/``, each with a module-level ``command``.

This file finds the commands and turns whatever ends one into an exit status. Nothing heavy is imported before a
command's own function runs, so that ``timeline --help`` answers at once.
"""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from typing import Any

import click

from timeline.cli.exit_status import INTERRUPTED, ending, hush_closed_pipe, tell
from timeline.errors import CatalogueError

ROOM = f"{__name__}.commands"
FOLDER = f"{__path__[0]}/commands"


class Commands(click.Group):
    """The modules of ``commands/`` by name, then those of entry points ``timeline.cli.commands``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Names of all commands, sorted."""
        return sorted({*_ours(), *_theirs()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """One command; only its module is imported."""
        if cmd_name in _ours():
            module = importlib.import_module(f"{ROOM}.{cmd_name}")
        elif cmd_name in (others := _theirs()):
            module = others[cmd_name].load()
        else:
            return None
        found = module.command
        if not isinstance(found, click.Command):
            raise CatalogueError(f"{module.__name__}.command is no click command.")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by what their files say they are, which needs no import of them."""
        rows = []
        for name in self.list_commands(ctx):
            command = None if (said := _said(name)) else self.get_command(ctx, name)
            rows.append((name, command.get_short_help_str() if command else said))
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        """Read the command line; help may be printed here."""
        try:
            return super().make_context(*arguments, **extra)
        except BrokenPipeError:
            hush_closed_pipe()
            raise click.exceptions.Exit(0) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a reader that went away (``| head``) is no error."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            hush_closed_pipe()
            return 0
        return result


def _ours() -> list[str]:
    """Names of the commands in ``commands/``; pkgutil and pathlib would take longer to import than all this takes."""
    names = [file.removesuffix(".py") for file in os.listdir(FOLDER) if file.endswith(".py")]  # noqa: PTH208
    return [name for name in names if not name.startswith("_")]


def _said(name: str) -> str:
    """What follows the colon in the first line of a command's file; nothing when that cannot be told."""
    if name not in _ours():
        return ""
    with open(f"{FOLDER}/{name}.py", encoding="utf-8") as file:  # noqa: PTH123
        words = file.readline().strip().removesuffix('"""').partition("`: ")[2]
    return words[:1].upper() + words[1:]


def _theirs() -> dict[str, Any]:
    """Entry points by name; looked for in the files themselves first, as importlib.metadata takes long to import."""
    if not any(_announces(place) for place in sys.path if os.path.isdir(place)):  # noqa: PTH112
        return {}
    metadata = importlib.import_module("importlib.metadata")
    return {point.name: point for point in metadata.entry_points(group=ROOM)}


def _announces(place: str) -> bool:
    """An installed package below this folder has an entry point for commands."""
    for name in os.listdir(place):  # noqa: PTH208
        if name.endswith("-info"):
            with suppress(OSError), open(f"{place}/{name}/entry_points.txt", errors="replace") as file:  # noqa: PTH123
                if f"[{ROOM}]" in file.read():
                    return True
    return False


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="timeline", message="%(prog)s %(version)s")
def command_line() -> None:
    """
    What happened when, who said what when, and where it says so.

    Articles go into an append-only log; timelines, quotations and digests come out, each line with its place in the
    text. Begin with `timeline append FILE...`, then `timeline show`.
    """


def main(arguments: list[str] | None = None) -> int:
    """
    The ``timeline`` command: run a command line, by default this process's own, and return its exit status.

    0 fine, also when there is nothing to show; 1 error; 2 usage; 3 some inputs failed; 4 integrity; 5 not found;
    6 locked by another process; 130 interrupted.
    """
    if not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    try:
        status = command_line.main(arguments, prog_name="timeline", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        tell("interrupted.")
        return INTERRUPTED
    except RuntimeError as error:
        if "interrupted" not in str(error):  # what DuckDB makes of a Ctrl-C
            return ending(error)
        tell("interrupted.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - people get a sentence, not a traceback
        return ending(error)
    return status if isinstance(status, int) else 0
