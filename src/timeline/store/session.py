"""Keep a writer's connection and lock between calls, for a block of work that asks for it."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack, contextmanager, suppress
from threading import Condition, RLock, get_ident
from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from timeline.store.connection import Connection

    Opener = Callable[[], AbstractContextManager[Connection]]


READERS_SECONDS = 10.0
"""So long the end of a block waits for other threads that read by its connection."""


class Hold:
    """
    What a block of work has of a file: nothing until it first writes, from then on connection and lock.

    Threads of the process take turns in writing, and read what is committed. Where the block ends the connection is
    closed when they have read: DuckDB closes what they read by with it, and refuses while that is at work.
    """

    def __init__(self) -> None:
        self.blocks = 0
        self.connection: Connection | None = None
        self._turn = RLock()
        self._changing = Condition()
        self._readers = Counter[int]()
        self._opened = ExitStack()

    @contextmanager
    def writing(self, opener: Opener) -> Iterator[Connection]:
        """The connection, opened now if it is not yet; what is not committed at the end is rolled back."""
        with self._turn:
            if self.connection is None:
                self.connection = self._opened.enter_context(opener())
            try:
                yield self.connection
            except duckdb.FatalException:
                self.let_go()
                raise
            finally:
                if self.connection is not None:
                    with suppress(duckdb.Error):  # there is no transaction to end, as a rule
                        self.connection.execute("rollback")

    def keep(self, opener: Opener) -> None:
        """Open the file now, for the whole block."""
        with self._turn:
            if self.connection is None:
                self.connection = self._opened.enter_context(opener())

    @contextmanager
    def reading(self, opener: Opener) -> Iterator[Connection]:
        """What is committed, in a transaction that cannot write; opened anew where the file is not open to write."""
        me = get_ident()
        with self._changing:  # another thread may be about to close it
            cursor = None if self.connection is None else self.connection.cursor()
            if cursor is not None:
                self._readers[me] += 1
        if cursor is None:
            with opener() as connection:
                yield connection
            return
        try:
            with cursor:
                cursor.execute("begin transaction read only")
                yield cursor
        finally:
            with self._changing:
                self._readers -= Counter((me,))  # no count of zero stays
                self._changing.notify_all()

    def let_go(self) -> None:
        """Close the file and leave the lock to others; who writes next opens it again."""
        with self._turn:
            with self._changing:
                self.connection = None
                self._changing.wait_for(self._is_read_by_no_other, timeout=READERS_SECONDS)
            self._opened.close()

    def _is_read_by_no_other(self) -> bool:
        """A thread that ends a block may not be done with what it reads itself."""
        return not self._readers.keys() - {get_ident()}


HOLDS: dict[Path, Hold] = {}
"""Files that a block of this process wants to keep open."""


def of(path: Path) -> Hold | None:
    """The hold of a file, if a block asked for one."""
    return HOLDS.get(path.absolute())


def take(path: Path) -> None:
    """A block begins; blocks may stand within each other."""
    HOLDS.setdefault(path.absolute(), Hold()).blocks += 1


@contextmanager
def block(path: Path) -> Iterator[None]:
    """A block of work: from the first thing that is written the file stays open until it ends."""
    take(path)
    try:
        yield
    finally:
        leave(path)


def leave(path: Path) -> None:
    """A block ends, with the last one the hold."""
    hold = HOLDS[path.absolute()]
    hold.blocks -= 1
    if not hold.blocks:
        del HOLDS[path.absolute()]
        hold.let_go()
