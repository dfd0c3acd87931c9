"""What people decide about events and readings: it holds, is found again, is taken back, and follows from the log."""

from __future__ import annotations

from datetime import datetime

import pytest
from freezegun import freeze_time

import timeline
from building import TEXT, article, extracted, extracted_again, happened, named, said
from timeline.errors import NotFound, QueryError
from timeline.events.extraction import Extraction
from timeline.log.append import append_articles
from timeline.model.span import Span

LONGER = f"New. {TEXT}"
WHOLE = "The mayor said the bridge is safe."


@pytest.fixture
def log(tmp_path):
    """A log of an article of 1 March in which version 1 read one statement, by Lind."""
    log = timeline.open(tmp_path / "log.duckdb")
    with freeze_time("2026-03-01"):
        append_articles(log.event_log, [extracted(article(), said("Lind"))])
    return log


@pytest.fixture(autouse=True)
def _follows(log):
    """Whatever was decided, tables are what a rebuild makes, and the log verifies."""
    yield
    assert [] == log.verify(projections=True).problems


def again(log, *events, version, text=None, captured="2027-01-01"):
    """Another version reads the newest text, or a revision comes that version 1 reads."""
    if text is None:
        revision = max(row.revision for row in log.sql("select max(revision) as revision from revisions"))
        extracted_again(log.event_log, "a", revision, [Extraction("statements", version, events)])
    else:
        append_articles(log.event_log, [extracted(article(text=text, captured=captured), *events, version=version)])


def only(log, what="statements", **clocks):
    """The one row of a projection that holds."""
    (row,) = log.sql(f"from {what}(p_as_of := $as_of)", {"as_of": clocks.get("as_of")})
    return row


def speakers(log, as_of=None):
    """Of the statements that hold."""
    return sorted(str(row.speaker) for row in log.sql("from statements(p_as_of := $as_of)", {"as_of": as_of}))


def test_corrected_fields_are_shown_with_their_reason(log):
    """
    A correction changes what views show, from when it was made, and its reason stands beside it.
    """
    with freeze_time("2026-03-02"):
        log.correct(only(log).event_id, {"speaker": "Ito", "when": "2026-02"}, reason="Her deputy.", by="Ana")
    row = only(log)
    assert ("Ito", "Her deputy. — Ana") == (row.speaker, row.correction)
    assert (datetime(2026, 2, 1), datetime(2026, 3, 1), "month") == (row.said_from, row.said_to, row.said_precision)
    before = only(log, as_of="2026-03-01")
    assert ("Lind", None, None) == (before.speaker, before.said_from, before.correction)
    assert ["Ito"] == [row.name for row in log.sql("from mentions")]


def test_corrections_add_up_and_are_taken_back_one_by_one(log):
    """
    Several corrections hold together, the last word on a field wins; what is retracted leaves the others.
    """
    event = only(log).event_id
    log.correct(event, {"speaker": "Ito"}, reason="one")
    second = log.correct(event, {"speaker": "Berg", "about": '["Lind"]'}, reason="two")
    assert ("Berg", "one / two") == (only(log).speaker, only(log).correction)
    taken_back = log.retract(second, reason="no")
    assert "Ito" == only(log).speaker
    with pytest.raises(QueryError, match="already retracted"):
        log.retract(second, reason="no")
    with pytest.raises(QueryError, match="make the decision again"):
        log.retract(taken_back, reason="no")


def test_empty_value_is_not_known(log):
    """
    An empty value stands for null.
    """
    log.correct(only(log).event_id, {"speaker": ""}, reason="nobody is named")
    assert only(log).speaker is None


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"quote": "the bridge"}, "no field 'quote' that can be corrected; there are about, manner"),
        ({"content": "[[1, 2]]"}, "no field 'content'"),
        ({"cue_text": "says"}, "no field 'cue_text'"),
        ({"nothing": "x"}, "no field 'nothing'"),
        ({"manner": "loud"}, "'loud' is not a valid manner"),
        ({"paragraph": "first"}, "'first' is not a valid paragraph"),
        ({"when": "Monday"}, "'Monday' is not a valid date"),
        ({"said_from": "2026-03-09", "said_to": "2026-03-01"}, "is empty"),
    ],
)
def test_what_cannot_be_corrected(log, changes, says):
    """
    Words of the article stay as they are, and a value has to be one of its field; nothing is appended.
    """
    before = log.head()
    with pytest.raises(QueryError, match=says.replace("[", r"\[")):
        log.correct(only(log).event_id, changes, reason="x")
    assert before == log.head()


def test_only_assertions_are_corrected(log):
    """
    What was printed, and what says that a reading is complete, is no assertion.
    """
    for row in log.sql("select event_id, type from log where type <> 'statement_reported'"):
        with pytest.raises(NotFound, match=f"is a {row.type}"):
            log.correct(row.event_id, {"speaker": "x"}, reason="x")
        with pytest.raises(NotFound, match=f"is a {row.type}"):
            log.retract(row.event_id, reason="x")


