"""This file draws tables for people; it is the only part of the command line that needs rich to write rows."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from timeline.cli._endings import tell

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 120
"""Columns when there is no terminal to fill and COLUMNS is not set."""

VISIBLE = {code: chr(0x2400 + code) for code in range(32) if code not in (9, 10)} | {127: "␡", 9: " "}
"""Control characters are shown, not sent: a text must not steer the reader's terminal."""


def console(stream: TextIO) -> Console:
    """A console on a stream; colours and the terminal's own width only on a terminal."""
    if stream is sys.stdout and stream.isatty():
        return Console(file=stream, highlight=False)
    width = int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else WIDTH
    return Console(file=stream, width=width, no_color=True, force_terminal=False, highlight=False)


def harmless(text: str, style: str = "") -> Text:
    """Text that is only text: no markup, no control characters."""
    return Text(text.translate(VISIBLE), style=style)


def write_table(stream: TextIO, headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Draw a table; when there are no rows, say so beside the data."""
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(harmless(heading), overflow="fold")
    for row in rows:
        table.add_row(*map(harmless, row))
    if table.row_count:
        console(stream).print(table)
    else:
        tell("nothing found.")
