"""Tables: CSV, XLSX and Parquet, each read by another library."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime

import openpyxl
import pyarrow.parquet
import pytest

import telling
from hostile import UNSAFE
from timeline.exporters import Sheet, parquet, workbook, xlsx
from timeline.exporters import csv as csv_format

FORMULA = '=HYPERLINK("https://evil.example","a prize") was painted on the wall.'


def book(written):
    """A workbook, read."""
    return openpyxl.load_workbook(io.BytesIO(written))


def test_csv_is_a_table():
    """
    One row a happening under the names of the columns; no cell begins with what a spreadsheet calculates.
    """
    rows = list(csv.DictReader(io.StringIO(csv_format.render(telling.storm()), newline="")))

    assert 9 == len(rows)
    assert ("12 May 2031", "2031-05-12T00:00:00", "2") == tuple(rows[2][name] for name in ("when", "from", "articles"))
    assert f"'{FORMULA}" == rows[5]["what"]
    assert [] == UNSAFE.findall("".join(value for row in rows for value in row.values()))


def test_a_workbook_has_three_sheets():
    """
    What happened, who said what, and the articles, with times as times.
    """
    found = book(xlsx.render(telling.storm()))
    happened, spoken, articles = (list(sheet.values) for sheet in found.worksheets)

    assert ["What happened", "Who said what", "Articles"] == found.sheetnames
    assert [10, 2, 3] == [len(happened), len(spoken), len(articles)]
    assert ("12 May 2031", datetime(2031, 5, 12), datetime(2031, 5, 13)) == happened[3][:3]
    assert ("Ann Lee", "said", "“it's a promise, & more”") == spoken[1][3:6]
    assert datetime(2031, 5, 13) == articles[1][0]
    assert "A2" == found.worksheets[0].freeze_panes


def test_no_cell_of_a_workbook_is_a_formula():
    """
    Text that begins as one does is text, exactly as it is; control characters are signs.
    """
    found = book(xlsx.render(telling.storm()))
    cells = [cell for sheet in found.worksheets for row in sheet.iter_rows() for cell in row]

    assert [] == [cell for cell in cells if cell.data_type == "f"]
    assert FORMULA in [cell.value for cell in cells]
    assert [] == UNSAFE.findall("".join(str(cell.value) for cell in cells))


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (date(1899, 12, 31), "1899-12-31"),
        (datetime(1066, 10, 14), "1066-10-14T00:00:00"),
        (10**20, "100000000000000000000"),
        (1.5, 1.5),
        (float("inf"), "inf"),
        (True, True),
        (None, None),
        (["a", 1], '["a", 1]'),
        ("x" * 40_000, "x" * 32_766 + "…"),
        ("a\ufffeb", "a\ufffdb"),
        ("+1", "+1"),
    ],
)
def test_values_that_a_workbook_does_not_know(value, held):
    """
    Dates before 1900, large numbers, lists and long texts are written as text, or as much of it as a cell holds.
    """
    ((_,), (found,)) = book(workbook([Sheet("Rows", {"a": ""}, [(value,)])])).worksheets[0].values

    assert held == found


def test_parquet_has_types():
    """
    Times are timestamps, days dates, numbers numbers, and text is exact.
    """
    table = pyarrow.parquet.read_table(io.BytesIO(parquet.render(telling.storm())))
    rows = table.to_pylist()

    assert 9 == table.num_rows
    assert (datetime(2031, 5, 12), date(2031, 5, 13), 2) == tuple(rows[2][k] for k in ("from", "published", "articles"))
    assert (None, datetime(2031, 5, 13)) == (rows[6]["from"], rows[6]["to"])
    assert FORMULA == rows[5]["what"]


def test_a_parquet_file_of_nothing():
    """
    It has its columns all the same.
    """
    nothing = telling.storm()._replace(happenings=())

    assert "what" in pyarrow.parquet.read_table(io.BytesIO(parquet.render(nothing))).column_names