@pytest.mark.parametrize(
    ("found", "speaker"),
    [
        ([said("Savill")], ["Ito"]),  # the same words in the same place
        ([said("Savill", quote="said the bridge is safe")], ["Ito"]),  # overlap by more than half
        ([said("Savill", quote=WHOLE)], ["Ito"]),  # 18 of 34 characters
        ([said("Savill", quote="On Monday the bridge was closed")], ["Savill"]),  # elsewhere
        ([said("Savill", quote="safe")], ["Savill"]),  # less than half
        (
            [said("Savill", quote="bridge is safe"), said("Savill", quote="the bridge is")],
            ["Savill", "Savill"],
        ),  # which?
    ],
)
def test_correction_is_found_again_after_another_reading(log, found, speaker):
    """
    A newer version's event in the same place, if there is just one, is corrected too; else the correction is unmatched.
    """
    log.correct(only(log).event_id, {"speaker": "Ito"}, reason="so")
    again(log, *found, version=2)
    assert speaker == speakers(log)
    assert (0 if speaker == ["Ito"] else 1) == log.status()["unmatched"]


@pytest.mark.parametrize(
    ("text", "quotes", "left"),
    [
        (LONGER, ["the bridge is safe"], []),
        ("The mayor said the bridge is safe. Yes, the bridge is safe.", ["the bridge is safe", "Yes"], ["Savill"]),
        ("The mayor said the bridge is unsafe.", ["the bridge is unsafe"], ["Savill"]),
    ],
)
def test_retraction_is_found_again_in_a_revision(log, text, quotes, left):
    """
    The same words in a later revision are retracted too, wherever they stand; other words are not.
    """
    with freeze_time("2026-03-02"):
        log.retract(only(log).event_id, reason="not said")
    with freeze_time("2026-03-03"):
        again(log, *(said("Savill", quote=quote, text=text) for quote in quotes), version=1, text=text)
    assert left == speakers(log)
    assert ["Lind"] == speakers(log, as_of="2026-03-01")
    assert [] == speakers(log, as_of="2026-03-02")


def test_two_of_the_same_words_leave_a_retraction_unmatched(log):
    """
    Where the same words stand twice in a revision nobody knows which were meant: listed, not guessed.
    """
    text = "The bridge? Yes, the bridge is safe. She said the bridge is safe."
    target = only(log).event_id
    log.retract(target, reason="not said")
    first = said("Savill", text=text)
    shift = text.rindex("the bridge is safe") - first.content[0].start
    second = said("Savill", text=text, content=(Span(first.content[0].start + shift, first.content[0].end + shift),))
    again(log, first, second, version=1, text=text)
    assert ["Savill", "Savill"] == speakers(log)
    (row,) = log.run("unmatched")
    assert (target, "the bridge is safe", "not said") == (row.target, row.quote, row.reason)


def test_unmatched_is_only_what_is_in_force_and_in_print(log):
    """
    A decision that was taken back, or whose article was withdrawn, misses nothing.
    """
    decision = log.retract(only(log).event_id, reason="not said")
    again(log, version=2)
    assert 1 == log.status()["unmatched"]
    log.retract(decision, reason="said")
    assert 0 == log.status()["unmatched"]
    log.correct(
        log.sql("from log where type = 'statement_reported'").dicts()[0]["event_id"], {"speaker": "I"}, reason="x"
    )
    assert 1 == log.status()["unmatched"]
    log.withdraw("a", reason="gone")
    assert 0 == log.status()["unmatched"]


def test_corrected_dates_of_every_kind(tmp_path):
    """
    Happenings and mentions of days are dated anew by ``when``.
    """
    log = timeline.open(tmp_path / "dated.duckdb")
    happening, mention = happened("the bridge was closed"), named("On Monday", "2026-03-02")
    append_articles(log.event_log, [extracted(article(), happening, mention, extractor="occurrences")])
    for kind in ("occurrences", "dates"):
        log.correct(only(log, kind).event_id, {"when": "2025-12"}, reason="last year")
    one, other = only(log, "occurrences"), only(log, "dates")
    assert (datetime(2025, 12, 1), datetime(2026, 1, 1), "month") == (one.occurred_from, one.occurred_to, one.precision)
    assert (datetime(2025, 12, 1), datetime(2026, 1, 1), "month") == (other.date_from, other.date_to, other.precision)
    assert [] == [found for found in log.rebuild(check=True) if not found.agrees]


