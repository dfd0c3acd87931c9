"""Who has a lock file locked, as far as that can be known."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCKS = Path("/proc/locks")
"""Where Linux says which process has which file locked."""


class Holder(NamedTuple):
    """
    Who has a file locked.

    Attributes:
        process: Its id; None when it is not known.
        writes: It writes, else it reads; None when it is not known.
    """

    process: int | None = None
    writes: bool | None = None


def take(descriptor: int, kind: int) -> bool:
    """Take a lock of a kind (``LOCK_SH`` or ``LOCK_EX``) if nobody is in its way, and say whether it was taken."""
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def holder_of(descriptor: int) -> Holder:
    """Who has a lock file: as Linux says, else the process that a writer left there, if it is still running."""
    if take(descriptor, fcntl.LOCK_EX):
        return Holder()
    if (found := next(_known_holders(descriptor), None)) is not None:
        return found
    if take(descriptor, fcntl.LOCK_SH):
        return Holder(writes=False)
    left = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
    return Holder(int(left) if left.isdigit() and _is_running(int(left)) else None, writes=True)


def _known_holders(descriptor: int) -> Iterator[Holder]:
    """The processes that have a file locked, in any way, where the system says so."""
    stated = os.fstat(descriptor)
    file = f"{os.major(stated.st_dev):02x}:{os.minor(stated.st_dev):02x}:{stated.st_ino}"
    with suppress(OSError):
        for line in LOCKS.read_text().splitlines():
            match line.split():
                case [_, "FLOCK", _, access, process, where, *_] if where == file and _is_running(int(process)):
                    yield Holder(int(process), access == "WRITE")


def _is_running(process: int) -> bool:
    """A process of that id is there, whoever's it is."""
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except OSError:
        return False
    return process > 0
