"""This file draws tables for people; it is the only part of the command line that needs rich to write rows."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from timeline.cli.exit_status import tell

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 120
"""Columns when there is no terminal to fill and COLUMNS is not set."""

GAP = 2
"""Columns between columns."""

ROOMY = 90
"""Room from which on only wordy texts are broken into lines."""

MODEST = 12
NARROWEST = 8
"""What columns get where the room is scarce."""

VISIBLE = {code: chr(0x2400 + code) for code in range(32) if code not in (9, 10)} | {127: "␡", 9: " "}
"""Control characters are shown, not sent: a text must not steer the reader's terminal."""


def make_console(stream: TextIO) -> Console:
    """A console on a stream; colours and the terminal's own width only on a terminal."""
    if stream is sys.stdout and stream.isatty():
        return Console(file=stream, highlight=False)
    width = int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else WIDTH
    return Console(file=stream, width=width, no_color=True, force_terminal=False, highlight=False)


def harmless(text: str, style: str = "") -> Text:
    """Text that is only text: no markup, no control characters."""
    return Text(text.translate(VISIBLE), style=style)


def write_table(
    stream: TextIO, headings: tuple[str, ...], rows: Iterable[tuple[str, ...]], wordy: tuple[str, ...]
) -> None:
    """
    Draw a table; when there are no rows, say so beside the data.

    Args:
        stream: Where to.
        headings: Of the columns.
        rows: Their texts.
        wordy: Headings of columns that are broken into lines where the room is scarce.
    """
    console = make_console(stream)
    cells = [[harmless(text) for text in row] for row in rows]
    if not cells:
        tell("nothing found.")
    elif wordy == headings and console.width < NARROWEST * len(headings):
        _write_records(console, headings, cells)
    else:
        _write_columns(console, headings, cells, wordy)


def _write_columns(
    console: Console, headings: tuple[str, ...], cells: list[list[Text]], wordy: tuple[str, ...]
) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, GAP, 0, 0))
    longest = [max(text.cell_len for text in (Text(heading), *column)) for heading, column in zip(
        headings, zip(*cells, strict=True), strict=True
    )]  # fmt: skip
    widths = _widths(dict(zip(headings, longest, strict=True)), wordy, console.width - GAP * len(headings))
    for heading in headings:
        table.add_column(harmless(heading), overflow="fold", width=widths.get(heading))
    for row in cells:
        table.add_row(*row)
    console.print(table)


def _widths(longest: dict[str, int], wordy: tuple[str, ...], room: int) -> dict[str, int]:
    """Widths of columns: the wordiest gets what the others leave, and they do not take more than they need."""
    if sum(longest.values()) <= room or wordy == tuple(longest):
        return {}
    last = list(longest)[-1]
    whole = {name for name in longest if name not in wordy and (room >= ROOMY or name == last)}
    widths = {name: length if name in whole else min(length, MODEST) for name, length in longest.items()}
    rest = room - sum(width for name, width in widths.items() if name not in wordy)
    for name in wordy[1:]:
        widths[name] = min(longest[name], max(rest // (2 * len(wordy) - 2), NARROWEST))
    widths[wordy[0]] = max(rest - sum(widths[name] for name in wordy[1:]), MODEST)
    return widths


def _write_records(console: Console, headings: tuple[str, ...], cells: list[list[Text]]) -> None:
    """Row by row, a column a line: for what is too wide to be read across."""
    for number, row in enumerate(cells, 1):
        console.print(Text(f"── {number} ──", style="dim"))
        record = Table(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))
        record.add_column(no_wrap=True, style="bold")
        record.add_column(overflow="fold")
        for heading, text in zip(headings, row, strict=True):
            record.add_row(harmless(heading), text)
        console.print(record)
