"""Files that are opened once for all that somebody reads in a block of work, as one page does."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from timeline.store.connection import Connection


class OpenedOnce:
    """
    A file that is opened when it is first read.

    Attributes:
        path: Of the file, absolute.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._connection: Connection | None = None
        self._is_read = False
        self._opened = ExitStack()

    @property
    def is_open(self) -> bool:
        """It was read before."""
        return self._connection is not None

    @contextmanager
    def reading(self, opener: Callable[[], AbstractContextManager[Connection]]) -> Iterator[Connection]:
        """Its connection; another one to the same file for who reads in the midst of reading."""
        if self._connection is None:
            self._connection = self._opened.enter_context(opener())
        if self._is_read:
            with self._connection.cursor() as other:
                yield other
            return
        self._is_read = True
        try:
            yield self._connection
        finally:
            self._is_read = False

    def close(self) -> None:
        """Let others write."""
        self._connection = None
        self._opened.close()


OURS: ContextVar[OpenedOnce | None] = ContextVar("OURS", default=None)
"""Of the block that this context is in."""


def of(path: Path) -> OpenedOnce | None:
    """The file, if a block of this context is to open it once."""
    ours = OURS.get()
    return ours if ours is not None and ours.path == path.absolute() else None


@contextmanager
def block(path: Path) -> Iterator[None]:
    """A block of work that opens a file once."""
    ours = OpenedOnce(path)
    kept = OURS.set(ours)
    try:
        yield
    finally:
        OURS.reset(kept)
        ours.close()
