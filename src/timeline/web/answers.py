"""
Answers that were given, to be given again as long as the log is the same.

A page takes a tenth of a second or more to be worked out, nearly all of it to plan its queries, whoever asks for it.
What is asked for by several at once is worked out once; few are worked out at a time, so that each is done soon and a
writer gets its turn. Nobody of a crowd waits: each is given what there is, and behind them one after the other is
worked out anew, the oldest first.
"""

from __future__ import annotations

import asyncio
import math
import os
from collections import OrderedDict, deque
from contextlib import suppress
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

    State = tuple[Stamp, date]

MOST_AT_ONCE = max(2, os.cpu_count() or 1)
"""Answers that are worked out at a time."""

STALE_SECONDS = 30.0
"""While another is worked out, and for a crowd, an answer may be that of a log that has grown since, so long ago."""

MOST_STATES = 1000
"""Of the log, of which it is known when each was seen last."""

CROWD, CROWD_SECONDS = 32, 2.0
"""So many who ask within so many seconds are a crowd."""

MOST_BYTES = 64_000_000
"""Of all answers that are kept."""

LARGEST_BYTES = 2_000_000
"""Of one that is."""


class Kept(NamedTuple):
    """
    An answer that was given.

    Attributes:
        state: Of the log, and the day, before it was worked out.
        answer: What is sent; nobody changes it.
    """

    state: State
    answer: Response


class Outdated(NamedTuple):
    """An answer that was given although the log has grown since: when that had not yet, and what works it out."""

    seen: float
    work: Callable[[], Response]


class Answers:
    """The answers about one log, by their addresses."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = anyio.CapacityLimiter(MOST_AT_ONCE)
        self._kept: OrderedDict[bytes, Kept] = OrderedDict()
        self._running: dict[bytes, anyio.Event] = {}
        self._seen: OrderedDict[State, float] = OrderedDict()
        self._asked: deque[float] = deque(maxlen=CROWD)
        self._outdated: dict[bytes, Outdated] = {}
        self._renewing: asyncio.Task[None] | None = None
        self._bytes = 0

    async def give(self, address: bytes, work: Callable[[], Response]) -> Response:
        """What *work* gives, which is only done where the log has changed since it was done for that address."""
        self._asked.append(monotonic())
        while True:
            state, now = self._state(), monotonic()
            if (kept := self._kept.get(address)) is not None and self._is_good(kept, state, now):
                self._kept.move_to_end(address)
                if kept.state != state and self._is_asked_by_a_crowd(now):
                    self._renew(address, Outdated(self._seen[kept.state], work))
                return kept.answer
            if (running := self._running.get(address)) is None:
                return await self._work_out(address, work)
            await running.wait()

    def _state(self) -> State:
        """Of the log, as it is now; it is noted when that was seen."""
        state = (stamp_of(self._path), today())
        self._seen[state] = monotonic()
        self._seen.move_to_end(state)
        if len(self._seen) > MOST_STATES:
            self._seen.popitem(last=False)
        return state

    async def _work_out(self, address: bytes, work: Callable[[], Response]) -> Response:
        state = self._state()
        done = self._running[address] = anyio.Event()
        try:
            answer = await anyio.to_thread.run_sync(work, limiter=self._threads)
            self._keep(address, Kept(state, answer))
            return answer
        finally:
            del self._running[address]
            done.set()

    def _renew(self, address: bytes, outdated: Outdated) -> None:
        """Have an answer worked out anew behind those who are given the outdated one."""
        self._outdated[address] = outdated
        if self._renewing is None or self._renewing.done():
            self._renewing = asyncio.create_task(self._renew_all())

    async def _renew_all(self) -> None:
        while self._outdated:
            address = min(self._outdated, key=lambda each: self._outdated[each].seen)
            outdated = self._outdated.pop(address)
            if address not in self._running:
                with suppress(Exception):  # who asks next and has to wait is told
                    await self._work_out(address, outdated.work)

    def _is_good(self, kept: Kept, state: State, now: float) -> bool:
        if kept.state == state:
            return True
        is_busy = bool(self._running) or self._is_asked_by_a_crowd(now)
        return is_busy and now - self._seen.get(kept.state, -math.inf) < STALE_SECONDS

    def _is_asked_by_a_crowd(self, now: float) -> bool:
        return len(self._asked) == CROWD and now - self._asked[0] < CROWD_SECONDS

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
