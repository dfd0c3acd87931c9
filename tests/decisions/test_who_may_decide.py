"""Who may take back or correct what, condition by condition."""

from __future__ import annotations

import json
from uuid import UUID

import pytest

import timeline
from building import article, extracted, extracted_again, said
from timeline.decisions import corrections
from timeline.errors import NotFound, QueryError
from timeline.events import EVENT_TYPES, Assertion, event
from timeline.events.extraction import Extraction
from timeline.log.append import append_articles


@pytest.fixture
def log(tmp_path):
    """An article in which one statement was read, by Lind."""
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article(), said("Lind"))])
    return log


def statement(log):
    """The id of the statement."""
    return log.event_log.read("type = 'statement_reported'")[0].event_id


def last(log):
    """The payload of the newest event, and the event."""
    row = log.event_log.read()[-1]
    return json.loads(row.data), row


def test_corrected_event_can_be_retracted(log):
    """
    A correction takes nothing back, so the event can still be retracted.
    """
    log.correct(statement(log), {"speaker": "Ito"}, reason="x")
    log.retract(statement(log), reason="y")
    assert [] == list(log.statements())


def test_event_is_retracted_again_after_it_was_restored(log):
    """
    A retraction that was taken back stands in nobody's way; one in force does, and says how the event comes back.
    """
    log.retract(log.retract(statement(log), reason="x"), reason="y")
    assert 1 == len(log.statements())
    log.retract(statement(log), reason="z")
    assert 0 == len(log.statements())
    with pytest.raises(QueryError, match=r"already retracted.*: retract that to restore it"):
        log.retract(statement(log), reason="z")


def test_retracted_correction_is_made_again(log):
    """
    What restores a correction is another one.
    """
    correction = log.correct(statement(log), {"speaker": "Ito"}, reason="x")
    log.retract(correction, reason="y")
    with pytest.raises(QueryError, match=r"already retracted.*: correct again to restore it"):
        log.retract(correction, reason="z")


def test_decision_on_a_name_is_retracted_in_the_stream_of_its_person(log):
    """
    What undoes a merger stands beside it; what undoes a reading stands in a stream about that.
    """
    append_articles(log.event_log, [extracted(article("b"), said("Ito"))])
    merger = log.merge("Lind", "Ito", reason="x")
    person = last(log)[1].stream
    log.retract(merger, reason="y")
    assert person == last(log)[1].stream
    log.retract(statement(log), reason="z")
    assert f"correction/{statement(log)}" == last(log)[1].stream


def test_link_by_a_rule_is_retracted_but_not_corrected(log):
    """
    What links a name was read by no extractor: it can be taken back, its fields are nobody's to change.
    """
    for key, name in {"b": "Volodymyr Zelenskyy", "c": "Volodymyr Zelensky"}.items():
        append_articles(log.event_log, [extracted(article(key), said(name))])
    assert 1 == log.link()
    links = log.event_log.read("type = 'mention_linked'")
    with pytest.raises(NotFound, match="is a mention_linked: only what was extracted"):
        log.correct(links[-1].event_id, {"name": "x"}, reason="x")
    log.retract(links[-1].event_id, reason="x")
    assert "assertion_retracted" == last(log)[1].type


def test_event_has_to_be_there(log):
    """
    An id of no event, and one whose payload was erased, are errors of their own.
    """
    for decide in (
        lambda event: corrections.retract(log.event_log, event, reason="x"),
        lambda event: corrections.correct(log.event_log, event, {"speaker": "x"}, reason="x"),
    ):
        with pytest.raises(NotFound, match="no event 00000000-"):
            decide(UUID(int=9))
    gone = statement(log)
    log.erase("a", reason="by order")
    with pytest.raises(QueryError, match=f"{gone} was erased"):
        corrections.retract(log.event_log, gone, reason="x")


def test_correction_records_only_what_was_given(log):
    """
    Fields that nobody spoke of are not among the changes.
    """
    log.correct(statement(log), {"speaker": "Ito"}, reason="x")
    assert ({"speaker": "Ito"}, False) == (last(log)[0]["changes"], last(log)[0]["redated"])


def test_time_that_is_confirmed_is_a_corrected_one(log):
    """
    Who gives the time that was read vouches for it.
    """
    log.correct(statement(log), {"said_to": "2026-03-05"}, reason="so it was")
    assert ["corrected"] == [row.said_basis for row in log.statements()]


@pytest.mark.parametrize("changes", [{"said_from": "2026-03-01", "said_to": ""}, {"said_from": ""}])
def test_time_may_be_open(log, changes):
    """
    A beginning without an end, or an end without a beginning, is no empty time.
    """
    log.correct(statement(log), changes, reason="x")
    assert "assertion_corrected" == last(log)[1].type


def test_time_that_ends_where_it_begins_is_empty(log):
    """
    Ends are exclusive.
    """
    with pytest.raises(QueryError, match="is empty: give a later end"):
        log.correct(statement(log), {"said_from": "2026-03-05"}, reason="x")


def test_event_of_another_package_is_corrected(log):
    """
    A type that was added has fields, and no ``when`` of which it would be known what that stands for.
    """
    try:

        @event("flood_seen", version=1)
        class FloodSeen(Assertion):
            """A flood was seen."""

            metres: int

        append_articles(log.event_log, [extracted(article("b"), FloodSeen(rule="test", metres=3), extractor="floods")])
        (flood,) = log.event_log.read("type = 'flood_seen'")
        log.correct(flood.event_id, {"metres": "4"}, reason="x")
        assert ({"metres": 4}, False) == (last(log)[0]["changes"], last(log)[0]["redated"])
        with pytest.raises(QueryError, match=r"no field 'when' that can be corrected; there are metres\.$"):
            log.correct(flood.event_id, {"when": "2026-03-01"}, reason="x")
    finally:
        del EVENT_TYPES["flood_seen"]


def test_pins_are_of_one_extractor_and_of_some_articles(log):
    """
    Pinning and unpinning leave other extractors and other articles as they are.
    """
    append_articles(log.event_log, [extracted(article("b"), said("Lind"))])
    extracted_again(log.event_log, "a", 1, [Extraction("dates", 1)])
    assert (1, 2) == (log.pin("dates", 1), log.pin("statements", 1, ["a", "b", "a"]))
    with pytest.raises(NotFound, match="no version of dates is pinned in b: "):
        log.unpin("dates", ["a", "b"])
    assert 1 == log.unpin("statements", ["b"])
    assert 1 == log.unpin("statements")
    assert [("a", "dates")] == [(row.article, row.extractor) for row in log.run("pins")]
