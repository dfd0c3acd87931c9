"""Excel workbook: what happened, who said what, and the articles (.xlsx; needs the extra `xlsx`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.exporters import _table
from timeline.exporters._workbook import workbook

if TYPE_CHECKING:
    from timeline.exporters import Told

STATEMENTS = True


def render(told: Told) -> bytes:
    """Columns as in `timeline.exporters._table`; texts are texts, whatever they begin with."""
    return workbook([_table.happenings(told), _table.statements(told), _table.sources(told)])


WRITERS = {".xlsx": render}
