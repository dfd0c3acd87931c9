"""Tables of SQLite and DuckDB databases: an article a row, ``news.db::articles`` where there are several tables."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, BinaryIO

from timeline.readers._containers import on_disk
from timeline.readers._duckdb import BATCH, articles_of_table, first_line, in_memory, quoted
from timeline.readers._records import Columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Any

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".db", ".sqlite", ".sqlite3", ".duckdb")
ONLY_WHEN_NAMED = SUFFIXES
"""Beside articles in a folder stand databases that hold none, such as the log."""

SQLITE_MAGIC = b"SQLite format 3\0"
DUCKDB_MAGIC = b"DUCK"
DUCKDB_MAGIC_AT = 8
SQLITE_STEPS = 100_000
"""Steps of SQLite's machine after which it is asked whether it may go on."""
MAX_ASKED = 1000
"""How often it may go on between two batches of rows: a hundred million steps, some seconds."""


def looks_like(beginning: bytes) -> bool:
    """It begins with the mark of one of the two."""
    return beginning.startswith(SQLITE_MAGIC) or beginning[DUCKDB_MAGIC_AT:].startswith(DUCKDB_MAGIC)


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The articles of a table, row by row. Views are not read: what they are made of may be anything.

    Raises:
        InputError: It is neither database, has no such table or several and none is named, or no column of texts.
    """
    with on_disk(stream, context, suffix=".db") as path:
        with path.open("rb") as opened:
            beginning = opened.read(len(SQLITE_MAGIC))
        if beginning == SQLITE_MAGIC:
            yield from _sqlite(path, context)
        elif beginning[DUCKDB_MAGIC_AT:].startswith(DUCKDB_MAGIC):
            yield from _duckdb(path, context)
        else:
            raise context.error("is neither an SQLite nor a DuckDB database.")


def _duckdb(path: Path, context: InputContext) -> Iterator[Article | InputError]:
    with in_memory(context) as connection:
        connection.execute(f"attach {_text(str(path))} as given (read_only)")
        connection.execute("set enable_external_access = false")  # a computed column may name other files
        connection.execute("set lock_configuration = true")
        names = connection.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = 'given' order by all"
        ).fetchall()
        tables = {name if schema == "main" else f"{schema}.{name}": (schema, name) for schema, name in names}
        schema, name = tables[_chosen(list(tables), context)]
        yield from articles_of_table(connection, f"given.{quoted(schema)}.{quoted(name)}", context, {})


def _sqlite(path: Path, context: InputContext) -> Iterator[Article | InputError]:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            patience = _Patience(connection)
            connection.execute("pragma trusted_schema = off")
            connection.text_factory = lambda data: data.decode("utf-8", "replace")
            tables = connection.execute("select name from sqlite_schema where type = 'table' order by name")
            own = [name for (name,) in tables if not name.startswith("sqlite_")]
            table = quoted(_chosen(own, context))
            columns = Columns.of([row[1] for row in connection.execute(f"pragma table_xinfo({table})")], context)
            names = list(columns.names.values())
            found = connection.execute(f"select {', '.join(map(quoted, names))} from {table}")
            yield from columns.articles(names, enumerate(patience.rows(found), 1), context)
    except sqlite3.Error as error:
        raise context.error(f"cannot be read ({first_line(error)}).") from None


class _Patience:
    """Ends what SQLite counts for ever, as a computed column of a stranger's may: so many steps between two batches."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._asked = 0
        connection.set_progress_handler(self._is_at_end, SQLITE_STEPS)

    def rows(self, found: sqlite3.Cursor) -> Iterator[Sequence[Any]]:
        """Rows, a batch at a time."""
        while rows := found.fetchmany(BATCH):
            self._asked = 0
            yield from rows

    def _is_at_end(self) -> bool:
        self._asked += 1
        return self._asked > MAX_ASKED


def _chosen(tables: Sequence[str], context: InputContext) -> str:
    """
    The table that the caller named, or the only one.

    Raises:
        InputError: There is no such table, or there are several and none is named.
    """
    listed = ", ".join(tables[:20]) or "none"
    if context.table is not None and context.table not in tables:
        raise context.error(f"has no table {context.table}: it has {listed}.")
    if context.table is None and len(tables) != 1:
        raise context.error(f"has {len(tables)} tables, not one ({listed}): name it, as in FILE::TABLE.")
    return context.table or tables[0]


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
