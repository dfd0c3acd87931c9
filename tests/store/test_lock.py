"""The lock file beside a database."""

from __future__ import annotations

import fcntl
from contextlib import ExitStack
from threading import Timer

import pytest

from building import article, extracted
from timeline.errors import LogError, LogLocked
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.store.lock import lock

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
    leaving = Timer(0.03, holder.close)
    leaving.start()
    with lock(path, ALONE, 10):
        leaving.join()


@pytest.mark.parametrize(("kind", "left"), [(ALONE, ""), (ALONE, "what"), (SHARED, "4711"), (SHARED, "")])
def test_who_is_not_known_is_not_named(path, kind, left):
    """
    A writer that left no process id is another process; so is a reader, whoever wrote before it.
    """
    beside = path.with_name("log.duckdb.lock")
    beside.write_text(left)
    with beside.open() as file:
        fcntl.flock(file, kind)
        with pytest.raises(LogLocked, match="in use by another process") as caught, lock(path, ALONE, 0):
            pass
    assert None is caught.value.holder


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
