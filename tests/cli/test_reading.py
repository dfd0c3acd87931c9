"""The commands that show what a log holds, and the formats of their rows."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
from contextlib import suppress

import pytest

import timeline
from commands import DATA, command, process, run


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    path = tmp_path_factory.mktemp("reading") / "news.duckdb"
    assert timeline.open(path).append([DATA / "harbour.txt", DATA / "feed.jsonl"]).ok
    return path


def rows(capsys, *words):
    ended = run(capsys, *words)
    assert (0, "") == (ended.status, ended.err)
    return [json.loads(line) for line in ended.out.splitlines()]


def test_a_pipe_gets_json_lines(capsys, db):
    """
    Without a terminal rows come as JSON Lines, with all columns of the view.
    """
    found = rows(capsys, "quotes", "--db", db)
    said = {(row["speaker"], row["quote"], row["article"]) for row in found}
    assert ("Ann Lee", "The harbour will stay closed until Friday.", "harbour") in said
    assert {"said_from", "said_to", "citation", "event_id"} <= set(found[0])


def test_show(capsys, db):
    """
    What happened is shown in the order of time, within the days asked for, both included.
    """
    found = rows(capsys, "show", "--db", db, "--since", "2024-03-07", "--until", "2024-03-07")
    assert "A tug towed the ferry to Port Ellis on 7 March 2024." in {row["text"] for row in found}
    assert {"2024-03-07T00:00:00"} == {row["occurred_from"] or "2024-03-07T00:00:00" for row in found}
    ends = [row["occurred_from"] or row["occurred_to"] for row in rows(capsys, "show", "--db", db)]
    assert sorted(ends) == ends


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        (("--speaker", "LEE"), {"Ann Lee"}),
        (("--publisher", "wire"), {"Cy Dahl"}),
        (("--about", "nobody", "--about", "Friday"), {"Ann Lee", "Cy Dahl"}),
        (("--as-of", "2020-01-01"), set()),
        (("--since", "2030"), set()),
    ],
)
def test_filters(capsys, db, words, speakers):
    """
    Filters are parts of names and words in any case; several words widen the search; days and moments bound it.
    """
    assert speakers == {row["speaker"] for row in rows(capsys, "quotes", "--db", db, *words)}


def test_articles_and_speakers(capsys, db):
    """
    Articles and speakers are listed with their counts.
    """
    assert {"harbour", "ferry-1", "ferry-2"} == {row["article"] for row in rows(capsys, "articles", "--db", db)}
    assert {"Ann Lee": 1, "Cy Dahl": 1}.items() <= {
        row["speaker"]: row["statements"] for row in rows(capsys, "speakers", "--db", db)
    }.items()


def test_limit(capsys, db):
    """
    `--limit` bounds the rows; none is fine too.
    """
    assert [2, 0] == [len(rows(capsys, "log", "--db", db, "--limit", limit)) for limit in ("2", "0")]


def test_months_and_years_are_days(capsys, db):
    """
    A month or a year as a bound means its first or last day.
    """
    for last in ("2024-03", "2024", "2024-03-31"):
        assert 3 == len(rows(capsys, "articles", "--db", db, "--since", "2024-02", "--until", last))


def test_formats(capsys, db):
    """
    The same rows come as JSON, CSV and Markdown.
    """
    words = ("articles", "--db", db, "--format")
    keys = ["harbour", "ferry-1", "ferry-2"]
    assert keys == [row["article"] for row in json.loads(run(capsys, *words, "json").out)]
    assert keys == [row["article"] for row in csv.DictReader(io.StringIO(run(capsys, *words, "csv").out))]
    lines = run(capsys, *words, "md").out.splitlines()
    assert keys == [line.split(" | ")[3] for line in lines[2:]]
    assert "| --- |" == lines[1][:7]


def test_empty_answers(capsys, db):
    """
    Nothing found is fine: no rows, an empty array, the headings alone, and a word to people.
    """
    words = ("quotes", "--db", db, "--speaker", "nobody at all", "--format")
    assert (0, "", "") == run(capsys, *words, "jsonl")
    assert [] == json.loads(run(capsys, *words, "json").out)
    assert 1 == len(run(capsys, *words, "csv").out.splitlines())
    assert (0, "", "timeline: nothing found.\n") == run(capsys, *words, "table")


def test_tables_are_for_people(capsys, db, monkeypatch):
    """
    A table names the time and the speaker once, marks the speaker's own words, and leads to the event.
    """
    monkeypatch.setenv("COLUMNS", "140")
    table = run(capsys, "quotes", "--db", db, "--format", "table", "--about", "harbour will").out
    (row,) = rows(capsys, "quotes", "--db", db, "--about", "harbour will")
    heading, line = table.splitlines()
    assert ["when", "who", "how", "what", "source", "event"] == heading.split()
    assert line.startswith("by 6 Mar 2024  Ann Lee  said  “The harbour will stay closed until Friday.”  The Cape ¶")
    assert line.split()[-1] == row["event_id"][:8]


def test_a_terminal_gets_tables(db):
    """
    A terminal gets a table without being asked, as wide as it is, and no colours where they are not wanted.
    """
    reader, writer = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100", "NO_COLOR": "1"}
    with subprocess.Popen(command("articles", "--db", db), stdout=writer, env=environment) as running:
        os.close(writer)
        seen = b""
        with suppress(OSError):  # the terminal's other end is closed
            while piece := os.read(reader, 65536):
                seen += piece
    os.close(reader)
    assert 0 == running.returncode
    assert [] == re.findall(r"\x1b\[[0-9;]*[349]\d", seen.decode())
    heading, *lines = re.sub(r"\x1b\[[0-9;]*m", "", seen.decode()).splitlines()
    assert ["published", "publisher", "title", "language", "quotes", "events", "texts", "article"] == heading.split()
    assert 100 >= max(map(len, lines))


def test_tables_send_no_control_characters(capsys, tmp_path, monkeypatch):
    """
    A text cannot steer the terminal of who reads it.
    """
    monkeypatch.setenv("COLUMNS", "160")
    text = 'Ann Lee said: "The \x1b[31mharbour\x07 is [bold]closed[/bold]."'
    timeline.open(tmp_path / "t.duckdb").append(timeline.Article(key="a", text=text, published="2024-03-06"))
    for words in (("quotes", "--format", "table"), ("sql", "select text from articles", "--format", "table")):
        out = run(capsys, *words, "--db", tmp_path / "t.duckdb").out
        assert "␛[31mharbour␇ is [bold]closed[/bold]" in " ".join(out.split())
        assert "\x1b" not in out


def test_output_file(capsys, db, tmp_path):
    """
    A file gets the form its suffix says; when the command fails there is none, and an older one stays.
    """
    path = tmp_path / "out.csv"
    assert (0, "", "") == run(capsys, "articles", "--db", db, "-o", path)
    assert 3 == len(list(csv.DictReader(io.StringIO(path.read_text()))))
    before = path.read_bytes()
    assert 5 == run(capsys, "articles", "--db", tmp_path / "none.duckdb", "-o", path).status
    assert (before, ["out.csv"]) == (path.read_bytes(), [found.name for found in tmp_path.iterdir()])


def test_run(capsys, db):
    """
    `run` answers with any view; parameters have its names, and given twice they are a list.
    """
    assert 2 == len(rows(capsys, "run", "publications", "-p", "publisher=wire", "--db", db))
    both = rows(capsys, "run", "who_said_what_when", "-p", "about=nobody", "-p", "about=friday", "--db", db)
    assert {"Ann Lee", "Cy Dahl"} == {row["speaker"] for row in both}


def test_run_with_wrong_names(capsys, db):
    """
    An unknown view is not found, an unknown parameter is an error; both list what there is.
    """
    view, parameter = run(capsys, "run", "nope", "--db", db), run(capsys, "run", "speakers", "-p", "x=1", "--db", db)
    assert (5, 1) == (view.status, parameter.status)
    assert "no view named 'nope'; there are activity," in view.err
    assert "speakers has no parameter 'x'; it has as_of," in parameter.err


def test_digest(capsys, db, tmp_path):
    """
    A digest is Markdown, or what the file's suffix or `--format` says.
    """
    assert run(capsys, "digest", "--db", db).out.startswith("# ")
    assert "days" in json.loads(run(capsys, "digest", "--db", db, "--format", "json").out)
    run(capsys, "digest", "--db", db, "-o", tmp_path / "d.html")
    assert (tmp_path / "d.html").read_text().lower().startswith("<!doctype html>")
    unknown = run(capsys, "digest", "--db", db, "--format", "pdf")
    assert (5, "timeline: no digest format 'pdf'; there are atom, eml, html, json, markdown.\n") == (
        unknown.status,
        unknown.err,
    )


def test_explain(capsys, db):
    """
    An event leads back to its rule, its words underlined in their sentence, its article and its place in the log.
    """
    (row,) = rows(capsys, "quotes", "--db", db, "--about", "harbour will")
    out = run(capsys, "explain", "--db", db, row["event_id"][:12]).out
    lines = out.splitlines()
    at = next(number for number, line in enumerate(lines) if "The harbour will stay closed" in line)
    start = lines[at].index("The harbour will")
    assert "─" * len("The harbour will stay closed until Friday.") == lines[at + 1][start:].strip()
    assert lines[at][lines[at + 1].index("═") :].startswith("said")
    for part in ("statement_reported", "rule ", "article harbour, revision 1", "position ", row["event_id"]):
        assert part in out
    whole = json.loads(run(capsys, "explain", "--db", db, "--json", row["event_id"]).out)
    assert (row["event_id"], "harbour") == (whole["event_id"], whole["article"])


@pytest.mark.parametrize(("event", "status"), [("ffffffffffff", 5), ("0", 1), ("nonsense", 1)])
def test_explain_nothing(capsys, db, event, status):
    """
    An id that no event has is not found; what is no id is an error.
    """
    ended = run(capsys, "explain", "--db", db, event)
    assert (status, "") == (ended.status, ended.out)
    assert 1 == len(ended.err.splitlines())


def test_status(capsys, db):
    """
    Status is one object with the counts; people read it downwards.
    """
    (facts,) = rows(capsys, "status", "--db", db)
    assert (3, "current") == (facts["article_published"], facts["projections"])
    table = run(capsys, "status", "--db", db, "--format", "table").out
    assert ["article_published", "3"] in [line.split() for line in table.splitlines()]


def test_tables(capsys, db):
    """
    Tables lists the log, the tables and the views.
    """
    kinds = {row["name"]: row["kind"] for row in rows(capsys, "tables", "--db", db)}
    assert {"log": "table", "statements": "projection", "speakers": "view"}.items() <= kinds.items()


def test_catalogue(capsys):
    """
    `catalogue` lists the event types, and checks the published schemas.
    """
    kinds = {row["type"]: row["version"] for row in rows(capsys, "catalogue")}
    assert {"article_published": 1, "statement_reported": 2}.items() <= kinds.items()
    assert (0, "the catalogue matches the code.\n", "") == run(capsys, "catalogue", "check")


def test_database_from_the_environment(db):
    """
    `TIMELINE_DB` names the log where `--db` does not.
    """
    assert 3 == len(process("articles", TIMELINE_DB=str(db)).out.splitlines())


def test_sql(capsys, db, monkeypatch):
    """
    `sql` answers a stranger's query with its parameters, from the command line or standard input.
    """
    words = ("sql", "--db", db, "-p", "who=ferry-1")
    query = "select title from articles where article = $who"
    assert [{"title": "Ferry adrift"}] == rows(capsys, *words, query)
    monkeypatch.setattr("sys.stdin", io.StringIO(query))
    assert [{"title": "Ferry adrift"}] == rows(capsys, *words, "-")
    assert [{"a": 1, "a_2": 2}] == rows(capsys, "sql", "--db", db, "select 1 as a, 2 as a")


def test_sql_says_when_it_was_cut(capsys, db):
    """
    An answer cut at the limit says so beside the rows.
    """
    ended = run(capsys, "sql", "--db", db, "--limit", "2", "from range(10)")
    assert (0, 2) == (ended.status, len(ended.out.splitlines()))
    assert "timeline: only the first 2 rows are shown: raise --limit for more.\n" == ended.err
