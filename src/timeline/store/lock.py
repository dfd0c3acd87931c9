"""
The lock files beside a database, which all openers respect: readers share it, a writer has it alone.

Neither keeps the other out for ever. A writer announces itself with a second lock, ``.intent``, which it has until it
is done, one writer after the other: readers that come now wait for it. Who waited until a writer was done reads before
the next one writes; who has waited longer asks more often.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import LogError, LogLocked

if TYPE_CHECKING:
    from collections.abc import Iterator

WAIT = 10.0
"""Seconds to wait for another process, unless told otherwise."""

RETRY_SECONDS = 0.01

LONGEST_PAUSE_SECONDS = 0.02
SHORTEST_PAUSE_SECONDS = 0.001
HALVING_SECONDS = 0.6
"""Who waits asks again after the longest pause at first, after half of it when it has waited so long, and so on."""

TURN_SECONDS = 0.025
"""So long a writer that waited for another one leaves the file to readers that waited as well."""

LOCK, INTENT = ".lock", ".intent"
"""What the names of the lock files end with, behind that of the database."""

FLAGS = os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
NO_FILE = (errno.ELOOP, errno.ENXIO)
"""What opening a link or a socket comes to."""

NO_LOCK_FILE = "{} is no lock file but a link or something else: remove it."

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


@contextmanager
def lock(path: Path, kind: int, wait: float) -> Iterator[None]:
    """
    Readers share the lock file beside the database, a writer has it alone and leaves its process id in it.

    Args:
        path: The database.
        kind: ``LOCK_SH`` or ``LOCK_EX`` of `fcntl`.
        wait: Seconds.

    Raises:
        LogLocked: Others used the file for longer than that.
        LogError: A lock file cannot be made, or what has its name is none.
    """
    beside = path.with_name(path.name + LOCK)
    with ExitStack() as opened:
        try:
            own = _opened(opened, beside, path, create=True)
            intent = _opened(opened, path.with_name(path.name + INTENT), path, create=kind == fcntl.LOCK_EX)
        except LogError:
            raise
        except OSError as error:
            if kind == fcntl.LOCK_EX:
                raise LogError(f"{path} cannot be written: {error.strerror} ({beside.parent}).") from error
            own = intent = None  # a folder that nobody can write to has no writer to wait for
        if own is not None:
            pause = _pauses(path, wait, own, intent)
            if kind == fcntl.LOCK_EX and intent is not None:
                _lock_alone(own, intent, pause)
                with suppress(OSError):  # a full disk: those who wait are then not told for whom
                    os.pwrite(own, f"{os.getpid():<20}".encode(), 0)
            else:
                _share(own, intent, pause)
        yield


def holder(path: Path) -> Holder:
    """
    Who uses a database now, `Holder()` if nobody; no file is made, and nobody is kept from it.

    Raises:
        LogError: What has the name of a lock file is none, or it cannot be read.
    """
    found = Holder()
    with ExitStack() as opened:
        for suffix in (LOCK, INTENT):
            try:
                descriptor = _opened(opened, path.with_name(path.name + suffix), path, create=False)
            except PermissionError as error:
                raise LogError(f"{path}{suffix} cannot be read: {error.strerror}.") from error
            if descriptor is not None and found == Holder():
                found = _holder(descriptor)
    return found


def _opened(opened: ExitStack, file: Path, database: Path, *, create: bool) -> int | None:
    """
    A descriptor of a lock file; None if there is none and it is not to be made.

    Raises:
        LogError: Something else has its name.
    """
    while (descriptor := _open_own(file)) is None:
        if not create:
            return None
        with suppress(FileExistsError):  # another process was faster
            descriptor = _made(file, database)
            break
    opened.callback(os.close, descriptor)
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        raise LogError(NO_LOCK_FILE.format(file))
    return descriptor


def _open_own(file: Path) -> int | None:
    """A descriptor of a lock file that is there, never of what a link of its name leads to."""
    try:
        return os.open(file, os.O_RDWR | FLAGS)
    except FileNotFoundError:
        return None
    except PermissionError:  # who may only read can share it
        return os.open(file, os.O_RDONLY | FLAGS)
    except OSError as error:
        if error.errno in NO_FILE:
            raise LogError(NO_LOCK_FILE.format(file)) from error
        raise


def _made(file: Path, database: Path) -> int:
    """A descriptor of a lock file that is made now, for the owner and whom of the group the database is for."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | FLAGS, 0o660)
    with suppress(OSError):  # there is no database yet, or its group is none of ours: the group of the process then
        stated = database.stat()
        os.fchmod(descriptor, 0o600)
        os.fchown(descriptor, -1, stated.st_gid)
        os.fchmod(descriptor, 0o600 | stat.S_IMODE(stated.st_mode) & 0o060)
    return descriptor


def _lock_alone(own: int, intent: int, pause: Iterator[None]) -> None:
    """One writer after the other announces itself, then waits for those who read."""
    queued = False
    while not take(intent, fcntl.LOCK_EX):
        queued = True
        next(pause)
    if queued:
        time.sleep(TURN_SECONDS)
    while not take(own, fcntl.LOCK_EX):
        next(pause)


def _share(own: int, intent: int | None, pause: Iterator[None]) -> None:
    """A reader lets writers go first that have announced themselves, but only one."""
    has_waited = False
    while True:
        is_announced = intent is not None and not _is_free(intent)
        if not take(own, fcntl.LOCK_SH):
            has_waited = True
        elif has_waited or not is_announced:
            return
        else:
            fcntl.flock(own, fcntl.LOCK_UN)
        next(pause)


def take(descriptor: int, kind: int) -> bool:
    """Take a lock of a kind (``LOCK_SH`` or ``LOCK_EX``) if nobody is in its way, and say whether it was taken."""
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_free(descriptor: int) -> bool:
    if not take(descriptor, fcntl.LOCK_SH):
        return False
    fcntl.flock(descriptor, fcntl.LOCK_UN)
    return True


def _pauses(path: Path, wait: float, own: int, intent: int | None) -> Iterator[None]:
    """Each step is a pause before asking again; when the time is up, an error that says who has the file."""
    begun = time.monotonic()
    while (waited := time.monotonic() - begun) <= wait:
        time.sleep(max(SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS * 0.5 ** (waited / HALVING_SECONDS)))
        yield
    holder = _holder(own)
    if holder == Holder() and intent is not None and (announced := _holder(intent)).process != os.getpid():
        holder = announced
    raise LogLocked.held_by(holder.process, path, wait=wait, writes=holder.writes)


def _holder(descriptor: int) -> Holder:
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
