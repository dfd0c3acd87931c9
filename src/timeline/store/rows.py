"""The answer to a query: named tuples, or a data frame of whichever library is there."""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, overload

import duckdb

from timeline.errors import QueryError, TimelineError
from timeline.extras import need
from timeline.model.visible_text import one_line
from timeline.plugins import lazy_module
from timeline.store import connections
from timeline.store.lock import WAIT
from timeline.store.once import once
from timeline.store.opening import is_damage, is_too_large

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from timeline.store import row_display
    from timeline.store.connection import Connection
else:
    row_display = lazy_module("timeline.store.row_display")

Found = TypeVar("Found")
Answer: TypeAlias = tuple[tuple[str, ...], list[tuple[Any, ...]]]
"""Names of the columns, and the rows."""

NO_STATEMENT = "give one statement, not none."


class Rows:
    """
    The rows of a read-only query; it runs when they are first asked for, and once.

    Named tuples, by iterating, by index and by slice. `df`, `arrow` and `pl` hand over to pandas, pyarrow and polars,
    when installed, and run the query again in their own form. To be shown, only the first rows are asked for.
    """

    def __init__(
        self,
        path: Path,
        sql: str,
        parameters: Mapping[str, object] | None = None,
        *,
        wait: float = WAIT,
        first: Callable[[int], Rows] | None = None,
    ) -> None:
        """*first* gives so many first rows for less than the query takes."""
        self._path, self._sql, self._parameters, self._wait = path, sql, dict(parameters or {}), wait
        self._first = first

    @once
    def _answer(self) -> Answer:
        return self._asked(None)

    def _asked(self, most: int | None) -> Answer:
        with connections.reading(self._path, wait=self._wait) as connection:
            try:
                return self._answered(connection, most)
            except duckdb.Error as error:
                if is_damage(error) or is_too_large(error):
                    raise
                raise self._refused(error) from error

    def _answered(self, connection: Connection, most: int | None = None) -> Answer:
        """All rows, or the first."""
        if self._run(connection, lambda: connection.execute(self._sql, self._parameters)) is None:
            raise QueryError(NO_STATEMENT)
        names = tuple(column[0] for column in connection.description)
        return names, connection.fetchall() if most is None else connection.fetchmany(most)

    def _beginning(self, most: int) -> Answer:
        """The first rows; the query is not run to its end for them."""
        if "_answer" in self.__dict__:
            return self.columns, self._answer[1][:most]
        if self._first is None:
            return self._asked(most)
        found = self._first(most)
        return found.columns, list(found)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self._answer[0]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._named(self._answer[1]))

    def __len__(self) -> int:
        return len(self._answer[1])

    @overload
    def __getitem__(self, place: int) -> Any: ...

    @overload
    def __getitem__(self, place: slice) -> Rows: ...

    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice):
            return SomeRows(self._path, lambda: (self.columns, self._cut(place)), self._native, place)
        if found := self._cut(slice(place, place + 1 or None)):
            return self._named(found)[0]
        raise IndexError(f"no row {place}: there are {len(self):,}.")

    def __repr__(self) -> str:
        return self._shown(row_display.as_text, row_display.TEXT_ROWS)

    def _repr_html_(self) -> str:
        return self._shown(row_display.as_html, row_display.HTML_ROWS)

    def _shown(self, form: Callable[[Sequence[str], Sequence[Sequence[Any]], str], str], most: int) -> str:
        """The first rows in a form; what refuses the query is shown in their place."""
        try:
            names, rows = self._beginning(most + 1)
        except TimelineError as error:
            return form((), (), one_line(str(error)))
        total = len(self) if "_answer" in self.__dict__ else None
        counted = row_display.counted(len(rows[:most]), total, more=len(rows) > most)
        return form(names, rows[:most], counted)

    def _named(self, rows: list[tuple[Any, ...]]) -> list[Any]:
        row = namedtuple("Row", self.columns, rename=True)  # type: ignore[misc]  # noqa: PYI024 - columns are the query's
        return [row(*values) for values in rows]

    def _cut(self, place: slice) -> list[tuple[Any, ...]]:
        return self._answer[1][place]

    def dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries."""
        return [dict(zip(self.columns, values, strict=True)) for values in self._answer[1]]

    def df(self) -> Any:
        """
        The rows as a pandas data frame.

        Raises:
            MissingExtra: pandas is not installed.
        """
        need("pandas", extra="pandas", task="a pandas data frame")
        return self._native("df")

    def arrow(self) -> Any:
        """
        The rows as an Arrow table.

        Raises:
            MissingExtra: pyarrow is not installed.
        """
        need("pyarrow", extra="arrow", task="an Arrow table")
        return self._native("to_arrow_table")

    def pl(self) -> Any:
        """
        The rows as a polars data frame.

        Raises:
            MissingExtra: polars, or pyarrow, by which it gets them, is not installed.
        """
        for module in ("polars", "pyarrow"):
            need(module, extra="polars", task="a polars data frame")
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


class SomeRows(Rows):
    """A slice of rows."""

    def __init__(self, path: Path, cut: Callable[[], Answer], native: Callable[[str], Any], place: slice) -> None:
        """*cut* gives the rows, *native* all rows in a form of another library."""
        super().__init__(path, "")
        self._cut_out, self._whole, self._place = cut, native, place

    @once
    def _answer(self) -> Answer:
        return self._cut_out()

    def _beginning(self, most: int) -> Answer:
        return self.columns, self._answer[1][:most]

    def _native(self, form: str) -> Any:
        whole = self._whole(form)
        places = range(len(whole))[self._place]
        if form == "df":
            return whole.iloc[places].reset_index(drop=True)
        return whole.take(list(places)) if form == "to_arrow_table" else whole[places]


def sentence(error: duckdb.Error) -> str:
    """What DuckDB says, without the query printed below it."""
    return str(error).split("\n\nLINE")[0].split("\n\n")[0].replace("\n", " ").strip()
