"""Rows in a notebook and in the interpreter."""

from __future__ import annotations

import sys
from datetime import date, datetime
from html.parser import HTMLParser

import pytest

import timeline
from building import article, extracted, happened, said
from timeline.errors import MissingExtra, TimelineError
from timeline.log.append import append_articles
from timeline.store import partial_rows, row_display
from timeline.store.rows import Rows

ENDLESS = "select range as n from range(1000000000000)"
"""Nobody can wait for all of these."""

SAID = ("said_from", "said_to", "said_precision")


class Page(HTMLParser):
    """The cells of a table, row by row, and all its tags."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.tags, self.caption = [], set(), ""
        self.feed(text)

    def handle_starttag(self, tag, _):
        self.tags.add(tag)
        self.inside = tag
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_endtag(self, _):
        self.inside = ""

    def handle_data(self, data):
        if self.inside == "caption":
            self.caption += data
        elif self.inside in ("th", "td"):
            self.rows[-1][-1] += data
        else:
            assert not data.strip()


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    """A log of three articles."""
    log = timeline.open(tmp_path_factory.mktemp("shown") / "log.duckdb")
    append_articles(
        log.event_log,
        [extracted(article(key), said("Ann Lee"), happened("the bridge was closed")) for key in "abc"],
    )
    return log


def last_line(text):
    return text.splitlines()[-1]


def test_no_more_is_asked_for_than_is_shown(log):
    """
    An endless answer is shown at once, in either form.
    """
    rows = log.sql(ENDLESS)
    assert ["n", *map(str, range(10)), "[the first 10 rows; there are more]"] == repr(rows).splitlines()
    page = Page(rows._repr_html_())
    assert [["n"], *([str(number)] for number in range(50))] == page.rows
    assert "the first 50 rows; there are more" == page.caption


def test_a_view_is_asked_for_its_first_rows(log, monkeypatch):
    """
    A view is asked for as few rows as are shown, and recorded events are, unless fewer are wanted anyway.
    """
    asked = []
    run = Rows._answered
    monkeypatch.setattr(Rows, "_answered", lambda self, *given: asked.append(self._parameters) or run(self, *given))
    assert "[1 row]" == last_line(repr(log.statements(limit=9)))
    assert "[1 row]" == last_line(repr(log.timeline()))
    assert "[the first 10 rows; there are more]" == last_line(repr(log.log()))
    assert [9, 11, 11] == [given["limit_"] for given in asked if "limit_" in given]


def test_showing_rows_takes_none_of_them_away(log):
    """
    Who goes through rows meets each of them, whatever is shown meanwhile; once they are there, they are counted.
    """
    rows = log.log()
    each = iter(rows)
    first = next(each)
    assert "[the first 10 rows; there are more]" == last_line(repr(rows))
    assert [first.position, *(row.position for row in each)] == list(range(1, len(rows) + 1))

    held = log.sql("select range as n from range(12)")
    assert "[the first 10 rows; there are more]" == last_line(repr(held))
    assert 12 == len(held)
    assert "[the first 10 of 12 rows]" == last_line(repr(held))
    assert "12 rows" == Page(held._repr_html_()).caption


def test_a_refusal_is_shown_instead(log, tmp_path):
    """
    What cannot be asked is told in its sentence, in no traceback.
    """
    assert repr(log.sql("select <")).startswith("[Parser Error: ")
    assert "[no log at" == repr(timeline.open(tmp_path / "none.duckdb").timeline())[:10]
    assert Page(log.sql("select '<b>' <")._repr_html_()).caption.startswith("Parser Error")
    with pytest.raises(TimelineError):
        len(log.sql("select <"))


def test_nothing_in_a_row_acts():
    """
    Tags, control characters, marks of direction and line ends of strangers are text on one line.
    """
    evil = "<script>alert(1)</script>\x1b[2J\u202etxt\nnext\tcell &amp; \ud800"
    html = row_display.as_html(["<i>"], [[evil], [[evil]], [{"a": evil}]], "<b>")
    page = Page(html)
    assert {"table", "caption", "thead", "tbody", "tr", "th", "td"} == page.tags
    shown = "<script>alert(1)</script>␛[2J⟨U+202E⟩txt next cell &amp; ⟨U+D800⟩"
    assert [["<i>"], [shown], [shown]] == page.rows[:3]
    text = row_display.as_text(["n\x07"], [[evil]], "1 row")
    assert text.replace("\n", "").isprintable()
    assert html.isprintable()
    assert 3 == len(text.splitlines())


@pytest.mark.parametrize(
    ("columns", "row", "shown"),
    [
        (SAID, (datetime(2026, 3, 1), datetime(2026, 4, 1), "month"), "March 2026"),
        (("date_from", "date_to", "precision"), (datetime(2026, 1, 1), datetime(2027, 1, 1), "year"), "2026"),
        (("date_from", "date_to", "precision"), (datetime(2026, 1, 1), datetime(2026, 1, 9), "vague"),
         "about 1–8 January 2026"),
        (SAID, (datetime(2026, 3, 1, 9, 30), datetime(2026, 3, 1, 9, 31), "minute"),
         "1 March 2026, 09:30"),
        (("said_from", "said_to"), (None, datetime(2026, 3, 5)), "by 4 March 2026"),
        (("said_from", "said_to"), (None, None), ""),
        (("said_from", "said_to"), ("soon", 3), "soon – 3"),  # columns of somebody's own
        (("said_from", "said_to"), (datetime(2026, 3, 1), None), "from 1 March 2026"),
        (("said_from", "said_to", "said_precision"), (datetime(2026, 3, 1), datetime(2026, 3, 2), 3), "1 March 2026"),
        (("said_from",), (datetime(2026, 3, 1),), "2026-03-01"),  # no end is known: a column like any other
        (("day",), (date(2026, 3, 1),), "2026-03-01"),
        (("at",), (datetime(2026, 3, 1),), "2026-03-01"),
        (("at",), (datetime(2026, 3, 1, 9, 30),), "2026-03-01 09:30:00"),
        (("several",), (["a", None, "b"],), "a, , b"),
        (("yes",), (True,), "true"),
    ],
)  # fmt: skip
def test_times_are_shown_as_finely_as_they_are_stated(columns, row, shown):
    """
    What three columns say of a time is one, in words; other values are short.
    """
    name = columns[0].removesuffix("_from") if len(columns) > 1 else columns[0]
    assert [[name], [shown]] == Page(row_display.as_html(columns, [row], "")).rows


@pytest.mark.parametrize(
    ("basis", "kind", "shown"),
    [
        ("clause-timex", "happening", "2 March 2026"),
        ("publication", "happening", "by 2 March 2026"),
        ("publication", "planned", "undated"),
    ],
)
def test_what_its_printing_dates_had_happened_by_then(basis, kind, shown):
    """
    As in `timeline show`, the day of print alone is no day of a happening.
    """
    columns = ("occurred_from", "occurred_to", "precision", "basis", "kind")
    row = (datetime(2026, 3, 2), datetime(2026, 3, 3), "day", basis, kind)
    assert [shown, basis, kind] == Page(row_display.as_html(columns, [row], "")).rows[1]


def test_only_happenings_are_dated_by_printing():
    """
    What is said, or a day that is named, has the time that stands there, whatever dates it.
    """
    columns = ("date_from", "date_to", "precision", "basis")
    row = (datetime(2026, 3, 2), datetime(2026, 3, 3), "day", "publication")
    assert ["2 March 2026", "publication"] == Page(row_display.as_html(columns, [row], "")).rows[1]


def test_columns_are_as_wide_as_they_are_read():
    """
    A time stays on one line; of long texts those that say most get most room, and what is short is as wide as it is.
    """
    columns = ("said_from", "said_to", "quote", "speaker", "citation")
    row = (datetime(2026, 3, 2), datetime(2026, 3, 3), "q" * 41, "s" * 40, "c" * 41)
    cells = row_display.as_html(columns, [row], "").split("<tbody>")[1].split("<td ")[1:]
    styles = [cell.partition('"')[2].partition('"')[0] for cell in cells]
    assert [row_display.UNBROKEN, row_display.WIDEST, row_display.LEFT, row_display.WIDE] == styles


def test_without_rows_there_is_only_their_number():
    """
    Nothing is said of columns that show nothing.
    """
    assert "[0 rows]" == row_display.as_text([f"a_long_name_of_column_{number}" for number in range(9)], [], "0 rows")


def test_of_many_columns_those_that_say_most_come_first():
    """
    Text shows what fits and names the rest; HTML shows all; few columns stay as they were asked for.
    """
    columns = ["a", "quote", "speaker", *"bcdefg"]
    rows = [["x" * 60, "words", "Ann", *"1234567"[:6]]]
    text = row_display.as_text(columns, rows, "1 row").splitlines()
    assert ["speaker", "quote", "a"] == text[0].split()[:3]
    assert "x" * 43 + "…" in text[1]
    assert all(len(line) <= row_display.TEXT_CHARS for line in text)
    wide = row_display.as_text([f"column_{number:060}" for number in range(5)], [["y"] * 5], "1 row").splitlines()
    assert wide[2].startswith("… and the columns column_")
    assert columns[:3] == Page(row_display.as_html(columns[:3], [rows[0][:3]], "")).rows[0]
    assert ["speaker", "quote", "a", *"bcdefg"] == Page(row_display.as_html(columns, rows, "")).rows[0]
    long = Page(row_display.as_html(["text"], [["z" * 1000]], "")).rows[1][0]
    assert 400 == len(long)
    assert long.endswith("z…")


def test_rows_by_index_and_slice(log):
    """
    An index gives a row, from the end too; a slice gives rows, which can be shown, sliced and handed over again.
    """
    rows = log.sql("select range as n from range(12)")
    assert (0, 11, 3) == (rows[0].n, rows[-1].n, rows[3].n)
    assert [3, 5] == [row.n for row in rows[3:7:2]]
    assert [9, 8] == [row.n for row in rows[5:][-3:0:-1][:2]]
    assert "n\n10\n11\n[2 rows]" == repr(rows[-2:])
    with pytest.raises(IndexError, match=r"^no row 12: there are 12\.$"):
        rows[12]
    assert [12, True, False] == [len(rows), bool(rows), bool(rows[20:])]
    for form in (rows[2:9:3].df(), rows[2:9:3].pl()):
        assert [2, 5, 8] == list(form["n"])
    assert [5, 2] == rows[2:9:3][1::-1].arrow()["n"].to_pylist()
    assert [{"n": 4}] == rows[4:5].dicts()


def test_pages_are_counted_and_cut_without_reading_all(log, monkeypatch):
    """
    Events are counted by the database; some of the first are read from their page alone.
    """
    pages = []
    page = partial_rows.PagedRows._page
    monkeypatch.setattr(partial_rows.PagedRows, "_page", lambda self, *at: pages.append(at) or page(self, *at))
    monkeypatch.setattr(partial_rows, "PAGE_EVENTS", 4)
    rows = log.log()
    assert len(log.sql("from log")) == len(rows) > 8
    assert [] == pages
    assert [2, 3] == [row.position for row in rows[1:3]]
    assert 4 == rows[3].position
    assert {(0, 4)} <= {at for at in pages if at[0] < partial_rows.LAST_POSITION} <= {(0, 4)}
    assert len(rows) == rows[-1].position
    assert [3, 4] == [row.position for row in rows[:4][-2:]]


@pytest.mark.parametrize(
    ("form", "modules", "extra"),
    [("df", ["pandas"], "pandas"), ("pl", ["polars", "pyarrow"], "polars"), ("arrow", ["pyarrow"], "arrow")],
)
def test_a_missing_library_is_named(log, monkeypatch, form, modules, extra):
    """
    Without a library its form says what to install, before anything is asked.
    """
    for module in modules:
        with monkeypatch.context() as without:
            without.setitem(sys.modules, module, None)
            with pytest.raises(MissingExtra, match=rf"pip install 'news-timeline\[{extra}\]'"):
                getattr(log.sql("select <"), form)()
    assert 1 == len(getattr(log.timeline(), form)())
