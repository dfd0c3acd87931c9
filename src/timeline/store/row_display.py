"""Rows as notebooks and the interpreter show them: a small table, times by their precision, nothing that acts."""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.json_text import json_text
from timeline.model.periods import happened_between, time_label
from timeline.model.visible_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TEXT_ROWS, HTML_ROWS = 10, 50
"""Rows that are shown at most."""

TEXT_CHARS, TEXT_CELL_CHARS, HTML_CELL_CHARS = 110, 44, 400
"""Width of a table of text, and of a cell of either at most; what is longer is cut, with an ellipsis."""

TIMES = ("occurred", "said", "time", "was", "date")
"""What columns begin with that hold a half-open time: ``_from``, ``_to``, and how finely it is stated."""

MANY_COLUMNS = 8
"""More columns than these are not read one by one: times and what was said come first."""

TELLING = ("change", "speaker", "who", "text", "quote", "before", "after", "title", "type", "publisher")
"""Columns that say most, the first first."""

GAP = "  "
LEFT = "text-align: left; vertical-align: top"
WIDEST, WIDE = f"{LEFT}; min-width: 24em", f"{LEFT}; min-width: 12em"
UNBROKEN = f"{LEFT}; white-space: nowrap"
"""Styles of cells; what is read is not squeezed by what is only there."""

LONG_CHARS = 40
"""Length from which on a cell is given room, and twice as much where it says most."""


def as_text(columns: Sequence[str], rows: Sequence[Sequence[Any]], counted: str) -> str:
    """
    A table of as many columns as fit.

    Args:
        columns: Their names.
        rows: Those that are shown.
        counted: How many rows there are, in words.
    """
    headings, cells = _table(columns, rows)
    lines = [[_cut(name, TEXT_CELL_CHARS) for name in headings]]
    lines += [[_cut(cell, TEXT_CELL_CHARS) for cell in row] for row in cells]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    fitting = len(widths)
    while sum(widths[:fitting]) + len(GAP) * (fitting - 1) > TEXT_CHARS:
        fitting -= 1
    table = [
        GAP.join(cell.ljust(width) for cell, width in zip(line[:fitting], widths[:fitting], strict=True)).rstrip()
        for line in lines
    ]
    hidden = headings[fitting:]
    more = [_cut(f"… and the columns {', '.join(hidden)}", TEXT_CHARS)] if hidden else []
    return "\n".join([*(table if rows else []), *(more if rows else []), f"[{counted}]"])


def as_html(columns: Sequence[str], rows: Sequence[Sequence[Any]], counted: str) -> str:
    """The same as an HTML table of all columns, every text escaped."""
    headings, cells = _table(columns, rows)
    longest = [max(map(len, column)) for column in zip(headings, *cells, strict=True)]
    styles = [_style(*column) for column in zip(headings, longest, strict=True)]
    head, *body = [_line(*line, styles) for line in [("th", headings), *(("td", row) for row in cells)]]
    caption = f'<caption style="{LEFT}">{escape(counted)}</caption>'
    return f"<table>{caption}<thead>{head}</thead><tbody>{''.join(body)}</tbody></table>"


def counted(shown: int, total: int | None, *, more: bool) -> str:
    """
    How many rows there are, in words.

    Args:
        shown: Rows that are shown.
        total: Rows that there are; None where that is not known.
        more: There are others.
    """
    if not more:
        return f"{shown:,} row" if shown == 1 else f"{shown:,} rows"
    return f"the first {shown:,} rows; there are more" if total is None else f"the first {shown:,} of {total:,} rows"


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> tuple[list[str], list[list[str]]]:
    """Headings and cells, where one column says what a time's three do."""
    times = {f"{name}_from": name for name in TIMES if {f"{name}_from", f"{name}_to"} <= set(columns)}
    precisions = {start: _precision_column(name, columns) for start, name in times.items()}
    hidden = {*(f"{name}_to" for name in times.values()), *precisions.values()}
    names = [name for name in columns if name not in hidden]
    if len(names) > MANY_COLUMNS:
        order = [*times, *TELLING]
        names.sort(key=lambda name: order.index(name) if name in order else len(order))

    def cells(row: Sequence[Any]) -> Iterator[str]:
        values = dict(zip(columns, row, strict=True))
        for name in names:
            if name in times:
                yield _time(values, times[name], precisions[name])
            else:
                yield one_line(_words(values[name])).replace("\t", " ")

    headings = [one_line(times.get(name, name)) for name in names]
    return headings, [list(cells(row)) for row in rows]


def _precision_column(name: str, columns: Sequence[str]) -> str | None:
    return next((each for each in (f"{name}_precision", "precision") if each in columns), None)


def _time(values: dict[str, Any], name: str, precision: str | None) -> str:
    start, end = values[f"{name}_from"], values[f"{name}_to"]
    if not all(value is None or isinstance(value, datetime) for value in (start, end)):
        return one_line(f"{_words(start)} – {_words(end)}")
    if start is None and end is None:
        return ""
    if name == "occurred":
        start, end = happened_between(start, end, values.get("basis"), values.get("kind"))
    stated = None if precision is None else values[precision]
    return time_label(start, end, stated if isinstance(stated, str) else None)


def _words(value: Any) -> str:
    """A value as people read it: nothing for null, a day without its midnight, lists by their items."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    if isinstance(value, datetime):
        return value.isoformat(" ").removesuffix(" 00:00:00")
    return json_text(value).strip('"')


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _style(name: str, longest: int) -> str:
    """Of the cells of a column, by the length of the longest."""
    if name in TIMES:
        return UNBROKEN
    if longest <= LONG_CHARS:
        return LEFT
    return WIDEST if name in TELLING else WIDE


def _line(kind: str, cells: Sequence[str], styles: Sequence[str]) -> str:
    shown = [
        f'<{kind} style="{style}">{escape(_cut(cell, HTML_CELL_CHARS))}</{kind}>'
        for cell, style in zip(cells, styles, strict=True)
    ]
    return f"<tr>{''.join(shown)}</tr>"
