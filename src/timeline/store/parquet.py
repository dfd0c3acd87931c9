"""Rows as a Parquet file, which DuckDB writes without any other library."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.store import opening

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def written(columns: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> bytes:
    """
    The bytes of the file.

    Args:
        columns: Names, with their types in SQL.
        rows: Values in the order of the columns.
    """
    with tempfile.TemporaryDirectory() as folder, opening.scratch() as connection:
        file = Path(folder) / "rows.parquet"
        defined = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
        connection.execute(f"create table told ({defined})")
        with connection.appender("told") as appender:
            appender.append_rows(rows)
        connection.execute(f"copy told to '{file}' (format parquet, compression zstd)")
        return file.read_bytes()
