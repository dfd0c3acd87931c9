"""Parquet: what happened as a table with types, for DuckDB, pandas, polars or R (.parquet)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.exporters import _table
from timeline.store import parquet

if TYPE_CHECKING:
    from timeline.exporters import Told


def render(told: Told) -> bytes:
    """Columns as in `timeline.exporters._table`, written by DuckDB."""
    sheet = _table.happenings(told)
    return parquet.written(sheet.columns, sheet.rows)


WRITERS = {".parquet": render}
