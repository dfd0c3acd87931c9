"""
The command line: one command per file of ``commands/``, each with a module-level ``command``.

Commands are found here, and the exception that ends one becomes an exit status. Nothing heavy is imported before a
command's own function runs, so that ``timeline --help`` answers at once.
"""

from __future__ import annotations

import importlib
import os
import sys
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.exit_status import INTERRUPTED, discard_output, flush_all, report, show_usage, tell
from timeline.cli.terminal import prepare
from timeline.errors import PluginError
from timeline.model.visible_text import printable

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

ROOM = f"{__name__}.commands"
FOLDER = f"{__path__[0]}/commands"


class Commands(click.Group):
    """The modules of ``commands/`` by name, then those of entry points ``timeline.cli.commands``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Names of all commands, sorted."""
        return sorted({*_built_in(), *_installed()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """
        One command; only its module is imported.

        Raises:
            PluginError: It is another package's and cannot be used; not while a shell completes a line.
        """
        if cmd_name in _built_in():
            found = importlib.import_module(f"{ROOM}.{cmd_name}").command
        elif cmd_name in (others := _installed()):
            plugin = _plugins().loaded("cli.commands", others[cmd_name])
            found = plugin.module and plugin.module.command
            problem = plugin.problem or ("" if isinstance(found, click.Command) else "its command is no click command")
            if problem and not ctx.resilient_parsing:
                raise PluginError(f"{plugin} cannot be used: {problem}.")
        else:
            return None
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names; if there is none, those with names like it are in the message."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = importlib.import_module("difflib").get_close_matches(args[0], self.list_commands(ctx))
            hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
            raise click.UsageError(error.message + hint, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the first line of their files, which needs no import of them."""
        rows = []
        for name in self.list_commands(ctx):
            try:
                command = None if (summary := _summary(name)) else self.get_command(ctx, name)
                rows.append((name, command.get_short_help_str(limit=80) if command else summary))
            except PluginError as error:
                tell(str(error))
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        """Parse the command line; help may be printed here."""
        try:
            return super().make_context(*arguments, **extra)
        except BrokenPipeError:
            discard_output()
            raise click.exceptions.Exit(0) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a closed pipe (``| head``) is not an error."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            discard_output()
            return 0
        return result


def _built_in() -> list[str]:
    """Names of the commands in ``commands/``; importing pkgutil or pathlib would take longer than listing them."""
    names = [file.removesuffix(".py") for file in os.listdir(FOLDER) if file.endswith(".py")]  # noqa: PTH208
    return [name for name in names if not name.startswith("_")]


def _summary(name: str) -> str:
    """What follows the colon in the first line of a command's file; empty for commands of other packages."""
    if name not in _built_in():
        return ""
    with open(f"{FOLDER}/{name}.py", encoding="utf-8") as file:  # noqa: PTH123
        words = file.readline().strip().removesuffix('"""').partition("`: ")[2]
    return words[:1].upper() + words[1:]


def _installed() -> dict[str, EntryPoint]:
    """Entry points by name; their files are searched first, as importlib.metadata takes long to import."""
    if not any(_has_commands(place) for place in sys.path if os.path.isdir(place)):  # noqa: PTH112
        return {}
    return {point.name: point for point in reversed(_plugins().entry_points("cli.commands"))}


def _plugins() -> Any:
    return importlib.import_module("timeline.plugins")


def _has_commands(place: str) -> bool:
    """Whether a package installed in this folder has an entry point for commands."""
    for name in os.listdir(place):  # noqa: PTH208
        if name.endswith("-info"):
            with suppress(OSError), open(f"{place}/{name}/entry_points.txt", errors="replace") as file:  # noqa: PTH123
                if f"[{ROOM}]" in file.read():
                    return True
    return False


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="news-timeline", message="%(prog)s %(version)s")
@click.option("--db", metavar="PATH", help="Path of the log, for any command: its own --db comes first.")
@click.option("--wait", type=click.FloatRange(min=0), metavar="SECONDS", help="The same for --wait.")
def command_line(**_: object) -> None:  # see `timeline.cli.inherited.Inherited`
    """
    What happened when, who said what when, and where it says so.

    Articles go into an append-only log; timelines, quotations and digests come out, and every line cites the sentence
    it was taken from. Begin with `timeline append FILE...`, then `timeline show`.
    """


def main(arguments: list[str] | None = None) -> int:
    """
    The ``timeline`` command: run a command line, by default this process's own, and return its exit status.

    0 success, also when there is nothing to show; 1 error; 2 usage error; 3 some inputs failed; 4 integrity error;
    5 not found; 6 locked by another process; 10 there is news, where that was asked; 130 interrupted.
    """
    prepare()
    with warnings.catch_warnings():
        warnings.showwarning = _show_warning
        status = _run(arguments)
    flush_all()
    return status


def _show_warning(message: Warning | str, *_: object, **__: object) -> None:
    """Print a warning, such as that a plug-in is left out, as any other message."""
    tell(str(message))


def _refuse_bytes(words: list[str]) -> None:
    """
    An argument that is not UTF-8 can name a file that is there, and be nothing else: no log holds such text.

    Raises:
        click.UsageError: It is something else.
    """
    for word in words:
        if printable(word) != word and not os.path.lexists(word):
            raise click.UsageError(f"{printable(word)} is neither UTF-8 nor the name of a file that is there.")


def _run(arguments: list[str] | None) -> int:
    try:
        _refuse_bytes(sys.argv[1:] if arguments is None else arguments)
        status = command_line.main(arguments, prog_name="timeline", standalone_mode=False)
    except click.ClickException as error:
        return show_usage(error)
    except (click.Abort, KeyboardInterrupt):
        tell("interrupted.")
        return INTERRUPTED
    except RuntimeError as error:
        if "interrupted" not in str(error):  # what DuckDB makes of a Ctrl-C
            return report(error)
        tell("interrupted.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - people get a sentence, not a traceback
        return report(error)
    return status if isinstance(status, int) else 0
