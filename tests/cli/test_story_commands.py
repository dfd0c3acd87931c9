"""The commands about stories: stories, story, and what narrows others to one."""

from __future__ import annotations

import json

import pytest

import timeline
from commands import run
from ferries import every_article


@pytest.fixture
def db(tmp_path, monkeypatch):
    """A log of articles about an election, a ferry and bees, and a terminal that is wide enough for its tables."""
    monkeypatch.setenv("COLUMNS", "200")
    path = tmp_path / "news.duckdb"
    assert timeline.open(path).append(every_article()).ok
    return path


def rows(capsys, *words):
    """What a command prints as JSON Lines."""
    ended = run(capsys, *words, "--format", "jsonl")
    assert (0, "") == (ended.status, ended.err)
    return [json.loads(line) for line in ended.out.splitlines()]


def table(capsys, *words):
    """The lines of the table that a command prints, blanks made one."""
    ended = run(capsys, *words, "--format", "table")
    assert 0 == ended.status
    return [" ".join(line.split()) for line in ended.out.splitlines()]


def test_table_has_a_row_for_each_story(capsys, db):
    """
    A story is told by its headline, days, articles, sources, people and places; those of one article by --all.
    """
    shown = table(capsys, "stories", "--db", db)
    assert [
        "printed title articles sources people places story",
        "3 Mar 2026 Ferry Alder sinks off Lindow 3 3 Mara Lund Port Lindow daily",
        "3 Mar 2026 Marchetti wins in Verrin 2 2 Tessa Marchetti Verrin courier",
    ] == shown
    every = table(capsys, "stories", "--all", "--db", db)
    assert [*shown, "3 Mar 2026 Beekeepers count their losses 1 1 weekly"] == every
    assert shown[:2] == table(capsys, "stories", "--limit", "1", "--db", db)
    assert [shown[0], shown[2]] == table(capsys, "stories", "--about", "verrin", "--db", db)


def test_other_formats_have_a_row_for_each_article(capsys, db):
    """
    Programs get each article with its story, those alone too, or those of the stories that were asked for.
    """
    told = {row["article"]: row["story"] for row in rows(capsys, "stories", "--db", db)}
    ferry = dict.fromkeys(("daily", "post", "wire"), "daily")
    assert told == ferry | {"courier": "courier", "gazette": "courier", "weekly": "weekly"}
    assert ferry == {row["article"]: row["story"] for row in rows(capsys, "stories", "--story", "alder", "--db", db)}
    about = rows(capsys, "stories", "--publisher", "gazette", "--limit", "1", "--db", db)
    assert ["courier"] == [row["article"] for row in about]
    assert [] == rows(capsys, "stories", "--reported-until", "2026-03-02", "--db", db)


def test_story_tells_what_happened_and_who_said_what(capsys, db):
    """
    A story has a heading, its timeline and its statements, in whatever format.
    """
    shown = table(capsys, "story", "ferry", "--db", db)
    heading = ["Ferry Alder sinks off Lindow", "3 articles of 3 sources, 3 Mar 2026, story daily"]
    assert [*heading, "who: Mara Lund", "where: Port Lindow", ""] == shown[:5]
    assert any("Police in Port Lindow arrested the captain" in line for line in shown)
    assert any("divers were searching the hull" in line for line in shown)
    (told,) = rows(capsys, "story", "wire", "--db", db)
    assert ("daily", 3, "Mara Lund") == (told["story"], told["articles"], told["statements"][0]["speaker"])
    assert told["articles"] == len({source for row in told["timeline"] for source in row["sources"]})
    assert ["Beekeepers count their losses", "1 article of 1 source, 3 Mar 2026, story weekly"] == (
        table(capsys, "story", "--db", db, "weekly")[:2]
    )


@pytest.mark.parametrize("command", ["show", "quotes", "articles", "speakers", "matrix"])
def test_commands_are_narrowed_to_a_story(capsys, db, command):
    """
    What reads the log shows what is told by the articles of one story alone.
    """
    narrowed, every = (rows(capsys, command, *words, "--db", db) for words in (("--story", "verrin"), ()))
    assert 0 < len(narrowed) < len(every)


def test_digest_of_a_story_has_its_title(capsys, db):
    """
    A digest of a story is called so, unless it is given a title; exports and diffs are narrowed, too.
    """
    digest = run(capsys, "digest", "--story", "verrin", "--db", db).out
    assert digest.startswith("# Marchetti wins in Verrin\n")
    assert "Alder" not in digest
    assert run(capsys, "digest", "--story", "verrin", "--title", "Trams", "--db", db).out.startswith("# Trams\n")
    exported = run(capsys, "export", "timelinejs", "--story", "verrin", "--db", db).out
    assert "Marchetti" in exported
    assert "Alder" not in exported
    learned = rows(capsys, "diff", "2026-01-01", "--story", "verrin", "--db", db)
    assert {"courier", "gazette"} == {row["article"] for row in learned}
    assert [2] == [row["articles"] for row in rows(capsys, "run", "activity", "-p", "story=verrin", "--db", db)]


def test_people_decide_about_stories(capsys, db):
    """
    Stories are merged and split by their names, which is undone by retracting the decision.
    """
    merged = run(capsys, "story", "merge", "ferry", "verrin", "--reason", "x", "--db", db)
    assert "merged by" in merged.out
    assert 5 == len(rows(capsys, "stories", "--story", "ferry", "--db", db))
    run(capsys, "retract", merged.out.split()[-1], "--reason", "No.", "--db", db)
    split = run(capsys, "story", "split", "wire", "--into", "verrin", "--reason", "x", "--by", "M. Ito", "--db", db)
    assert "split by" in split.out
    assert 2 == len(rows(capsys, "stories", "--story", "ferry", "--db", db))


def test_unknown_story_is_an_error(capsys, db):
    """
    What names no story, or several, is said.
    """
    ended = run(capsys, "show", "--story", "sunken ferry", "--db", db)
    meant = "did you mean 'Ferry Alder sinks off Lindow' [daily]?"
    assert (5, f"timeline: no story is called 'sunken ferry': {meant}\n") == (ended.status, ended.err)
    assert 1 == run(capsys, "story", "r", "--db", db).status
    assert "Usage: timeline story" in run(capsys, "story", "--help").out


def test_long_story_is_told_by_the_lines_that_count_most(capsys, db, monkeypatch):
    """
    Of a long story half of the lines are shown, and it is said how many are not; --all shows them, programs get all.
    """
    every = table(capsys, "story", "ferry", "--all", "--db", db)
    assert every == table(capsys, "story", "ferry", "--db", db)
    assert "" == run(capsys, "story", "ferry", "--db", db, "--format", "table").err
    monkeypatch.setattr("timeline.stories.essentials.LEAST_ROWS", 1)
    (told,) = rows(capsys, "story", "ferry", "--db", db)
    marks = [row.pop("essential") for row in told["timeline"]]
    happened, said = len(marks), len(told["statements"])
    assert -(-happened // 2) == sum(marks) < happened
    ended = run(capsys, "story", "ferry", "--db", db, "--format", "table")
    left = happened // 2 + said // 2
    assert f"timeline: {left} lines that count less left out: --all shows every one.\n" == ended.err
    shown = [" ".join(line.split()) for line in ended.out.splitlines()]
    assert set(shown) < set(every)
    assert any("The ferry Alder sank" in line for line in shown)
    assert not any("arrested the captain" in line for line in shown)
    assert every == table(capsys, "story", "ferry", "--all", "--db", db)
