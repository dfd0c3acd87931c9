"""Where a command writes: standard output, or a file that appears when it is complete."""

from __future__ import annotations

import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from timeline.cli.terminal import shown_on
from timeline.store import new_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

TEXT: dict[str, Any] = {"mode": "w", "encoding": "utf-8", "newline": ""}
BYTES: dict[str, Any] = {"mode": "wb"}


class UnknownSuffix(click.UsageError):
    """No writer makes files that end so."""

    def __init__(self, file: str | Path, known: Collection[str], *, otherwise: str = "") -> None:
        super().__init__(f"{file} has no known format: name a file that ends in {_either(known)}{otherwise}.")


def suffix_of(file: str | Path | None) -> str:
    """The end of a file's name, with its dot and in small letters; empty where it has none."""
    return "" if file is None else Path(file).suffix.lower()


@contextmanager
def destination(file: str | None) -> Iterator[TextIO]:
    """Where text is written, by default standard output; a file appears under its name when everything is written."""
    if file in (None, "-"):
        yield sys.stdout
        sys.stdout.flush()
        return
    with _file(str(file), TEXT) as stream:
        yield stream


def write_text_or_bytes(file: str | None, content: str | bytes) -> None:
    """
    Write what is text or not.

    Raises:
        click.UsageError: What is no text would be written to a terminal.
    """
    if isinstance(content, str):
        with destination(file) as stream:
            stream.write(content)
    elif file not in (None, "-"):
        with _file(str(file), BYTES) as stream:
            stream.write(content)
    elif sys.stdout.isatty():
        raise click.UsageError("this format is no text: name a file with -o.")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


@contextmanager
def _file(name: str, how: dict[str, Any]) -> Iterator[Any]:
    path = Path(name).resolve()
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        with path.open(**how) as stream:
            if how is BYTES:
                yield stream
                return
            with shown_on(stream) as shown:
                yield shown
        return
    part = new_files.part_of(path)
    try:
        with open(new_files.made(part, like=path), **how) as stream:  # noqa: PTH123
            yield stream
        part.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from error
    finally:
        part.unlink(missing_ok=True)


def _either(names: Collection[str]) -> str:
    """``.csv``, ``.csv or .md``, ``.csv, .json or .md``."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
