"""Killed at any moment, the log is what it would have been: nothing half-written, nothing lost."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import timeline

KILLS = int(os.environ.get("TIMELINE_KILLS", "2"))
INPUT = os.environ.get("TIMELINE_CRASH_INPUT")
"""A JSONL file to kill over; a folder of made-up articles by default."""

DERIVED = ("position", "recorded_at", "salt", "commitment", "leaf", "recorded_from", "recorded_to", "seen")
"""What differs between two logs of the same articles: places, times, and what hangs on the salt."""

SENTENCES = (
    "Officials said on Monday that the river had risen by {n} metres.",
    "“We left at once,” the mayor of Port {n} told reporters.",
    "The ministry denied that {n} people were missing.",
    "On 3 March 2026 the bridge was closed after {n} hours of rain.",
)


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    """Sixty articles, some of them in two captures."""
    if INPUT:
        return Path(INPUT)
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for n in range(60):
            text = "\n\n".join(sentence.format(n=n + k) for k in range(5) for sentence in SENTENCES)
            for capture in range(1 + (n % 5 == 0)):
                row = {"id": f"a{n}", "published": "2026-03-04", "captured": f"2026-03-0{4 + capture}"}
                file.write(json.dumps({**row, "text": text + " Updated." * capture}) + "\n")
    return path


def command(articles, database):
    """The command line that appends them with two workers."""
    return [sys.executable, "-m", "timeline", "append", "--db", str(database), "--jobs", "2", str(articles)]


def contents(database):
    """Log and projections without what may differ, and without order."""
    log = timeline.open(database)
    found = {}
    for table in ("log", "article_history", "statement_history", "occurrence_history", "date_history", "revisions"):
        rows = log.sql(f"from {table}")
        kept = [at for at, column in enumerate(rows.columns) if column not in DERIVED]
        found[table] = sorted(repr([row[at] for at in kept]) for row in rows)
    return found


@pytest.fixture(scope="module")
def undisturbed(articles, tmp_path_factory):
    """What an append that nobody kills gives, and the seconds it takes."""
    database = tmp_path_factory.mktemp("undisturbed") / "log.duckdb"
    started = time.monotonic()
    subprocess.run(command(articles, database), check=True, capture_output=True)
    return contents(database), time.monotonic() - started


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "Ctrl-C"])
def test_append_goes_on_where_it_was_stopped(articles, undisturbed, tmp_path, end):
    """
    Stopped at random moments again and again, then left in peace, the log equals one that was never disturbed.
    """
    expected, seconds = undisturbed
    chance, stopped, started = random.Random(end), 0, 0  # noqa: S311
    database = tmp_path / "0.duckdb"
    while stopped < KILLS:
        process = subprocess.Popen(
            command(articles, database), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
        try:
            process.communicate(timeout=chance.uniform(0.3, 1 + 2 * seconds / KILLS))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, end)
            process.communicate()
            stopped += process.returncode != 0
        if database.exists() and database.stat().st_size:
            assert [] == timeline.open(database).verify().problems
        if process.returncode == 0:
            assert expected == contents(database)
            started += 1
            database = tmp_path / f"{started}.duckdb"
    subprocess.run(command(articles, database), check=True, capture_output=True)

    assert [] == timeline.open(database).verify().problems
    assert all(found.agrees for found in timeline.open(database).rebuild(check=True))
    assert expected == contents(database)


def test_workers_end_with_their_writer(articles, tmp_path):
    """
    Workers of an append that was killed end by themselves.
    """
    process = subprocess.Popen(
        [*command(articles, tmp_path / "log.duckdb")[:-1], "-"], stdin=subprocess.PIPE, start_new_session=True
    )
    process.stdin.write(5 * articles.read_bytes())  # more than one commit holds
    process.stdin.flush()
    deadline = time.monotonic() + 60
    while len(members := running(process.pid)) < 4:  # itself, two workers, and what cleans up behind them
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 10
    while (left := members & running(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.01)
    for member in left:
        os.kill(member, signal.SIGKILL)
    assert not left


def running(session):
    """The processes of a session, without those that have ended and wait to be asked how."""
    found = set()
    for state in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = state.read_text().rpartition(")")[2].split()
        except OSError:  # ended while being looked at
            continue
        if int(words[3]) == session and words[0] != "Z":
            found.add(int(state.parent.name))
    return found
