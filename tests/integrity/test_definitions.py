"""What timeline makes in a log's file is held beside what is there."""

from __future__ import annotations

import duckdb
import pytest

import timeline
from building import article
from commands import run
from timeline.errors import LogFormatError


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


def test_what_somebody_added_is_one_problem(path):
    """
    Where something is there that is not ours, it alone is named: not its line in an export as well.
    """
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table theirs (a integer)")
    (problem,) = timeline.open(path).verify().problems
    assert "the table theirs is not of timeline's making" in str(problem)


def test_table_of_the_log_that_was_altered_is_not_replaced(path):
    """
    A rebuild takes out no table of the log: what is in it is nowhere else.
    """
    with duckdb.connect(str(path)) as connection:
        connection.execute("alter table revisions add column theirs integer")
    with pytest.raises(LogFormatError, match="the table revisions is not as timeline makes it: restore a backup"):
        timeline.open(path).rebuild()


def test_only_triggers_are_put_back_before_the_rebuild(path):
    """
    A projection that is missing is made by the rebuild itself, and not told as something that was put back.
    """
    with duckdb.connect(str(path)) as connection:
        connection.execute("drop trigger log_refuse_delete on log; drop table statement_history cascade")
    told = []
    timeline.open(path).rebuild(on_change=told.append)
    assert ["the trigger log_refuse_delete was put back"] == [each for each in told if "put back" in each]
    assert timeline.open(path).verify(projections=True).ok
