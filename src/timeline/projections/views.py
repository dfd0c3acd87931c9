"""The named views in SQL: put them into a file, and bind their parameters."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.errors import QueryError
from timeline.model.moments import naive_utc, parse_moment
from timeline.store import catalogue, definitions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from timeline.store.connection import Connection


EXECUTABLE = ("view", "macro", "table macro")
CLOCKS = frozenset(("as_of", "reported_until"))
MOMENT_PARAMETERS = frozenset(("after", "as_of", "printed_after", "recorded_after", "reported_until"))
"""Parameters that are a moment, or a day, which means its end."""


def create(connection: Connection, ready: Path | None = None) -> None:
    """
    Make macros and views in the file, for those who open it with a DuckDB of their own.

    For a projection: ``name`` (what is valid now) and ``name(p_as_of := ..., p_reported_until := ...)`` (what was valid
    then, of what had been printed); for a view the same with all parameters of its header: ``$since`` is ``p_since``.
    What others defined there goes.

    Args:
        connection: To the log.
        ready: A file to copy them from, if there is one.
    """
    catalogue.remove(connection, [each for each in catalogue.read(connection) if each.kind in EXECUTABLE])
    if ready is not None:
        connection.take_definitions(ready)
        return
    with connection.within_file():
        for key in definitions.every_key():
            connection.database.execute(f"create {definitions.definition_in_file(key)}")


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
    text = query.sql if given.keys() & CLOCKS else query.sql.replace(definitions.CLOCK_ARGUMENTS, "")
    sql = definitions.PLACEHOLDER.sub(lambda found: f"cast({values[found[1]]} as {known[found[1]]})", text)
    return sql, given


def _value(name: str, value: object, kind: str) -> object:
    """A value as DuckDB takes it: one text becomes a list where one is wanted, a moment is a day or in UTC."""
    if kind.endswith("[]") and isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
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
