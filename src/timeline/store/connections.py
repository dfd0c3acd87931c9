"""
Open the DuckDB file late and close it early, under a lock file that all openers respect.

A block of work that asked for it (`timeline.store.session`) keeps what its first writer opened.
"""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from timeline.errors import LogError
from timeline.store import deadline, opened_once, session
from timeline.store.lock import WAIT, lock
from timeline.store.new_files import as_private_as
from timeline.store.opening import check_name, is_damage, no_log, opened, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from timeline.store.connection import Connection

    Open = Callable[[bool], AbstractContextManager[Connection]]

PLACES: dict[Path, tuple[int, int] | None] = {}
"""Files that this process has open to write, each by its path, and which file that is: its device and inode."""

MOST_JOURNALS = 20
"""Times that a journal is taken into the file, where others write meanwhile."""

DatabaseError = duckdb.Error
"""What a connection raises, for those who have to say more about it."""


@contextmanager
def writing(path: Path, *, wait: float = WAIT, as_is: bool = False) -> Iterator[Connection]:
    """
    A connection that may write; the file is made when there is none.

    *as_is* takes a file with definitions that are not ours, so that they can be named or removed.

    Raises:
        LogLocked: Another process used the file for longer than *wait* seconds.
        LogFormatError: The file is no log of ours, or one of a newer version.
        LogError: The file cannot be opened or made.
    """
    hold = session.of(path)
    with (
        _writing(path, wait, as_is=as_is)
        if hold is None
        else hold.writing(lambda: _writing(path, wait, as_is=as_is)) as connection
    ):
        yield connection


@contextmanager
def committing(path: Path, *, wait: float = WAIT, as_is: bool = False) -> Iterator[Connection]:
    """
    A connection for one transaction, which is committed at the end of the block, or rolled back when that fails.

    Raises:
        LogError: The file cannot be written, nothing was; or it is no longer where it was opened.
        KeyboardInterrupt: Somebody interrupted the database at work.
    """
    with writing(path, wait=wait, as_is=as_is) as connection:
        try:
            connection.execute("begin")
            yield connection
            _check_place(path, "nothing was written")
            with as_private_as(path):  # a journal may be made
                connection.execute("commit")
            _check_place(path, "what was written is in the file that stood here")
        except duckdb.InterruptException:
            raise KeyboardInterrupt from None
        except duckdb.Error as error:
            if is_damage(error):
                raise
            raise LogError(f"{path} could not be written: {said(error)}") from error


@contextmanager
def reading(
    path: Path, *, wait: float = WAIT, as_is: bool = False, settings: Sequence[str] = ()
) -> Iterator[Connection]:
    """
    A connection that cannot write; *as_is* as for `writing`, *settings* are made before anything is read.

    Raises:
        NotFound: There is no such file.
        LogLocked: Another process wrote for longer than *wait* seconds.
        LogFormatError: The file is no log of ours, or one of a newer version.
        QueryStopped: What was read took longer than its reader may take (`timeline.store.deadline`).
    """
    hold, shared = session.of(path), opened_once.of(path)

    def opener() -> AbstractContextManager[Connection]:
        return _reading(path, wait, as_is=as_is, settings=settings)

    if shared is not None and not as_is and not settings and (shared.is_open or hold is None):
        reads: AbstractContextManager[Connection] = shared.reading(opener)
    else:
        reads = opener() if hold is None else hold.reading(opener)
    with reads as connection, deadline.watched(connection):
        yield connection


@contextmanager
def opening_once(path: Path) -> Iterator[None]:
    """
    What is read in a block, by the thread that is in it, is read by one opening of the file: as of one moment.

    It is opened when it is first read. Until the block ends others who write wait, so it is to be short, and nothing in
    it may write or wait for somebody who reads.
    """
    with opened_once.block(path):
        yield


@contextmanager
def kept_open(path: Path, *, wait: float = WAIT) -> Iterator[None]:
    """
    For a block of work the file stays open to read, and is that of one moment; nothing can be written meanwhile.

    Raises:
        NotFound: There is no such file.
        LogLocked: Another process wrote for longer than *wait* seconds.
        LogFormatError: The file is no log of ours, or one of a newer version.
    """
    with session.block(path):
        hold = session.of(path)
        assert hold is not None  # noqa: S101 - it was taken by the block
        hold.keep(lambda: _reading(path, wait))
        yield


