"""The commands about people: who, people, matrix."""

from __future__ import annotations

import json

import pytest

import timeline
from commands import run

TEXT = """\
Prime minister Ada Wrenfield said on Monday that the bridge is safe. "Bo Ek was wrong," Wrenfield said.

Bo Ek, a builder, said that Wrenfield would open the bridge on Friday.
"""


@pytest.fixture
def db(tmp_path):
    path = tmp_path / "news.duckdb"
    given = [
        timeline.Article(key="a", text=TEXT, published="2026-03-04", source="Post"),
        timeline.Article(key="b", text="The bridge is safe, Wrenfield said.", published="2026-03-05", source="Mail"),
    ]
    assert timeline.open(path).append(given).ok
    return path


def rows(capsys, *words):
    ended = run(capsys, *words)
    assert (0, "") == (ended.status, ended.err)
    return [json.loads(line) for line in ended.out.splitlines()]


def test_who_gives_both_sides(capsys, db):
    """
    What a person said and what was said about them, whatever they are called, with places to read it.
    """
    found = rows(capsys, "who", "wrenfield", "--db", db)
    assert {"Ada Wrenfield"} == {row["speaker"] for row in found if row["part"] == "by"}
    assert ["Bo Ek"] == [row["speaker"] for row in found if row["part"] == "about"]
    assert {"Post", "Mail"} == {citation.split(",")[0] for row in found for citation in row["citations"]}


def test_who_needs_one_person(capsys, db):
    """
    Nobody of that name is an error of its own; a name of several is told who they are.
    """
    assert 5 == run(capsys, "who", "nobody", "--db", db).status
    ended = run(capsys, "who", "e", "--db", db)
    assert 1 == ended.status
    assert "Ada Wrenfield, Bo Ek" in ended.err


def test_quotes_by_and_about(capsys, db):
    """
    Speaker and topic are asked together, by any name; a confidence narrows.
    """
    quotes = rows(capsys, "quotes", "--speaker", "ek", "--about", "ada", "--db", db)
    assert [["Ada Wrenfield"]] == [row["about"] for row in quotes]
    assert [] == rows(capsys, "quotes", "--min-confidence", "100", "--speaker", "ek", "--db", db)


def test_decisions_are_printed_with_the_id_that_takes_them_back(capsys, db):
    """
    Merging and splitting print an event's id, `retract` takes it, and all of it stays in the log.
    """
    out = run(capsys, "people", "merge", "Ada Wrenfield", "Bo Ek", "--reason", "A test.", "--db", db).out
    assert ["Ada Wrenfield"] == [row["speaker"] for row in rows(capsys, "speakers", "--db", db)]
    event = out.removeprefix("merged by ").strip()
    assert 0 == run(capsys, "retract", event, "--reason", "Two.", "--db", db).status
    assert ["Ada Wrenfield", "Bo Ek"] == [row["speaker"] for row in rows(capsys, "speakers", "--db", db)]
    out = run(capsys, "people", "split", "Bo Ek", "--into", "Bo Ek (builder)", "--reason", "Other.", "--db", db).out
    assert out.startswith("split by ")
    assert "Bo Ek (builder)" in {row["person"] for row in rows(capsys, "people", "list", "--db", db)}
    assert "intact" in run(capsys, "verify", "--db", db).out


def test_people_are_listed_with_names_and_roles(capsys, db):
    """
    Each person has one row with all names; roles have their source.
    """
    (found,) = rows(capsys, "people", "list", "wren", "--db", db)
    assert ("Ada Wrenfield", ["Wrenfield"], 2) == (found["person"], found["names"], found["articles"])
    (role,) = rows(capsys, "people", "roles", "bo ek", "--db", db)
    assert ("a builder", "Post") == (role["role"], role["citation"].split(",")[0])


def test_link_links_what_no_append_has_linked(capsys, db, monkeypatch):
    """
    `people link` links the names that an append left unlinked, says how many, and has nothing to do after that.
    """
    assert (0, "linked 0 names\n", "") == run(capsys, "people", "link", "--db", db)
    text = "Olga Berezhnaya said that nothing was late."
    more = [
        timeline.Article(key="c", text=text, published="2026-03-06", source="Post"),
        timeline.Article(key="d", text="The ferry is late, Olga Berezhnaia said.", published="2026-03-06"),
    ]
    with monkeypatch.context() as patched:
        patched.setattr("timeline.people.identities.relink", lambda *_, **__: [])
        assert timeline.open(db).append(more).ok
    apart = {row["speaker"] for row in rows(capsys, "speakers", "--db", db)}
    assert {"Olga Berezhnaya", "Olga Berezhnaia"} <= apart

    assert (0, "linked 1 name\n", "") == run(capsys, "people", "link", "--db", db)

    assert apart - {"Olga Berezhnaia"} == {row["speaker"] for row in rows(capsys, "speakers", "--db", db)}
    assert (0, "linked 0 names\n", "") == run(capsys, "people", "link", "--db", db)


def test_matrix_is_a_map_for_people_and_rows_for_pipes(capsys, db, monkeypatch):
    """
    A map has a line a person and a column a day, numbers that need no colour, and a sum; a pipe gets rows.
    """
    found = rows(capsys, "matrix", "--db", db)
    assert {"speaker", "day", "statements", "total"} == found[0].keys()
    monkeypatch.setenv("COLUMNS", "60")
    months, days, first, *_ = run(capsys, "matrix", "--format", "table", "--db", db).out.splitlines()
    assert ["Mar"] == months.split()
    assert ["by", "day"] == days.split()[:2]
    assert "Ada Wrenfield" == " ".join(first.split()[:2])
    assert str(found[0]["total"]) == first.split()[-1]
    assert "\x1b" not in first
    ended = run(capsys, "matrix", "--about", "nothing at all", "--format", "table", "--db", db)
    assert (0, "", True) == (ended.status, ended.out, "nothing found" in ended.err)
