"""Rows are written as a table for people, and as JSON Lines, JSON, CSV or Markdown for other programs."""

from __future__ import annotations

import re
import sys
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TextIO

from timeline.cli.destination import UnknownSuffix, destination, suffix_of, write_text_or_bytes
from timeline.cli.exit_status import tell
from timeline.cli.lazy import csv, exporters, json_text, table
from timeline.model.spreadsheet import inert
from timeline.model.visible_text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

FORMATS = ("table", "jsonl", "json", "csv", "md")
SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".md": "md", ".txt": "table"}
WORKBOOK = ".xlsx"
"""Suffix of what is written as a workbook, which is no text."""

TERMINAL_ROWS = 1000
"""Rows of a table on a terminal when no limit was given: nobody reads more, and drawing them takes long."""

MARKUP = re.compile(r"\\(?=[!-/:-@\[-`{-~])|<(?=[^\s\d]|\d\S*@)|(?<=\])\(|&(?=#?\w+;)|\|")
"""What in a cell of a Markdown table would be more than its text."""


class NamedRows(Protocol):
    """Rows with named columns."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""

    def __iter__(self) -> Iterator[Any]: ...


class Listing:
    """Rows held in memory."""

    def __init__(self, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
        self.columns = columns
        self._rows = rows

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self._rows)


class Layout(NamedTuple):
    """
    The table that people are shown.

    Attributes:
        headings: Of the columns shown.
        cells: Their texts, from a row as a dictionary and the row above it (empty for the first row).
        wordy: Headings of columns that are wrapped, the widest first; the others stay on one line.
    """

    headings: tuple[str, ...]
    cells: Callable[[dict[str, Any], dict[str, Any]], tuple[str, ...]]
    wordy: tuple[str, ...] = ()


class Output(NamedTuple):
    """
    Where rows are written and in which format, as given on the command line.

    Attributes:
        form: The format, if one was given.
        file: The file, if one was given; ``-`` is standard output.
        safe: Texts of a CSV file are written such that a spreadsheet does not take them for formulas.
    """

    form: str | None
    file: str | None
    safe: bool = False

    @property
    def format(self) -> str:
        """
        The format given, else what the file's suffix says, else a table on a terminal and JSON Lines in a pipe.

        Raises:
            UnknownSuffix: Nothing is written to files that end so.
        """
        if self.form:
            return self.form
        if self.file not in (None, "-"):
            suffix = suffix_of(self.file)
            if suffix and suffix not in (*SUFFIXES, WORKBOOK):
                raise UnknownSuffix(str(self.file), (*SUFFIXES, WORKBOOK), otherwise=", or say --format")
            return SUFFIXES.get(suffix, WORKBOOK if suffix else "jsonl")
        return "table" if sys.stdout.isatty() else "jsonl"

    def write(self, rows: NamedRows, layout: Layout | None = None, *, limited: bool = True) -> None:
        """
        Write all rows.

        Args:
            rows: What to write; iterated over while writing.
            layout: Columns of a table; without one all columns as they are.
            limited: The caller limited the rows already; if not, a table on a terminal stops after `TERMINAL_ROWS`.
        """
        names = _unique_names(rows.columns)
        if self.format == WORKBOOK:
            write_text_or_bytes(
                self.file, exporters.workbook([exporters.Sheet("Rows", dict.fromkeys(names, ""), rows)])
            )
            return
        if self.format == "table" and not limited and self.file is None and sys.stdout.isatty():
            shown: Iterable[Any] = _until_limit(rows)
        else:
            shown = rows
        with destination(self.file) as stream:
            if self.format == "table":
                headings, cells = laid_out(names, shown, layout)
                table.write_table(stream, headings, cells, layout.wordy if layout else headings)
            elif self.safe:
                _csv(stream, tuple(safe_cell(name) or "" for name in names), (map(safe_cell, row) for row in shown))
            else:
                WRITERS[self.format](stream, names, shown)


def _unique_names(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Column names; repeated ones are numbered."""
    seen: dict[str, int] = {}
    names = []
    for column in columns:
        seen[column] = seen.get(column, 0) + 1
        names.append(column if seen[column] == 1 else f"{column}_{seen[column]}")
    return tuple(names)


def _until_limit(rows: NamedRows) -> Iterator[Any]:
    each = iter(rows)
    yield from islice(each, TERMINAL_ROWS)
    if next(each, None) is not None:
        tell(f"{TERMINAL_ROWS:,} rows shown: --limit N shows more, --format jsonl shows all.")


def laid_out(
    names: tuple[str, ...], rows: Iterable[Any], layout: Layout | None
) -> tuple[tuple[str, ...], Iterator[tuple[str, ...]]]:
    """Headings and cells of a table."""
    if layout is None:
        return names, (tuple(cell(value) for value in row) for row in rows)

    def cells() -> Iterator[tuple[str, ...]]:
        above: dict[str, Any] = {}
        for row in rows:
            here = dict(zip(names, row, strict=True))
            yield layout.cells(here, above)
            above = here

    return layout.headings, cells()


def cell(value: Any) -> str:
    """A value as people read it: empty for null, text as it is, anything else as JSON."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json_text.json_text(value).strip('"').replace("T00:00:00", "")


def safe_cell(value: Any) -> str | None:
    """A value that no spreadsheet takes for a formula, see `timeline.model.spreadsheet.inert`; numbers stay."""
    if value is None:
        return None
    text = value if isinstance(value, str) else json_text.json_text(value)
    if not isinstance(value, str) and not text.startswith(('"', "[", "{")):  # a number, or true or false
        return text
    return inert(text if isinstance(value, str) else _unquoted(value))


def _jsonl(stream: TextIO, names: tuple[str, ...], rows: Iterable[Any]) -> None:
    stream.writelines(json_text.json_text(dict(zip(names, row, strict=True))) + "\n" for row in rows)


def _json(stream: TextIO, names: tuple[str, ...], rows: Iterable[Any]) -> None:
    before = "[\n"
    for row in rows:
        stream.write(before + json_text.json_text(dict(zip(names, row, strict=True))))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")


def _csv(stream: TextIO, names: tuple[str, ...], rows: Iterable[Any]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow(value if value is None or isinstance(value, str) else _unquoted(value) for value in row)


def _unquoted(value: Any) -> str:
    """JSON text, without the quotation marks around a string."""
    text = json_text.json_text(value)
    return text[1:-1] if text.startswith('"') else text


def _md_cell(text: str) -> str:
    """Text on one line of a table, such that Markdown makes no link, picture, HTML or further cell of it."""
    return MARKUP.sub(r"\\\g<0>", visible(text)).replace("\n", "<br>")


def _md(stream: TextIO, names: tuple[str, ...], rows: Iterable[Any]) -> None:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(_md_cell(text) for text in cells) + " |\n"

    stream.write(line(names) + line("---" for _ in names))
    stream.writelines(line(cell(value) for value in row) for row in rows)


WRITERS = {"jsonl": _jsonl, "json": _json, "csv": _csv, "md": _md}
