"""XLSX: an article a row of a sheet, below the names of the columns."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO
from warnings import catch_warnings, simplefilter

from timeline import extras
from timeline.readers._containers import seekable, unpacked
from timeline.readers._records import Columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".xlsx", ".xlsm")

MAX_COLUMNS = 1000


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The articles of the first sheet, or of the one that is named (``news.xlsx::Sheet2``); rows are numbered as shown.

    Raises:
        InputError: It is no workbook, has no such sheet, or no column of texts.
        MissingExtra: `openpyxl` is not installed.
    """
    openpyxl = extras.need("openpyxl", extra="xlsx", task="reading XLSX files")
    with seekable(stream, context) as opened:
        with unpacked(opened, context):
            opened.seek(0)
        with catch_warnings():
            simplefilter("ignore")
            try:
                workbook = openpyxl.load_workbook(opened, read_only=True, data_only=True, keep_links=False)
            except Exception as error:  # noqa: BLE001 - a damaged workbook raises whatever its parts raise
                raise context.error(f"is not a complete workbook ({type(error).__name__}): save it anew.") from None
            yield from _articles(workbook, context)


def _articles(workbook: Any, context: InputContext) -> Iterator[Article | InputError]:
    names = workbook.sheetnames
    if context.table is not None and context.table not in names:
        raise context.error(f"has no sheet {context.table!r}: it has {', '.join(names)}.")
    rows = _rows(workbook[context.table or names[0]], context)
    _, columns = next(rows, (1, ()))
    header = ["" if name is None else str(name) for name in columns]
    yield from Columns.of(header, context).articles(header, rows, context)


def _rows(sheet: Any, context: InputContext) -> Iterator[tuple[int, Sequence[Any]]]:
    try:
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            yield number, tuple(islice(row, MAX_COLUMNS))
    except Exception as error:  # noqa: BLE001 - as above
        raise context.error(f"is damaged ({type(error).__name__}): save it anew.") from None
