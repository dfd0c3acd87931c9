"""Stages over a few events: each condition of a stage decides something here."""

from __future__ import annotations

from uuid import UUID

import pytest

from row_log import day

STATEMENT, MENTION = "statement_reported", "date_mentioned"


@pytest.fixture
def texts(rows):
    """Two texts of an article: the second begins otherwise."""
    rows.event("article_published", data={"text": "rain and rain again"})
    rows.event("article_revised", data={"text": "snow and rain again"}, revision=2)
    return rows


def targets(rows, decision):
    """Ids of the events that a decision applies to."""
    return sorted(row["event_id"] for row in rows.stage("decision_targets") if row["decision"] == decision)


def retract(rows, event):
    """A retraction of an event."""
    return rows.event("assertion_retracted", causation=event, data={"reason": "no"})


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ([(1, (0, 4)), (1, (9, 13))], [0]),  # the same place, before the same words elsewhere
        ([(1, (0, 4)), (1, (0, 5))], [0]),  # the same place alone, before what overlaps it
        ([(1, (9, 13)), (1, (0, 5))], [0]),  # the same words elsewhere, before what overlaps
        ([(2, (0, 4)), (2, (9, 13))], [1]),  # another text has other words in the same place
        ([(2, (0, 5))], []),  # there, what overlaps is something else
        ([(1, (0, 8))], [0]),  # an overlap by half
        ([(1, (0, 9))], []),  # by less than half of the longer one
        ([(1, (15, 19))], []),  # none at all, however far
        ([(1, (0, 5)), (1, (0, 6))], []),  # which?
    ],
)
def test_decision_finds_its_target_again(texts, others, found):
    """
    In another extraction a decision applies to the nearest event, if it is the only one: by place, words, overlap.
    """
    target = texts.extracted(STATEMENT, 1)
    again = [texts.extracted(STATEMENT, 2, at=at, revision=revision) for revision, at in others]
    decision = retract(texts, target)
    assert [target, *(again[place] for place in found)] == targets(texts, decision)


def test_decision_stays_with_its_type_and_extraction(texts):
    """
    An event of another type, or of the same extraction, in the same place is another one.
    """
    statement, mention = texts.extracted(STATEMENT, 1), texts.extracted(MENTION, 1)
    texts.extracted(STATEMENT, 1)
    decisions = [retract(texts, event) for event in (statement, mention)]
    assert [[statement], [mention]] == [targets(texts, decision) for decision in decisions]


def test_decision_in_two_pieces_overlaps_by_what_is_common(texts):
    """
    Pieces of evidence that lie apart have nothing in common.
    """
    target = texts.event(STATEMENT, evidence=[[0, 4], [14, 19]], extraction=UUID(int=101), ordinal=1)
    apart = texts.event(STATEMENT, evidence=[[5, 8]], extraction=UUID(int=102), ordinal=1)
    assert apart != target
    assert [target] == targets(texts, retract(texts, target))


def completed(rows, version, revision=1, article="a"):
    """An extraction that was completed."""
    return rows.event(
        "extraction_completed", extractor="x", extractor_version=version, revision=revision, article=article,
        extraction=UUID(int=1000 * len(article) + 100 * revision + version),
    )  # fmt: skip


def pin(rows, version):
    """A pin of a version, or of none."""
    kind = "extraction_pinned" if version else "extraction_unpinned"
    return rows.event(kind, data={"extractor": "x", "pinned": version}, revision=None)


def choices(rows, revision=1):
    """Versions chosen of a text, in order; none where none has completed it yet."""
    found = sorted(rows.stage("extraction_choices"), key=lambda row: row["position"])
    return [row["extraction"] and row["extraction"].int % 100 for row in found if row["revision"] == revision]


def test_pinned_version_is_chosen_once_it_has_read_the_text(rows):
    """
    The latest is chosen, or the pinned version from when it has completed this very text; an end of the pin ends that.
    """
    completed(rows, 1)
    completed(rows, 2)
    pin(rows, 1)
    completed(rows, 3)
    pin(rows, None)
    completed(rows, 3, revision=2)
    assert [1, 2, 1, 1, 3] == choices(rows)
    assert [None, None, 3] == choices(rows, 2)


def test_pinned_version_of_another_text_is_not_chosen(rows):
    """
    A pinned version that has not completed a text yet leaves the latest; that it has another text counts for nothing.
    """
    completed(rows, 1)
    completed(rows, 2, revision=2)
    pin(rows, 1)
    assert [2, 2] == choices(rows, 2)
    completed(rows, 1, revision=2)
    assert [2, 2, 1] == choices(rows, 2)


def test_choice_that_stays_is_one_stretch(rows):
    """
    What is chosen twice in a row is shown without a break; what never is has an empty stretch.
    """
    completed(rows, 1)
    pin(rows, 1)
    completed(rows, 2)
    shown = {row["extraction"].int % 100: (row["since"], row["until"]) for row in rows.stage("shown_extractions")}
    assert {1: (day(1), None), 2: (day(3), day(3))} == shown


def test_decision_is_taken_back_by_the_first_retraction(rows):
    """
    A decision ends when it is retracted first; a decision on a decision is none of its own.
    """
    event = rows.extracted(STATEMENT, 1)
    decision = retract(rows, event)
    first, _ = retract(rows, decision), retract(rows, decision)
    (row,) = rows.stage("decisions")
    assert (decision, True, day(2), day(3)) == (row["decision"], row["retracts"], row["since"], row["until"])
    assert first


