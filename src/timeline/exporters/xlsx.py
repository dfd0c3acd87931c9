"""Excel workbook: what happened, who said what, and the articles (.xlsx; needs the extra `xlsx`)."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline import extras
from timeline.exporters import _table
from timeline.model.visible_text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.exporters import Told

STATEMENTS = True

CELL_CHARS = 32_767
"""Characters that a cell can hold."""

FIRST_YEAR = 1900
"""Before it a workbook knows no dates: they are written as text."""

WIDTHS = {"what": 70, "title": 40, "when": 24, "url": 30, "who": 22, "from": 18, "to": 18}
"""Of columns, in characters; others have 14."""

NOT_XML = re.compile("[\ufffe\uffff]")


def render(told: Told) -> bytes:
    """Columns as in `timeline.exporters._table`; texts are texts, whatever they begin with."""
    return workbook([_table.happenings(told), _table.statements(told), _table.sources(told)])


WRITERS = {".xlsx": render}


def workbook(sheets: Iterable[_table.Sheet]) -> bytes:
    """
    The bytes of a workbook, with the headings of each sheet frozen.

    Raises:
        MissingExtra: The extra is not installed.
    """
    openpyxl = extras.need("openpyxl", extra="xlsx", task="writing XLSX files")
    cells = extras.need("openpyxl.cell", extra="xlsx", task="writing XLSX files")
    book = openpyxl.Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "A2"
        for at, name in enumerate(sheet.columns, 1):
            page.column_dimensions[openpyxl.utils.get_column_letter(at)].width = WIDTHS.get(name, 14)

        def cell(value: Any, *, page: Any = page, head: bool = False) -> Any:
            made = cells.WriteOnlyCell(page, _held(value))
            if isinstance(made.value, str):
                made.data_type = "s"  # never a formula
                made.alignment = openpyxl.styles.Alignment(vertical="top", wrap_text=True)
            if head:
                made.font = openpyxl.styles.Font(bold=True)
            return made

        page.append([cell(name, head=True) for name in sheet.columns])
        for row in sheet.rows:
            page.append([cell(value) for value in row])
    book.save(stream := io.BytesIO())
    return stream.getvalue()


def _held(value: Any) -> Any:
    """A value as a cell can hold it."""
    if isinstance(value, str):
        text = NOT_XML.sub("\ufffd", visible(value))
        return text if len(text) <= CELL_CHARS else f"{text[: CELL_CHARS - 1]}…"
    if isinstance(value, date) and value.year < FIRST_YEAR:
        return value.isoformat()
    return value
