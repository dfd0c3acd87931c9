"""CSV and TSV: an article a row, below a line with the names of the columns."""

from __future__ import annotations

import csv
from collections import deque
from typing import TYPE_CHECKING, BinaryIO

from timeline.errors import InputError
from timeline.readers._records import Columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".csv", ".tsv", ".tab")

DELIMITERS = ",;\t|"
PIECE_BYTES = 1 << 20
"""How much of a line that is too long is passed over at a time."""


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The articles of a file, row by row; rows are named by the line on which they begin.

    Cells are parted by what stands most often in the first line of comma, semicolon, tab and bar; a cell in double
    quotation marks may hold line ends. Which column holds what is told by the usual names or ``context.columns``.

    Raises:
        InputError: There are no names of columns, or none holds the text.
    """
    lines = _Lines(stream, context)
    first = next(lines, "")
    if not first.strip():
        raise context.error("is empty.")
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(max(csv.field_size_limit(), context.max_bytes))
    lines.again()
    rows = _rows(lines, delimiter, context)
    names = next(rows)
    if not isinstance(names, tuple):
        raise names
    yield from Columns.of(names[1], context).articles(names[1], rows, context, word="line")


def _rows(lines: _Lines, delimiter: str, context: InputContext) -> Iterator[tuple[int, list[str]] | InputError]:
    """
    The rows, each with the line on which it begins.

    Where a row is none (a quotation mark that is never closed takes in all that follows), reading goes on at its second
    line, so that one bad row costs no other.
    """
    while True:
        number = lines.begin()
        try:
            yield number, next(csv.reader(lines, delimiter=delimiter, strict=True))
        except csv.Error as error:
            yield context.error(f"is not a row of this table ({error}): mend its quotation marks.", number)
            lines.again(leaving_out=1)
        except InputError as error:
            yield error
        except StopIteration:
            return


class _Lines:
    """The lines of a stream as text, numbered; those of the row that is being read can be read again."""

    def __init__(self, stream: BinaryIO, context: InputContext) -> None:
        self._stream, self._context = stream, context
        self._number = 0
        self._row: list[str] = []
        self._waiting: deque[str] = deque()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else self._line()
        self._number += 1
        self._row.append(line)
        return line

    def begin(self) -> int:
        """Forget the lines read so far; returns the number of the next one, from 1."""
        self._row.clear()
        return self._number + 1

    def again(self, *, leaving_out: int = 0) -> None:
        """Read the lines since `begin` once more, without the first so many."""
        back = self._row[leaving_out:]
        self._waiting.extendleft(reversed(back))
        self._number -= len(back)

    def _line(self) -> str:
        """
        The next line of the stream.

        Raises:
            InputError: It is too long, or no text.
            StopIteration: There is none.
        """
        limit = self._context.max_bytes
        line = self._stream.readline(limit + 1)
        if not line:
            raise StopIteration
        if len(line) > limit and not line.endswith(b"\n"):
            self._number += 1
            while (rest := self._stream.readline(PIECE_BYTES)) and not rest.endswith(b"\n"):
                pass
            raise self._context.too_long(self._number)
        return self._context.decode(line, self._number + 1)
