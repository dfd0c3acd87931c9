"""Stop an extractor that takes too long for one article."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

T = TypeVar("T")

AGAIN_SECONDS = 1.0
"""So much later it is stopped once more, should it have caught what stopped it."""


class TookTooLong(TimeoutError):
    """An extractor took more CPU time than it may."""


class _Stop(BaseException):
    """Raised in the midst of an extractor; none that catches `Exception` goes on."""


def within(seconds: float | None, work: Callable[[], T]) -> T:
    """
    What some work gives, which may take so many CPU seconds of this process in user mode.

    A timer's signal stops it, for that also ends a regular expression that goes back and forth: one holds Python's
    lock until it is done, so another thread could never stop it. Signals reach the main thread only; in another
    thread, or where there are no such timers (Windows), nothing is limited.

    Raises:
        TookTooLong: It took more.
    """
    if seconds is None or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return work()
    running = True

    def stop(_signal: int, _frame: FrameType | None) -> None:
        if running:
            raise _Stop

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, max(seconds, 1e-6), AGAIN_SECONDS)
        try:
            return work()
        finally:
            running = False
    except _Stop:
        running = False
        raise TookTooLong from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
