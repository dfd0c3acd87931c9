"""Options take dates as people write them, and say which days were meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from freezegun import freeze_time

from commands import run

if TYPE_CHECKING:
    from pathlib import Path

NEWS = [
    {"id": str(day), "published": f"2026-11-{day}", "text": f"A ferry sank off Cape Alder. {day} people drowned."}
    for day in (9, 15, 16, 22, 23, 27)
    for day in [f"{day:02}"]
]


@pytest.fixture
def database(tmp_path: Path, capsys) -> Path:
    """A log of articles of some days."""
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, NEWS)))
    assert 0 == run(capsys, "append", tmp_path / "news.jsonl", "--db", tmp_path / "log.duckdb").status
    return tmp_path / "log.duckdb"


@pytest.mark.parametrize(
    ("words", "days", "said"),
    [
        (["--since", "last week"], ["16", "22", "23", "27"], ["--since 'last week': 2026-11-16 to 2026-11-22."]),
        (["--until", "last week"], ["09", "15", "16", "22"], ["--until 'last week': 2026-11-16 to 2026-11-22."]),
        (["--since", "yesterday"], ["27"], ["--since 'yesterday': 2026-11-27."]),
        (["--since", "22 November 2026"], ["22", "23", "27"], ["--since '22 November 2026': 2026-11-22."]),
        (["--since", "2026-11", "--until", "2026-11-15"], ["09", "15"], []),
    ],
)
def test_days_that_were_meant_are_told(database: Path, capsys, words, days, said) -> None:
    """
    `--since` takes the first day of a longer time, `--until` the last, counted from today in UTC.
    """
    with freeze_time("2026-11-28T12:00:00"):
        ended = run(capsys, "articles", "--db", database, *words)

    assert days == [json.loads(line)["article"] for line in ended.out.splitlines()]
    assert said == ended.err.splitlines()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--since", "03/04/2026"], "'03/04/2026' may be 3 April 2026 or 4 March 2026: write 2026-04-03 or 2026-03-04"),
        (["--since", "soon"], "'soon' is not a valid date: write YYYY-MM-DD"),
        (["--as-of", "10 March"], "'10 March' names no year: add one"),
    ],
)
def test_a_doubtful_date_is_a_usage_error(database: Path, capsys, words, said) -> None:
    """
    What may be one of two days is neither, and both are shown.
    """
    ended = run(capsys, "articles", "--db", database, *words)

    assert 2 == ended.status
    assert said in " ".join(ended.err.split())


@freeze_time("2026-11-28T12:00:00")
def test_the_date_of_a_text_is_one_day(tmp_path: Path, capsys) -> None:
    """
    `--date yesterday` is a day, `--date 'last week'` none.
    """
    (tmp_path / "a.txt").write_text("Rain fell on the town for an hour.")
    where = ("append", tmp_path / "a.txt", "--db", tmp_path / "log.duckdb", "--date")

    refused = run(capsys, *where, "last week")
    assert 2 == refused.status
    assert "'last week' is no single day but 2026-11-16 to 2026-11-22" in " ".join(refused.err.split())
    assert "--date 'yesterday': 2026-11-27." in run(capsys, *where, "yesterday").err
    (line,) = run(capsys, "articles", "--db", tmp_path / "log.duckdb").out.splitlines()
    assert "2026-11-27" == json.loads(line)["published"]


@freeze_time("2026-11-28T12:00:00")
@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("yesterday", "2026-11-27."),
        ("yesterday at 3pm", "2026-11-27 15:00:00."),
        ("last week", "2026-11-16 to 2026-11-22."),
    ],
)
def test_a_moment_in_words(database: Path, capsys, word, said) -> None:
    """
    What the log held is asked for in words as well.
    """
    ended = run(capsys, "articles", "--db", database, "--as-of", word)

    assert (0, "", f"--as-of {word!r}: {said}") == (ended.status, ended.out, ended.err.strip())
