"""
Answers that were given, to be given again as long as the log is the same.

A page takes a tenth of a second or more to be worked out, nearly all of it to plan its queries, whoever asks for it.
What is asked for by several at once is worked out once; some are worked out at a time, so that each is done soon and a
writer gets its turn.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

import anyio

from timeline.language.written_times import today
from timeline.web.api.positions import stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from starlette.responses import Response

    from timeline.web.api.positions import Stamp

MOST_AT_ONCE = max(3, (os.cpu_count() or 1) + 1)
"""Answers that are worked out at a time."""

STALE_SECONDS = 10.0
"""While another is worked out, an answer may be that of a log that has grown since, for so long."""

MOST_BYTES = 64_000_000
"""Of all answers that are kept."""

LARGEST_BYTES = 2_000_000
"""Of one that is."""


class Kept(NamedTuple):
    """
    An answer that was given.

    Attributes:
        stamp: Of the log, and the day, before it was worked out.
        began: When that was, on a clock that only goes forward.
        answer: What is sent; nobody changes it.
    """

    stamp: tuple[Stamp, date]
    began: float
    answer: Response


class Answers:
    """The answers about one log, by their addresses."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = anyio.CapacityLimiter(MOST_AT_ONCE)
        self._kept: OrderedDict[bytes, Kept] = OrderedDict()
        self._running: dict[bytes, anyio.Event] = {}
        self._bytes = 0

    async def give(self, address: bytes, work: Callable[[], Response]) -> Response:
        """What *work* gives, which is only done where the log has changed since it was done for that address."""
        while True:
            stamp, began = (stamp_of(self._path), today()), monotonic()
            if (kept := self._kept.get(address)) is not None and self._is_good(kept, stamp, began):
                self._kept.move_to_end(address)
                return kept.answer
            if (running := self._running.get(address)) is None:
                break
            await running.wait()
        done = self._running[address] = anyio.Event()
        try:
            answer = await anyio.to_thread.run_sync(work, limiter=self._threads)
            self._keep(address, Kept(stamp, began, answer))
            return answer
        finally:
            del self._running[address]
            done.set()

    def _is_good(self, kept: Kept, stamp: tuple[Stamp, date], now: float) -> bool:
        is_busy = self._threads.borrowed_tokens > 0
        return kept.stamp == stamp or (is_busy and now - kept.began < STALE_SECONDS)

    def _keep(self, address: bytes, kept: Kept) -> None:
        """Keep it in place of an earlier one, and forget those that nobody asked for since longest."""
        if (earlier := self._kept.pop(address, None)) is not None:
            self._bytes -= len(earlier.answer.body)
        if len(kept.answer.body) > LARGEST_BYTES:
            return
        self._kept[address] = kept
        self._bytes += len(kept.answer.body)
        while self._bytes > MOST_BYTES:
            self._bytes -= len(self._kept.popitem(last=False)[1].answer.body)
