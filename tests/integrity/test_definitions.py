"""What timeline makes in a log's file is held beside what is there."""

from __future__ import annotations

import duckdb
import pytest

import timeline
from building import article
from commands import run


@pytest.fixture
def path(tmp_path):
    """A log of one article."""
    timeline.open(tmp_path / "log.duckdb").append([article()])
    return tmp_path / "log.duckdb"


def names(path):
    """The tables, schemas and views of a file that are nobody's but a stranger's."""
    with duckdb.connect(str(path), read_only=True) as connection:
        query = "select table_schema || '.' || table_name from information_schema.tables"
        return {name for (name,) in connection.execute(query).fetchall() if "theirs" in name}


def test_what_is_not_ours_is_named_and_goes(capsys, path):
    """
    A rebuild takes out tables, schemas and views that timeline did not make, and says so.
    """
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table theirs (a integer); create view theirs_too as select 1 as a")
        connection.execute("create schema theirs; create table theirs.own (a integer)")
    assert {"main.theirs", "main.theirs_too", "theirs.own"} == names(path)
    refused = run(capsys, "verify", "--db", path)
    assert 4 == refused.status
    assert "definitions: the table theirs " in refused.out + refused.err
    rebuilt = run(capsys, "rebuild", "--db", path)
    assert 0 == rebuilt.status
    assert "the table theirs was removed" in rebuilt.out + rebuilt.err
    assert set() == names(path)
    assert 0 == run(capsys, "verify", "--db", path).status


def test_a_table_of_the_log_that_is_missing_is_named(capsys, path):
    """
    Only the oldest format has no batches.
    """
    with duckdb.connect(str(path)) as connection:
        connection.execute("drop table batches cascade")
    found = run(capsys, "verify", "--db", path)
    assert 4 == found.status
    assert "batches" in found.out + found.err


def test_what_another_version_defined_is_passed_over(capsys, path):
    """
    Views and macros of a file that an earlier version built are not compared with those of this one.
    """
    with duckdb.connect(str(path)) as connection:
        connection.execute("create macro theirs() as 1")
    assert 4 == run(capsys, "verify", "--db", path).status
    with duckdb.connect(str(path)) as connection:
        connection.execute("update meta set value = 'old' where key = 'queries'")
    found = run(capsys, "verify", "--db", path)
    assert 0 == found.status, found
