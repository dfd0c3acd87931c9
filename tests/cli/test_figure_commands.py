"""`timeline figures`: how many and how much, and how that changed."""

from __future__ import annotations

import json

import pytest

from commands import run


@pytest.fixture
def db(tmp_path, capsys):
    """Two captures of one article, in which a toll rises."""
    path = tmp_path / "articles.jsonl"
    text = "At least {} people were killed when the ferry sank off Lisbon."
    same = {"id": "a", "published": "2026-03-01", "source": "Post", "title": "Ferry sinks"}
    rows = [
        same | {"captured": f"2026-03-0{day}T10:00:00", "text": text.format(dead)} for day, dead in ((1, 9), (2, 18))
    ]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    run(capsys, "append", "--db", tmp_path / "log.duckdb", path)
    return tmp_path / "log.duckdb"


def test_a_bar_for_each_step(capsys, db, monkeypatch):
    """
    Each step is a row with its figure, a bar as long as the number, and what the step is, under the name of the series.
    """
    monkeypatch.setenv("COLUMNS", "100")
    shown = run(capsys, "figures", "--db", db, "--about", "ferry", "--format", "table").out.splitlines()

    assert "what" == shown[0].split()[0]
    assert ["████", "████████"] == [word for line in shown for word in line.split() if word.startswith("█")]
    assert shown[1].startswith("person killed (Lisbon)")
    assert shown[2].startswith("rose, revised")


def test_rows_for_pipes(capsys, db):
    """
    Programs get the number, the one before, and the events that state them.
    """
    first, second = map(json.loads, run(capsys, "figures", "--db", db).out.splitlines())

    assert [(9, None), (18, 9)] == [(row["number"], row["before"]) for row in (first, second)]
    assert second["before_event_id"] == first["event_id"]


def test_nothing_conflicts_with_itself(capsys, db):
    """
    What a later text of the same article states is no conflict.
    """
    assert "" == run(capsys, "figures", "--db", db, "--conflicts").out


@pytest.mark.parametrize(("words", "expected"), [
    (("--and", "killed", "--and", "lisbon"), 2),
    (("--about", "ferry", "--not", "zeppelin"), 2),
    (("--about", "ferry", "--and", "zeppelin"), 0),
    (("--about", "ferry", "--not", "Lisbon"), 0),
])  # fmt: skip
def test_words_of_the_clause_and_the_headline(capsys, db, words, expected):
    """
    What it is about stands in the words around a figure, or in the headline.
    """
    assert expected == len(run(capsys, "figures", "--db", db, *words).out.splitlines())
