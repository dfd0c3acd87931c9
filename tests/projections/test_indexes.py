"""Tables that links are looked up in."""

from __future__ import annotations

import pytest

from timeline import sql_files
from timeline.projections import indexes
from timeline.store import opening

LOAD = sql_files.load


@pytest.fixture
def log():
    """A new log, in memory."""
    with opening.in_memory() as connection:
        yield connection


@pytest.fixture
def state(monkeypatch):
    """A function that makes these the files of the room: name and columns."""

    def give(**tables):
        texts = {name: f"create table {name} ({columns})" for name, columns in tables.items()}
        room = {name: sql_files.parse(name, text) for name, text in texts.items()}
        monkeypatch.setattr(sql_files, "load", lambda asked: room if asked == indexes.ROOM else LOAD(asked))

    return give


def test_table_is_made_once(log, state):
    """
    A table that is there as it should be keeps its rows, and can be named like any other.
    """
    state(words="word varchar")
    indexes.ensure(log)
    log.execute("insert into stored.words values ('ferry')")
    indexes.ensure(log)
    assert [("ferry",)] == log.execute("select word from words").fetchall()


def test_table_of_another_version_is_made_anew(log, state):
    """
    Where the file says something else than the table was made from, the table is empty again; others are as they were.
    """
    state(words="word varchar", days="day date")
    indexes.ensure(log)
    log.execute("insert into stored.words values ('ferry')")
    log.execute("insert into stored.days values ('2024-08-13')")
    state(words="word varchar, articles integer", days="day date")
    indexes.ensure(log)
    assert [] == log.execute("select articles from words").fetchall()
    assert [(1,)] == log.execute("select count(*) from days").fetchall()


def test_table_that_is_missing_is_made_again(log, state):
    """
    Whatever took a table out of a file, it is put back.
    """
    state(words="word varchar")
    indexes.ensure(log)
    log.execute("drop table stored.words")
    log.forget()
    indexes.ensure(log)
    assert [] == log.execute("select word from words").fetchall()
