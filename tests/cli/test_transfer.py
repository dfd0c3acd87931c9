"""`timeline backup`, `export`, `import` and `log --follow`."""

from __future__ import annotations

import json
import subprocess

import pytest

import timeline
from building import article
from commands import command, run


@pytest.fixture
def db(tmp_path):
    """A log of one article."""
    path = tmp_path / "log.duckdb"
    timeline.open(path).append(article())
    return path


def test_export_and_import(capsys, db, tmp_path):
    """
    A log that was exported and imported has the head that both commands print.
    """
    head = run(capsys, "head", "--db", db).out
    events, copy = tmp_path / "events.jsonl", tmp_path / "copy.duckdb"
    assert head == run(capsys, "export", "events", "--db", db, "-o", events).out
    assert run(capsys, "import", "--db", copy, events).out.endswith(head)
    assert "imported 0 events" in run(capsys, "import", "--db", copy, events).out
    assert 2 == run(capsys, "export", "events", "--db", db, "-o", tmp_path / "events.txt").status


def test_backup(capsys, db, tmp_path):
    """
    A backup has the log's head; a file that is there is not written over.
    """
    assert run(capsys, "head", "--db", db).out == run(capsys, "backup", "--db", db, tmp_path / "b.duckdb").out
    again = run(capsys, "backup", "--db", db, tmp_path / "b.duckdb")
    assert (1, True) == (again.status, "already exists" in again.err)


def test_follow_goes_on_with_what_others_append(db):
    """
    A follower prints what is there and then what another appends, each event once.
    """
    words = command("log", "--db", db, "--follow", "--limit", "12")
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as follower:
        first = json.loads(follower.stdout.readline())
        timeline.open(db).append([article(f"more {at}") for at in range(4)])
        rest = [json.loads(line) for line in follower.stdout]
    assert list(range(1, 13)) == [row["position"] for row in [first, *rest]]
