"""Files that are made: through no link, and for nobody who may not read what they are made from."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EVERYBODY = 0o666
"""Permissions of a file, before the umask takes away from them."""


def made(path: Path, *, like: Path) -> int:
    """
    A descriptor of a new file to write to, for those who may read or write another one.

    What had its name, as a killed process may have left it, is removed; where that was a link, nothing happens to what
    it led to. Where the other file does not exist, the umask alone says for whom the new one is.
    """
    path.unlink(missing_ok=True)
    with as_private_as(like):
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, EVERYBODY)


@contextmanager
def as_private_as(path: Path) -> Iterator[None]:
    """What this process makes meanwhile can be read by nobody who cannot read that file, if there is one."""
    before = os.umask(0o777)
    os.umask(before | EVERYBODY & ~_mode(path))
    try:
        yield
    finally:
        os.umask(before)


def part_of(path: Path) -> Path:
    """Where a file is written until it is complete."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return EVERYBODY
