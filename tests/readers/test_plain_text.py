"""Plain text: what stands above the article, lines that were wrapped, and what is no plain text at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

import timeline
from timeline.errors import InputError
from timeline.readers import read_articles

if TYPE_CHECKING:
    from pathlib import Path

WRAPPED = """Title: Ferry sinks
Date: 2024-08-13
Source: The Cape Herald said on Monday

The ferry to Alder Island sank on Monday, August
12, off Cape Alder, and four people drowned, Jo
Alder said in the harbour. "The harbour
will stay closed," she said to reporters on the quay.
"""


def test_rows_show_what_stood_in_wrapped_lines(tmp_path: Path) -> None:
    """
    Nothing is read of the header, a line end in what is quoted is shown as a blank, and spans count from the beginning.
    """
    (tmp_path / "a.txt").write_text(WRAPPED)
    with timeline.open(tmp_path / "log.duckdb") as log:
        log.append([str(tmp_path / "a.txt")])
        first = log.sql("from occurrences order by span_start").dicts()[0]
        quotes = log.sql("from statements").dicts()
        dates = log.sql("from dates").dicts()

    assert (
        "The ferry to Alder Island sank on Monday, August 12, off Cape Alder, and four people drowned" in first["text"]
    )
    assert (WRAPPED.index("The ferry"), 1) == (first["span_start"], first["paragraph"])
    assert "Jo Alder" in first["participants"]
    assert "The harbour will stay closed" in [row["quote"].strip(",") for row in quotes]
    assert ["Monday, August 12"] == [row["text"] for row in dates]


@pytest.mark.parametrize(
    "beginning",
    [
        "<!DOCTYPE html>\n<html>",
        "\n<html lang='en'>",
        "<!-- saved from x -->\n<!doctype HTML>",
        '<?xml version="1.0"?>\n<html>',
    ],
)
@pytest.mark.parametrize("reader", [None, "plain"])
def test_a_web_page_is_no_plain_text(tmp_path: Path, beginning: str, reader: str | None) -> None:
    """
    A page under the name of a text is refused in a sentence that says what to do, also where the reader is given.
    """
    (tmp_path / "a.txt").write_text(f"{beginning}<body><p>Rain fell on Monday.</p></body></html>")
    (error,) = read_articles([str(tmp_path / "a.txt")], reader=reader)

    assert isinstance(error, InputError)
    assert str(error).endswith("a.txt: is a web page: name it .html or give --reader html.")


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("10 March 2026", date(2026, 3, 10)),
        ("2026-3-5", date(2026, 3, 5)),
        ("13/03/2026", date(2026, 3, 13)),
        ("Tue, 10 Mar 2026 15:30:00 +0100", datetime(2026, 3, 10, 15, 30, tzinfo=timezone(timedelta(hours=1)))),
        ("March 10, 2026 3:30 pm UTC", datetime(2026, 3, 10, 15, 30, tzinfo=UTC)),
    ],
)
def test_a_header_has_its_date_as_people_write_it(tmp_path: Path, written: str, published: date) -> None:
    """
    Whatever form the date has, its day and its clock are those that are written.
    """
    (tmp_path / "a.txt").write_text(f"Date: {written}\n\nRain fell.")
    (article,) = read_articles([str(tmp_path / "a.txt")])

    assert published == article.published
