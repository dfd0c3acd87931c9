"""Opening the file: who may, who has to wait, what is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import duckdb
import pytest

import timeline
from building import article, extracted
from timeline.errors import LogError, LogFormatError, LogLocked, NotFound, QueryError
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.store import connections, opening

HOLD = """
import sys, time
from pathlib import Path
import timeline
from timeline.store import connections
with getattr(connections, sys.argv[1])(Path(sys.argv[2])):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def log(tmp_path):
    """A log with one article."""
    log = EventLog(tmp_path / "log.duckdb", wait=0.2)
    append_articles(log, [extracted(article())])
    return log


@pytest.fixture
def held(log):
    """Start another process that holds the log."""
    holders = []

    def hold(how):
        words = [sys.executable, "-c", HOLD, how, str(log.path)]
        holder = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert "open\n" == holder.stdout.readline()
        holders.append(holder)
        return holder

    yield hold
    for holder in holders:
        holder.communicate()


def test_writer_is_named_to_those_who_wait(log, held):
    """
    While one process writes, others are told its process id, readers and writers alike.
    """
    writer = held("writing")
    for use in (log.read, lambda: append_articles(log, [extracted(article("b"))])):
        with pytest.raises(LogLocked, match=rf"process {writer.pid} .*--wait") as caught:
            use()
        assert writer.pid == caught.value.holder


def test_readers_share(log, held):
    """
    Two processes read at the same time; a writer waits for both.
    """
    held("reading")
    assert 2 == len(log.read())
    with pytest.raises(LogLocked):
        append_articles(log, [extracted(article("b"))])


def test_waiting_ends_when_the_writer_does(log, held):
    """
    A writer that leaves lets the next one in.
    """
    held("writing").communicate()
    assert "published" == append_articles(log, [extracted(article("b"))])[0].outcome


def test_foreign_duckdb_program_is_waited_for(log):
    """
    A program that opens the file without our lock file is named all the same.
    """
    program = f"import duckdb, sys; c = duckdb.connect({str(log.path)!r}); print(1, flush=True); sys.stdin.read()"
    words = [sys.executable, "-c", program]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        holder.stdout.readline()
        with pytest.raises(LogLocked, match=f"process {holder.pid}"):
            log.read()
        holder.communicate()


def test_no_log_yet(tmp_path):
    """
    Reading what is not there says how to make it.
    """
    with pytest.raises(NotFound, match="append an article first"):
        EventLog(tmp_path / "none").read()
    assert [] == list(tmp_path.iterdir())


def test_file_that_is_no_database(tmp_path):
    """
    A text file is refused and left as it was.
    """
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, " * 1000)
    for use in (EventLog(path).read, lambda: append_articles(EventLog(path), [extracted(article())])):
        with pytest.raises(LogFormatError, match="not a DuckDB file"):
            use()
    assert "Dear diary, " * 1000 == path.read_text()


def test_database_of_something_else(tmp_path):
    """
    Another program's DuckDB file is refused and left as it was.
    """
    path = tmp_path / "shop.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table orders as select 1 as id")
    with pytest.raises(LogFormatError, match="not a timeline log"):
        append_articles(EventLog(path), [extracted(article())])
    with duckdb.connect(str(path)) as connection:
        assert [("orders",)] == connection.execute("select table_name from duckdb_tables()").fetchall()


def test_making_that_was_cut_short(tmp_path):
    """
    A file whose making was killed before the first commit holds no log, and becomes one with the next append.
    """
    path = tmp_path / "log.duckdb"
    duckdb.connect(str(path)).close()
    with pytest.raises(NotFound, match="append an article first"):
        EventLog(path).read()
    assert 1 == timeline.open(path).append(article()).published


@pytest.mark.parametrize("later", [opening.FORMAT + 1, 99])
def test_newer_format(log, later):
    """
    A log of the next format, or of any after it, is refused with what to do.
    """
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("update meta set value = $later where key = 'format'", {"later": later})
    with pytest.raises(LogFormatError, match="install a newer timeline"):
        log.read()


def test_swapped_file_is_noticed(log, tmp_path, monkeypatch):
    """
    When another file takes the place of the log while it is being opened, the new one is opened.
    """
    other = EventLog(tmp_path / "other.duckdb")
    append_articles(other, [extracted(article("x")), extracted(article("y"))])
    connect = duckdb.connect

    def connect_and_swap(*arguments, **options):
        connection = connect(*arguments, **options)
        if other.path.exists():
            other.path.rename(log.path)
        return connection

    monkeypatch.setattr(opening.duckdb, "connect", connect_and_swap)
    assert 4 == len(log.read())


def test_block_keeps_the_file_from_its_first_write_on(log):
    """
    In a block the file stays open once something was written: others wait, own reads see it, the end lets go.
    """
    other = EventLog(log.path, wait=0.1)
    with timeline.open(log.path) as held:
        assert 2 == len(elsewhere(log.path))
        held.append(article("b"))
        assert {"a", "b"} == articles(held.event_log)
        assert [] == held.verify().problems
        with pytest.raises(subprocess.CalledProcessError, match="1"):
            elsewhere(log.path)
        held.append(article("c"))
    assert {"a", "b", "c"} == articles(other) == set(elsewhere(log.path))


def test_block_reads_and_cannot_write_what_it_reads(log):
    """
    The caller's own SQL stays read-only in a block.
    """
    with timeline.open(log.path) as held:
        held.append(article("b"))
        with pytest.raises(QueryError, match="read-only"):
            list(held.sql("insert into stored.guard values ('x')"))
        assert "published" == append_articles(log, [extracted(article("c"))])[0].outcome


