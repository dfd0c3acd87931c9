"""A connection to a log: its file is attached to a database in memory, in which names mean what we say."""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Self
from weakref import WeakSet

import duckdb

from timeline import sql_files
from timeline.store.definitions import STORED, TABLES, definition, derived, reads

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

WORD = re.compile(r"\w+")


class Connection:
    """
    A connection to a log.

    The file is attached as ``stored`` and never searched for names: nothing that somebody put into it besides tables is
    executed, nor can it stand in for a function of DuckDB. Tables, views and macros that a statement reads are made in
    the temporary schema of this connection before it runs; what it writes to it has to name as ``stored.log``.
    """

    def __init__(self, database: duckdb.DuckDBPyConnection) -> None:
        self.database = database
        self._made: set[str] = set()
        self._kept: set[str] = set()
        self._taken: list[str] = []
        self._cursors = WeakSet[Connection]()
        self._executed: list[tuple[str, str, str, str, str | None]] | None = None

    @property
    def executed(self) -> list[tuple[str, str, str, str, str | None]]:
        """Tables, triggers and indexes in the file: kind, schema, name, DuckDB's wording, and a trigger's table."""
        if self._executed is None:
            sql = sql_files.find("catalogue", "executed").sql
            self._executed = self.database.execute(sql, {"file": STORED}).fetchall()
        return self._executed

    @property
    def tables(self) -> frozenset[str]:
        """Names of the tables in the file, which may lack some of ours and have others."""
        return frozenset(name for kind, schema, name, *_ in self.executed if (kind, schema) == ("table", "main"))

    def execute(
        self, statement: str | duckdb.Statement, values: Mapping[str, object] | Sequence[object] | None = None
    ) -> duckdb.DuckDBPyConnection:
        """Run a statement; returns what its rows are fetched from."""
        sql = statement if isinstance(statement, str) else statement.query
        if sql == "rollback":
            return self._roll_back()
        self.define(*reads(sql))
        return self.database.execute(statement, values)

    def _roll_back(self) -> duckdb.DuckDBPyConnection:
        """
        What was made is gone; a search path that failed work left behind would not be.

        Raises:
            TransactionException: There is no transaction, and nothing is gone.
        """
        self.database.execute("rollback")
        self.forget()
        return self.database.execute("use memory")

    def define(self, *keys: str) -> None:
        """Make names and what they read, where they are not made yet; keys as in `timeline.store.definitions`."""
        for key in keys:
            if key in self._made:
                continue
            self._made.add(key)
            if (made := definition(key)) is None or self._is_missing(key):
                continue
            try:
                self.define(*reads(made))
                self.database.execute(f"create or replace temp {made}")
            except BaseException:
                self._made.discard(key)
                raise

    def define_all(self, sql: str) -> None:
        """Make every name of ours that is a word of a statement, which may be written in any way."""
        for word in sorted(set(WORD.findall(sql.lower()))):
            with suppress(duckdb.Error):  # if it is asked, that will be said when the statement runs
                self.define(word, f"{word}()")

    def _is_missing(self, key: str) -> bool:
        """It is a table that the file has not, or not as a table: then nothing has that name."""
        return key not in self.tables and (key in TABLES or key in derived())

    def forget(self) -> None:
        """Make names again when they are needed next: tables were replaced, or what was made was rolled back."""
        self._made.clear()
        self._executed = None

    def look_again(self) -> None:
        """The file was attached anew, and may be another one: what was made stays if its tables are the same."""
        before, self._executed = self._executed, None
        if self._made and self.executed != before:
            self._made.clear()

    def tidy(self) -> None:
        """Of what was done with it nothing stays but the names that were made, and nobody reads by it any more."""
        for cursor in list(self._cursors):
            cursor.close()
        with suppress(duckdb.TransactionException):  # there is no transaction to end, as a rule
            self._roll_back()
        for name in list(self._kept):
            self.let_go(name)
        for name in self._taken:
            self.database.execute(f"detach {name}")
        self._taken.clear()

    def native(self, sql: str, values: Mapping[str, object]) -> duckdb.DuckDBPyRelation | None:
        """The answer to a query as DuckDB has it, to be handed over to another library."""
        self.define(*reads(sql))
        return self.database.sql(sql, params=values)

    def keep(self, name: str, sql: str, values: Mapping[str, object] | None = None) -> None:
        """Compute a relation once, as a temporary table that has this name, if need be a view's, until it is let go."""
        if name not in self._kept:
            self.database.execute(f"drop view if exists temp.{name}")
        self.execute(f"create or replace temp table {name} as {sql}", values)
        self._made.add(name)
        self._kept.add(name)

    def let_go(self, name: str) -> None:
        """Forget a relation that was kept; there may be none of that name."""
        self.execute(f"drop table if exists temp.{name}")
        self._made.discard(name)
        self._kept.discard(name)
        if definition(name) is not None:
            self._made &= self._kept  # what reads it is to read the view again

    @contextmanager
    def within_file(self) -> Iterator[None]:
        """Create what statements name in the file itself. Only for a file in which nothing is defined but by us."""
        for name in TABLES:  # a trigger would be one of the view
            self.database.execute(f"drop view if exists temp.{name}")
        self.database.execute(f"use {STORED}")
        yield
        self.database.execute("use memory")
        self.forget()

    def keep_definitions(self, path: Path, tables: Collection[str]) -> None:
        """Write views, macros and some tables of this log, without rows, into another file, which is new."""
        self.database.execute(f"attach {quoted(str(path))} as ready")
        self.database.execute(f"copy from database {STORED} to ready (schema)")
        sql = sql_files.find("catalogue", "executed").sql
        for kind, _, name, *_ in self.database.execute(sql, {"file": "ready"}).fetchall():
            if kind == "table" and name not in tables:
                self.database.execute(f"drop table ready.{name}")
        self.database.execute("detach ready")

    def take_definitions(self, path: Path) -> None:
        """
        Copy what another connection wrote so; nothing in the file of this log may have the names that are in it.

        Their file is removed, and read until this connection is closed: a transaction cannot end that.
        """
        name = f"ready_{path.name}"
        self.database.execute(f"attach {quoted(str(path))} as {name} (read_only)")
        path.unlink()
        self._taken.append(name)
        self.database.execute(f"copy from database {name} to {STORED} (schema)")
        self.forget()

    @property
    def description(self) -> list[tuple[Any, ...]]:
        """The columns of the answer to the last statement: name first; none if there is no answer."""
        return self.database.description or []

    def fetchall(self) -> list[tuple[Any, ...]]:
        """The rows of the answer to the last statement."""
        return self.database.fetchall()

    def fetchmany(self, size: int) -> list[tuple[Any, ...]]:
        """The next rows of the answer to the last statement."""
        return self.database.fetchmany(size)

    def appender(self, table: str) -> duckdb.Appender:
        """What puts rows into a table of the file quickly."""
        return self.database.appender(f"{STORED}.{table}")

    def cursor(self) -> Connection:
        """Another connection to the same file, with a transaction of its own."""
        cursor = Connection(self.database.cursor())
        self._cursors.add(cursor)
        return cursor

    def close(self) -> None:
        """Close it, with the last of its kind the file as well."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
