"""To have a file alone, and at rest."""

from __future__ import annotations

import os

import duckdb
import pytest

import timeline
from building import article
from timeline.errors import LogError, LogLocked, NotFound
from timeline.store import connections, session


@pytest.fixture
def path(tmp_path):
    """A log of one article."""
    path = tmp_path / "log.duckdb"
    timeline.open(path).append(article())
    return path


def size(connection):
    """How many events there are."""
    return connection.execute("select count(*) from log").fetchall()[0][0]


@pytest.mark.parametrize("use", [connections.alone, connections.at_rest, connections.reading])
def test_no_file(tmp_path, use):
    """
    Where there is no file, none is made.
    """
    with pytest.raises(NotFound, match="append an article first"), use(tmp_path / "none.duckdb"):
        pass
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_file_of_several_names(path, link):
    """
    A file that goes by other names cannot be had alone, by none of its names that can be told.
    """
    link(path, path.with_name("other.duckdb"))
    with (
        pytest.raises(LogError, match="one of several links"),
        connections.alone(path.with_name("other.duckdb")),
    ):
        pass


def test_alone_it_is_opened_as_often_as_it_takes(path):
    """
    Who has the file alone opens it to read and to write, one after the other, while others wait.
    """
    with connections.alone(path, wait=0) as opened:
        for read_only in (True, False, True):
            with opened(read_only) as connection:
                assert size(connection) > 1
        with pytest.raises(LogLocked), connections.reading(path, wait=0):
            pass


def test_alone_within_a_block(path):
    """
    A block that wrote lets go of the file for who must have it alone, and goes on afterwards.
    """
    with timeline.open(path) as held:
        held.append(article("b"))
        with connections.alone(path, wait=0) as opened, opened(True) as connection:  # noqa: FBT003 - as its callers have it
            before = size(connection)
        held.append(article("c"))
        assert len(held.log()) > before


@pytest.mark.parametrize("within", [False, True], ids=["on its own", "within a block"])
def test_at_rest_no_journal_is_left(path, within):
    """
    What stands in the write-ahead log is taken into the file before it is read at rest.
    """
    if within:
        session.take(path)
    try:
        with connections.writing(path) as connection:
            connection.execute("pragma disable_checkpoint_on_shutdown")
            connection.execute("insert into stored.meta values ('a', 'b')")
        if within:
            session.of(path).let_go()
        assert connections.journal_of(path).exists()
        with connections.at_rest(path, wait=0) as connection:
            assert not connections.journal_of(path).exists()
            assert [("b",)] == connection.execute("select value from meta where key = 'a'").fetchall()
    finally:
        if within:
            session.leave(path)


@pytest.mark.usefixtures("nothing_kept")
def test_journal_of_a_writer_in_between(path, monkeypatch):
    """
    When somebody writes between the look at the journal and the opening, it is taken in after all.
    """
    connect, journal = duckdb.connect, connections.journal_of(path)
    seen = []

    def connect_behind_a_writer(*arguments, **options):
        if "reading" in arguments[0] and not seen:
            with connect(str(path)) as connection:
                connection.execute("pragma disable_checkpoint_on_shutdown")
                connection.execute("insert into meta values ('a', 'b')")
            seen.append(journal.exists())
        return connect(*arguments, **options)

    monkeypatch.setattr(duckdb, "connect", connect_behind_a_writer)
    with connections.at_rest(path, wait=0):
        assert ([True], False) == (seen, journal.exists())


def test_database_that_gave_up_is_let_go(path):
    """
    After an error from which DuckDB does not recover, the block opens the file anew.
    """
    with timeline.open(path) as held:
        held.append(article("b"))
        with pytest.raises(duckdb.FatalException, match="beyond repair"), connections.writing(path):
            raise duckdb.FatalException("beyond repair")
        assert None is session.of(path).connection
        held.append(article("c"))
    assert {"a", "b", "c"} == {row.article for row in held.log()} - {None}


def test_who_reads_when_a_block_lets_go_opens_the_file(path):
    """
    A thread that found a block at work, which has closed the file by the time it reads, is answered all the same.
    """
    with timeline.open(path) as held:
        held.append(article("b"))
        hold = session.of(path)
        hold.let_go()
        with hold.reading(lambda: connections._reading(path, 0)) as connection:
            assert size(connection) == held.head().size
