"""What is defined in a log's file: tables, and whatever else somebody put there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from timeline import sql_files
from timeline.errors import LogFormatError
from timeline.store.definitions import STORED, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from timeline.store.connection import Connection

TRIGGERS = ("refuse_update", "refuse_delete")
OF_FORMAT_2 = frozenset(("batches",))
"""Tables that older files get when they are first written to."""

COMPUTED = re.compile(r"\b(?:generated always|default|check|references)\b", re.IGNORECASE)
"""What DuckDB works out when rows of a table are read or written."""

COMMENT = re.compile(r"--.*")
QUOTED_WORD = re.compile(r'"(\w+)"')
SPELLING = re.compile(r"[\s;]")
"""Where our statements and DuckDB's wording of them differ: comments, quoted words, blanks."""

EXCLUDED = re.compile(r"(?<=EXCLUDE \()[^()]*(?=\))")
"""DuckDB tells the columns that a ``*`` leaves out in any order."""


class Definition(NamedTuple):
    """
    A thing in a file that has a name.

    Attributes:
        kind: ``table``, ``view``, ``macro``, ``table macro``, ``trigger``, ``index``, ``sequence``, ``type`` or
            ``schema``.
        schema, name: Where it stands and what it is called; two macros may share a name.
        sql: What it is, in DuckDB's words.
        table: The one that a trigger belongs to.
    """

    kind: str
    schema: str
    name: str
    sql: str
    table: str | None

    def __str__(self) -> str:
        return (
            f"{self.kind} {self.name}"
            if self.schema in ("main", self.name)
            else f"{self.kind} {self.schema}.{self.name}"
        )

    @property
    def place(self) -> tuple[str, str, str]:
        """What no other thing of the file has."""
        return self.kind, self.schema, self.name

    @property
    def removal(self) -> str:
        """The statement that takes it out of a file."""
        place = f"{STORED}.{_quoted(self.schema)}"
        name = _quoted(self.name)
        if self.kind == "trigger":
            return f"drop trigger {name} on {place}.{_quoted(self.table or '')}"
        if self.kind == "schema":
            return f"drop schema {place} cascade"
        return f"drop {'macro table' if self.kind == 'table macro' else self.kind} if exists {place}.{name}"


def read(connection: Connection) -> list[Definition]:
    """Everything that is defined in the file, in an order in which it can be removed."""
    rows = connection.execute(sql_files.find("catalogue", "definitions").sql, {"file": STORED}).fetchall()
    return [Definition(*row)._replace(sql=steady(row[3])) for row in rows]


def check(connection: Connection, path: Path) -> None:
    """
    Refuse a file with tables that are not ours to read, or in which writing would execute something.

    Raises:
        LogFormatError: A table of the log is missing or another one than ours, one is computed, or there is an index or
            a trigger that is not ours; one of them is named.
    """
    found = [Definition(*row) for row in connection.executed]
    if foreign := [each for each in found if not _is_harmless(each)]:
        raise LogFormatError(
            f"{path}: the {foreign[0]} in it is not of timeline's making: `timeline verify` says more."
        )
    if missing := sorted(TABLES - OF_FORMAT_2 - connection.tables):
        raise LogFormatError(f"{path} is no whole log, it has no table {missing[0]}: `timeline verify` says more.")


def remove(connection: Connection, found: Iterable[Definition]) -> None:
    """Take things out of the file, in the order in which `read` gives them."""
    for each in found:
        connection.execute(each.removal)


def has_tables(connection: Connection) -> bool:
    """The tables of the log are there, and none that has the name of one is another than ours."""
    ours = {name for name in TABLES if has_ours(connection, name)}
    return ours >= TABLES - OF_FORMAT_2 and ours >= TABLES & connection.tables


def has_ours(connection: Connection, name: str) -> bool:
    """A table of the log is there, and ours."""
    return any(
        (each.kind, each.name) == ("table", name) and _is_ours(each)
        for each in (Definition(*row) for row in connection.executed)
    )


def _is_harmless(found: Definition) -> bool:
    """A table, trigger or index does what ours does, or is a table that only holds rows."""
    if found.schema == "main" and found.name in TABLES:
        return _is_ours(found)
    return _is_ours(found) or (found.kind == "table" and not COMPUTED.search(found.sql))


def _is_ours(found: Definition) -> bool:
    return found.schema == "main" and _spelled(found.sql) in _ours()


def _ours() -> frozenset[str]:
    """How DuckDB words the statements that make the tables and triggers of the log, but for blanks."""
    return _wordings(tuple(sql_files.find("log", name).sql for name in (*TABLES, *TRIGGERS)))


@cache
def _wordings(statements: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_spelled(COMMENT.sub("", sql)) for sql in statements)


def steady(sql: str) -> str:
    """DuckDB's wording, with what it tells in any order in one order."""
    return EXCLUDED.sub(_sorted, sql)


def _sorted(columns: re.Match[str]) -> str:
    return ", ".join(sorted(columns[0].split(", ")))


def _spelled(sql: str) -> str:
    return SPELLING.sub("", QUOTED_WORD.sub(r"\1", sql)).lower()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
