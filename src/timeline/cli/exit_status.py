"""How a command ends: the message that people get, and the exit status."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import click

from timeline.errors import InputError, IntegrityError, LogLocked, NotFound, TimelineError
from timeline.model.visible_text import one_line

FAILED = 3
BROKEN = 4
INTERRUPTED = 130
NEWS = 10
"""`timeline watch run --exit-code` had something to tell."""

STATUS: dict[type[Exception], int] = {InputError: FAILED, IntegrityError: BROKEN, NotFound: 5, LogLocked: 6}


NOT_OURS = ("ConversionException", "OutOfRangeException", "InvalidInputException")
"""What DuckDB raises when values in a log are none that are written there."""


def say(result: str) -> None:
    """Print what a command did; that nobody reads it changes neither what was done nor the exit status."""
    try:
        click.echo(result, file=sys.stdout, nl=not result.endswith("\n"))
    except BrokenPipeError:
        discard_output()


def tell(message: str) -> None:
    """Print a message on one line of standard error, so that the data on standard output stay clean."""
    try:
        click.echo(f"timeline: {one_line(message)}", file=sys.stderr)
    except OSError:
        discard(sys.stderr)


def show_usage(error: click.ClickException) -> int:
    """Print what is wrong with a command line; returns the exit status."""
    try:
        error.show(file=sys.stderr)
    except OSError:
        discard(sys.stderr)
    return error.exit_code


def report(error: Exception) -> int:
    """Print in one sentence what went wrong; returns the exit status."""
    if os.environ.get("TIMELINE_DEBUG"):
        raise error
    tell(_sentence(error))
    return status_of(error)


def status_of(error: Exception) -> int:
    """The exit status of a command that an error ended."""
    if type(error).__name__ in NOT_OURS:
        return BROKEN
    return next((status for kind, status in STATUS.items() if isinstance(error, kind)), 1)


def _sentence(error: Exception) -> str:
    if isinstance(error, TimelineError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}."
    if isinstance(error, MemoryError):
        return "out of memory: narrow the request, or use fewer --jobs."
    what = " ".join(str(error).split())
    if type(error).__name__ in NOT_OURS:
        return f"the log holds what timeline does not write there: `timeline verify` says more. ({what[:200]})"
    return f"{type(error).__name__}: {what} (a bug: TIMELINE_DEBUG=1 shows where)."


def discard_output() -> None:
    """Write nothing more, not even when the interpreter exits: the reader of our output has closed the pipe."""
    discard(sys.stdout)


def discard(stream: TextIO) -> None:
    """Let what a stream still holds, and whatever is written to it from now on, go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def flush_all() -> None:
    """Leave nothing for the interpreter to write at its exit, where an error would change the exit status."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            discard(stream)
