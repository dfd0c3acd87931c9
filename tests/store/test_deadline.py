"""Who may take only so long is stopped then, and nobody else is."""

from __future__ import annotations

import threading

import pytest

import ferries
import looking
from timeline.errors import QueryError, QueryStopped
from timeline.store import connections
from timeline.store.deadline import within

ENDLESS = "select count(*) from range(100_000_000) as one(a), range(100_000_000) as other(b) where a * b % 7 = 3"


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    """A log that is only read."""
    return looking.written(tmp_path_factory.mktemp("deadline") / "log.duckdb")


def test_a_query_is_stopped(log):
    """
    It would take days; the error is one of queries, and says how long it might take.
    """
    with (
        within(0.2),
        pytest.raises(QueryStopped, match=r"this took more than 0\.2 seconds: ask for fewer days\.") as raised,
    ):
        len(log.sql(ENDLESS))
    assert (0.2, True) == (raised.value.seconds, isinstance(raised.value, QueryError))


def test_what_comes_later_is_not_begun(log):
    """
    A function may read several times: the time is that of all of them.
    """

    @within(0.2)
    def read():
        with pytest.raises(QueryStopped):
            len(log.sql(ENDLESS))
        return log.head()

    with pytest.raises(QueryStopped):
        read()


def test_others_are_not_stopped(log):
    """
    Neither who reads at the same time elsewhere, nor who reads afterwards.
    """
    found = []
    reader = threading.Thread(target=lambda: found.append(log.head()))
    with within(0.2):
        reader.start()
        with pytest.raises(QueryStopped):
            len(log.sql(ENDLESS))
    reader.join()
    assert [log.head()] == found


def test_an_error_of_its_own_stays_one(log):
    """
    What goes wrong in time is not said to have taken too long; and no timer is left behind.
    """
    with within(60), pytest.raises(QueryError, match="nothing"):
        len(log.sql("select nothing"))
    with within(60), connections.reading(log.path) as connection:
        assert [(1,)] == connection.execute("select 1").fetchall()
    assert not [each for each in threading.enumerate() if isinstance(each, threading.Timer)]


def test_a_reader_beside_a_writer_is_stopped_too(tmp_path):
    """
    Within a block they share a connection, and the writer goes on.
    """
    log = looking.written(tmp_path / "log.duckdb")
    with log:
        log.append(ferries.printed("post"))
        with within(0.2), pytest.raises(QueryStopped):
            len(log.sql(ENDLESS))
        log.append(ferries.printed("wire"))
    assert {"post", "wire"} <= {row.article for row in log.articles()}
