"""Tables as a workbook of spreadsheets."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING, Any

from timeline import extras
from timeline.json_text import json_text
from timeline.model.visible_text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.exporters._table import Sheet

CELL_CHARS = 32_767
"""Characters that a cell can hold."""

FIRST_YEAR = 1900
"""Before it a workbook knows no dates: they are written as text."""

MOST_EXACT = 10**15
"""From it on a workbook rounds whole numbers: they are written as text."""

WIDTHS = {"what": 70, "text": 70, "quote": 70, "title": 40, "when": 24, "url": 30, "who": 22, "from": 18, "to": 18}
"""Of columns, in characters; others have 14."""

NOT_XML = re.compile("[\ufffe\uffff]")
TASK = {"extra": "xlsx", "task": "writing XLSX files"}


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """
    The bytes of a workbook, with the headings of each sheet frozen; texts are texts, whatever they begin with.

    Raises:
        MissingExtra: The extra is not installed.
    """
    openpyxl = extras.need("openpyxl", **TASK)
    cells = extras.need("openpyxl.cell", **TASK)
    wrapped = openpyxl.styles.Alignment(vertical="top", wrap_text=True)
    bold = openpyxl.styles.Font(bold=True)
    book = openpyxl.Workbook(write_only=True)

    def cell(value: Any) -> Any:
        made = cells.WriteOnlyCell(page, _held(value))
        made.alignment = wrapped
        if isinstance(made.value, str):
            made.data_type = "s"  # never a formula
        return made

    def heading(name: str) -> Any:
        made = cell(name)
        made.font = bold
        return made

    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "A2"
        for at, name in enumerate(sheet.columns, 1):
            page.column_dimensions[openpyxl.utils.get_column_letter(at)].width = WIDTHS.get(name, 14)
        page.append([heading(name) for name in sheet.columns])
        for row in sheet.rows:
            page.append([cell(value) for value in row])
    book.save(stream := io.BytesIO())
    return stream.getvalue()


def _held(value: Any) -> Any:
    """A value as a cell can hold it; what is no text, number or time is JSON."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) < MOST_EXACT:
        return value
    if isinstance(value, float) and value - value == 0:  # neither infinite nor no number
        return value
    if isinstance(value, date) and value.year >= FIRST_YEAR and getattr(value, "tzinfo", None) is None:
        return value
    text = value if isinstance(value, str) else json_text(value).strip('"')
    text = NOT_XML.sub("\ufffd", visible(text))
    return text if len(text) <= CELL_CHARS else f"{text[: CELL_CHARS - 1]}…"
