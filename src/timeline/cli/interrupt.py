"""Ctrl-C while a log is written: the articles being processed are committed first; a second one stops at once."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType

T = TypeVar("T")

STOPPING = b"timeline: stopping after the articles being processed; press Ctrl-C again to stop at once.\n"


class Interrupt:
    """
    A context in which the first Ctrl-C is only noted, and raises at the next `check`.

    Raised at once, it could hit DuckDB in the middle of a statement and become some other error.
    """

    def __init__(self) -> None:
        self._noted = False

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def check(self) -> None:
        """
        Stop if Ctrl-C was pressed.

        Raises:
            KeyboardInterrupt: It was.
        """
        if self._noted:
            raise KeyboardInterrupt

    def checked(self, items: Iterable[T]) -> Iterator[T]:
        """The items, with a check before each."""
        for item in items:
            self.check()
            yield item

    def _note(self, _signal: int, _frame: FrameType | None) -> None:
        self.check()
        self._noted = True
        with suppress(OSError):
            os.write(2, STOPPING)  # print could be in the middle of printing
