"""`timeline retract`, `withdraw` and `history`: what people say of what was read."""

from __future__ import annotations

import json

import pytest

import timeline
from building import article
from commands import run
from timeline.extractors.statements import VERSION

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
    assert [("the bridge was safe", f"statements {VERSION}"), ("Not said.", "Ana"), ("It was.", None)] == [
        (row["what"], row["by_whom"]) for row in rows
    ]


def test_correct(capsys, db):
    """
    A corrected statement is shown so, with the reason; explaining it says what was changed and by whom.
    """
    (event,) = quotes(capsys, db)
    words = ("correct", "--db", db, event[:8], "speaker=Karin Lind", "when=2026-03", "--reason", "Her words.")
    assert 0 == run(capsys, *words, "--by", "Ana").status
    row = json.loads(run(capsys, "quotes", "--db", db).out)
    assert ("Karin Lind", "2026-03-01T00:00:00", "month") == (row["speaker"], row["said_from"], row["said_precision"])
    table = run(capsys, "quotes", "--db", db, "--format", "table").out
    assert "[corrected: Her words. — Ana]" in " ".join(table.split())
    told = run(capsys, "explain", "--db", db, event).out
    assert 'corrected said_from to "2026-03-01", said_precision to "month"' in told
    assert 'speaker to "Karin Lind": Her words. (' in told
    assert "Her words." in run(capsys, "history", "--db", db, event).out
    assert '"unmatched": 0' in run(capsys, "status", "--db", db).out


def test_correction_is_shown_wherever_the_happening_is(capsys, db, monkeypatch):
    """
    A happening that was dated anew is shown with the reason in the timeline and in digests.
    """
    timeline.open(db).append(article("works", text="The tunnel was closed on Monday."))
    row = next(iter(timeline.open(db).timeline(about=["tunnel"]))).event_id
    words = ("correct", "--db", db, str(row)[:8], "when=2025-12-24", "--reason", "A year before.")
    assert 0 == run(capsys, *words).status
    monkeypatch.setenv("COLUMNS", "200")
    assert "[corrected: A year before.]" in run(capsys, "show", "--db", db, "--format", "table").out
    digest = run(capsys, "digest", "--db", db).out
    assert "## 24 December 2025" in digest
    assert "corrected: A year before." in digest


def test_pin_and_compare(capsys, db):
    """
    Pins are set, listed and lifted; two versions of which one has read nothing have nothing to compare.
    """
    read, unread = f"statements@{VERSION}", f"statements@{VERSION + 1}"
    assert f"{read} pinned in 1 article\n" == run(capsys, "pin", "--db", db, read, "--by", "Ana").out
    assert ("bridge", VERSION, "Ana") == tuple(
        json.loads(run(capsys, "pin", "--db", db).out)[name] for name in ("article", "version", "by")
    )
    assert "" == run(capsys, "compare", "--db", db, read, unread).out
    assert "statements unpinned in 1 article\n" == run(capsys, "unpin", "--db", db, "statements").out
    assert "" == run(capsys, "pin", "--db", db).out


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
        (("retract", "bridge", "--reason", "x"), 1, "not an event id"),
        (("withdraw", "nothing", "--reason", "x"), 5, "no article"),
        (("history", "nothing"), 5, "there is no article or event"),
        (("withdraw", "bridge"), 2, "--reason"),
        (("correct", "ffffffff", "speaker=x", "--reason", "x"), 5, "no event"),
        (("correct", "ffffffff", "speaker", "--reason", "x"), 2, "write name=value"),
        (("correct", "ffffffff", "--reason", "x"), 2, "FIELD=VALUE"),
        (("pin", "statements"), 2, "write it like statements@1"),
        (("pin", "statements@9"), 5, "has not processed any article"),
        (("unpin", "statements"), 5, "no version of statements is pinned"),
        (("compare", "statements@1", "dates@1"), 2, "two versions of one"),
    ],
)
def test_what_is_not_there(capsys, db, words, status, says):
    """
    What cannot be corrected is one sentence and its exit status.
    """
    ended = run(capsys, *words, "--db", db)
    assert status == ended.status
    assert says in ended.err
