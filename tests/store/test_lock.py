"""The lock file beside a database."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier, Event, Thread, Timer
from threading import enumerate as running_threads
from time import sleep

import pytest

from building import article, extracted
from timeline.errors import LogError, LogLocked
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.store import lock as locks
from timeline.store import lock_holder
from timeline.store.lock import lock

LOCKS = Path("/proc/locks")
"""Where Linux lists who has a lock, and who waits for one."""

ALONE, SHARED = fcntl.LOCK_EX, fcntl.LOCK_SH


@pytest.fixture
def path(tmp_path):
    """A database that need not be there."""
    return tmp_path / "log.duckdb"


def test_who_waits_gets_the_file_when_it_is_free(path):
    """
    A lock that is given back within the time to wait is taken then.
    """
    holder = ExitStack()
    holder.enter_context(lock(path, ALONE, 0))
    left = Event()
    holder.callback(left.set)  # just before it gives the lock back
    Timer(0.03, holder.close).start()
    with lock(path, ALONE, 10):
        assert left.is_set()


def test_new_reader_waits_for_a_writer_that_waits(path):
    """
    A writer that waits for one reader goes before the readers that come after it.
    """
    written = Event()

    def write():
        with lock(path, ALONE, 10):
            written.set()

    first = ExitStack()
    first.enter_context(lock(path, SHARED, 0))
    writer = Thread(target=write)
    writer.start()
    intent = path.with_name("log.duckdb.intent")
    while not is_locked(intent):
        pass
    with pytest.raises(LogLocked), lock(path, SHARED, 0):
        pass
    assert not written.is_set()
    first.close()
    writer.join()
    with lock(path, SHARED, 0):
        assert written.is_set()


def test_reader_that_waited_goes_before_the_next_writer(path, monkeypatch):
    """
    After a writer it is the turn of readers that waited for it, whatever writers wait as well.
    """
    monkeypatch.setattr(locks, "TURN_SECONDS", 0.5)
    served, asked = [], Barrier(3)

    def take(kind, name):
        asked.wait()
        with lock(path, kind, 10):
            served.append(name)

    first = ExitStack()
    first.enter_context(lock(path, ALONE, 0))
    threads = [Thread(target=take, args=each) for each in ((ALONE, "writer"), (SHARED, "reader"))]
    for thread in threads:
        thread.start()
    asked.wait()
    Timer(0.1, first.close).start()
    for thread in threads:
        thread.join()
    assert ["reader", "writer"] == served


def waiting(path, taken, count):
    """Writers that wait in a line, each of which says when it has the file."""

    def write(number):
        with lock(path, ALONE, 10):
            taken.append(number)

    threads = [Thread(target=write, args=(number,)) for number in range(count)]
    for place, thread in enumerate(threads, 1):
        thread.start()
        while in_line(path) < place:
            sleep(0.001)
    return threads


def in_line(path):
    """How many wait for a lock on a file beside the log, by the system's list; without one, who asked just now does."""
    if not LOCKS.exists():
        found = asking()
        sleep(0.02)
        return found
    files = {str(each.stat().st_ino) for each in path.parent.iterdir()}
    waiting = [line.split() for line in LOCKS.read_text().splitlines() if "->" in line]
    return sum(words[-3].rpartition(":")[2] in files for words in waiting)


def asking():
    """How many threads ask the system for a lock."""
    return sum(locks._take_and_close.__name__ in thread.name for thread in running_threads())


def test_writers_are_served_in_the_order_of_asking(path):
    """
    However long each has waited, the first in line is the next.
    """
    taken = []
    with lock(path, ALONE, 0):
        threads = waiting(path, taken, 5)
        assert [] == taken
    for thread in threads:
        thread.join()
    assert list(range(5)) == taken


def test_who_gives_up_stands_in_nobodys_way(path):
    """
    A writer whose time is up is told so, and what it asked the system for is let go when it comes.
    """
    with lock(path, ALONE, 0):
        with pytest.raises(LogLocked), lock(path, ALONE, 0.05):
            pass
        assert 1 == asking()
    while asking():
        sleep(0.001)
    with lock(path, ALONE, 0):
        assert is_locked(path.with_name("log.duckdb.intent"))
    assert not is_locked(path.with_name("log.duckdb.intent"))


@pytest.mark.parametrize(("apart", "turns"), [(0, 3), (3600, 1)])
def test_readers_are_not_let_in_before_each_writer(path, monkeypatch, apart, turns):
    """
    Of writers in a line the first leaves readers their turn, another one only when theirs is long ago.
    """
    monkeypatch.setattr(locks, "TURNS_APART_SECONDS", apart)
    monkeypatch.setattr(locks, "TURN_SECONDS", 0.0123)
    slept = []
    monkeypatch.setattr(locks.time, "sleep", lambda seconds: slept.append(seconds) or sleep(seconds))
    with lock(path, ALONE, 0):
        threads = waiting(path, [], 3)
    for thread in threads:
        thread.join()
    assert turns == slept.count(0.0123)


@pytest.mark.parametrize("left", ["", "never", "1e300", "nan", str(2**40)])
def test_time_of_a_turn_that_cannot_be_is_none(path, monkeypatch, left):
    """
    Whatever stands in the lock file, readers have their turn.
    """
    path.with_name("log.duckdb.intent").write_text(left)
    slept = []
    monkeypatch.setattr(locks.time, "sleep", lambda seconds: slept.append(seconds) or sleep(seconds))
    with lock(path, ALONE, 0):
        threads = waiting(path, [], 1)
    threads[0].join()
    assert locks.TURN_SECONDS in slept


