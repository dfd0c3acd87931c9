"""Carrying a log away and back: backup, export, import, subscription."""

from __future__ import annotations

import itertools
import os
import threading

import duckdb
import pytest

import timeline
from building import article, extracted, happened, said
from timeline.admin import export_import
from timeline.errors import InputError, IntegrityError, LogError, NotFound
from timeline.log.append import append_articles
from timeline.store import connections


@pytest.fixture
def log(tmp_path):
    """A log with revisions, a retraction and a withdrawal."""
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article("a", text="Ünïcödé 🌉 “the bridge is safe”", title="A"))])
    append_articles(log.event_log, [extracted(article("b"), said("Putin"), happened("the bridge was closed"))])
    append_articles(log.event_log, [extracted(article("b", title="New"), said("Savill"))])
    log.retract(next(iter(log.statements())).event_id, reason="wrong")
    log.withdraw("a", reason="gone")
    return log


def rows(log):
    """The log as it is."""
    return log.event_log.read()


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_round_trip_is_the_same_to_the_byte(log, tmp_path, form):
    """
    Exported and imported, every column of every event is what it was, and so are root and projections.
    """
    head = log.export_events(tmp_path / f"events.{form}")
    other = timeline.open(tmp_path / "other.duckdb")
    assert len(rows(log)) == other.import_events(tmp_path / f"events.{form}")
    assert (rows(log), head) == (rows(other), other.head())
    assert other.verify(kept=head).ok
    assert all(found.agrees for found in other.rebuild(check=True))
    assert "unchanged" == append_articles(other.event_log, [extracted(article("b", title="New"))])[0].outcome


def test_rows_that_lie_in_another_order_are_exported_in_theirs(log, tmp_path):
    """
    A file whose rows were moved by somebody is exported in the order of positions.
    """
    before = log.export_events(tmp_path / "before.jsonl")
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("drop trigger log_refuse_update on log")
        connection.execute("drop trigger log_refuse_delete on log")
        connection.execute("create temp table moved as from log where position <= 3")
        connection.execute("delete from log where position <= 3")
        connection.execute("insert into log from moved")
    assert before == log.export_events(tmp_path / "after.jsonl")
    assert (tmp_path / "before.jsonl").read_text() == (tmp_path / "after.jsonl").read_text()


def test_import_commits_whole_batches(log, tmp_path, monkeypatch):
    """
    What was recorded at one time is committed at one time, however little a commit of an import is to hold.
    """
    monkeypatch.setattr(export_import, "BATCH_EVENTS", 1)
    log.export_events(tmp_path / "events.jsonl")
    other, reached = timeline.open(tmp_path / "other.duckdb"), []
    other.import_events(tmp_path / "events.jsonl", progress=reached.append)
    batches = log.sql("select max(position) as last from log group by recorded_at order by last")
    assert [row.last for row in batches] == reached
    assert [] == other.verify(projections=True).problems


def test_import_keeps_only_so_much_of_one_time(log, tmp_path, monkeypatch):
    """
    Events without end that claim one recorded time are refused before they fill the memory; what came before stays.
    """
    monkeypatch.setattr(export_import, "FETCHED_EVENTS", 2)
    monkeypatch.setattr(export_import, "BATCH_EVENTS", 1)
    monkeypatch.setattr(export_import, "MOST_AT_ONCE_BYTES", 2 * export_import.EVENT_BYTES)
    log.export_events(tmp_path / "events.jsonl")
    other = timeline.open(tmp_path / "other.duckdb")
    with pytest.raises(InputError, match="than can be committed together"):
        other.import_events(tmp_path / "events.jsonl")


def test_interrupted_import_goes_on(log, tmp_path, monkeypatch):
    """
    What was imported before the interruption is not appended again, and the log ends up the same.
    """
    monkeypatch.setattr(export_import, "BATCH_EVENTS", 3)
    log.export_events(tmp_path / "events.jsonl")
    other = timeline.open(tmp_path / "other.duckdb")

    def stop(position):
        if position > 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        other.import_events(tmp_path / "events.jsonl", progress=stop)
    assert len(rows(log)) - 6 == other.import_events(tmp_path / "events.jsonl")
    assert rows(log) == rows(other)


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("Putin", "Putxn", "commitment"),
        ("indirect", "inpirect", "commitment"),
        ('"rule":"test"', '"rule":"text"', "leaf"),
    ],
)
def test_changed_event_is_refused(log, tmp_path, old, new, column):
    """
    A file that was changed on its way is refused at the event that was.
    """
    path = tmp_path / "events.jsonl"
    log.export_events(path)
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    other = timeline.open(tmp_path / "other.duckdb")
    with pytest.raises(IntegrityError, match=column):
        other.import_events(path)
    assert not other.path.exists() or other.status()["events"] < len(rows(log))


def test_import_into_another_log_is_refused(log, tmp_path):
    """
    Events of one log do not go into another that has its own.
    """
    log.export_events(tmp_path / "events.jsonl")
    other = timeline.open(tmp_path / "other.duckdb")
    append_articles(other.event_log, [extracted(article("x"))])
    with pytest.raises(IntegrityError, match="another event"):
        other.import_events(tmp_path / "events.jsonl")


def test_import_of_something_else_is_refused(log, tmp_path):
    """
    A file that holds no events is named.
    """
    path = tmp_path / "notes.jsonl"
    path.write_text("Dear diary\n")
    with pytest.raises(InputError, match="does not hold exported events"):
        log.import_events(path)
    with pytest.raises(LogError, match="cannot be written"):
        log.export_events(tmp_path / "no folder" / "x.jsonl")


