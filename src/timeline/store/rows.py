"""The answer to a query: named tuples, or a data frame of whichever library is there."""

from __future__ import annotations

from collections import namedtuple
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import duckdb

from timeline.errors import QueryError
from timeline.store import connections
from timeline.store.lock import WAIT
from timeline.store.opening import is_damage, is_too_large

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from timeline.store.connection import Connection

    Question = tuple[str, dict[str, object]]
    Ask = Callable[[str | None], Question]

Found = TypeVar("Found")
Answer: TypeAlias = tuple[tuple[str, ...], list[tuple[Any, ...]]]
"""Names of the columns, and the rows."""

MORE_STATEMENTS, MUCH_MORE = 3, 8
"""So many times as many statements as rows are wanted are folded at first, and so many times as many of them then."""

BEGINS = "coalesce(said_from, said_to)"
"""What rows are ordered by."""

PAGE_EVENTS = 20_000
"""Events that are looked at for a page; for the next one twice as many, while few of them are rows."""

LAST_POSITION = 2**63 - 1

NO_STATEMENT = "give one statement, not none."


class Rows:
    """
    The rows of a read-only query; it runs when they are first asked for, and once.

    Iterates over named tuples. `df`, `arrow` and `pl` hand over to pandas, pyarrow and polars, when installed, and run
    the query again in their own form.
    """

    def __init__(
        self, path: Path, sql: str, parameters: Mapping[str, object] | None = None, *, wait: float = WAIT
    ) -> None:
        self._path, self._sql, self._parameters, self._wait = path, sql, dict(parameters or {}), wait

    @cached_property
    def _answer(self) -> Answer:
        with connections.reading(self._path, wait=self._wait) as connection:
            try:
                return self._answered(connection)
            except duckdb.Error as error:
                if is_damage(error) or is_too_large(error):
                    raise
                raise self._refused(error) from error

    def _answered(self, connection: Connection) -> Answer:
        if self._run(connection, lambda: connection.execute(self._sql, self._parameters)) is None:
            raise QueryError(NO_STATEMENT)
        return tuple(column[0] for column in connection.description), connection.fetchall()

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self._answer[0]

    def __iter__(self) -> Iterator[Any]:
        row = namedtuple("Row", self.columns, rename=True)  # type: ignore[misc]  # noqa: PYI024 - columns are the query's
        return iter([row(*values) for values in self._answer[1]])

    def __len__(self) -> int:
        return len(self._answer[1])

    def dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        return [dict(zip(self.columns, values, strict=True)) for values in self._answer[1]]

    def df(self) -> Any:
        """The rows as a pandas data frame."""
        return self._native("df")

    def arrow(self) -> Any:
        """The rows as an Arrow table."""
        return self._native("to_arrow_table")

    def pl(self) -> Any:
        """The rows as a polars data frame."""
        return self._native("pl")

    def _native(self, form: str) -> Any:
        with connections.reading(self._path, wait=self._wait) as connection:
            try:
                if (found := self._run(connection, lambda: connection.native(self._sql, self._parameters))) is None:
                    raise QueryError(NO_STATEMENT)
                return getattr(found, form)()
            except duckdb.Error as error:
                if is_damage(error) or is_too_large(error):
                    raise
                raise self._refused(error) from error

    def _run(self, connection: Connection, ask: Callable[[], Found]) -> Found:
        """Ask; where a name is not known, once more when every name of ours that stands in the query was made."""
        try:
            return ask()
        except duckdb.CatalogException:
            connection.define_all(self._sql)
            return ask()

    def _refused(self, error: duckdb.Error) -> QueryError:
        """What DuckDB says; where it does not know a view, tables of another version may be why."""
        stale = f" If another version of timeline wrote {self._path}, run `timeline rebuild`."
        return QueryError(sentence(error) + (stale if isinstance(error, duckdb.CatalogException) else ""))


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

    def _answered(self, connection: Connection) -> Answer:
        sql, values = self._earliest
        time = (
            f"select cast({BEGINS} as varchar) from ({sql}\n) order by {BEGINS} limit 1 offset cast($passed_ as bigint)"
        )
        passed, begins_by = MORE_STATEMENTS * self._limit, ""
        while begins_by is not None:
            found = connection.execute(time, {**values, "passed_": passed}).fetchall()
            ((begins_by,),) = found or [(None,)]
            self._sql, self._parameters = self._ask(begins_by)
            answer = super()._answered(connection)
            if len(answer[1]) >= self._limit:
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

    def __init__(self, path: Path, sql: str, parameters: Mapping[str, object], *, wait: float = WAIT) -> None:
        """*sql* gives rows behind the position ``$after``, up to ``$up_to``."""
        super().__init__(path, sql, {**parameters, "up_to": LAST_POSITION}, wait=wait)

    def _page(self, after: int, up_to: int) -> Rows:
        return Rows(self._path, self._sql, {**self._parameters, "after": after, "up_to": up_to}, wait=self._wait)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self._page(LAST_POSITION, LAST_POSITION).columns

    def __iter__(self) -> Iterator[Any]:
        ((size,),) = Rows(self._path, "select coalesce(max(tree_size), 0) from heads", wait=self._wait)
        after, events = int(str(self._parameters["after"])), PAGE_EVENTS
        while after < size:
            page = self._page(after, min(after + events, size))
            yield from page
            after += events
            events = PAGE_EVENTS if 2 * len(page) > PAGE_EVENTS else 2 * events


def sentence(error: duckdb.Error) -> str:
    """What DuckDB says, without the query printed below it."""
    return str(error).split("\n\nLINE")[0].split("\n\n")[0].replace("\n", " ").strip()
