"""Options that commands share."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

import timeline
from timeline.cli.days import Day, Moment
from timeline.cli.inherited import Inherited
from timeline.cli.output import FORMATS, Output
from timeline.ingest.limits import MAX_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    Callback = Callable[..., Any]


class Database(NamedTuple):
    """The log a command works on, not opened yet."""

    path: Path
    wait: float
    accept_clock: bool = False

    def open(self) -> timeline.Timeline:
        """The timeline of that log; connections are opened when they are needed."""
        return timeline.Timeline(self.path, wait=self.wait, accept_clock=self.accept_clock)


class NameValue(click.ParamType[tuple[str, str]]):
    """``name=value``."""

    name = "name=value"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """
        Name and value.

        Raises:
            click.UsageError: No equals sign follows a name.
        """
        if isinstance(value, tuple):
            return value
        name, equals, rest = value.partition("=")
        if not (equals and name.strip()):
            self.fail(f"{value!r} is not a name and a value: write name=value.", param, ctx)
        return name.strip().removeprefix("$"), rest


class ExtractorVersion(click.ParamType[tuple[str, int]]):
    """``extractor@version``."""

    name = "extractor@version"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        """
        Extractor and version.

        Raises:
            click.UsageError: No number follows an @.
        """
        if isinstance(value, tuple):
            return value
        extractor, _, version = value.rpartition("@")
        if not (extractor and version.isdecimal()):
            self.fail(f"{value!r} is not a version of an extractor: write it like statements@1.", param, ctx)
        return extractor, int(version)


def examples(*lines: str) -> str:
    """The end of a command's help."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def stack(options: tuple[Callback, ...], callback: Callback) -> Callback:
    """The callback with options, which help shows in their order."""
    for option in reversed(options):
        callback = option(callback)
    return callback


KINDS = ("happening", "planned", "state", "speech", "boilerplate")
"""What a sentence can be taken for, as `timeline.events.types.occurrence_reported` has them."""

DATABASE = (
    click.option(
        "--db", cls=Inherited, type=click.Path(path_type=Path), envvar="TIMELINE_DB", default="timeline.duckdb",
        show_default=True, show_envvar=True, help="Path of the log.",
    ),
    click.option(
        "--wait", cls=Inherited, type=click.FloatRange(min=0), default=10, show_default=True, metavar="SECONDS",
        help="How long to wait while another process uses the log.",
    ),
)  # fmt: skip

OUTPUT = (
    click.option(
        "--format", "form", type=click.Choice(FORMATS),
        help="Default: a table on a terminal, JSON Lines in a pipe, for a file what its suffix says.",
    ),
    click.option("-o", "--output", "file", metavar="FILE", help="Write to FILE, which appears when it is complete."),
    click.option("--safe", is_flag=True, help="Write CSV in which a spreadsheet takes nothing for a formula."),
)  # fmt: skip

REPORTED_UNTIL = click.option(
    "--reported-until", type=Moment(), help="Only what had been published by then; a day means its end, UTC."
)

CLOCKS = (
    click.option("--as-of", type=Moment(), help="What the log held at that time; a day means its end, UTC."),
    REPORTED_UNTIL,
)

DAYS = (
    click.option(
        "--since", type=Day(end="first"), help="First day; of a longer time ('last week', 2026-03) its first."
    ),
    click.option(
        "--until", type=Day(end="last"), help="Last day, inclusive; of a longer time ('last week', 2026-03) its last."
    ),
)

SPEAKER = click.option("--speaker", metavar="TEXT", help="Part of a speaker's name; case is ignored.")

NAMES = (
    SPEAKER,
    click.option("--publisher", metavar="TEXT", help="Part of a publisher's name; case is ignored."),
    click.option(
        "--about", multiple=True, metavar="TEXT", help="A word or phrase; may be repeated to find any of several."
    ),
    click.option("--and", "and_about", multiple=True, metavar="TEXT", help="And this one as well; may be repeated."),
    click.option("--not", "not_about", multiple=True, metavar="TEXT", help="But not this one; may be repeated."),
)

STORY = click.option("--story", metavar="STORY", help="Only articles of this story: its key, or a part of its title.")
PLACE = click.option("--place", metavar="TEXT", help="Part of the name of the place where it happened.")

MIN_CONFIDENCE = click.option(
    "--min-confidence",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="Only what has at least this confidence.",
)

MIN_SOURCES = click.option(
    "--min-sources",
    type=click.IntRange(min=1),
    metavar="N",
    help="Only what N articles tell that print no copy of each other.",
)

