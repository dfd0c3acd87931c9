"""
What names mean in SQL that is asked of a log: the tables of its file, and our views and macros over them.

They are made in the connection that asks, as far as a statement needs them, from the files in ``queries/``. The views
and macros in a log's file are for people who open it with a DuckDB of their own; here they are never looked at, since
anybody can have written them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline import sql_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.sql_files import Query

STORED = "stored"
"""The name under which a log's file is attached; a statement that writes has to say it."""

TABLES = frozenset(("meta", "log", "heads", "revisions", "streams", "batches", "guard"))
"""Tables of the log itself; those that follow from it are named by the projections."""

COMMENT = re.compile(r"--.*")
RELATION = re.compile(r"\b(?:from|join)\s+\"?(\w+)(?![\w.]|\"?\s*\()")
TABLE_MACRO = re.compile(r"\b(?:from|join)\s+(\w+)\s*\(")
MACRO = re.compile(r"\b(\w+)\(")
COMMON = re.compile(r"\b(\w+) as (?:not )?(?:materialized )?\(")
"""A common table expression, which is what its name means in its statement."""
PLACEHOLDER = re.compile(r"\$(\w+)")
IN_FILE = 2
"""Version of how `definition_in_file` words the queries: files by another one get them anew."""
CLOCK_PARAMETERS = "p_as_of := null, p_reported_until := null"
CLOCK_ARGUMENTS = "(p_as_of := $as_of, p_reported_until := $reported_until)"
"""What a view hands on to another one. Without a moment it is left out: the plain view takes half the time to plan."""


@lru_cache(maxsize=256)
def reads(sql: str) -> tuple[str, ...]:
    """What a statement may read: relations by name, table macros and macros with ``()`` behind it, in lower case."""
    plain = COMMENT.sub("", sql).lower()
    macros = dict.fromkeys(f"{name}()" for name in (*TABLE_MACRO.findall(plain), *MACRO.findall(plain)))
    relations = dict.fromkeys(RELATION.findall(plain)).keys() - set(COMMON.findall(plain))
    return (*relations, *macros)


def definition(key: str, tables: str = f"{STORED}.") -> str | None:
    """
    What stands behind ``create or replace`` and makes a name, or None if it is none of ours.

    Args:
        key: A relation's name, or that of a macro with ``()`` behind it.
        tables: What stands before the names of tables.
    """
    name = key.removesuffix("()")
    is_macro = name != key
    if is_macro and (query := sql_files.load("macros").get(name)):
        return f"macro {query.value('macro')} as ({query.sql})"
    if name in TABLES:
        return None if is_macro else f"view {name} as from {tables}{name}"
    if query := sql_files.load("projections").get(name):
        return _of_projection(query, tables, is_macro=is_macro)
    if query := sql_files.load("views").get(name):
        return _macro(query) if is_macro else _view(query)
    if not is_macro and name in derived():
        return f"view {name} as from {tables}{name}"
    return None


def definition_in_file(key: str) -> str | None:
    """
    As `definition`, for the file of a log itself, which has each query once.

    A view there is its macro without arguments: to read a hundred queries takes longer than to open the file.
    """
    if key in sql_files.load("views"):
        return f"view {key} as from {key}()"
    return definition(key, tables="")


def derived() -> list[str]:
    """Names of the tables that follow from the log: those of the projections, and what links are looked up in."""
    return [*histories(), *sql_files.load("indexes")]


def histories() -> list[str]:
    """Names of the tables of the projections."""
    return [query.value("history") for query in sql_files.load("projections").values()]


def every_key() -> Iterator[str]:
    """Every name that is to be had in SQL, besides tables, each after those that it reads."""
    for query in sql_files.in_order("macros"):
        yield f"{query.name}()"
    for query in (*sql_files.load("projections").values(), *sql_files.in_order("views")):
        yield f"{query.name}()"
        yield query.name


def _of_projection(query: Query, tables: str, *, is_macro: bool) -> str:
    """What is valid now, or of what had been printed then what was valid then."""
    printed = "reported_at, reported_to" if "reported_at" in query.column_notes else "null, null"
    clocks = "p_as_of, p_reported_until" if is_macro else "null, null"
    valid = f"from {tables}{query.value('history')} where was_valid(recorded_from, recorded_to, {printed}, {clocks})"
    return (
        f"macro {query.name}({CLOCK_PARAMETERS}) as table select * {valid}"
        if is_macro
        else f"view {query.name} as select * {valid}"
    )


def _macro(query: Query) -> str:
    """A view with the parameters of its header: ``$since`` is ``p_since``."""
    parameters = ", ".join(f"p_{each.name} := {each.default}" for each in query.parameters)
    body = PLACEHOLDER.sub(r"p_\1", query.sql)
    return f"macro {query.name}({parameters}) as table {body}"


def _view(query: Query) -> str:
    defaults = {each.name: f"cast({each.default} as {each.type})" for each in query.parameters}
    plain = query.sql.replace(CLOCK_ARGUMENTS, "")
    return f"view {query.name} as {PLACEHOLDER.sub(lambda found: defaults[found[1]], plain)}"
