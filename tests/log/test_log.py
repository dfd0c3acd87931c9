"""The log: what is appended, what is refused, what is given to each event."""

from __future__ import annotations

import gc
from datetime import datetime
from uuid import UUID, uuid4

import duckdb
import pytest
from freezegun import freeze_time

from building import article, extracted, extracted_again, happened, said
from timeline.decisions.corrections import retract
from timeline.decisions.withdrawals import withdraw
from timeline.errors import LogError, NotFound
from timeline.events.extraction import Extraction
from timeline.log.append import ExtractedArticle, append_articles
from timeline.log.event_log import EventLog
from timeline.model.article import Article


@pytest.fixture
def log(tmp_path):
    """A log that does not exist yet."""
    return EventLog(tmp_path / "log.duckdb")


def test_delivery_becomes_events_in_order(log):
    """
    An article, what was read in it, and the end of the reading are appended in this order.
    """
    append_articles(log, [extracted(article(), said("Putin"), said(None))])
    rows = log.read()
    assert ["article_published", "statement_reported", "statement_reported", "extraction_completed"] == [
        row.type for row in rows
    ]
    assert [1, 2, 3, 4] == [row.position for row in rows] == [row.stream_position for row in rows]
    assert [None, 0, 1, 2] == [row.ordinal for row in rows]


def test_first_text_is_published_and_a_later_one_revised(log):
    """
    What states an article's first text is another event than what states a later one.
    """
    append_articles(log, [ExtractedArticle(article(title=title)) for title in ("One", "Two")])
    assert ["article_published", "article_revised"] == [row.type for row in log.read()]


@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
def test_garbage_is_collected_as_before(log, switch):
    """
    Python's collector of cycles is on after an append if it was on before.
    """
    switch()
    before = gc.isenabled()
    try:
        append_articles(log, [ExtractedArticle(article())])
        assert before == gc.isenabled()
    finally:
        gc.enable()


def test_same_article_again_appends_nothing(log):
    """
    The same text under the same key is already there, whoever delivers it.
    """
    append_articles(log, [extracted(article(), said("Putin"))])
    (receipt,) = append_articles(log, [extracted(article(source="Another outlet", language="en"))])
    assert ("unchanged", ()) == (receipt.outcome, receipt.rows)
    assert 3 == len(log.read())


@pytest.mark.parametrize(
    "changed",
    [{"text": "Other."}, {"title": "T"}, {"published": "2026-03-05"}, {"authors": ("Ana",)}, {"url": "http://a"}],
    ids=lambda changed: next(iter(changed)),
)
def test_change_is_a_revision(log, changed):
    """
    Another text, title, publication date, author or URL makes a revision.
    """
    append_articles(log, [extracted(article())])
    (receipt,) = append_articles(log, [extracted(article(**changed))])
    assert ("revised", 2) == (receipt.outcome, receipt.revision)


def test_earlier_text_again_is_there_already(log):
    """
    A text that an earlier revision had is a revision only when captured later than the last one.
    """
    first, second = (article(text=text, captured=day) for text, day in (("One.", "2026-03-01"), ("Two.", "2026-03-02")))
    append_articles(log, [ExtractedArticle(first), ExtractedArticle(second)])
    again, reverted = article(text="One."), article(text="One.", captured="2026-03-03")
    assert ["unchanged", "revised"] == [
        receipt.outcome for receipt in append_articles(log, [ExtractedArticle(again), ExtractedArticle(reverted)])
    ]


def test_batches_never_share_a_time(log):
    """
    With the clock standing still, or going back, each batch is recorded a microsecond later, after a commit two.
    """
    with freeze_time("2026-03-04 12:00:00"):
        append_articles(log, [ExtractedArticle(article("a")), ExtractedArticle(article("b"))])
    with freeze_time("2026-03-01 12:00:00"):
        append_articles(log, [ExtractedArticle(article("c"))])
    noon = datetime(2026, 3, 4, 12)
    assert [noon.replace(microsecond=at) for at in (0, 1, 3)] == [row.recorded_at for row in log.read()]


def test_event_ids_follow_from_what_was_read(tmp_path):
    """
    Two logs that are given the same articles give the same ids and payloads, whatever the clock and the salt.
    """
    rows = []
    for name, moment in (("one", "2026-03-04"), ("two", "2025-01-01")):
        with freeze_time(moment):
            log = EventLog(tmp_path / name)
            append_articles(log, [extracted(article("a"), said("Putin")), extracted(article("b"), said("Savill"))])
            rows.append(log.read())
    assert [(row.event_id, row.data) for row in rows[0]] == [(row.event_id, row.data) for row in rows[1]]
    assert {row.leaf for row in rows[0]}.isdisjoint(row.leaf for row in rows[1])


def test_event_id_tells_revisions_and_versions_apart(log):
    """
    The same words read in another revision, or by another version, are another event.
    """
    append_articles(log, [extracted(article(), said("Putin"))])
    append_articles(log, [extracted(article(title="New"), said("Putin"))])
    extracted_again(log, "a", 2, [Extraction("statements", 2, (said("Putin"),))])
    ids = [row.event_id for row in log.read("type = 'statement_reported'")]
    assert 3 == len(set(ids)) == len(ids)


def test_reading_again_with_the_same_version_appends_nothing(log):
    """
    What a version completed it has said; a version that failed may try again.
    """
    append_articles(
        log,
        [
            ExtractedArticle(
                article(), (Extraction("statements", 1, (said("Putin"),)), Extraction("dates", 1, error="boom"))
            )
        ],
    )
    assert [] == extracted_again(log, "a", 1, [Extraction("statements", 1, ())])
    assert 1 == len(extracted_again(log, "a", 1, [Extraction("dates", 1, ())]))


