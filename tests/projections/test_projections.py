"""Projections: what follows from the log, now and then."""

from __future__ import annotations

from datetime import datetime

import duckdb
import pytest
from freezegun import freeze_time

import timeline
from building import TEXT, article, extracted, extracted_again, happened, named, said
from timeline.errors import LogFormatError, NotFound, QueryError
from timeline.events.extraction import Extraction
from timeline.events.types.article_withdrawn import ArticleWithdrawn
from timeline.events.types.digest_delivered import DigestDelivered
from timeline.events.types.people_merged import PeopleMerged
from timeline.log.append import append_articles
from timeline.log.streams import article_stream, person_stream
from timeline.log.transaction import Origin
from timeline.projections.tables import RebuildCheck
from timeline.testing import given, published, reextracted, retracted, withdrawn


@pytest.fixture
def log(tmp_path):
    """A timeline that does not exist yet."""
    return timeline.open(tmp_path / "log.duckdb")


def speakers(log, **parameters):
    """Who speaks in the statements of a view."""
    return [row.speaker for row in log.statements(**parameters)]


def test_appending_is_seen_at_once(log):
    """
    What was appended can be asked for when append returns.
    """
    append_articles(log.event_log, [extracted(article(), said("Putin"))])
    assert ["Putin"] == speakers(log)


def test_as_of_shows_only_what_was_known(log):
    """
    Asking as of Tuesday ignores what was recorded on Wednesday.
    """
    with freeze_time("2024-08-13 12:00"):
        append_articles(log.event_log, [extracted(article("a"), said("Putin"))])
    with freeze_time("2024-08-14 12:00"):
        append_articles(log.event_log, [extracted(article("b"), said("Savill"))])
    assert ["Putin"] == speakers(log, as_of=datetime(2024, 8, 13, 23))
    assert [] == speakers(log, as_of="2024-08-13T11:59:59")
    assert ["Putin", "Savill"] == speakers(log, as_of="2024-08-14")


def test_bare_day_means_its_end(log):
    """
    As of a day includes what was recorded in its last minute, UTC; an offset is counted.
    """
    with freeze_time("2024-08-13 23:59:30"):
        append_articles(log.event_log, [extracted(article(), said("Putin"))])
    assert ["Putin"] == speakers(log, as_of="2024-08-13")
    assert [] == speakers(log, as_of="2024-08-14T00:00:00+02:00")


def test_revision_replaces_what_was_read_before():
    """
    The current view shows the newest text's statements, an earlier one those of then.
    """
    story = given(published("a", TEXT, said("Putin"))).when(published("a", TEXT, said("Savill"), title="New"))
    story.then("statements", [{"speaker": "Savill"}]).then("articles", [{"revision": 2}])
    story.then("statements", [{"speaker": "Putin"}], as_of="2026-01-01")


def test_older_capture_that_arrives_late_is_not_the_current_one():
    """
    A text captured before the current one is what had been printed until that one was, as soon as it is known.
    """
    day = "2024-08-13"
    story = given(published("a", TEXT, said("Putin"), published=day, title="New", captured="2024-08-20T12:00:00"))
    story = story.when(published("a", TEXT, said("Savill"), published=day, captured="2024-08-18T09:00:00"))
    story.then("statements", [{"speaker": "Putin"}]).then("statements", [{"speaker": "Putin"}], as_of="2026-01-03")
    for moment, speaker in ("08-13", "Savill"), ("08-20T11:59:59", "Savill"), ("08-20", "Putin"):
        story.then("statements", [{"speaker": speaker}], reported_until=f"2024-{moment}")
    story.then("statements", [{"speaker": "Putin"}], reported_until="2024-08-18", as_of="2026-01-01")
    story.then("texts", [{"revision": 2}, {"revision": 1}])


def test_newer_extraction_replaces_an_older_one():
    """
    Views show the latest completed reading of each text; one that found nothing counts, one that failed does not.
    """
    failed = Extraction("test", 2, error="boom")
    story = given(published("a", TEXT, said("Putin"))).when(
        lambda log: extracted_again(log.event_log, "a", 1, [failed])
    )
    story.then("statements", [{"speaker": "Putin"}])
    story = story.when(reextracted("a", said("Savill"), version=3)).then("statements", [{"speaker": "Savill"}])
    story.when(reextracted("a", version=4)).then("statements", [])


