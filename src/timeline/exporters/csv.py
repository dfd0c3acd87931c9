"""CSV: what happened as a table in which a spreadsheet takes nothing for a formula (.csv)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from timeline.exporters import _table
from timeline.model.spreadsheet import inert

if TYPE_CHECKING:
    from timeline.exporters import Told


def render(told: Told) -> str:
    """Columns as in `timeline.exporters._table`; texts exactly as they are in ``timeline show --format csv``."""
    sheet = _table.happenings(told)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows([_cell(value) for value in row] for row in sheet.rows)
    return stream.getvalue()


WRITERS = {".csv": render}


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return inert(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
