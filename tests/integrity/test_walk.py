"""What the walk over a log names, in which order, and when it gives up."""

from __future__ import annotations

import duckdb
import pytest

import timeline
from building import article, extracted, said
from tampering import changed, events, forge, story, update
from timeline import sql_files
from timeline.events import EVENT_TYPES, Assertion, event
from timeline.integrity import verification
from timeline.log.append import append_articles
from timeline.store.connection import Connection
from timeline.testing import old
from timeline.testing.scenario import laid_over

UPCAST = """-- upcast: flood_seen@1 to 2
--
-- Metres became centimetres.
json_object('centimetres', 100 * cast(data ->> '$.metres' as integer))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A log with an event of every type, open for whoever wants to change it."""
    with story(tmp_path_factory.mktemp("told") / "log.duckdb") as connection:
        yield connection


def named(told, *changes, column=None):
    """What verification names after some changes: positions and columns, or the positions of one column."""
    with changed(told):
        for change in changes:
            told.execute(change) if isinstance(change, str) else change(told)
        problems = verification.verify(told).problems
    found = [(problem.position, problem.column) for problem in problems]
    return found if column is None else [position for position, name in found if name == column]


def test_log_without_events_holds(tmp_path):
    """
    A log to which nothing was ever committed has no heads, and lacks none.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article())])
    with duckdb.connect(str(log.path)) as connection:
        for trigger in ("update", "delete"):
            connection.execute(f"drop trigger log_refuse_{trigger} on log")
        for table in ("log", "heads", "streams", "batches", "revisions"):
            connection.execute(f"delete from {table}")
        connection.execute("delete from meta where starts_with(key, 'event ')")
        for name in ("refuse_update", "refuse_delete"):
            connection.execute(sql_files.find("log", name).sql)
    found = log.verify()
    assert (0, 0, []) == (found.events, found.heads, found.problems)


def test_progress_is_told_stretch_by_stretch(told, monkeypatch):
    """
    Whoever waits is told the last position of each stretch.
    """
    monkeypatch.setattr(verification, "STRETCH_EVENTS", 10)
    reached = []
    found = verification.verify(told, progress=reached.append)
    assert list(range(10, found.events + 10, 10)) == reached


def test_erasures_are_listed(told):
    """
    What was erased on order is told with its reason, and is no problem.
    """
    found = verification.verify(told)
    assert ("c", "by order", "court") == next((each.article, each.reason, each.by) for each in found.erasures)
    assert found.ok


def test_verifier_gives_up_where_everything_is_wrong(told, monkeypatch):
    """
    Behind so many problems no stretch is read any more, and no event of the stretch.
    """
    monkeypatch.setattr(verification, "MOST_PROBLEMS", 4)
    monkeypatch.setattr(verification, "STRETCH_EVENTS", 8)
    assert [1, 2, 3, 4] == named(told, "update stored.log set leaf = '00'", column="leaf")
    reached = []
    with changed(told):
        told.execute("update stored.log set leaf = '00'")
        verification.verify(told, progress=reached.append)
    assert [] == reached


def test_positions_that_are_wrong_are_named_up_to_the_limit(told, monkeypatch):
    """
    Behind a hole every position is another than expected; so many are named, and none before the hole.
    """
    behind = [row.position for row in events(told) if row.position > 5]
    assert behind == named(told, "delete from stored.log where position = 5", column="position")
    monkeypatch.setattr(verification, "MOST_PROBLEMS", 3)
    assert behind[:2] == named(
        told, "delete from stored.log where position = 5", column="position"
    )  # a head is the third


def test_hole_between_two_stretches_is_found(told, monkeypatch):
    """
    A stretch that is whole in itself has to begin where the one before ended.
    """
    monkeypatch.setattr(verification, "STRETCH_EVENTS", 3)
    assert 5 == named(told, "delete from stored.log where position = 4", column="position")[0]


def test_problems_of_several_checks_stand_in_the_order_of_the_log(told):
    """
    What is found last may stand first.
    """
    third, ninth = (events(told)[at - 1] for at in (3, 9))
    assert [(3, "stream_position"), (9, "leaf")] == [
        each
        for each in named(told, forge(third, stream_position=9), update(ninth.position, rule="x"))
        if each in {(3, "stream_position"), (9, "leaf")}
    ]


def test_registers_of_a_broken_log_are_passed_over(told):
    """
    Registers follow from events, so what is wrong with those is said once; alone, a wrong register is named.
    """
    register = "update stored.streams set events = 99 where first_position = 1"
    assert {"streams"} == {column for _, column in named(told, register)}
    assert [(3, "leaf")] == named(told, register, "update stored.log set leaf = '00' where position = 3")


def test_first_format_kept_no_batches(told):
    """
    A log of format 1 lacks nothing without them.
    """
    assert "batches" in {column for _, column in named(told, "delete from stored.batches")}
    first = "update stored.meta set value = '1' where key = 'format'"
    assert [] == named(told, first, "drop table stored.batches", Connection.forget)


def test_payload_of_an_earlier_version_need_not_be_written_as_today(tmp_path):
    """
    What is read through an upcast is held to its commitment, not to the form that its type has today.
    """
    try:

        @event("flood_seen", version=2)
        class FloodSeen(Assertion):
            """A flood was seen."""

            centimetres: int

        path = tmp_path / "queries" / "upcasts" / "flood_seen.1.sql"
        path.parent.mkdir(parents=True)
        path.write_text(UPCAST)
        log = timeline.open(tmp_path / "log.duckdb")
        with laid_over(tmp_path / "queries"):
            append_articles(log.event_log, [extracted(article(), old("flood_seen", 1, metres=3))])
            assert [] == log.verify().problems
    finally:
        del EVENT_TYPES["flood_seen"]


@pytest.mark.parametrize(("length", "shown"), [(80, "x" * 80), (81, "x" * 77 + "...")])
def test_long_values_are_cut(told, length, shown):
    """
    A value of up to 80 characters is shown whole, of a longer one the beginning.
    """
    with changed(told):
        update(3, leaf="x" * length)(told)
        (problem,) = [each for each in verification.verify(told).problems if each.column == "leaf"]
    assert str(problem).endswith(f"found {shown}.")


def test_words_without_a_place_are_left_alone(tmp_path):
    """
    A source that the article does not name has no span, and nothing to be compared with.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article(), said("Ann", source_text="she"))])
    assert [] == log.verify().problems