def test_failed_extraction_is_recorded_beside_the_others(log):
    """
    An extractor that raised leaves the article and the other extractors' events.
    """
    append_articles(
        log,
        [ExtractedArticle(article(), (Extraction("dates", 3, error="ValueError: no"), Extraction("statements", 1)))],
    )
    failed = log.read("type = 'extraction_failed'")[0]
    assert ("dates", 3, '{"error":"ValueError: no"}') == (failed.extractor, failed.extractor_version, failed.data)
    assert 1 == len(log.read("type = 'extraction_completed'"))


def test_evidence_and_time_come_from_the_record(log):
    """
    The envelope holds the event's spans and its half-open time.
    """
    append_articles(log, [extracted(article(), happened("the bridge was closed"))])
    row = log.read("type = 'occurrence_reported'")[0]
    assert [[45, 66]] == row.evidence
    assert (datetime(2026, 3, 2), datetime(2026, 3, 3), "day") == (row.occurred_from, row.occurred_to, row.precision)


def test_reported_is_publication_then_capture(log):
    """
    An article is reported when it was published, a revision when it was captured; both in UTC.
    """
    append_articles(log, [ExtractedArticle(article(published="2026-03-04T23:30:00-05:00", captured="2026-03-09"))])
    append_articles(log, [ExtractedArticle(article(text="Two.", captured="2026-03-10T01:00:00+01:00"))])
    assert [datetime(2026, 3, 5, 4, 30), datetime(2026, 3, 10)] == [row.reported_at for row in log.read()]


def test_engine_refuses_to_change_the_log(log):
    """
    UPDATE, DELETE, TRUNCATE and upserts are refused by the database itself.
    """
    append_articles(log, [extracted(article())])
    with duckdb.connect(str(log.path)) as connection:
        for statement in (
            "update log set data = '{}'",
            "update log set data = '{}' where false",
            "delete from log where position = 1",
            "delete from log where false",
            "truncate log",
        ):
            with pytest.raises(duckdb.Error, match="append-only"):
                connection.execute(statement)
        with pytest.raises(duckdb.Error, match="trigger"):
            connection.execute("merge into log using (select 1 as p) on position = p when matched then delete")
    assert 2 == len(log.read())


def test_commit_is_all_or_nothing(tmp_path):
    """
    When a follower of the commit raises, nothing of the commit is there.
    """

    def fail(connection, commit):
        connection.execute("create table stored.half as select 1")
        raise ZeroDivisionError(commit.position)

    quiet, broken = EventLog(tmp_path / "log"), EventLog(tmp_path / "log", on_commit=[fail])
    append_articles(quiet, [extracted(article("a"))])
    with pytest.raises(ZeroDivisionError):
        append_articles(broken, [extracted(article("b"))])
    assert 2 == len(quiet.read())
    assert "unchanged" == append_articles(quiet, [extracted(article("a"))])[0].outcome
    with duckdb.connect(str(quiet.path), read_only=True) as connection:
        assert [] == connection.execute("from duckdb_tables() where table_name = 'half'").fetchall()


def test_followers_are_told_what_was_known(tmp_path):
    """
    A commit names the articles it touched again, and where they stand.
    """
    told = []
    log = EventLog(tmp_path / "log", on_commit=[lambda _, commit: told.append(commit)])
    append_articles(log, [extracted(article("a"), said("Putin")), extracted(article("b"))])
    append_articles(log, [extracted(article("c")), extracted(article("b", title="New"))])
    withdraw(log, "b", reason="gone")
    retract(log, _statement(log), reason="wrong")
    assert [set(), {"b"}, {"b"}, {"a"}] == [commit.articles for commit in told]
    assert [[], [4, 5], [4, 5, 8, 9], [1, 2, 3]] == [commit.positions for commit in told]
    assert [(0, 5), (5, 9), (9, 10), (10, 11)] == [(commit.after, commit.position) for commit in told]


def _statement(log) -> UUID:
    return log.read("type = 'statement_reported'")[0].event_id


def test_retraction_names_what_is_there(log):
    """
    Only an event that an extractor read can be retracted, and its article is carried along.
    """
    append_articles(log, [extracted(article(), said("Putin"))])
    target = _statement(log)
    row = retract(log, target, reason="He did not.", by="Ana")
    assert (target, "a", 1) == (row.causation, row.article, row.revision)
    with pytest.raises(NotFound, match="timeline log"):
        retract(log, uuid4(), reason="?")
    with pytest.raises(NotFound):
        retract(log, log.read()[0].event_id, reason="an article is not an assertion")


def test_unknown_article_cannot_be_withdrawn(log):
    """
    Withdrawing what is not there says where to look.
    """
    append_articles(log, [extracted(article())])
    with pytest.raises(NotFound, match="timeline articles"):
        withdraw(log, "nothing", reason="?")


def test_text_that_cannot_be_written_leaves_the_log_as_it_was(log):
    """
    Half a surrogate pair is no text: it is refused and nothing is appended.
    """
    with pytest.raises(UnicodeEncodeError):
        append_articles(
            log,
            [ExtractedArticle(article()), ExtractedArticle(Article(key="b", text="\ud800", published="2026-03-04"))],
        )
    append_articles(log, [ExtractedArticle(article())])
    assert 1 == len(log.read())


def test_folder_that_cannot_be_written_to():
    """
    A log in a place where nothing can be made is one clear sentence.
    """
    with pytest.raises(LogError, match="cannot be written"):
        EventLog("/proc/log.duckdb").append([ExtractedArticle(article())])