def test_withdrawn_article_leaves_all_current_views():
    """
    A withdrawn article is in no current view, in every earlier one, and comes back when it is revised.
    """
    story = given(published("a", TEXT, said("Putin"))).when(withdrawn("a"))
    story.then("statements", []).then("publications", []).then("statements", [{"speaker": "Putin"}], as_of="2026-01-01")
    story.when(published("a", TEXT, said("Savill"), title="New")).then("statements", [{"speaker": "Savill"}])


def test_retracted_event_leaves_the_views():
    """
    A retraction takes one event out, from the moment it was recorded.
    """
    both = [{"speaker": "Putin"}, {"speaker": "Savill"}]
    story = given(published("a", TEXT, said("Putin"), said("Savill", "was closed"))).when(retracted("was closed"))
    story.then("statements", both[:1]).then("statements", both, as_of="2026-01-01")


def test_retraction_of_a_retraction_restores(log):
    """
    What was retracted by mistake holds again from when that was said; asking as of then still shows the gap.
    """
    with freeze_time("2024-08-13"):
        append_articles(log.event_log, [extracted(article(), said("Putin"))])
        target = next(iter(log.statements())).event_id
    with freeze_time("2024-08-14"):
        first = log.retract(target, reason="He did not.")
        with pytest.raises(QueryError, match="already retracted"):
            log.retract(target, reason="Twice.")
    with freeze_time("2024-08-15"):
        undo = log.retract(first, reason="He did.")
        with pytest.raises(QueryError, match="make the decision again"):
            log.retract(undo, reason="No.")
    with freeze_time("2024-08-16"):
        log.retract(target, reason="He did not, after all.")
    held = {day: speakers(log, as_of=f"2024-08-{day}") for day in (13, 14, 15, 16)}
    assert {13: ["Putin"], 14: [], 15: ["Putin"], 16: []} == held
    assert all(found.agrees for found in log.rebuild(check=True))


def test_stranger_can_ask_plain_sql(log):
    """
    The names of the log, of what holds now, of what held then and of all of it are there for any DuckDB.
    """
    append_articles(
        log.event_log,
        [extracted(article(), said("Putin"), happened("the bridge was closed"), named("Monday", "2026-03-02"))],
    )
    with duckdb.connect(str(log.path), read_only=True) as connection:
        tables = "log heads statements statement_history articles occurrences dates"
        views = "timeline who_said_what_when activity date_counts speakers publications"
        asked = "statements(p_as_of:='2999-01-01') who_said_what_when(p_speaker:='put')"
        for name in f"{tables} {views} {asked}".split():
            assert connection.execute(f"select count(*) from {name}").fetchone()[0] >= 1
        assert (0,) == connection.execute("select count(*) from statements(p_as_of := '1999-01-01')").fetchone()


def test_range_is_by_overlap_in_days(log):
    """
    Days are inclusive; a row counts when its time overlaps them; the undated only without a range.
    """
    append_articles(
        log.event_log,
        [
            extracted(
                article(),
                happened("the bridge was closed", "2026-03-02"),
                happened("the bridge is safe", None, start=None, end=datetime(2026, 3, 5)),
                happened("The mayor said", None),
                extractor="occurrences",
            )
        ],
    )
    found = {
        since: [row.text for row in log.timeline(since=since, until=until)]
        for since, until in (("2026-03-01", "2026-03-01"), ("2026-03-02", "2026-03-03"), ("2026-03-04", "2026-03-04"))
    }
    assert {"2026-03-01": [], "2026-03-02": ["the bridge was closed"], "2026-03-04": ["the bridge is safe"]} == found
    assert 3 == len(log.timeline())


def test_same_happening_in_two_articles_is_one_row(log):
    """
    The same words about the same day are one row with both outlets.
    """
    for key, publisher in (("a", "Post"), ("b", "Mail")):
        append_articles(log.event_log, [extracted(article(key, source=publisher), happened("the bridge was closed"))])
    (row,) = log.timeline()
    assert (2, ["Mail", "Post"]) == (row.articles, row.sources)
    assert "Post, 2026-03-04, ¶1, characters 45–66" == row.citation


def test_filters_narrow_a_view(log):
    """
    Speaker, publisher and topics are parts of words in any case; several topics mean any of them.
    """
    append_articles(
        log.event_log, [extracted(article("a", source="Post"), said("Putin"), said("Savill", "was closed"))]
    )
    assert ["Putin"] == speakers(log, speaker="PUT") == speakers(log, about=["SAFE", "nothing"])
    assert [] == speakers(log, publisher="mail") == speakers(log, about="nothing")
    assert ["Putin", "Savill"] == speakers(log, publisher="POST")