@contextmanager
def alone(path: Path, *, wait: float = WAIT) -> Iterator[Open]:
    """
    Nobody else opens the file meanwhile; gives what opens it, told whether read-only, as often as it takes.

    Raises:
        NotFound: There is no such file.
        LogLocked: Another process used the file for longer than *wait* seconds.
        LogError: The file has other names, which would go on holding what it holds.
    """
    _check_kind(path)
    if not path.exists():
        raise no_log(path)
    if path.is_symlink() or path.stat().st_nlink > 1:
        raise LogError(f"{path} is one of several links to a file: remove the others, or name the file itself.")
    if (hold := session.of(path)) is not None:
        hold.let_go()
    with lock(path, fcntl.LOCK_EX, wait):
        yield lambda read_only: opened(path, read_only=read_only, wait=wait, own=True)


def journal_of(path: Path) -> Path:
    """Where DuckDB keeps what it has not taken into the file yet."""
    return path.with_name(f"{path.name}.wal")


@contextmanager
def at_rest(path: Path, *, wait: float = WAIT) -> Iterator[Connection]:
    """
    A connection that cannot write, to a file that needs no write-ahead log; no writer can come in between.

    Raises:
        LogError: The journal is none that DuckDB takes into the file, or writers come in between each time.
    """
    journal = journal_of(path)
    if (hold := session.of(path)) is not None:
        hold.let_go()
    for _ in range(MOST_JOURNALS):
        if journal.exists():
            with _writing(path, wait) as connection:
                connection.execute("checkpoint stored")
        with _reading(path, wait) as connection:
            if not journal.exists():
                yield connection
                return
    raise LogError(f"{journal} is not taken into the log: DuckDB passes it over. Keep it elsewhere, then try again.")


@contextmanager
def _writing(path: Path, wait: float, *, as_is: bool = False) -> Iterator[Connection]:
    _check_kind(path)
    if path.name.startswith(":memory:"):
        raise LogError(f"{path} is no file, and a log is kept in one: name it, as by --db news.duckdb.")
    if path.is_symlink() and not path.exists():
        raise LogError(f"{path} is a link that leads to no log: remove it, or name the file itself.")
    with lock(path, fcntl.LOCK_EX, wait), opened(path, read_only=False, wait=wait, as_is=as_is) as connection:
        PLACES[path.absolute()] = _place(path)
        try:
            yield connection
        finally:
            del PLACES[path.absolute()]


def _check_kind(path: Path) -> None:
    """
    Neither the log nor its journal is what nobody can open without waiting for another, nor the journal a link.

    Raises:
        LogError: One of them is a folder, a pipe or a device; DuckDB would follow the link, or cannot open the name.
    """
    check_name(path)
    for each in (path, journal_of(path) if path.name else path):
        if each.exists() and not each.is_file():
            raise LogError(f"{each} is no file, and a log is kept in one: name it, as by --db news.duckdb.")
    if path.name and journal_of(path).is_symlink():
        raise LogError(f"{journal_of(path)} is no journal but a link: remove it.")


def _place(path: Path) -> tuple[int, int] | None:
    """Which file has that name: its device and inode; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _check_place(path: Path, written: str) -> None:
    """
    The file that is written still has the name under which it was opened.

    Raises:
        LogError: It was renamed, replaced or removed; the next writer opens what is there then.
    """
    if _place(path) == PLACES[path.absolute()] is not None:
        return
    if (hold := session.of(path)) is not None:
        hold.let_go()
    raise LogError(f"{path} was moved, replaced or removed while it was open; {written}: put it back and try again.")


@contextmanager
def _reading(path: Path, wait: float, *, as_is: bool = False, settings: Sequence[str] = ()) -> Iterator[Connection]:
    _check_kind(path)
    if not path.exists():
        raise no_log(path)
    with (
        lock(path, fcntl.LOCK_SH, wait),
        opened(path, read_only=True, wait=wait, as_is=as_is, settings=settings) as connection,
    ):
        yield connection
