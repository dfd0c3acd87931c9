"""Publishers' withdrawals come in beside articles."""

from __future__ import annotations

import json

import pytest

from building import article
from commands import run
from timeline.admin.erasure import erase
from timeline.ingest.append import append
from timeline.log.event_log import EventLog
from timeline.model.withdrawal import Withdrawal

UNKNOWN = "a was withdrawn by its publisher; it is not in the log, so nothing was recorded."
OUTDATED = "a was withdrawn by its publisher, and a later text of it is in the log: it stands."


@pytest.fixture
def log(tmp_path):
    """A log that does not exist yet."""
    return EventLog(tmp_path / "log.duckdb", wait=0)


def withdrawal(stated=None):
    return Withdrawal(key="a", reason="The figures are wrong.", by="Example Wire", stated=stated)


def withdrawn(log):
    return [row.article for row in log.read("type = 'article_withdrawn'")]


def test_a_withdrawal_is_recorded_once(log):
    """
    An article is withdrawn behind whatever order it came in; given again, nothing more is recorded.
    """
    given = [withdrawal(), article("a"), article("b")]
    first, second = append(log, given), append(log, given)
    assert (2, 1, 0, 3) == (first.published, first.withdrawn, first.unchanged, first.done)
    assert (0, 0, 3, []) == (second.published, second.withdrawn, second.unchanged, second.notes)
    assert ["a"] == withdrawn(log)
    (row,) = log.read("type = 'article_withdrawn'")
    assert {"reason": "The figures are wrong.", "by": "Example Wire"} == json.loads(row.data)
    assert ("article/a", "a") == (row.stream, row.article)


def test_a_new_text_after_a_withdrawal_can_be_withdrawn(log):
    """
    A text that is appended later is shown again, and can be withdrawn again.
    """
    append(log, [article("a"), withdrawal()])
    append(log, [article("a", text="It was open.")])
    assert 1 == append(log, [withdrawal()]).withdrawn
    assert ["a", "a"] == withdrawn(log)


def test_unknown_articles_are_a_note(log):
    """
    What the log does not hold, or no longer, cannot be withdrawn; nothing is written.
    """
    assert (0, [UNKNOWN], True) == ((found := append(log, [withdrawal()])).withdrawn, found.notes, found.ok)
    assert not log.path.exists()
    append(log, [article("a"), article("b")])
    erase(log.path, "a", reason="They asked for it.")
    assert [UNKNOWN] == append(log, [withdrawal()]).notes
    assert [] == withdrawn(log)


@pytest.mark.parametrize(
    ("stated", "count", "notes"),
    [("2026-03-04T10:00", 0, [OUTDATED]), ("2026-03-06", 1, []), (None, 1, [])],
    ids=["before", "after", "unknown"],
)
def test_a_later_text_stands(log, stated, count, notes):
    """
    A withdrawal of a version before the current text is not recorded.
    """
    append(log, [article("a", captured="2026-03-05")])
    found = append(log, [withdrawal(stated)])
    assert (count, notes) == (found.withdrawn, found.notes)


def test_told_on_the_command_line(tmp_path, capsys):
    """
    `append` counts what was withdrawn, and `extract` names it.
    """
    item = {"uri": "pier", "versioncreated": "2024-03-06T12:00:00Z", "body_text": "The pier was closed."}
    kill = item | {"versioncreated": "2024-03-06T13:00:00Z", "pubstatus": "canceled"}
    path = tmp_path / "wire.json"
    path.write_text(json.dumps([item, kill]))
    database = tmp_path / "news.duckdb"
    result = run(capsys, "append", "--db", database, path)
    assert (0, "withdrawn  1 article") == (result.status, result.out.splitlines()[-1])
    assert "pier" not in run(capsys, "articles", "--db", database).out
    assert "pier was withdrawn by its publisher.\n" in run(capsys, "extract", path).err
