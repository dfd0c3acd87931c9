"""Verification: whoever changes a row, drops one or cuts the tail is found out."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import duckdb
import pytest

import timeline
from building import article, delivery, happened, named, said
from timeline import codec
from timeline.delivery import Delivery
from timeline.envelope import COLUMNS, HASHED, commitment, leaf
from timeline.reading import Reading

CHANGES = {
    "event_id": UUID(int=7), "stream": "article/z", "stream_position": 99, "type": "nonsense_told",
    "schema_version": 2, "article": "z", "revision": 9, "evidence": [[0, 1]], "occurred_from": datetime(1999, 1, 1),
    "occurred_to": datetime(1999, 1, 2), "precision": "century", "reported_at": datetime(1999, 1, 1),
    "recorded_at": datetime(1999, 1, 1), "extraction": UUID(int=8), "extractor": "x", "extractor_version": 77,
    "ordinal": 55, "rule": "x", "confidence": 1, "causation": UUID(int=9), "data": "{}", "salt": "00",
    "commitment": "00", "leaf": "00",
}  # fmt: skip


@pytest.fixture
def log(tmp_path):
    """A log with an event of every kind that issue and people can make."""
    log = timeline.open(tmp_path / "log.duckdb")
    readings = (
        Reading("dates", 1, error="ValueError: no"),
        Reading("occurrences", 1, (happened("the bridge was closed"),)),
        Reading("statements", 1, (said("the mayor"), named("Monday", "2026-03-02"))),
    )
    log._log.append([Delivery(article("a"), readings), delivery(article("b"))])
    log._log.append([delivery(article("a", title="New"), said("the mayor"))])
    log.retract(next(iter(log.statements())).event_id, reason="wrong")
    log.withdraw("b", reason="gone")
    return log


def tampered(log, *statements):
    """Change the file behind the log's back: plain DuckDB, triggers dropped."""
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("drop trigger log_refuse_update on log")
        connection.execute("drop trigger log_refuse_delete on log")
        for statement, *values in statements:
            connection.execute(statement, values)
    return log.verify()


def test_untouched_log_holds(log):
    """
    A log that nobody touched verifies, up to the root it prints.
    """
    found = log.verify()
    assert (True, 14, 4) == (found.ok, found.events, found.heads)
    assert log.status()["root"] == found.root


@pytest.mark.parametrize("column", [name for name in COLUMNS if name != "position"])
@pytest.mark.parametrize("position", [1, 2, 3, 4, 5, 14])
def test_changed_column_is_found(log, column, position):
    """
    Whichever column of whichever kind of row is changed, the row is named.
    """
    found = tampered(log, (f"update log set {column} = ? where position = ?", CHANGES[column], position))
    assert position == found.problems[0].position
    assert any(problem.column in ("leaf", "commitment") for problem in found.problems)


def test_missing_row_is_found(log):
    """
    A row that was deleted leaves a hole.
    """
    found = tampered(log, ("delete from log where position = ?", 5))
    assert (6, "position") == (found.problems[0].position, found.problems[0].column)


def test_forged_row_is_found_by_the_root(log):
    """
    A payload exchanged with fitting commitment and leaf is still given away by the tree.
    """
    row = log._log.events("position = 5")[0]
    data = row.data.replace("the mayor", "the major")
    row = row._replace(data=data, commitment=commitment(row.salt, data))
    row = row._replace(leaf=leaf([getattr(row, name) for name in HASHED]))
    statement = "update log set data = ?, commitment = ?, leaf = ? where position = 5"
    found = tampered(log, (statement, row.data, row.commitment, row.leaf))
    assert {"heads.root", "heads.frontier"} <= {problem.column for problem in found.problems}


def test_cut_tail_with_its_head_left_is_found(log):
    """
    A log shorter than its last head is named as such.
    """
    found = tampered(log, ("delete from log where position > ?", 12))
    assert {"heads"} == {problem.column for problem in found.problems}


def test_words_that_are_not_in_the_text_are_found(log, monkeypatch):
    """
    A quote that its spans do not give is named, though every hash fits.
    """
    other = timeline.open(log.path.with_name("other.duckdb"))
    encode = codec.encode
    monkeypatch.setattr(codec, "encode", lambda event: encode(event).replace('"the bridge', '"the fridge'))
    other._log.append([delivery(article(), said("the mayor"))])
    monkeypatch.undo()
    columns = {problem.column for problem in other.verify().problems}
    assert {"data.quote"} == columns
