"""A writer's connection that is kept for a block of work, and read by other threads."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event, Thread

import duckdb
import pytest

from timeline.store import session
from timeline.store.connection import Connection
from timeline.store.session import Hold

LONG = "select sum(hash(range)) > 0 from range(60_000_000)"
"""What takes long enough to be at work while a block ends."""


@contextmanager
def opener():
    """A connection to nothing but memory."""
    connection = Connection(duckdb.connect())
    yield connection
    connection.close()


@pytest.fixture
def hold():
    """One that has a connection."""
    kept = Hold()
    kept.keep(opener)
    return kept


def reading(hold, begun, found, sql=LONG):
    """A thread that reads by a connection of the hold."""

    def read():
        with hold.reading(opener) as connection:
            begun.set()
            found.append(connection.execute(sql).fetchall())

    thread = Thread(target=read)
    thread.start()
    begun.wait()
    return thread


def test_a_block_ends_when_other_threads_have_read(hold):
    """
    What another thread reads is neither cut off nor does it make the end of the block fail.
    """
    found = []
    threads = [reading(hold, Event(), found) for _ in range(3)]
    hold.let_go()
    for thread in threads:
        thread.join()
    assert [[(True,)]] * 3 == found


def test_who_reads_behind_the_end_opens_the_file_anew(hold):
    """
    A connection that was let go is not read by.
    """
    hold.let_go()
    with hold.reading(opener) as connection:
        assert [(1,)] == connection.execute("select 1").fetchall()
    assert hold.connection is None


def ended(thread):
    """It ended within some seconds, or goes on."""
    thread.join(5)
    return not thread.is_alive()


def test_a_thread_does_not_wait_for_itself(hold, monkeypatch):
    """
    Who ends a block within what it reads closes that, as before.
    """
    monkeypatch.setattr(session, "READERS_SECONDS", 60)

    def end():
        with hold.reading(opener):
            hold.let_go()

    thread = Thread(target=end, daemon=True)
    thread.start()
    assert ended(thread)


def test_who_never_ends_is_not_waited_for(hold, monkeypatch):
    """
    After some seconds a block ends whoever reads.
    """
    monkeypatch.setattr(session, "READERS_SECONDS", 0.01)
    begun, over = Event(), Event()

    def wait():
        with hold.reading(opener):
            begun.set()
            over.wait()

    reader, ending = Thread(target=wait), Thread(target=hold.let_go, daemon=True)
    reader.start()
    begun.wait()
    ending.start()
    assert ended(ending)
    assert reader.is_alive()
    over.set()
    reader.join()
