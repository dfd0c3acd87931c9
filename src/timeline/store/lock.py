"""
The lock files beside a database, which all openers respect: readers share it, a writer has it alone.

Neither keeps the other out for ever. A writer announces itself with a second lock, ``.intent``, which it has until it
is done, one writer after the other in the order of asking: readers that come now wait for it. Who waited until a writer
was done reads before the next one writes, unless others did so just before.
"""

from __future__ import annotations

import errno
import fcntl
import math
import os
import stat
import time
from contextlib import ExitStack, contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING

from timeline.errors import LogError, LogLocked
from timeline.store.lock_holder import Holder, holder_of, take

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT = 10.0
"""Seconds to wait for another process, unless told otherwise."""

RETRY_SECONDS = 0.01

LONGEST_PAUSE_SECONDS = 0.02
SHORTEST_PAUSE_SECONDS = 0.001
HALVING_SECONDS = 0.6
"""Who waits asks again after the longest pause at first, after half of it when it has waited so long, and so on."""

TURN_SECONDS = 0.025
"""So long a writer that waited for another one leaves the file to readers that waited as well."""

TURNS_APART_SECONDS = 0.15
"""It does not so soon after another's readers were done: several writers share what readers take of their time."""

LOCK, INTENT = ".lock", ".intent"
"""What the names of the lock files end with, behind that of the database."""

FLAGS = os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
NO_FILE = (errno.ELOOP, errno.ENXIO)
"""What opening a link or a socket comes to."""

NO_LOCK_FILE = "{} is no lock file but a link or something else: remove it."


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
            patience = _Patience(path, wait, own, intent)
            if kind == fcntl.LOCK_EX and intent is not None:
                _lock_alone(own, intent, patience)
                with suppress(OSError):  # a full disk: those who wait are then not told for whom
                    os.pwrite(own, f"{os.getpid():<20}".encode(), 0)
            else:
                _share(own, intent, patience)
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
                found = holder_of(descriptor)
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


def _lock_alone(own: int, intent: int, patience: _Patience) -> None:
    """One writer after the other announces itself, then waits for those who read."""
    lets_readers_in = False
    if not take(intent, fcntl.LOCK_EX):
        patience.stand_in_line(intent)
        if lets_readers_in := not 0 <= time.monotonic() - _last_turn(intent) < TURNS_APART_SECONDS:
            time.sleep(TURN_SECONDS)
    while not take(own, fcntl.LOCK_EX):
        patience.pause()
    if lets_readers_in:
        with suppress(OSError):  # a full disk: the next writer lets them in, too
            os.pwrite(intent, f"{time.monotonic():<20.6f}".encode(), 0)


def _last_turn(intent: int) -> float:
    """Since when, on the clock of this machine, no writer has left the file to readers; the lock file says it."""
    with suppress(ValueError):
        return float(os.pread(intent, 20, 0))
    return -math.inf


def _share(own: int, intent: int | None, patience: _Patience) -> None:
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
        patience.pause()


def _is_free(descriptor: int) -> bool:
    if not take(descriptor, fcntl.LOCK_SH):
        return False
    fcntl.flock(descriptor, fcntl.LOCK_UN)
    return True


class _Patience:
    """How long somebody waits for a file, from now on."""

    def __init__(self, path: Path, seconds: float, own: int, intent: int | None) -> None:
        self._path = path
        self._seconds = seconds
        self._own, self._intent = own, intent
        self._begun = time.monotonic()

    @property
    def _waited(self) -> float:
        return time.monotonic() - self._begun

    def pause(self) -> None:
        """
        Wait a moment before asking again.

        Raises:
            LogLocked: The time is up.
        """
        if (waited := self._waited) > self._seconds:
            raise self._in_use()
        time.sleep(max(SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS * 0.5 ** (waited / HALVING_SECONDS)))

    def stand_in_line(self, descriptor: int) -> None:
        """
        Take a lock alone in the order of asking.

        The system keeps that order, but knows no limit of time: so a thread asks it. Who gives up closes the file: what
        the thread gets in the end is gone when it closes it, too.

        Raises:
            LogLocked: The time is up.
        """
        if (left := self._seconds - self._waited) > 0:
            asking = Thread(target=_take_and_close, args=(os.dup(descriptor),), daemon=True)
            asking.start()
            asking.join(left)
        if not take(descriptor, fcntl.LOCK_EX):
            raise self._in_use()

    def _in_use(self) -> LogLocked:
        """The error that says who has the file."""
        holder = holder_of(self._own)
        if holder == Holder() and self._intent is not None:
            announced = holder_of(self._intent)
            holder = announced if announced.process != os.getpid() else holder
        return LogLocked.held_by(holder.process, self._path, wait=self._seconds, writes=holder.writes)


def _take_and_close(descriptor: int) -> None:
    """Take a lock, which whoever has the same file open otherwise then has."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    finally:
        os.close(descriptor)
