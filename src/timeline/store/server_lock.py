"""
The file beside a log that a server which writes to it has locked, and in which it says where it is.

One such server at a time. The lock ends with its process, however that ends: a file that nobody has locked is stale.
"""

from __future__ import annotations

import fcntl
import json
import os
import stat
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import LogError, LogLocked
from timeline.store.lock import NO_LOCK_FILE
from timeline.store.lock_holder import take

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SUFFIX = ".server"
"""What the name of the file ends with, behind that of the log."""

FLAGS = os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
LOOKING_SECONDS = 0.5
"""Whoever looks whether there is a server has the lock for a moment: a new server asks again for so long."""

RETRY_SECONDS = 0.01
MOST_BYTES = 4096


class Server(NamedTuple):
    """
    A server that writes to a log.

    Attributes:
        process: Its id.
        url: Where it is, ending with a slash.
        token: What it takes as ``Authorization: Bearer``.
    """

    process: int
    url: str
    token: str


@contextmanager
def serving(path: Path) -> Iterator[Callable[[str, str], None]]:
    """
    Nobody else serves this log to write to it meanwhile; gives what says at which URL and with which token it is done.

    Raises:
        LogLocked: Somebody else does.
        LogError: The file beside the log cannot be made, or what has its name is none.
    """
    file = path.with_name(path.name + SUFFIX)
    descriptor = _locked(file, path)
    try:
        os.fchmod(descriptor, 0o600)
        os.ftruncate(descriptor, 0)

        def say(url: str, token: str) -> None:
            text = json.dumps({"process": os.getpid(), "url": url, "token": token})
            os.pwrite(descriptor, text.encode(), 0)

        yield say
    finally:
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
            file.unlink(missing_ok=True)  # while it is locked: who has opened it sees that it is no longer there
        os.close(descriptor)


def server(path: Path) -> Server | None:
    """The server that writes to a log; None if there is none, or it is another user's."""
    try:
        descriptor = os.open(path.with_name(path.name + SUFFIX), os.O_RDONLY | FLAGS)
    except OSError:
        return None
    try:
        stated = os.fstat(descriptor)
        if not stat.S_ISREG(stated.st_mode) or stated.st_uid != os.geteuid() or take(descriptor, fcntl.LOCK_SH):
            return None
        found = json.loads(os.pread(descriptor, MOST_BYTES, 0))
        return Server(int(found["process"]), str(found["url"]), str(found["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    finally:
        os.close(descriptor)


def _locked(file: Path, path: Path) -> int:
    """
    A descriptor of the file with its lock.

    Raises:
        LogLocked: Somebody else has it.
        LogError: It cannot be made, or is no file.
    """
    until = time.monotonic() + LOOKING_SECONDS
    while True:
        try:
            descriptor = os.open(file, os.O_RDWR | os.O_CREAT | FLAGS, 0o600)
        except OSError as error:
            raise LogError(f"{file} cannot be made ({error.strerror}): a server that writes needs it.") from error
        stated = os.fstat(descriptor)
        if not stat.S_ISREG(stated.st_mode) or stated.st_nlink > 1:
            os.close(descriptor)
            raise LogError(NO_LOCK_FILE.format(file))
        if take(descriptor, fcntl.LOCK_EX):
            if _is(file, stated):
                return descriptor
        elif time.monotonic() > until:
            os.close(descriptor)
            other = server(path)
            where = f"process {other.process} at {other.url}" if other else "another process"
            raise LogLocked(
                f"{path} is served to be edited by {where}: use that, or end it first.",
                holder=other.process if other else None,
            )
        os.close(descriptor)
        time.sleep(RETRY_SECONDS)


def _is(file: Path, stated: os.stat_result) -> bool:
    """The name still leads to that file."""
    try:
        return os.path.samestat(file.stat(follow_symlinks=False), stated)
    except OSError:
        return False
