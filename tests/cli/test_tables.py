"""How wide columns are, when a table becomes records, and how counts are laid out by time."""

from __future__ import annotations

import io
import os
from datetime import date

import pytest

from commands import run
from timeline.cli import heatmap, output, table

HEADINGS = ("who", "what", "event")


class Terminal(io.StringIO):
    """A stream that people look at."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("longest", "wordy", "room", "widths"),
    [
        ({"who": 5, "what": 10}, ("what",), 60, {}),
        ({"who": 50, "what": 50}, ("who", "what"), 40, {}),
        ({"who": 5, "what": 50, "event": 8}, ("what",), 40, {"who": 5, "what": 27, "event": 8}),
        ({"who": 20, "what": 50, "event": 20}, ("what",), 60, {"who": 12, "what": 28, "event": 20}),
        ({"who": 30, "what": 100, "event": 8}, ("what",), 100, {"who": 30, "what": 62, "event": 8}),
        ({"who": 40, "what": 50, "event": 8}, ("what", "who"), 48, {"who": 20, "what": 20, "event": 8}),
    ],
)
def test_columns_are_no_wider_than_they_need_be(longest, wordy, room, widths):
    """
    Where all fits nothing is set; else the first wordy column gets what the others leave, the last stays whole.
    """
    assert widths == table._widths(longest, wordy, room)


@pytest.mark.parametrize(
    ("columns", "wordy", "records"), [("20", HEADINGS, True), ("30", HEADINGS, False), ("20", ("what",), False)]
)
def test_a_table_too_wide_to_read_across_is_records(monkeypatch, columns, wordy, records):
    """
    A line a column, where every column is wrapped and would be narrower than eight characters.
    """
    monkeypatch.setenv("COLUMNS", columns)
    stream = io.StringIO()
    table.write_table(stream, HEADINGS, [("Ann", "The pier is shut.", "41d0")], wordy)

    assert records == ("── 1 ──" in stream.getvalue())


@pytest.mark.parametrize(("columns", "width"), [("77", 77), ("wide", 120), (None, 120)])
def test_a_file_is_as_wide_as_the_environment_says(monkeypatch, columns, width):
    """
    Else 120 characters.
    """
    monkeypatch.delenv("COLUMNS", raising=False)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)

    assert width == table.make_console(io.StringIO()).width


@pytest.mark.parametrize(
    ("kind", "shown", "plain"), [(Terminal, True, False), (Terminal, False, True), (io.StringIO, True, True)]
)
def test_only_the_terminal_itself_has_colours(monkeypatch, kind, shown, plain):
    """
    A stream that is not standard output, or is no terminal, gets none.
    """
    stream = kind()
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout", stream if shown else io.StringIO())

    assert plain == table.make_console(stream).no_color


def days(*ordinals, month=3):
    return [date(2026, month, day) for day in ordinals]


@pytest.mark.parametrize(
    ("dates", "room", "period"),
    [
        (days(2, 3, 4), 3, "day"),
        (days(2, 3, 4), 2, "week"),
        (days(2, 10, 20), 2, "month"),
        (days(2, month=1) + days(2, month=2) + days(2), 2, "year"),
        ([date(2024, 1, 1), date(2025, 1, 1), date(2026, 1, 1)], 2, "year"),
    ],
)
def test_the_finest_period_that_fits(dates, room, period):
    """
    Only periods with rows are counted; years are the last resort.
    """
    assert period == heatmap._finest_step(dates, room)[0]


@pytest.mark.parametrize(("room", "columns"), [(5, days(2, 3, 4)), (3, days(2, 3, 4)), (2, days(2, 4)), (1, days(4))])
def test_days_between_have_columns_where_they_fit(room, columns):
    """
    Else only days with rows do, the latest of them.
    """
    assert columns == heatmap._columns(set(days(2, 4)), lambda day: day, room)


def drawn(monkeypatch, rows, columns=80):
    """Lines of a map, without the blanks at their ends."""
    monkeypatch.setenv("COLUMNS", str(columns))
    stream = io.StringIO()
    heatmap.write_heatmap(stream, rows)
    return [line.split() for line in stream.getvalue().splitlines()]


def test_a_map_sums_each_line(monkeypatch):
    """
    A month is named above its first day; a dot stands for none.
    """
    rows = [("Ann", date(2026, 3, 31), 2), ("Ann", date(2026, 4, 1), 3), ("Bo", date(2026, 4, 2), 1)]

    assert [
        ["Mar", "Apr"],
        ["by", "day", "31", "01", "02", "all"],
        ["Ann", "2", "3", "·", "5"],
        ["Bo", "·", "·", "1", "1"],
    ] == drawn(monkeypatch, rows)


def test_months_stand_below_their_year(monkeypatch):
    """
    Where days and weeks are too many, columns are months.
    """
    rows = [("Ann", date(2026, month, day), 1) for month in (1, 2) for day in (1, 8, 15, 22)]

    assert [["’26"], ["by", "month", "01", "02", "all"], ["Ann", "4", "4", "8"]] == drawn(monkeypatch, rows, 26)


def test_nothing_to_count(capsys):
    """
    Without rows there is no map.
    """
    stream = io.StringIO()
    heatmap.write_heatmap(stream, [])

    assert ("", "timeline: nothing found.\n") == (stream.getvalue(), capsys.readouterr().err)


def test_a_layout_says_which_columns_are_wrapped(monkeypatch):
    """
    The others stay on one line where there is room.
    """
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr("sys.stdout", written := io.StringIO())
    layout = output.Layout(("what", "event"), lambda row, _: (row["what"], row["event"]), ("what",))
    output.Output("table", None).write(output.Listing(("what", "event"), [("word " * 40, "41d0c019 " * 3)]), layout)

    assert "41d0c019 41d0c019 41d0c019" in written.getvalue()


ROWS = output.Listing(("who", "at"), [("Ann", 1), ("Bo", 2), ("Cy", 3)])


@pytest.mark.parametrize(
    ("form", "limited", "stream", "shown"),
    [
        (None, False, Terminal, 2),
        (None, True, Terminal, 3),
        ("table", False, io.StringIO, 3),
        ("csv", False, Terminal, 3),
    ],
)
def test_a_terminal_is_spared_thousands_of_rows(monkeypatch, capsys, form, limited, stream, shown):  # noqa: PLR0917
    """
    A table on a terminal stops where nobody reads on, unless the caller set a limit, and says so.
    """
    monkeypatch.setattr(output, "TERMINAL_ROWS", 2)
    monkeypatch.setattr("sys.stdout", written := stream())
    output.Output(form, None).write(ROWS, limited=limited)

    assert shown == len(written.getvalue().splitlines()) - 1
    assert (shown < 3) == ("2 rows shown" in capsys.readouterr().err)


def test_a_table_in_a_file_is_whole(monkeypatch, tmp_path):
    """
    Also when the command runs on a terminal.
    """
    monkeypatch.setattr(output, "TERMINAL_ROWS", 2)
    monkeypatch.setattr("sys.stdout", Terminal())
    output.Output(None, str(tmp_path / "out.txt")).write(ROWS, limited=False)

    assert 4 == len((tmp_path / "out.txt").read_text().splitlines())


def test_nothing_is_said_when_all_rows_were_shown(monkeypatch, capsys):
    """
    As many rows as are shown at most are all of them.
    """
    monkeypatch.setattr(output, "TERMINAL_ROWS", 3)
    monkeypatch.setattr("sys.stdout", Terminal())
    output.Output(None, None).write(ROWS, limited=False)

    assert "" == capsys.readouterr().err


@pytest.mark.parametrize(
    ("form", "file", "stream", "expected"),
    [
        ("md", "a.csv", Terminal, "md"),
        (None, "a.CSV", Terminal, "csv"),
        (None, "a", Terminal, "jsonl"),
        (None, "-", Terminal, "table"),
        (None, None, Terminal, "table"),
        (None, None, io.StringIO, "jsonl"),
    ],
)
def test_the_form_of_rows(monkeypatch, form, file, stream, expected):
    """
    What was asked for, else what the suffix says, else what fits the stream.
    """
    monkeypatch.setattr("sys.stdout", stream())

    assert expected == output.Output(form, file).format


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("csv", 'a,b,c\n,"say ""yes""\\",2026-03-02\n1,x,\n'),
        ("json", '[\n{"a":null,"b":"say \\"yes\\"\\\\","c":"2026-03-02"},\n{"a":1,"b":"x","c":null}\n]\n'),
        ("md", '| a | b | c |\n| --- | --- | --- |\n|  | say "yes"\\ | 2026-03-02 |\n| 1 | x |  |\n'),
    ],
)
def test_values_in_each_form(monkeypatch, form, text):
    """
    Null is empty where there is no word for it, text is as it is, anything else is JSON.
    """
    monkeypatch.setattr("sys.stdout", written := io.StringIO())
    rows = [(None, 'say "yes"\\', date(2026, 3, 2)), (1, "x", None)]
    output.Output(form, None).write(output.Listing(("a", "b", "c"), rows))

    assert text.replace(" ", "") == written.getvalue().replace(" ", "")


def test_a_file_appears_when_it_is_complete(tmp_path):
    """
    Until then the older one stays.
    """
    path = tmp_path / "out.txt"
    path.write_text("old")
    with output.destination(str(path)) as stream:
        stream.write("new")
        stream.flush()
        during = path.read_text()

    assert ("old", "new") == (during, path.read_text())


def test_a_pipe_is_written_to(tmp_path):
    """
    What is no regular file stays what it is.
    """
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    with output.destination(str(tmp_path / "pipe")) as stream:
        stream.write("rows")
    got = os.read(reader, 100)
    os.close(reader)

    assert (b"rows", ["pipe"]) == (got, [path.name for path in tmp_path.iterdir()])


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@sum", "'@sum"),
        (" =1", "' =1"),
        ("\t=1", "'\t'=1"),
        ("\tx", "'\tx"),
        ("\rx", "'␍x"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ("a\n=1", "a\n'=1"),
        (["x;=1"], '["x;\'=1"]'),
        ("a - b; c = d", "a - b; c = d"),
        ("say “yes”", "say “yes”"),
        ("", ""),
        (None, None),
        (-5, "-5"),
        (-2.5, "-2.5"),
        (True, "true"),
        (date(2026, 3, 2), "2026-03-02"),
    ],
)
def test_cells_that_are_no_formulas(value, written):
    """
    An apostrophe stands before what a spreadsheet would work out; numbers, dates and other text stay.
    """
    assert written == output.safe_cell(value)


def test_safe_csv(monkeypatch):
    """
    Names of columns are cells too; without being asked for, safety changes nothing.
    """
    rows = output.Listing(("=a", "b"), [("=1", -1)])
    for safe, text in ((True, "'=a,b\n'=1,-1\n"), (False, "=a,b\n=1,-1\n")):
        monkeypatch.setattr("sys.stdout", written := io.StringIO())
        output.Output("csv", None, safe).write(rows)

        assert text == written.getvalue()


@pytest.mark.parametrize("words", [("--format", "md"), ("-o", "out.jsonl"), ()])
def test_only_csv_is_made_safe(capsys, words):
    """
    To ask for it in another format is an error of usage.
    """
    ended = run(capsys, "tables", "--safe", *words)

    assert (2, True) == (ended.status, "--format csv" in ended.err)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a|b", "a\\|b"),
        ("a\\|b", "a\\\\\\|b"),
        ("<img src=x>", "\\<img src=x>"),
        ("![x](https://t.example)", "![x]\\(https://t.example)"),
        ("&lt;b&gt;", "\\&lt;b\\&gt;"),
        ("\x1b[8m", "␛[8m"),
        ("a\nb", "a<br>b"),
        ("3 < 4 & 5 [sic] (so) C:\\dir", "3 < 4 & 5 [sic] (so) C:\\dir"),
    ],
)
def test_cells_of_markdown(monkeypatch, text, cell):
    """
    Neither HTML nor links, pictures or further cells come of a text; other text stays as it is.
    """
    monkeypatch.setattr("sys.stdout", written := io.StringIO())
    output.Output("md", None).write(output.Listing(("a",), [(text,)]))

    assert f"| {cell} |" == written.getvalue().splitlines()[2]
