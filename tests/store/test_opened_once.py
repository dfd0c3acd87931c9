"""What is read in one block of work is read by one opening of the file."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

import pytest

import timeline
from building import article, extracted
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.store import connections, opening

COUNT = "select count(*) from log"


@pytest.fixture
def log(tmp_path):
    """A log with one article."""
    log = EventLog(tmp_path / "log.duckdb", wait=5)
    append_articles(log, [extracted(article())])
    return log


@pytest.fixture
def openings(monkeypatch):
    """The files that are opened."""
    found, attached = [], opening.attached
    monkeypatch.setattr(opening, "attached", lambda path, **how: found.append(path) or attached(path, **how))
    return found


def counted(log):
    """How many events there are."""
    with connections.reading(log.path, wait=5) as connection:
        return connection.execute(COUNT).fetchall()[0][0]


def test_it_is_opened_once(log, openings):
    """
    However often it is read, and not at all where it is not; behind the block it is opened anew.
    """
    with connections.opening_once(log.path):
        assert [] == openings
        assert 1 == len({counted(log) for _ in range(3)})
        assert [log.path] == openings
    counted(log)
    assert 2 == len(openings)


def test_who_reads_in_the_midst_of_reading_takes_nothing_away(log):
    """
    The rows that are being fetched are still there.
    """
    with connections.opening_once(log.path), connections.reading(log.path) as connection:
        connection.execute("select unnest([1, 2, 3])")
        first = connection.fetchmany(1)
        assert counted(log) > 0
        assert [(1,), (2,), (3,)] == first + connection.fetchall()


def test_a_block_is_of_one_moment(log):
    """
    What another thread writes meanwhile waits for its end.
    """
    writer = Thread(target=lambda: append_articles(log, [extracted(article("b"))]))
    with connections.opening_once(log.path):
        before = counted(log)
        writer.start()
        writer.join(0.3)
        assert writer.is_alive()
        assert before == counted(log)
    writer.join()
    assert before < counted(log)


def test_another_file_is_opened_by_itself(log, tmp_path, openings):
    """
    A block is about one log.
    """
    other = EventLog(tmp_path / "other.duckdb")
    append_articles(other, [extracted(article("b"), version=2)])
    openings.clear()
    with connections.opening_once(log.path):
        counted(log)
        counted(other)
        counted(other)
    assert [log.path, other.path, other.path] == openings


def test_where_this_process_writes_its_rows_are_read(log):
    """
    Within a block that holds the file to write what is committed is read by that opening, also in between.
    """
    with timeline.open(log.path) as writing:
        with connections.opening_once(log.path):
            before = counted(log)
        writing.append([article("c")])
        with connections.opening_once(log.path):
            assert before < counted(log)


def test_an_error_closes_it(log):
    """
    Whoever writes next does not wait for a block that failed.
    """
    before = counted(log)
    with suppress(ZeroDivisionError), connections.opening_once(log.path):
        counted(log)
        raise ZeroDivisionError
    append_articles(EventLog(log.path, wait=0.1), [extracted(article("d"))])
    assert before < counted(log)
