"""Answers of which no more is worked out, or held in memory, than is asked for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.store.lock import WAIT
from timeline.store.once import once
from timeline.store.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from timeline.store.connection import Connection
    from timeline.store.rows import Answer

    Question = tuple[str, dict[str, object]]
    Ask = Callable[[str | None], Question]

MORE_STATEMENTS, MUCH_MORE = 3, 8
"""So many times as many statements as rows are wanted are folded at first, and so many times as many of them then."""

BEGINS = "coalesce(said_from, said_to)"
"""What rows are ordered by."""

PAGE_EVENTS = 20_000
"""Events that are looked at for a page; for the next one twice as many, while few of them are rows."""

LAST_POSITION = 2**63 - 1


class FirstRows(Rows):
    """
    The first rows of what is folded, in the order of when it was said: no more is folded than they need.

    What is told again stands near what it repeats. So what was said by the time of the earliest statements, a few more
    than rows are wanted, is folded as a whole; where that are too few rows, what was said by a later time is.
    """

    def __init__(self, path: Path, ask: Ask, earliest: Question, limit: int, *, wait: float = WAIT) -> None:
        """*ask* gives the query for what began by a moment, or for all; *earliest* is that for statements, unfolded."""
        super().__init__(path, *ask(None), wait=wait)
        self._ask, self._earliest, self._limit = ask, earliest, limit

    def _answered(self, connection: Connection, most: int | None = None) -> Answer:
        sql, values = self._earliest
        time = (
            f"select cast({BEGINS} as varchar) from ({sql}\n) order by {BEGINS} limit 1 offset cast($passed_ as bigint)"
        )
        limit = self._limit if most is None else min(most, self._limit)
        passed, begins_by = MORE_STATEMENTS * limit, ""
        while begins_by is not None:
            found = connection.execute(time, {**values, "passed_": passed}).fetchall()
            ((begins_by,),) = found or [(None,)]
            self._sql, self._parameters = self._ask(begins_by)
            answer = super()._answered(connection, most)
            if len(answer[1]) >= limit:
                break
            passed *= MUCH_MORE
        return answer

    def _native(self, form: str) -> Any:
        self._answer  # noqa: B018 - which finds what is to be folded
        return super()._native(form)


class PagedRows(Rows):
    """
    Rows of events in the order of their positions, fetched some at a time.

    However many there are, they take little memory, and the file is free between two pages: no writer waits for a
    slow reader. What is recorded after the first page is not among them.
    """

    def __init__(
        self,
        path: Path,
        sql: str,
        parameters: Mapping[str, object],
        *,
        wait: float = WAIT,
        first: Callable[[int], Rows] | None = None,
    ) -> None:
        """*sql* gives rows behind the position ``$after``, up to ``$up_to``."""
        super().__init__(path, sql, {**parameters, "up_to": LAST_POSITION}, wait=wait, first=first)

    def _page(self, after: int, up_to: int) -> Rows:
        return Rows(self._path, self._sql, {**self._parameters, "after": after, "up_to": up_to}, wait=self._wait)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self._columns

    @once
    def _columns(self) -> tuple[str, ...]:
        return self._page(LAST_POSITION, LAST_POSITION).columns

    def __iter__(self) -> Iterator[Any]:
        ((size,),) = Rows(self._path, "select coalesce(max(tree_size), 0) from heads", wait=self._wait)
        after, events = int(str(self._parameters["after"])), PAGE_EVENTS
        while after < size:
            page = self._page(after, min(after + events, size))
            yield from page
            after += events
            events = PAGE_EVENTS if 2 * len(page) > PAGE_EVENTS else 2 * events

    def __len__(self) -> int:
        return int(Rows(self._path, f"select count(*) from ({self._sql}\n)", self._parameters, wait=self._wait)[0][0])

    def _cut(self, place: slice) -> list[tuple[Any, ...]]:
        start, stop, step = place.start or 0, place.stop, place.step or 1
        if stop is None or min(start, stop, step) < 0:
            return list(self)[place]
        return list(islice(self, start, stop, step))