JUDGED = (
    click.option(
        "--kind", type=click.Choice(KINDS), multiple=True, help="Only of this kind; may be repeated to show several."
    ),
    click.option(
        "--min-salience", type=click.IntRange(0, 1000), metavar="PER_MILLE",
        help="Whatever counts at least so much as a happening, of any kind.",
    ),
)  # fmt: skip

REASON = click.option("--reason", required=True, metavar="TEXT", help="The reason, in a sentence.")
BY = click.option("--by", metavar="NAME", help="Who decides it.")

max_seconds = click.option(
    "--max-seconds", type=click.FloatRange(min=0, min_open=True), default=MAX_SECONDS, show_default=True, metavar="N",
    help="Most CPU seconds for one article; extractors that take longer are noted as failed.",
)  # fmt: skip

limit = click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N rows.")


ACCEPT_CLOCK = click.option(
    "--accept-clock", is_flag=True, help="Record times a day ahead of the file system, or a year after the log."
)


def database(callback: Callback) -> Callback:
    """``--db`` and ``--wait``; the callback gets *database*."""

    @functools.wraps(callback)
    def wrapped(*, db: Path, wait: float, **rest: Any) -> Any:
        return callback(database=Database(db, wait), **rest)

    return stack(DATABASE, wrapped)


def recording(callback: Callback) -> Callback:
    """``--accept-clock`` before those: the command records something."""

    @functools.wraps(callback)
    def wrapped(*, accept_clock: bool, **rest: Any) -> Any:
        return callback(**rest | {"database": rest["database"]._replace(accept_clock=accept_clock)})

    return ACCEPT_CLOCK(database(wrapped))


def output(callback: Callback) -> Callback:
    """``--format`` and ``-o``; the callback gets *output*."""

    @functools.wraps(callback)
    def wrapped(*, form: str | None, file: str | None, safe: bool, **rest: Any) -> Any:
        given = Output(form, file, safe)
        if safe and given.format != "csv":
            raise click.UsageError("--safe is about the cells of a spreadsheet: write CSV with it, as by --format csv.")
        return callback(output=given, **rest)

    return stack(OUTPUT, wrapped)


def choosing(*options: Callback) -> Callable[[Callback], Callback]:
    """A decorator that adds options; the callback gets those that were given, of all such decorators, as *chosen*."""
    names = [click.command()(option(lambda: None)).params[0].name for option in options]

    def decorate(callback: Callback) -> Callback:
        @functools.wraps(callback)
        def wrapped(*, chosen: dict[str, Any] | None = None, **rest: Any) -> Any:
            asked = {str(name): rest.pop(str(name)) for name in names}
            given = {name: value for name, value in asked.items() if value not in (None, ())}
            return callback(chosen=(chosen or {}) | given, **rest)

        return stack(options, wrapped)

    return decorate


clocks = choosing(*CLOCKS)
days = choosing(*DAYS)
filters = choosing(*DAYS, *CLOCKS, *NAMES, STORY)
"""What narrows the answer of a command over a view; `clocks` and `days` where only those do."""
placed = choosing(PLACE)
stories = choosing(*(option for option in NAMES if option is not SPEAKER), STORY)
"""What narrows stories: outlets, and words of headlines."""
judged = choosing(*JUDGED)


def confident(callback: Callback) -> Callback:
    """``--min-confidence``, per mille in *chosen*; apply it below the decorator that gives *chosen*."""

    @functools.wraps(callback)
    def wrapped(*, chosen: dict[str, Any], min_confidence: int | None, **rest: Any) -> Any:
        asked = {} if min_confidence is None else {"min_confidence": 10 * min_confidence}
        return callback(chosen=chosen | asked, **rest)

    return MIN_CONFIDENCE(wrapped)


def sourced(callback: Callback) -> Callback:
    """``--min-sources`` in *chosen*; apply it below the decorator that gives *chosen*."""

    @functools.wraps(callback)
    def wrapped(*, chosen: dict[str, Any], min_sources: int | None, **rest: Any) -> Any:
        asked = {} if min_sources is None else {"min_sources": min_sources}
        return callback(chosen=chosen | asked, **rest)

    return MIN_SOURCES(wrapped)


def over_view(callback: Callback) -> Callback:
    """All options that commands over a view share: the callback gets *chosen*, *limit*, *output* and *database*."""
    return filters(limit(output(database(callback))))
