"""What answers look like, as JSON Schema: the columns of a view with their types, as DuckDB has them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.projections import views
from timeline.store import connections

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from timeline.api.timeline import Timeline

    Schema = Mapping[str, Any]

UUID = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
DAY = r"^\d{4,}-\d\d-\d\d$"
MOMENT = r"^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$"

TYPES: dict[str, dict[str, Any]] = {
    "VARCHAR": {"type": "string"},
    "UUID": {"type": "string", "pattern": UUID},
    "DATE": {"type": "string", "pattern": DAY},
    "TIMESTAMP": {"type": "string", "pattern": MOMENT, "examples": ["2024-03-04T12:00:00"]},
    "BOOLEAN": {"type": "boolean"},
    "DOUBLE": {"type": "number"},
    **{name: {"type": "integer"} for name in ("SMALLINT", "INTEGER", "BIGINT", "UBIGINT", "HUGEINT")},
}
"""Of a column that is not null; times are UTC and bear no offset."""


def of_type(name: str) -> dict[str, Any]:
    """The schema of a value of one of DuckDB's types, or null."""
    if name.endswith("[]"):
        return {"type": ["array", "null"], "items": of_type(name.removesuffix("[]"))}
    known = TYPES[name]
    return {**known, "type": [known["type"], "null"]}


def row(log: Timeline, view: str) -> Schema:
    """What a row of a view looks like."""
    return _row(log.path, view, log.wait)


@cache
def _row(path: Path, view: str, wait: float) -> Schema:
    sql, values = views.bind(view, {})
    notes = sql_files.find("views", view).column_notes
    with connections.reading(path, wait=wait) as connection:
        connection.execute(f"from ({sql}\n) limit 0", values)
        types = {column[0]: str(column[1]) for column in connection.description}
    columns = {
        name: of_type(kind) | ({"description": notes[name]} if name in notes else {}) for name, kind in types.items()
    }
    return record(columns)


def record(columns: Mapping[str, Schema]) -> Schema:
    """An object that has all of these, and nothing else."""
    return {"type": "object", "properties": columns, "required": list(columns), "additionalProperties": False}


def page(of: Schema) -> Schema:
    """Rows of a kind, and where they go on."""
    position = {"type": "integer", "minimum": 0, "description": "of the last event that the answer knows of"}
    following = {"type": ["string", "null"], "description": "address of the next page; null behind the last row"}
    return record({"data": {"type": "array", "items": of}, "position": position, "next": following})
