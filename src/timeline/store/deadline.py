"""How long those who read may take: past that moment their query is interrupted, whoever runs it for them."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock, Timer
from typing import TYPE_CHECKING

from timeline.errors import QueryStopped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.store.connection import Connection


class Deadline:
    """
    A moment so many seconds from now.

    Attributes:
        seconds: So many.
        has_passed: It lies behind us.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds, self.has_passed = seconds, False
        self._readers: list[Connection] = []
        self._turn = Lock()

    def begin(self, reader: Connection) -> None:
        """
        Read from now on.

        Raises:
            QueryStopped: It is too late.
        """
        with self._turn:
            if self.has_passed:
                raise QueryStopped(self.seconds)
            self._readers.append(reader)

    def end(self, reader: Connection) -> None:
        """Read no more."""
        with self._turn:
            self._readers.remove(reader)

    def stop(self) -> None:
        """Interrupt all who read."""
        with self._turn:
            self.has_passed = True
            for each in self._readers:
                each.database.interrupt()


OURS: ContextVar[Deadline | None] = ContextVar("OURS", default=None)
"""Of who reads in this context."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """All that is read in a block, or by a function that this decorates, is read in so many seconds, or not at all."""
    deadline = Deadline(seconds)
    timer = Timer(seconds, deadline.stop)
    timer.daemon = True
    timer.start()
    kept = OURS.set(deadline)
    try:
        yield
    finally:
        OURS.reset(kept)
        timer.cancel()
        timer.join()


@contextmanager
def watched(connection: Connection) -> Iterator[Connection]:
    """
    A connection whose query is interrupted when its reader has taken too long.

    Raises:
        QueryStopped: It was, or the time had passed before.
    """
    if (deadline := OURS.get()) is None:
        yield connection
        return
    deadline.begin(connection)
    try:
        yield connection
    except Exception as error:
        if deadline.has_passed:
            raise QueryStopped(deadline.seconds) from error
        raise
    finally:
        deadline.end(connection)
