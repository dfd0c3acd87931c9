"""What a log learned between two moments: what is new, gone or changed, and why."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from freezegun import freeze_time

import timeline
from building import article, extracted, extracted_again, happened, said
from commands import run
from timeline.log.append import append_articles

BEFORE = "Ann Lee said 12 houses burned. A quay was closed. The pilot said nothing."
AFTER = "Ann Lee said 15 houses burned. A ferry sank. The pilot said nothing."


def read(text, version=1, key="a", **fields):
    """An article and the statements that one version of an extractor reads in it."""
    quotes = [text[13:29], "nothing"]
    spoken = [said(who, quote, text) for who, quote in zip(("Ann Lee", "the pilot"), quotes, strict=True)]
    return extracted(article(key, text, **fields), *spoken, version=version)


@pytest.fixture
def log(tmp_path):
    """An article that was recorded on the 5th."""
    log = timeline.open(tmp_path / "log.duckdb")
    with freeze_time("2026-03-05"):
        append_articles(log.event_log, [read(BEFORE)])
    return log


def learned(log, **question):
    """What changed since the 5th: how, why and what."""
    question = {"after": "2026-03-05", "kind": "statement"} | question
    return [(row.change, row.why, row.before, row.after) for row in log.diff(**question)]


def test_a_changed_figure_is_shown_old_and_new(log):
    """
    What a revision tells otherwise is one change, with the figures that differ; what it tells as before is none.
    """
    with freeze_time("2026-03-06"):
        append_articles(log.event_log, [read(AFTER)])
    (row,) = log.diff("2026-03-05", kind="statement")
    assert ("changed", "revised", "Ann Lee") == (row.change, row.why, row.who)
    assert ("15 houses burned", "12 houses burned") == (row.after, row.before)
    assert (["12"], ["15"]) == (row.figures_before, row.figures_after)
    assert {row.event_id, row.was_event_id} <= {event.event_id for event in log.log()}


def test_between_two_moments_only_what_changed_between_them_is_shown(log):
    """
    What was known before the first moment, or learned after the second, is not in the answer; without a first all is.
    """
    with freeze_time("2026-03-06"):
        append_articles(log.event_log, [read(AFTER)])
    assert [] == learned(log, as_of="2026-03-05")
    assert [] == learned(log, after="2026-03-06")
    assert {"new"} == {change for change, *_ in learned(log, after="2026-03-01", as_of="2026-03-05")}


def test_reading_anew_in_the_same_words_is_no_change(log):
    """
    Another version of an extractor that reads the same says nothing new; one that reads less leaves something out.
    """
    for day, text, quotes in (("2026-03-06", BEFORE, 2), ("2026-03-07", BEFORE, 1)):
        with freeze_time(day):
            again = read(text, version=int(day[-1]))
            extracted_again(log.event_log, "a", 1, [timeline_reading(again, quotes)])
    assert [] == learned(log, as_of="2026-03-06")
    assert [("gone", "read anew", "nothing", None)] == learned(log, as_of="2026-03-07")


def timeline_reading(given, most):
    """The reading of a delivery with so many of its events."""
    (reading,) = given.extractions
    return evolve(reading, events=reading.events[:most])


def test_decisions_say_why(log):
    """
    What was retracted or withdrawn is gone for the reason given, and by whom.
    """
    statement = next(row for row in log.statements() if row.quote == "nothing")
    with freeze_time("2026-03-06"):
        log.retract(statement.event_id, reason="Nobody spoke.", by="M. Ito")
    (row,) = log.diff("2026-03-05")
    assert ("gone", "retracted", "Nobody spoke.", "M. Ito") == (row.change, row.why, row.reason, row.by)
    with freeze_time("2026-03-07"):
        log.retract(next(log_row.event_id for log_row in log.log(type="assertion_retracted")), reason="He did.")
    (row,) = log.diff("2026-03-06", as_of="2026-03-07")
    assert ("new", "restored", "He did.", "nothing") == (row.change, row.why, row.reason, row.after)
    with freeze_time("2026-03-08"):
        log.correct(statement.event_id, {"speaker": "Bo Dahl"}, reason="It was he.")
    (row,) = log.diff("2026-03-07")
    assert ("changed", "corrected", "It was he.", "Bo Dahl") == (row.change, row.why, row.reason, row.who)
    with freeze_time("2026-03-09"):
        log.withdraw("a", reason="An error.", by="The desk")
    rows = list(log.diff("2026-03-08"))
    assert {("gone", "withdrawn", "An error.", "The desk")} == {(r.change, r.why, r.reason, r.by) for r in rows}
    assert {"article", "statement"} == {row.kind for row in rows}


def test_a_new_date_is_a_change(log):
    """
    The same happening at another time is changed, though its words are not.
    """
    for text, day in ((BEFORE, "2026-03-02"), (AFTER.replace("A ferry sank", "A quay was closed"), "2026-03-03")):
        with freeze_time("2026-03-06" if day == "2026-03-02" else "2026-03-07"):
            event = happened("A quay was closed", day, text)
            append_articles(log.event_log, [extracted(article("b", text), event, extractor="occurrences")])
    (row,) = log.diff("2026-03-06", kind="happening")
    assert ("changed", "A quay was closed", "2026-03-02", "2026-03-03") == (
        row.change, row.after, f"{row.was_from:%Y-%m-%d}", f"{row.time_from:%Y-%m-%d}",
    )  # fmt: skip


def test_filters_look_at_both_sides(log):
    """
    A change is found by words it lost as by words it gained, by its speaker, outlet, article and kind.
    """
    with freeze_time("2026-03-06"):
        append_articles(log.event_log, [read(AFTER, source="The Cape"), read(AFTER, key="b")])
    changed = ("changed", "revised", "12 houses burned", "15 houses burned")
    for question in ({"about": ["12"]}, {"about": ["15"]}, {"speaker": "lee"}, {"article": "a"}, {"publisher": "cape"}):
        assert changed in learned(log, change="changed", **question)
        assert not {("changed", "b")} & {(row.change, row.article) for row in log.diff("2026-03-05", **question)}
    assert [] == learned(log, about=["16"]) == learned(log, speaker="nobody")


def test_command(log, capsys):
    """
    A pipe gets the rows; a table marks what changed in its words.
    """
    with freeze_time("2026-03-06"):
        append_articles(log.event_log, [read(AFTER)])
    words = ("diff", "2026-03-05", "2026-03-06", "--kind", "statement", "--db", log.path)
    (row,) = map(json.loads, run(capsys, *words).out.splitlines())
    assert ("12 houses burned", "15 houses burned") == (row["before"], row["after"])
    printed = ("diff", "2026-03-04", "2026-03-07", "--printed", "--kind", "statement", "--db", log.path)
    with freeze_time("2026-03-09"):
        append_articles(log.event_log, [read(AFTER.replace("15", "16"), captured="2026-03-07T12:00:00")])
    (row,) = map(json.loads, run(capsys, *printed).out.splitlines())
    assert ("15 houses burned", "16 houses burned") == (row["before"], row["after"])
    assert 2 == run(capsys, *printed, "--reported-until", "2026-03-07").status
    assert "[-12-]{+15+} houses burned" in run(capsys, *words, "--format", "table").out
    assert (2, "") == run(capsys, "diff", "someday", "--db", log.path)[:2]
