"""This file makes the named views, their macros by the clocks, and runs a view with parameters."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.errors import QueryError
from timeline.model.moments import moment, utc

if TYPE_CHECKING:
    import duckdb


PLACEHOLDER = re.compile(r"\$(\w+)")
CLOCKS = "p_as_of := null, p_reported_until := null"
ASKED = "(p_as_of := $as_of, p_reported_until := $reported_until)"
"""How a view asks another one by the clocks; asked by none, it is the plain view, which takes half the time to plan."""

MOMENTS = frozenset(("after", "as_of", "printed_after", "reported_until", "told"))
"""Parameters that are a day, which means its end, or a moment."""


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """
    Make macros and views.

    For a projection: ``name`` (what holds now) and ``name(p_as_of := ..., p_reported_until := ...)`` (what held then,
    of what had been printed); for a view the same with all parameters of its header, ``$since`` becoming ``p_since``.
    """
    for query in sql_files.in_order("macros"):
        connection.execute(f"create or replace macro {query.value('macro')} as ({query.sql})")
    for query in sql_files.load("projections").values():
        history = f"from {query.value('history')} where"
        printed = "reported_at, reported_to" if "reported_at" in query.column_notes else "null, null"
        held = f"held(recorded_from, recorded_to, {printed}, {{}}, {{}})"
        connection.execute(
            f"create or replace macro {query.name}({CLOCKS}) as table"
            f" select * {history} {held.format('p_as_of', 'p_reported_until')}"
        )
        connection.execute(f"create or replace view {query.name} as select * {history} {held.format('null', 'null')}")
    for query in sql_files.in_order("views"):
        parameters = ", ".join(f"p_{each.name} := {each.default}" for each in query.parameters)
        body = PLACEHOLDER.sub(r"p_\1", query.sql)
        connection.execute(f"create or replace macro {query.name}({parameters}) as table {body}")
        defaults = {each.name: f"cast({each.default} as {each.type})" for each in query.parameters}
        body = PLACEHOLDER.sub(lambda found, values=defaults: values[found[1]], query.sql)  # type: ignore[misc]
        connection.execute(f"create or replace view {query.name} as {body}")


def drop(connection: duckdb.DuckDBPyConnection) -> None:
    """Remove the views and macros of the projections, so that their tables can be made anew."""
    for name in [
        query.name for query in (*reversed(sql_files.in_order("views")), *sql_files.load("projections").values())
    ]:
        connection.execute(f"drop view if exists {name}")
        connection.execute(f"drop macro table if exists {name}")


def prepare(name: str, parameters: dict[str, object]) -> tuple[str, dict[str, Any]]:
    """
    The statement of a view and its values, ready to run; what is not given, or None, is what the header says.

    Raises:
        NotFound: No such view.
        QueryError: No such parameter.
    """
    query = sql_files.find("views", name)
    known = {each.name: each.type for each in query.parameters}
    if unknown := sorted(parameters.keys() - known.keys()):
        raise QueryError(f"{name} has no parameter {unknown[0]!r}; it has {', '.join(known)}.")
    given = {name: _value(name, value, known[name]) for name, value in parameters.items() if value is not None}
    values = {each.name: f"${each.name}" if each.name in given else each.default for each in query.parameters}
    text = query.sql if given.keys() & {"as_of", "reported_until"} else query.sql.replace(ASKED, "")
    sql = PLACEHOLDER.sub(lambda found: f"cast({values[found[1]]} as {known[found[1]]})", text)
    used = set(PLACEHOLDER.findall(text))
    return sql, {name: value for name, value in given.items() if name in used}


def _value(name: str, value: object, kind: str) -> object:
    """A value as DuckDB wants it: one text for a list, a moment as a day or in UTC."""
    if kind.endswith("[]") and isinstance(value, str):
        return [value]
    if kind.endswith("[]") and isinstance(value, tuple):
        return list(value)
    if name in MOMENTS and kind == "varchar" and isinstance(value, str | date):
        return moment_text(value)
    return value


def moment_text(value: str | date | None) -> str | None:
    """
    A day or moment as the macro ``moment`` reads it, in UTC; no moment stays none.

    Raises:
        QueryError: The text is neither.
    """
    if value is None:
        return None
    try:
        read = moment(value)
    except ValueError:
        raise QueryError(f"{value!r} is no day or moment: write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS.") from None
    return str(utc(read)) if isinstance(read, datetime) else str(read)
