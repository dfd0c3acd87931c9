"""`timeline retract`, `withdraw` and `history`: what people say of what was read."""

from __future__ import annotations

import json

import pytest

import timeline
from building import article
from commands import run

WORDS = "The mayor said the bridge was safe."


@pytest.fixture
def db(tmp_path):
    """A log of one article with one statement."""
    path = tmp_path / "log.duckdb"
    timeline.open(path).append(article("bridge", text=WORDS, title="Bridge"))
    return path


def quotes(capsys, db):
    """Ids of the statements that hold."""
    ended = run(capsys, "quotes", "--db", db)
    return [json.loads(line)["event_id"] for line in ended.out.splitlines()]


def test_retract_and_restore(capsys, db):
    """
    A statement leaves the quotes when it is retracted, comes back when that is, and its history tells both.
    """
    (event,) = quotes(capsys, db)
    first = run(capsys, "retract", "--db", db, event[:8], "--reason", "Not said.", "--by", "Ana").out.split()[-1]
    assert [] == quotes(capsys, db)
    assert 0 == run(capsys, "retract", "--db", db, first, "--reason", "It was.").status
    assert [event] == quotes(capsys, db)
    rows = [json.loads(line) for line in run(capsys, "history", "--db", db, event).out.splitlines()]
    assert [("the bridge was safe", "statements 1"), ("Not said.", "Ana"), ("It was.", None)] == [
        (row["what"], row["by_whom"]) for row in rows
    ]


def test_withdraw(capsys, db):
    """
    A withdrawn article is in no list, and its history says why.
    """
    assert 0 == run(capsys, "withdraw", "--db", db, "bridge", "--reason", "Taken down.").status
    assert "" == run(capsys, "articles", "--db", db).out
    told = run(capsys, "history", "--db", db, "bridge").out
    assert "Taken down." in told
    assert '"what": "Bridge"' in told or '"what":"Bridge"' in told


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("retract", "ffffffff", "--reason", "x"), 5, "no event"),
        (("retract", "bridge", "--reason", "x"), 1, "no event id"),
        (("withdraw", "nothing", "--reason", "x"), 5, "no article"),
        (("history", "nothing"), 5, "nothing is recorded"),
        (("withdraw", "bridge"), 2, "--reason"),
    ],
)
def test_what_is_not_there(capsys, db, words, status, says):
    """
    What cannot be corrected is one sentence and its exit status.
    """
    ended = run(capsys, *words, "--db", db)
    assert status == ended.status
    assert says in ended.err
