"""The named views and projections in SQL: create them, and bind a view's parameters."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.errors import QueryError
from timeline.model.moments import naive_utc, parse_moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    import duckdb


PLACEHOLDER = re.compile(r"\$(\w+)")
CLOCK_PARAMETERS = "p_as_of := null, p_reported_until := null"
CLOCK_ARGUMENTS = "(p_as_of := $as_of, p_reported_until := $reported_until)"
"""What a view hands on to another one. Without a moment it is left out: the plain view takes half the time to plan."""

MOMENT_PARAMETERS = frozenset(("after", "as_of", "printed_after", "recorded_after", "reported_until"))
"""Parameters that are a moment, or a day, which means its end."""


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """
    Make macros and views.

    For a projection: ``name`` (what is valid now) and ``name(p_as_of := ..., p_reported_until := ...)`` (what was valid
    then, of what had been printed); for a view the same with all parameters of its header: ``$since`` is ``p_since``.
    """
    for query in sql_files.in_order("macros"):
        connection.execute(f"create or replace macro {query.value('macro')} as ({query.sql})")
    for query in sql_files.load("projections").values():
        history = f"from {query.value('history')} where"
        printed = "reported_at, reported_to" if "reported_at" in query.column_notes else "null, null"
        was_valid = f"was_valid(recorded_from, recorded_to, {printed}, {{}}, {{}})"
        connection.execute(
            f"create or replace macro {query.name}({CLOCK_PARAMETERS}) as table"
            f" select * {history} {was_valid.format('p_as_of', 'p_reported_until')}"
        )
        connection.execute(
            f"create or replace view {query.name} as select * {history} {was_valid.format('null', 'null')}"
        )
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


def bind(name: str, parameters: Mapping[str, object]) -> tuple[str, dict[str, Any]]:
    """
    The statement of a view and the values to run it with; what is not given, or None, has the default of the header.

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
    text = query.sql if given.keys() & {"as_of", "reported_until"} else query.sql.replace(CLOCK_ARGUMENTS, "")
    sql = PLACEHOLDER.sub(lambda found: f"cast({values[found[1]]} as {known[found[1]]})", text)
    used = set(PLACEHOLDER.findall(text))
    return sql, {name: value for name, value in given.items() if name in used}


def _value(name: str, value: object, kind: str) -> object:
    """A value as DuckDB takes it: one text becomes a list where one is wanted, a moment is a day or in UTC."""
    if kind.endswith("[]") and isinstance(value, str):
        return [value]
    if kind.endswith("[]") and isinstance(value, tuple):
        return list(value)
    if name in MOMENT_PARAMETERS and kind == "varchar" and isinstance(value, str | date):
        return moment_text(value)
    return value


def moment_text(value: str | date | None) -> str | None:
    """
    A day or moment as the macro ``moment`` reads it, in UTC; None stays None.

    Raises:
        QueryError: The text is neither.
    """
    if value is None:
        return None
    try:
        read = parse_moment(value)
    except ValueError:
        raise QueryError(f"{value!r} is not a valid date or time: write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS.") from None
    return str(naive_utc(read)) if isinstance(read, datetime) else str(read)
