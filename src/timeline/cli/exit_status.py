"""This file ends a command: what people are told, and the exit status."""

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
    """Say something beside the data: on standard error, behind the program's name."""
    click.echo(f"timeline: {message}", err=True)


def ending(error: Exception) -> int:
    """Tell what went wrong in one sentence; returns the exit status."""
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
        return "out of memory: ask for less, or give fewer --jobs."
    what = " ".join(str(error).split())
    return f"{type(error).__name__}: {what} (a bug: TIMELINE_DEBUG=1 shows where)."


def hush_closed_pipe() -> None:
    """Whoever read our output went away: nothing more is to be written, also not on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