def correct(rows, event, number, redated, **changes):
    """A correction of an event, to a day."""
    return rows.event(
        "assertion_corrected", causation=event, occurred_from=day(number), occurred_to=day(number + 1), precision="day",
        data={"changes": changes, "redated": redated, "reason": f"to {number}"},
    )  # fmt: skip


def test_last_correction_in_force_gives_the_time(rows):
    """
    Of several corrections the last one of the time gives it, while it is in force; retractions change nothing else.
    """
    event = rows.extracted(STATEMENT, 1, said_basis="publication")
    correct(rows, event, 7, redated=True)
    last = correct(rows, event, 8, redated=True)
    correct(rows, event, 9, redated=False, speaker="Ann")
    retract(rows, last)
    stretches = sorted(rows.stage("corrections"), key=lambda row: row["since"])
    times = [row["redated"] and row["redated"]["occurred_from"] for row in stretches]
    assert [None, day(7), day(8), day(8), day(7)] == times
    retract(rows, event)
    last_stretch = max(rows.stage("corrections"), key=lambda row: row["since"])
    assert (True, 3) == (last_stretch["retracted"], len(last_stretch["changes"]))


def printed(rows, revision, reported, seen=None):
    """A text of the article, printed on a day and seen on one."""
    kind = "article_published" if revision == 1 else "article_revised"
    captured = {} if seen is None else {"captured": str(day(seen))}
    return rows.event(kind, revision=revision, reported_at=day(reported), data=captured | {"text": "x"})


def stretches(rows):
    """From when to when each text was the current one, and up to when in print."""
    found = [[row["revision"], row["since"], row["until"], row["reported_to"]] for row in rows.stage("current_texts")]
    return sorted(
        ([revision, *(None if at is None else at.day for at in when)] for revision, *when in found),
        key=lambda row: row[:2],
    )


def test_text_gives_way_to_what_was_seen_later(rows):
    """
    A later text follows from when it is recorded; in print from when it was printed.
    """
    printed(rows, 1, 1, seen=1)
    printed(rows, 2, 6, seen=6)
    assert [[1, 1, 2, None], [1, 2, None, 6], [2, 2, None, None]] == stretches(rows)


def test_text_that_arrives_late_is_superseded_at_once(rows):
    """
    A text that was seen before the current one never is the current one; of two seen at one time the higher number is.
    """
    printed(rows, 1, 1, seen=1)
    printed(rows, 2, 6, seen=6)
    printed(rows, 3, 4, seen=4)
    printed(rows, 4, 6, seen=6)
    assert [
        [1, 1, 2, None], [1, 2, 3, 6], [1, 3, None, 4],
        [2, 2, 4, None], [2, 4, None, 6],
        [3, 3, None, 6],
        [4, 4, None, None],
    ] == stretches(rows)  # fmt: skip


def test_first_text_known_was_printed_with_the_article(rows):
    """
    A text is printed with the article until one is known that was seen before it: from then on when it was captured.
    """
    printed(rows, 1, 1, seen=6)
    printed(rows, 2, 7, seen=7)
    printed(rows, 3, 4, seen=4)
    printed(rows, 4, 5, seen=5)
    found = [
        [row[at] for at in ("revision", "since", "reported_from", "reported_to")] for row in rows.stage("current_texts")
    ]
    assert [
        [1, 1, 1, None], [1, 2, 1, 7], [1, 3, 6, 7],
        [2, 2, 7, None],
        [3, 3, 1, 6], [3, 4, 1, 5],
        [4, 4, 5, 6],
    ] == sorted([revision, *(at and at.day for at in when)] for revision, *when in found)  # fmt: skip


def test_text_without_a_capture_time_was_printed_with_the_article(rows):
    """
    Of a text that does not say when it was captured nothing else is known, also where another was seen before it.
    """
    printed(rows, 1, 1)
    printed(rows, 2, 0, seen=0)
    found = {row["revision"]: row["reported_from"] for row in rows.stage("current_texts")}
    assert {1: day(1), 2: day(0)} == found


def test_withdrawal_ends_what_was_recorded_before_it(rows):
    """
    A withdrawn article has no text; one that comes after the withdrawal is there.
    """
    printed(rows, 1, 1)
    rows.event("article_withdrawn")
    printed(rows, 2, 3)
    ends = {row["revision"]: row["withdrawn_at"] and row["withdrawn_at"].day for row in rows.stage("texts")}
    assert {1: 2, 2: None} == ends
    assert [1, 1, 2, None] in stretches(rows)


def test_moment_of_arrival_counts_where_none_is_given(rows):
    """
    A text is seen when it says so, else when it is recorded.
    """
    printed(rows, 1, 1, seen=9)
    printed(rows, 2, 2)
    assert {1: 9, 2: 2} == {row["revision"]: row["seen"].day for row in rows.stage("texts")}


def test_what_never_was_valid_has_no_row(rows):
    """
    A text superseded at birth, and what was read in it, is in no table, but for what had been printed before.
    """
    printed(rows, 1, 6, seen=6)
    printed(rows, 2, 4, seen=4)
    valid = [(row["revision"], row["recorded_from"], row["reported_to"]) for row in rows.stage("valid_assertions")]
    assert [(1, day(1), None), (2, day(2), day(6))] == sorted(valid)


def test_text_replaced_at_the_moment_it_was_printed_has_no_row(rows):
    """
    Of two texts printed at one moment the later one is what had been printed, from when it is known.
    """
    printed(rows, 1, 3)
    printed(rows, 2, 3)
    valid = [(row["revision"], row["recorded_from"], row["recorded_to"]) for row in rows.stage("valid_assertions")]
    assert [(1, day(1), day(2)), (2, day(2), None)] == sorted(valid)