def test_blocks_stand_within_each_other(log):
    """
    The file is let go when the outermost block ends, whatever ended it.
    """
    with suppress(ArithmeticError), timeline.open(log.path) as outer:
        with timeline.open(log.path) as inner:
            inner.append(article("b"))
        outer.append(article("c"))
        raise ArithmeticError
    assert {"a", "b", "c"} == set(elsewhere(log.path))


def test_block_goes_on_after_a_commit_that_failed(log):
    """
    What could not be committed is rolled back, what comes later is appended.
    """
    failing = EventLog(log.path, on_commit=[lambda connection, _: connection.execute("select error('no')")])
    with timeline.open(log.path) as held:
        held.append(article("b"))
        with pytest.raises(LogError, match="could not be written"):
            append_articles(failing, [extracted(article("c"))])
        held.append(article("d"))
        assert held.verify().ok
    assert {"a", "b", "d"} == articles(log)


@pytest.mark.parametrize("how", ["renamed", "removed", "replaced"])
@pytest.mark.parametrize("when", ["before", "within"])
def test_append_to_a_file_that_is_gone_is_no_success(log, how, when):
    """
    A block whose file was renamed, removed or replaced meanwhile appends nothing that nobody would find.
    """
    moved = log.path.with_name("moved.duckdb")

    def move(*_):
        if how == "removed":
            log.path.unlink()
        else:
            log.path.rename(moved)
        if how == "replaced":
            append_articles(EventLog(moved.with_name("new.duckdb")), [extracted(article("n"))])
            moved.with_name("new.duckdb").rename(log.path)

    moving = EventLog(log.path, on_commit=[move] if when == "within" else [])
    with timeline.open(log.path) as held:
        held.append(article("b"))
        if when == "before":
            move()
        with pytest.raises(LogError, match=r"was moved, replaced or removed .* nothing was written"):
            append_articles(moving, [extracted(article("c"))])
        append_articles(log, [extracted(article("d"))])
    assert {"renamed": {"d"}, "removed": {"d"}, "replaced": {"n", "d"}}[how] == articles(log)


def test_file_that_goes_with_the_commit(log, monkeypatch):
    """
    When the file goes after its place was looked at, the commit is not taken for a success either.
    """
    places = iter([(0, 1), (0, 1), None])
    monkeypatch.setattr(connections, "_place", lambda _: next(places))
    with pytest.raises(LogError, match=r"was moved, replaced or removed .* is in the file that stood here"):
        append_articles(log, [extracted(article("b"))])


@pytest.mark.parametrize("ending", ["", ".wal"])
def test_nothing_is_made_through_a_link(tmp_path, ending):
    """
    A link that leads nowhere, or stands for the journal, is not followed by a writer.
    """
    path, beside, victim = tmp_path / "log.duckdb", tmp_path / f"log.duckdb{ending}", tmp_path / "victim"
    beside.symlink_to(victim)
    with pytest.raises(LogError, match=r"is a link that leads to no log|is no journal but a link"):
        append_articles(EventLog(path), [extracted(article())])
    assert not victim.exists()


@pytest.mark.parametrize("name", [":memory:", ":memory:news"])
def test_log_is_a_file(tmp_path, monkeypatch, name):
    """
    DuckDB's name for a database in memory is no name of a log: what is appended there would be gone.
    """
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LogError, match="is no file, and a log is kept in one"):
        timeline.open(name).append(article())
    assert [] == list(tmp_path.iterdir())


def test_copy_is_made_in_a_block(log, tmp_path):
    """
    A backup within a block holds what the block wrote.
    """
    with timeline.open(log.path) as held:
        held.append(article("b"))
        head = held.backup(tmp_path / "copy.duckdb")
        held.append(article("c"))
    assert head == timeline.open(tmp_path / "copy.duckdb").head()
    assert {"a", "b", "c"} == articles(log)


def test_no_progress_bar_gets_into_a_pipe(log):
    """
    DuckDB, which shows one on standard output when Python runs without a script, is told not to.
    """
    program = (
        "from pathlib import Path; from timeline.store import connections\n"
        f"with connections.reading(Path({str(log.path)!r})) as connection:\n"
        "    print(connection.execute(\"select current_setting('enable_progress_bar')\").fetchall())"
    )
    shown = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert "[(False,)]\n" == shown


def articles(log):
    """Keys of the articles that the events of a log are of."""
    return {row.article for row in log.read()} - {None}


def elsewhere(path):
    """The article of each event, links aside, as another process that does not wait reads them."""
    program = (
        "from timeline.log.event_log import *\n"
        f"print(*(event.article for event in EventLog({str(path)!r}, wait=0).read() if event.article is not None))"
    )
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()


@pytest.mark.parametrize("ending", ["", ".wal"])
def test_a_pipe_is_no_log(tmp_path, ending):
    """
    Neither in the place of the file nor in that of its journal is one waited for.
    """
    path = tmp_path / "log.duckdb"
    if ending:
        append_articles(EventLog(path), [extracted(article())])
    os.mkfifo(f"{path}{ending}")

    for opens in (connections.reading, connections.writing, connections.alone):
        with pytest.raises(LogError, match="is no file"), opens(path):
            pass


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_a_folder_is_no_log(name):
    """
    Nor is what has no name.
    """
    for opens in (connections.reading, connections.writing, connections.alone):
        with pytest.raises(LogError, match="is no file"), opens(Path(name)):
            pass
