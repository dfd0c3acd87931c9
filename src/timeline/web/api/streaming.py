"""The log as server-sent events: who listens is told of each event when it is recorded."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any

import anyio
from starlette.exceptions import HTTPException
from starlette.responses import StreamingResponse

from timeline.errors import LogLocked, NotFound, QueryError
from timeline.json_text import json_text
from timeline.log.subscription import BATCH_EVENTS, POLL_SECONDS
from timeline.web.api.positions import Positions

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping

    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

    from timeline.api.timeline import Timeline

MEDIA_TYPE = "text/event-stream"

MOST_LISTENERS = 32
"""At once; who comes later is told to come back."""

MOST_LOOKING = 4
"""Threads that look for new events, of however many listeners."""

HEARTBEAT_SECONDS = 15
"""Between two lines, so that nobody in between takes a quiet log for a dead connection."""

FIELDS = frozenset(("after", "type", "article"))
"""What a stream can be asked: as `timeline log --follow`."""

LAST_POSITION = 2**63 - 1


class Listeners:
    """Who listens to a log."""

    def __init__(self, log: Timeline) -> None:
        self._log = log
        self._positions = Positions(log.path, log.wait)
        self._threads = anyio.CapacityLimiter(MOST_LOOKING)
        self.count = 0
        self._ended = False

    def end(self) -> None:
        """Say no more: the server stops."""
        self._ended = True

    def answer(self, request: Request, values: Mapping[str, Any]) -> EventStream:
        """
        All that is recorded behind a position, from the last one that a listener who comes back was told of.

        Raises:
            QueryError: Something that only a page can be asked, or the last position is none.
            HTTPException: There are as many listeners as there may be.
        """
        if other := sorted(values.keys() - FIELDS):
            raise QueryError(f"a stream waits for new events: leave out {other[0]}.")
        after = _last_told(request.headers.get("last-event-id"), values.get("after", 0))
        if self.count >= MOST_LISTENERS:
            raise HTTPException(503, f"{MOST_LISTENERS} listen already: come back later, or read pages.")
        wanted = {name: value for name, value in values.items() if name != "after"}
        return EventStream(self._told(request, after, wanted), self._seat)

    @contextmanager
    def _seat(self) -> Iterator[None]:
        self.count += 1
        try:
            yield
        finally:
            self.count -= 1

    async def _told(self, request: Request, after: int, wanted: Mapping[str, Any]) -> AsyncIterator[str]:
        """Events with their positions as ids; lines without data say how far the log was read, where that is all."""
        yield f": the log behind {after}\n\n"
        spoken = monotonic()
        while not (self._ended or await request.is_disconnected()):
            try:
                newest = (await self._looked(self._positions.newest)).position
                up_to = min(after + BATCH_EVENTS, newest)
                rows = await self._looked(partial(self._rows, after, up_to, wanted)) if up_to > after else []
            except LogLocked:  # a long commit: what it records is told behind it
                newest, up_to, rows = after, after, []
            except NotFound:
                return
            for row in rows:
                yield f"id: {row['position']}\ndata: {json_text(row)}\n\n"
            if rows or monotonic() - spoken > HEARTBEAT_SECONDS:
                yield f": {up_to}\nid: {max(after, up_to)}\n\n"
                spoken = monotonic()
            after = max(after, up_to)
            if after >= newest:
                await anyio.sleep(POLL_SECONDS)

    async def _looked(self, look: Callable[[], Any]) -> Any:
        return await anyio.to_thread.run_sync(look, limiter=self._threads)

    def _rows(self, after: int, up_to: int, wanted: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Events between two positions; the file is closed when they are read."""
        return self._log.run("events", after=after, up_to=up_to, **wanted).dicts()


class EventStream(StreamingResponse):
    """An answer that goes on until its reader leaves, who takes up a seat as long."""

    def __init__(self, told: AsyncIterator[str], seat: Callable[[], Any]) -> None:
        super().__init__(told, media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        self._seat = seat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        with self._seat():
            await super().__call__(scope, receive, send)


def is_wanted(request: Request) -> bool:
    """Who asks says that they take events."""
    accepted = request.headers.get("accept", "").lower().split(",")
    return any(each.partition(";")[0].strip() == MEDIA_TYPE for each in accepted)


def _last_told(header: str | None, after: int) -> int:
    """
    The position that a listener was told of last.

    Raises:
        QueryError: What the header says is none.
    """
    if not header:
        return after
    if not (header.isascii() and header.isdigit() and len(header) < 20 and int(header) <= LAST_POSITION):
        raise QueryError("Last-Event-ID is the position of an event, as a stream gave it.")
    return int(header)
