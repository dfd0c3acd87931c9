"""The lock file beside a database, which all openers respect: readers share it, a writer has it alone."""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from timeline.errors import LogError, LogLocked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT = 10.0
"""Seconds to wait for another process, unless told otherwise."""

RETRY_SECONDS = 0.01


@contextmanager
def lock(path: Path, kind: int, wait: float) -> Iterator[None]:
    """Readers share the lock file beside the database, a writer has it alone and leaves its process id in it."""
    beside = path.with_name(path.name + ".lock")
    try:
        descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        if kind == fcntl.LOCK_SH:
            yield  # a folder that nobody can write to has no writer to wait for
            return
        raise LogError(f"{path} cannot be written: {error.strerror} ({beside.parent}).") from error
    try:
        deadline = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise LogLocked.held_by(_writer(descriptor), path, wait=wait) from None
                time.sleep(RETRY_SECONDS)
        if kind == fcntl.LOCK_EX:
            with suppress(OSError):  # a full disk: those who wait are then not told for whom
                os.pwrite(descriptor, f"{os.getpid():<20}".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _writer(descriptor: int) -> int | None:
    """The process that has the file alone; readers leave no id, and one that is there is of a writer before them."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        found = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
        return int(found) if found.isdigit() else None
    return None
