"""Tables for people: the only format of rows that needs rich."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich.table import Table
from rich.text import Text

from timeline.cli.exit_status import tell
from timeline.cli.terminal import console as make_console
from timeline.model.visible_text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

GAP_CHARS = 2
"""Blanks between columns."""

WIDE_CHARS = 90
"""Width from which on only wordy columns are wrapped."""

NARROW_CHARS = 12
NARROWEST_CHARS = 8
"""Widths of columns where space is scarce."""


def plain_text(text: str, style: str = "") -> Text:
    """Text without markup, its control characters made visible while its width is not measured yet."""
    return Text(visible(text).replace("\t", " "), style=style)


def write_table(
    stream: TextIO, headings: tuple[str, ...], rows: Iterable[tuple[str, ...]], wordy: tuple[str, ...]
) -> None:
    """
    Draw a table; when there are no rows, say so on standard error.

    Args:
        stream: Where to.
        headings: Of the columns.
        rows: Their texts.
        wordy: Headings of columns that are wrapped where space is scarce.
    """
    console = make_console(stream)
    cells = [[plain_text(text) for text in row] for row in rows]
    if not cells:
        tell("nothing found.")
    elif wordy == headings and console.width < NARROWEST_CHARS * len(headings):
        _write_records(console, headings, cells)
    else:
        _write_columns(console, headings, cells, wordy)


def _write_columns(
    console: Console, headings: tuple[str, ...], cells: list[list[Text]], wordy: tuple[str, ...]
) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, GAP_CHARS, 0, 0))
    longest = [max(text.cell_len for text in (Text(heading), *column)) for heading, column in zip(
        headings, zip(*cells, strict=True), strict=True
    )]  # fmt: skip
    widths = _widths(dict(zip(headings, longest, strict=True)), wordy, console.width - GAP_CHARS * len(headings))
    for heading in headings:
        table.add_column(plain_text(heading), overflow="fold", width=widths.get(heading))
    for row in cells:
        table.add_row(*row)
    console.print(table)


def _widths(longest: dict[str, int], wordy: tuple[str, ...], room: int) -> dict[str, int]:
    """Widths of columns: none is wider than it needs to be, and the first wordy one gets what the others leave."""
    if sum(longest.values()) <= room or wordy == tuple(longest):
        return {}
    last = list(longest)[-1]
    widths = {
        name: length if room >= WIDE_CHARS or name == last else min(length, NARROW_CHARS)
        for name, length in longest.items()
    }
    rest = room - sum(width for name, width in widths.items() if name not in wordy)
    for name in wordy[1:]:
        widths[name] = min(longest[name], max(rest // (2 * len(wordy) - 2), NARROWEST_CHARS))
    widths[wordy[0]] = max(rest - sum(widths[name] for name in wordy[1:]), NARROW_CHARS)
    return widths


def _write_records(console: Console, headings: tuple[str, ...], cells: list[list[Text]]) -> None:
    """Write each row as a block with one line per column: for tables too wide to read across."""
    for number, row in enumerate(cells, 1):
        console.print(Text(f"── {number} ──", style="dim"))
        record = Table(box=None, show_header=False, pad_edge=False, padding=(0, GAP_CHARS, 0, 0))
        record.add_column(no_wrap=True, style="bold")
        record.add_column(overflow="fold")
        for heading, text in zip(headings, row, strict=True):
            record.add_row(plain_text(heading), text)
        console.print(record)
