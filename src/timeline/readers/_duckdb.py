"""Read files of others with DuckDB: with little memory, and nothing of theirs is executed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from timeline.plugins import lazy_module
from timeline.readers._records import Columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.readers import InputContext
else:
    duckdb = lazy_module("duckdb")

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "1GB",
    "threads": 1,
    "temp_directory": "",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}
BATCH = 64
"""Rows that are fetched at a time: texts may be long."""


@contextmanager
def in_memory(context: InputContext) -> Iterator[duckdb.DuckDBPyConnection]:
    """
    A database in memory, closed at the end.

    Raises:
        InputError: What DuckDB raised, in its own words.
    """
    with duckdb.connect(config=SETTINGS) as connection:
        try:
            yield connection
        except duckdb.Error as error:
            raise context.error(f"cannot be read ({first_line(error)}).") from None


def articles_of_table(
    connection: duckdb.DuckDBPyConnection, table: str, context: InputContext, parameters: dict[str, Any]
) -> Iterator[Article | InputError]:
    """
    The articles of a table, or of what stands for one in SQL; rows are numbered from 1.

    Raises:
        InputError: It has no column of texts.
    """
    described = connection.execute(f"select * from {table} limit 0", parameters).description
    columns = Columns.of([column[0] for column in described], context)
    names = list(columns.names.values())
    found = connection.execute(f"select {', '.join(map(quoted, names))} from {table}", parameters)
    yield from columns.articles(names, enumerate(_rows(found), 1), context)


def _rows(found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := found.fetchmany(BATCH):
        yield from rows


def quoted(name: str) -> str:
    """A name as SQL writes it, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


def first_line(error: Exception) -> str:
    """What an error says in its first line, without a full stop."""
    return str(error).partition("\n")[0].rstrip(".")