def test_backup_is_the_log(log, tmp_path):
    """
    A backup has the log's head and verifies; it is never written over.
    """
    head = log.backup(tmp_path / "copy.duckdb")
    assert rows(log) == rows(timeline.open(tmp_path / "copy.duckdb"))
    assert timeline.open(tmp_path / "copy.duckdb").verify(kept=head).ok
    with pytest.raises(LogError, match="already exists"):
        log.backup(tmp_path / "copy.duckdb")
    with pytest.raises(LogError, match="cannot be written"):
        log.backup(tmp_path / "no folder" / "copy.duckdb")


def test_backup_while_others_read(log, tmp_path):
    """
    A reader that holds the log open does not stop a backup.
    """
    with connections.reading(log.path):
        pass
    opened, done = threading.Event(), threading.Event()

    def read():
        with connections.reading(log.path) as connection:
            opened.set()
            done.wait(10)
            connection.execute("select count(*) from log").fetchall()

    reader = threading.Thread(target=read)
    reader.start()
    opened.wait(10)
    log.backup(tmp_path / "copy.duckdb")
    done.set()
    reader.join()
    assert rows(log) == rows(timeline.open(tmp_path / "copy.duckdb"))


def test_subscriber_is_given_each_event_once(log):
    """
    A consumer that stops, and goes on from its stored position while others append, misses and repeats nothing.
    """
    told = [event.position for event in itertools.islice(log.subscribe(), 4)]
    append_articles(log.event_log, [extracted(article("later"))])
    total = log.status()["events"]
    told += [event.position for event in itertools.islice(log.subscribe(after=told[-1]), total - 4)]
    assert list(range(1, total + 1)) == told


def test_a_log_whose_first_commit_was_cut_short_is_an_empty_one(log, tmp_path, monkeypatch):
    """
    An import that is interrupted at its beginning leaves what verifies; no command takes it for another version's.
    """
    log.export_events(tmp_path / "events.jsonl")
    other = timeline.open(tmp_path / "other.duckdb")
    with monkeypatch.context() as cut:
        cut.setattr("timeline.log.event_log.record", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            other.import_events(tmp_path / "events.jsonl")

    assert (True, 0) == ((found := other.verify(projections=True)).ok, found.events)
    for ask in (other.timeline().dicts, other.status, other.head):
        with pytest.raises(NotFound, match="append an article first"):
            ask()
    other.import_events(tmp_path / "events.jsonl")
    assert other.verify(projections=True).ok
    assert log.head() == other.head()


@pytest.mark.parametrize("name", ["*.jsonl", "ev[a-z]nts.jsonl", "event?.parquet", "a'b[.jsonl"])
def test_name_of_a_file_is_no_pattern(log, tmp_path, name):
    """
    What is imported is the file of that name, whatever others its name would fit as a pattern.
    """
    for other in ("events.jsonl", "events.parquet"):
        (tmp_path / other).write_text("no events")
    log.export_events(tmp_path / name)
    copy = timeline.open(tmp_path / "copy.duckdb")
    assert log.event_log.size() == copy.import_events(tmp_path / name)


def test_rows_are_checked_as_they_are_read(log, tmp_path, monkeypatch):
    """
    However often a row is repeated in a small file, two are looked at.
    """
    with duckdb.connect(str(log.path), read_only=True) as connection:
        connection.execute(f"copy (select l.* from log l, range(100000) where position = 1) to '{tmp_path}/e.parquet'")
    checked = []
    check = export_import._check
    monkeypatch.setattr(export_import, "_check", lambda *given: [checked.append(given), check(*given)])
    with pytest.raises(IntegrityError, match="position 2 was expected"):
        timeline.open(tmp_path / "copy.duckdb").import_events(tmp_path / "e.parquet")
    assert 2 == len(checked)


@pytest.mark.parametrize("moment", ["0044-01-01 (BC)", "290000-01-01"])
def test_time_that_python_has_not_is_not_imported(log, tmp_path, moment):
    """
    A time before the year 1 or after 9999 is said to be none.
    """
    path = tmp_path / "events.parquet"
    with duckdb.connect(str(log.path), read_only=True) as connection:
        connection.execute(f"copy (select * replace (timestamp '{moment}' as recorded_at) from log) to '{path}'")
    with pytest.raises(IntegrityError, match="no time of the years 1 to 9999"):
        timeline.open(tmp_path / "copy.duckdb").import_events(path)


def test_backup_follows_no_link(log, tmp_path):
    """
    What somebody put where a backup is written first is replaced, and not written to.
    """
    (tmp_path / "victim").write_text("mine")
    (tmp_path / "b.duckdb.unfinished").symlink_to(tmp_path / "victim")
    log.backup(tmp_path / "b.duckdb")
    assert "mine" == (tmp_path / "victim").read_text()
    assert not (tmp_path / "b.duckdb").is_symlink()


def test_backup_ends_where_the_journal_is_none(log, tmp_path):
    """
    A file with the journal's name that DuckDB passes over is said to be in the way.
    """
    connections.journal_of(log.path).write_bytes(bytes(range(256)) * 20)
    with pytest.raises(LogError, match="not taken into the log"):
        log.backup(tmp_path / "b.duckdb")


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/null"), os.mkdir])
def test_journal_is_a_file(log, tmp_path, make):
    """
    Nobody waits for a pipe with the journal's name, or follows a link there.
    """
    make(connections.journal_of(log.path))
    for act in (log.status, lambda: log.withdraw("b", reason="x"), lambda: log.erase("b", reason="x"),
                lambda: log.backup(tmp_path / "b.duckdb")):  # fmt: skip
        with pytest.raises(LogError, match=r"is no (?:journal|file)"):
            act()