def test_pinned_version_is_shown_until_it_is_unpinned(log):
    """
    The pinned version is shown, the latest before and after, and nothing twice.
    """
    with freeze_time("2026-03-02"):
        again(log, said("Savill"), version=2)
    with freeze_time("2026-03-03"):
        assert 1 == log.pin("statements", 1, reason="better", by="Ana")
        assert 0 == log.pin("statements", 1)
    with freeze_time("2026-03-04"):
        again(log, said("Berg"), version=3)
    assert ["Lind"] == speakers(log)
    assert [("a", "statements", 1, "better", "Ana")] == [
        (row.article, row.extractor, row.version, row.reason, row.by) for row in log.run("pins")
    ]
    with freeze_time("2026-03-05"):
        assert 1 == log.unpin("statements", ["a"])
    shown = [speakers(log, as_of=f"2026-03-0{day}") for day in range(1, 6)]
    assert [["Lind"], ["Savill"], ["Lind"], ["Lind"], ["Berg"]] == shown
    assert [] == list(log.run("pins"))


def test_pinned_version_that_has_not_read_a_revision(log):
    """
    Where the pinned version has read nothing yet the latest is shown, and the pinned one once it has.
    """
    log.pin("statements", 1)
    with freeze_time("2026-03-02"):
        again(log, said("Savill", text=LONGER), version=2, text=LONGER)
    assert ["Savill"] == speakers(log)
    again(log, said("Lind", text=LONGER), version=1)
    assert ["Lind"] == speakers(log)


def test_what_cannot_be_pinned(log):
    """
    Only what has read an article can be pinned in it, only what is pinned can be unpinned.
    """
    with pytest.raises(NotFound, match="statements@7 has not processed any article"):
        log.pin("statements", 7)
    with pytest.raises(NotFound, match="statements@1 has not processed nothing"):
        log.pin("statements", 1, ["a", "nothing"])
    with pytest.raises(NotFound, match="no version of statements is pinned in any article"):
        log.unpin("statements")


def test_comparison_of_versions(log):
    """
    What two versions read in the same place and otherwise is changed, the rest is gained or lost.
    """
    again(log, said("Savill"), said("Ito", quote="the bridge was closed"), version=2)
    again(log, said("Savill"), said("Ito", quote="Monday"), version=3)
    rows = log.run("extractor_diff", extractor="statements", before=1, after=2)
    assert [("changed", ["speaker"], "the bridge is safe"), ("gained", [], "the bridge was closed")] == [
        (row.change, row.fields, row.after) for row in rows
    ]
    rows = log.run("extractor_diff", extractor="statements", before=2, after=3)
    assert [("gained", None, "Monday"), ("lost", "the bridge was closed", None)] == sorted(
        (row.change, row.before, row.after) for row in rows
    )
    assert [] == list(log.run("extractor_diff", extractor="statements", before=1, after=1))


def test_older_text_is_what_had_been_printed(log):
    """
    By what had been printed before a revision was, the earlier text holds; by all that is printed, only the later one.
    """
    with freeze_time("2026-03-09"):
        append_articles(
            log.event_log, [extracted(article(text=LONGER, captured="2026-03-06"), said("Savill", text=LONGER))]
        )

    def printed(until, as_of=None):
        query = "select speaker from statements(p_as_of := $as_of, p_reported_until := $until)"
        return [row.speaker for row in log.sql(query, {"until": until, "as_of": as_of})]

    assert [["Lind"], ["Savill"], ["Savill"]] == [printed("2026-03-05"), printed("2026-03-06"), printed(None)]
    assert [[], ["Lind"]] == [printed("2026-03-03"), printed("2026-03-04")]
    assert [["Lind"], ["Lind"]] == [printed(until, "2026-03-08") for until in ("2026-03-05", "2026-03-06")]


def test_late_arrival_between_two_texts_in_print(log):
    """
    A text that was printed between two others, and arrives last, is what had been printed in between, once it came.
    """
    for day, captured, speaker in (("09", "2026-03-08", "Savill"), ("10", "2026-03-06", "Ito")):
        text = f"{TEXT} Seen {captured}."
        with freeze_time(f"2026-03-{day}"):
            append_articles(log.event_log, [extracted(article(text=text, captured=captured), said(speaker, text=text))])
    query = "select speaker from statements(p_as_of := $as_of, p_reported_until := $until)"
    shown = {
        (as_of, until): [
            row.speaker for row in log.sql(query, {"as_of": f"2026-03-{as_of}", "until": f"2026-03-{until}"})
        ]
        for as_of in ("09", "10")
        for until in ("05", "06", "08")
    }
    assert {
        ("09", "05"): ["Lind"], ("09", "06"): ["Lind"], ("09", "08"): ["Savill"],
        ("10", "05"): ["Lind"], ("10", "06"): ["Ito"], ("10", "08"): ["Savill"],
    } == shown  # fmt: skip