def test_happenings_beside_a_speaker(log):
    """
    Asking the timeline for a speaker shows what is told in paragraphs where they speak.
    """
    told = [happened("the bridge was closed"), happened("the bridge is safe", paragraph=2)]
    append_articles(log.event_log, [extracted(article(), *told, said("Putin"))])
    assert ["the bridge was closed"] == [row.text for row in log.timeline(speaker="putin")]
    assert [] == list(log.timeline(speaker="Savill"))


def test_parameters_are_checked(log):
    """
    A view or parameter that is not there, or a moment that is none, is named with what there is.
    """
    with pytest.raises(NotFound, match="who_said_what_when"):
        log.run("who_said_it")
    with pytest.raises(QueryError, match="it has as_of, reported_until, since"):
        log.run("timeline", spaeker="x")
    with pytest.raises(QueryError, match="not a valid date or time"):
        log.run("timeline", as_of="last week")


def test_changed_queries_are_rebuilt_with_the_next_append(log):
    """
    Tables built from other SQL than ours are made anew by the next commit, and named until then.
    """
    append_articles(log.event_log, [extracted(article("a"), said("Putin"))])
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("update meta set value = 'other' where key in ('tables', 'queries')")
        connection.execute("delete from statement_history")
    assert "out of date" in log.status()["projections"]
    with pytest.raises(LogFormatError, match="of another version: run `timeline rebuild`"):
        log.rebuild(check=True)
    append_articles(log.event_log, [extracted(article("b"), said("Savill"))])
    assert ["Putin", "Savill"] == speakers(log)
    assert "current" == log.status()["projections"]


def test_changed_views_are_made_anew_without_the_tables(log):
    """
    Views made from other SQL than ours are made anew by the next commit, which leaves the tables as they are.
    """
    append_articles(log.event_log, [extracted(article("a"), said("Putin"))])
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("update meta set value = 'other' where key = 'queries'")
        connection.execute("drop view speakers")
        connection.execute("update statement_history set speaker = 'Nobody'")
    assert "out of date" in log.status()["projections"]
    append_articles(log.event_log, [extracted(article("b"), said("Savill"))])
    assert "current" == log.status()["projections"]
    with duckdb.connect(str(log.path), read_only=True) as connection:
        found = connection.execute("select speaker from speakers order by speaker").fetchall()
    assert [("Nobody",), ("Savill",)] == found


def test_views_stay_where_nothing_changed(log):
    """
    Appending makes no view anew, an event that no projection reads no row.
    """
    append_articles(log.event_log, [extracted(article("a"), said("Putin"))])
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("create view another as select 1")
    append_articles(log.event_log, [extracted(article("b"), said("Savill"))])
    delivered = DigestDelivered(name="news", after=None, position=2, period="day")
    log.event_log.append([(delivered, Origin(stream="digest/news"))])
    with duckdb.connect(str(log.path), read_only=True) as connection:
        assert [(1,)] == connection.execute("from another").fetchall()
    assert ["Putin", "Savill"] == speakers(log)


def test_commit_may_touch_a_known_article_and_somebody_new(log):
    """
    What is partitioned by another key than the one that was known gets its rows as well.
    """
    append_articles(log.event_log, [extracted(article("a"), said("Putin"))])
    merged = PeopleMerged(person="Ann Brook", other="Brook", names=("Brook",), reason="same")
    gone = ArticleWithdrawn(reason="gone")
    log.event_log.append([
        (gone, Origin(stream=article_stream("a"), article="a")), (merged, Origin(stream=person_stream("Ann Brook"))),
    ])  # fmt: skip
    assert all(each.agrees for each in log.rebuild(check=True))
    assert {"Ann Brook"} == {row.person for row in log.sql("from names")}


@pytest.mark.parametrize(("missing", "spurious", "agrees"), [(0, 0, True), (1, 0, False), (0, 1, False)])
def test_a_table_agrees_with_its_rebuild_where_no_row_differs(missing, spurious, agrees):
    """
    One that it lacks is as wrong as one that it has too many.
    """
    assert agrees is RebuildCheck("statements", 7, missing, spurious).agrees


def test_check_names_a_table_that_is_not_what_the_log_says(log):
    """
    Holding the tables beside a rebuild finds a row that is missing and one that is too many.
    """
    append_articles(log.event_log, [extracted(article(), said("Putin"))])
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("update statement_history set speaker = 'Nobody'")
    wrong = [found for found in log.rebuild(check=True) if not found.agrees]
    assert [("statements", 1, 1, 1)] == [
        (found.projection, found.rows, found.missing, found.spurious) for found in wrong
    ]
    assert all(found.agrees for found in log.rebuild())
    assert ["Putin"] == speakers(log)