@pytest.mark.skipif(not lock_holder.LOCKS.exists(), reason="the system does not say who has a file locked")
@pytest.mark.parametrize(("kind", "does"), [(ALONE, "writing"), (SHARED, "reading")])
def test_who_has_the_file_is_named(path, kind, does):
    """
    A writer waits in vain for a process and is told which, and whether that one writes or reads.
    """
    path.with_name("log.duckdb.lock").write_text("4711")
    with lock(path, kind, 0), pytest.raises(LogLocked, match=rf"process {os.getpid()} \({does}\)") as caught:
        lock(path, ALONE, 0).__enter__()
    assert os.getpid() == caught.value.holder


@pytest.mark.parametrize(
    ("kind", "left", "said"),
    [
        (ALONE, "", "another process (writing)"),
        (ALONE, "what", "another process (writing)"),
        (ALONE, "ended", "another process (writing)"),
        (ALONE, "0", "another process (writing)"),
        (ALONE, "-1", "another process (writing)"),
        (ALONE, "running", "process {running} (writing)"),
        (SHARED, "running", "another process (reading)"),
    ],
)
def test_who_is_not_known_is_not_named(path, kind, left, said, monkeypatch):
    """
    Where the system does not say who has it, only a writer that is still running is named.
    """
    monkeypatch.setattr(lock_holder, "LOCKS", path)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    known = {"ended": str(ended.pid), "running": str(os.getpid())}
    beside = path.with_name("log.duckdb.lock")
    beside.write_text(known.get(left, left))
    with beside.open() as file:
        fcntl.flock(file, kind)
        with pytest.raises(LogLocked) as caught, lock(path, ALONE, 0):
            pass
    assert f"in use by {said.format(**known)} and" in str(caught.value)
    assert (os.getpid() if "process {" in said and "another" not in said else None) == caught.value.holder


def is_locked(file):
    """Somebody has the file alone."""
    if not file.exists():
        return False
    with file.open() as opened:
        try:
            fcntl.flock(opened, SHARED | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def test_reader_leaves_the_lock_file_as_it_is(path):
    """
    Only a writer writes its process id into the lock file.
    """
    append_articles(log := EventLog(path), [extracted(article())])
    beside = path.with_name("log.duckdb.lock")
    beside.write_text("4711")
    log.read()
    assert "4711" == beside.read_text()


def test_where_no_lock_file_can_be_made(path):
    """
    Where the lock file cannot be opened nobody writes: readers read, a writer is refused.
    """
    append_articles(log := EventLog(path), [extracted(article())])
    beside = path.with_name("log.duckdb.lock")
    beside.unlink()
    beside.mkdir()
    assert 2 == len(log.read())
    with pytest.raises(LogError, match="cannot be written: Is a directory"):
        append_articles(log, [extracted(article("b"))])


@pytest.mark.parametrize("ending", [".lock", ".intent"])
@pytest.mark.parametrize(
    ("link", "there"), [(os.symlink, True), (os.symlink, False), (os.link, True)], ids=["link", "dangling", "hard"]
)
def test_lock_file_is_no_link(path, ending, link, there):
    """
    What a link in the place of a lock file leads to is neither written nor made; whoever meets one is told its name.
    """
    append_articles(log := EventLog(path), [extracted(article())])
    victim, beside = path.with_name("victim"), path.with_name(path.name + ending)
    beside.unlink()
    victim.write_text("precious")
    link(victim, beside)
    if not there:
        victim.unlink()
    for use in (log.read, lambda: append_articles(log, [extracted(article("b"))])):
        with pytest.raises(LogError, match=rf"{beside.name} is no lock file but a link"):
            use()
    assert ("precious" if there else None) == (victim.read_text() if victim.exists() else None)


def test_pipe_is_no_lock_file(path):
    """
    A named pipe in the place of the lock file is refused, and not waited for.
    """
    append_articles(log := EventLog(path), [extracted(article())])
    beside = path.with_name("log.duckdb.lock")
    beside.unlink()
    os.mkfifo(beside)
    with pytest.raises(LogError, match="is no lock file"):
        log.read()


@pytest.mark.parametrize(("mode", "rights"), [(0o600, 0o600), (0o644, 0o640), (0o660, 0o660), (0o666, 0o660)])
def test_lock_files_are_for_whom_the_log_is_for(path, mode, rights):
    """
    A lock file is its owner's, and has of the group's rights those of the log; others, who could keep it, have none.
    """
    path.touch()
    path.chmod(mode)
    with lock(path, ALONE, 0):
        pass
    assert [rights, rights] == [path.with_name(path.name + end).stat().st_mode & 0o777 for end in (".lock", ".intent")]


def test_who_may_only_read_the_lock_file_shares_it(path, monkeypatch):
    """
    A reader that may not write to the lock file waits for writers all the same.
    """
    with lock(path, ALONE, 0):
        opened = os.open

        def refused(file, flags, *mode):
            if flags & os.O_RDWR:
                raise PermissionError
            return opened(file, flags, *mode)

        monkeypatch.setattr(locks.os, "open", refused)
        with pytest.raises(LogLocked), lock(path, SHARED, 0):
            pass
