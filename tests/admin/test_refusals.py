"""When a keeper's work is broken off: copies, erasures and imports that are not what they should be."""

from __future__ import annotations

import json
import os
import shutil

import duckdb
import pytest

import timeline
from building import article, extracted, said
from timeline.admin import erasure
from timeline.errors import IntegrityError, LogError
from timeline.log.append import append_articles


@pytest.fixture
def log(tmp_path):
    """Two articles in each of which something was said."""
    log = timeline.open(tmp_path / "log.duckdb")
    for key in ("a", "b"):
        append_articles(log.event_log, [extracted(article(key), said("Ann"))])
    return log


def test_copy_of_something_else_is_not_kept(log, tmp_path, monkeypatch):
    """
    A copy whose head is not that of the log is refused, and nothing of it stays.
    """
    other = timeline.open(tmp_path / "other.duckdb")
    append_articles(other.event_log, [extracted(article("x"))])
    monkeypatch.setattr(shutil, "copyfileobj", lambda _, copy, *__: copy.write(other.path.read_bytes()))
    with pytest.raises(IntegrityError, match="copy again"):
        log.backup(tmp_path / "copy.duckdb")
    assert [] == list(tmp_path.glob("copy*"))


def test_backup_of_no_log_says_what_is_wrong_with_it(tmp_path):
    """
    A fault of the log is not taken for one of the copy.
    """
    path = tmp_path / "notes.duckdb"
    path.write_text("Dear diary")
    with pytest.raises(LogError) as caught:
        timeline.open(path).backup(tmp_path / "copy.duckdb")
    assert "copy.duckdb" not in str(caught.value)


def meanwhile(monkeypatch, path, *statements):
    """Another program, which respects no lock, writes while the new file is checked."""
    check = erasure._check

    def write(unfinished, log):
        check(unfinished, log)
        with duckdb.connect(str(path)) as connection:
            for statement in statements:
                connection.execute(statement)

    monkeypatch.setattr(erasure, "_check", write)


@pytest.mark.parametrize(
    ("statements", "says"),
    [
        (["insert into heads select tree_size + 1, * exclude (tree_size) from heads"], "was meanwhile written"),
        (["pragma disable_checkpoint_on_shutdown", "create table notes as select 1 as note"], r"\.wal appeared"),
    ],
)
def test_log_that_others_write_meanwhile_is_not_replaced(log, monkeypatch, statements, says):
    """
    What another program commits, into the file or beside it, would be lost: nothing is erased.
    """
    meanwhile(monkeypatch, log.path, *statements)
    with pytest.raises(LogError, match=says):
        log.erase("a", reason="by order")
    assert [] == log.event_log.read("data is null")


def test_erasure_does_not_trust_tables_of_another_version(log):
    """
    What has to go is looked up in tables that are current, and they are made so first.
    """
    log.retract(next(iter(log.statements())).event_id, reason="x")
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("update meta set value = 'old' where key = 'queries'")
        for table in ("mention_history", "identity_history", "person_history", "decision_history"):
            connection.execute(f"drop table if exists {table} cascade")
    log.erase("a", reason="by order")
    assert log.verify(projections=True).ok


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser gives files away")
def test_file_keeps_its_owner(log):
    """
    A log that the superuser rewrites stays its owner's.
    """
    os.chown(log.path, 1234, 2345)
    log.erase("a", reason="by order")
    assert (1234, 2345) == (log.path.stat().st_uid, log.path.stat().st_gid)


def test_long_log_is_copied_in_chunks(log, monkeypatch):
    """
    What goes and what stays is the same wherever a chunk ends.
    """
    monkeypatch.setattr(erasure, "CHUNK_EVENTS", 2)
    erased = log.erase("a", reason="by order")
    assert erased.payloads == len(log.event_log.read("data is null"))
    assert [] == log.event_log.read("data is null and article <> 'a'")
    assert log.verify().ok


@pytest.mark.parametrize(
    ("change", "column"), [({"salt": None}, "salt"), ({"data": None}, "salt"), ({"commitment": "00"}, "commitment")]
)
def test_payload_without_its_salt_is_refused(log, tmp_path, change, column):
    """
    Payload and salt come together or not at all, and the commitment is theirs.
    """
    log.export_events(tmp_path / "events.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text("utf-8").splitlines()]
    rows[1] |= change
    (tmp_path / "events.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    with pytest.raises(IntegrityError, match=f"position 2: the {column} does not match") as caught:
        timeline.open(tmp_path / "other.duckdb").import_events(tmp_path / "events.jsonl")
    assert (2, column) == (caught.value.position, caught.value.column)


def test_file_without_events_brings_none(log, tmp_path):
    """
    An empty export is read to its end at once.
    """
    (tmp_path / "events.jsonl").write_text("")
    reached = []
    assert 0 == log.import_events(tmp_path / "events.jsonl", progress=reached.append)
    assert [] == reached
