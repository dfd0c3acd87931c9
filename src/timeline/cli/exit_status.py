"""How a command ends: the message that people get, and the exit status."""

from __future__ import annotations

import os
import sys

import click

from timeline.errors import InputError, IntegrityError, LogLocked, NotFound, TimelineError

FAILED = 3
BROKEN = 4
INTERRUPTED = 130

STATUS: dict[type[Exception], int] = {InputError: FAILED, IntegrityError: BROKEN, NotFound: 5, LogLocked: 6}


def tell(message: str) -> None:
    """Print a message on standard error, so that the data on standard output stay clean."""
    click.echo(f"timeline: {message}", err=True)


def report(error: Exception) -> int:
    """Print in one sentence what went wrong; returns the exit status."""
    if os.environ.get("TIMELINE_DEBUG"):
        raise error
    tell(_sentence(error))
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
    return f"{type(error).__name__}: {what} (a bug: TIMELINE_DEBUG=1 shows where)."


def discard_output() -> None:
    """Write nothing more, not even when the interpreter exits: the reader of our output has closed the pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
