"""Tests of digests that go on where the last one ended."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from freezegun import freeze_time

import timeline
from building import article, extracted, extracted_again, happened, named, said
from commands import run
from timeline import plugins
from timeline.errors import LogError, NotFound, QueryError
from timeline.events.extraction import Extraction
from timeline.log.append import append_articles


@pytest.fixture
def log(tmp_path):
    """A log of two articles that say the same, one with a statement."""
    log = timeline.open(tmp_path / "log.duckdb")
    with freeze_time("2026-03-05"):
        append_articles(
            log.event_log, [extracted(article("a"), said("the mayor")), extracted(article("b"), happened("bridge was"))]
        )
    return log


def lines(text):
    """All that a digest in JSON tells."""
    days = [*json.loads(text)["days"], json.loads(text)["undated"]]
    return [line.get("text") or line["quote"] for day in days for line in (*day["entries"], *day["statements"])]


def told(log, name="morning", **question):
    """What the next edition tells; it is delivered."""
    edition = log.edition(name, "json", **question)
    log.mark_delivered(edition)
    return lines(edition.text)


def test_nothing_is_told_twice_and_nothing_is_missed(log):
    """
    The first edition tells everything, the next ones what was appended since, and then there is nothing.
    """
    assert ["bridge was", "the bridge is safe"] == told(log)
    append_articles(log.event_log, [extracted(article("c"), said("Savill", "closed"))])
    append_articles(log.event_log, [extracted(article("d"), happened("Monday the bridge"))])

    assert ["Monday the bridge", "closed"] == told(log)
    assert [] == told(log)


def test_each_name_has_its_own_place(log):
    """
    What one reader was told, another was not.
    """
    told(log)

    assert ["bridge was", "the bridge is safe"] == told(log, "evening")


def test_what_was_not_delivered_is_told_again(log):
    """
    An edition counts when it was delivered, not when it was made.
    """
    log.edition("morning", "json")

    assert ["bridge was", "the bridge is safe"] == told(log)


def test_a_revision_tells_only_what_is_new_in_it(log):
    """
    The same words in a later text of the same article were told before; the same words elsewhere were not.
    """
    told(log)
    again = said("the mayor"), said("Savill", "closed")
    append_articles(
        log.event_log, [extracted(article("a", title="New"), *again), extracted(article("c"), said("the mayor"))]
    )

    assert ["closed", "the bridge is safe"] == told(log)


def test_an_empty_edition_leaves_no_trace(log):
    """
    Telling nothing appends nothing.
    """
    told(log)
    told(log)

    events = log.sql("from log where type = 'digest_delivered'")
    assert 1 == len(events)


def test_the_log_says_how_far_was_told(log):
    """
    A delivery is an event on the digest's own stream, with the positions between which it told.
    """
    told(log)
    append_articles(log.event_log, [extracted(article("c"), said("Savill", "closed"))])
    told(log)

    rows = list(log.sql("select stream, stream_position, data from log where type = 'digest_delivered'"))
    assert [("digest/morning", 1), ("digest/morning", 2)] == [(row.stream, row.stream_position) for row in rows]
    first, second = (json.loads(row.data) for row in rows)
    assert (None, first["position"]) == (first["after"], second["after"])
    assert [] == log.verify().problems
    assert all(each.agrees for each in log.rebuild(check=True))


def test_two_at_once_deliver_one(log):
    """
    Of two editions made from one place, the second to be delivered is refused.
    """
    one, other = log.edition("morning"), log.edition("morning")
    log.mark_delivered(one)

    with pytest.raises(LogError, match="delivered meanwhile"):
        log.mark_delivered(other)


def test_an_edition_knows_only_now(log):
    """
    What is new cannot be asked as of another moment.
    """
    with pytest.raises(QueryError):
        log.edition("morning", as_of="2026-03-05")
    with pytest.raises(QueryError):
        log.edition("morning", reported_until="2026-03-05")
    assert "bridge was" in log.digest(as_of="2026-03-06")
    with pytest.raises(NotFound):
        log.edition("morning", "papyrus")


def test_command(capsys, log, tmp_path):
    """
    `--new` tells once, and stores its place only when the digest was written.
    """
    words = ("digest", "--db", log.path, "--new", "morning", "--format", "json")

    assert 1 == run(capsys, *words, "-o", tmp_path / "nowhere" / "digest.json").status
    assert ["bridge was", "the bridge is safe"] == lines(run(capsys, *words).out)
    assert [] == lines(run(capsys, *words).out)
    assert "Nothing new is dated" in run(capsys, *words[:-1], "markdown").out


def test_there_is_news_where_only_a_month_is_stated(tmp_path):
    """
    A digest that chooses days and finds none tells what it has of longer times.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    text = "Nothing.\n\n" * 9 + "In March the bridge was closed."
    month = {"end": datetime(2026, 4, 1), "precision": "month", "sentence": 9}
    closed = happened("the bridge was closed", "2026-03-01", text, **month)
    append_articles(log.event_log, [extracted(article("a", text), closed)])
    assert ["the bridge was closed"] == lines(log.digest("json", max_dates=2, per_date=1))
    assert "No news" not in log.digest(max_dates=2)


def test_one_person_and_one_outlet(tmp_path):
    """
    A digest for a person has what they said and what names them; one for an outlet what it printed.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    text = "Ada Wren said the wall is safe. On Monday Ada Wren was dismissed. On Monday it rained."
    append_articles(
        log.event_log,
        [
            extracted(
                article("a", text, source="The Quay Post"),
                said("Ada Wren", "the wall is safe", text),
                said("Piet Maas", "it rained", text),
                happened("Ada Wren was dismissed", text=text),
                happened("On Monday it rained", text=text),
            ),
            extracted(article("b", text, source="Coast"), happened("Monday it rained", text=text)),
        ],
    )

    assert ["Ada Wren was dismissed", "the wall is safe"] == lines(log.digest("json", speaker="wren"))
    assert "wren: " in log.digest(speaker="wren")
    assert ["Monday it rained"] == lines(log.digest("json", publisher="coast"))


QUOTES = ("a tower", "a bridge", "a quay", "spring tides", "neap tides")


@pytest.mark.parametrize(
    ("asked", "quotes"), [({}, QUOTES), ({"per_date": 9}, QUOTES[:3]), ({"per_date": 9, "about": "tides"}, QUOTES[3:])]
)
def test_statements_of_an_article_are_the_first_about_the_topic_where_some_are_chosen(tmp_path, asked, quotes):
    """
    Three of each article are enough then; else all are told.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    text = f"On Wednesday she saw {', '.join(QUOTES)}."
    spoken = [said("Ann", quote, text) for quote in QUOTES]
    append_articles(log.event_log, [extracted(article("a", text), happened(text, "2026-03-04", text), *spoken)])
    extracted_again(log.event_log, "a", 1, [Extraction("dates", 1, (named("Wednesday", "2026-03-04", text),))])

    assert [text, *quotes] == lines(log.digest("json", **asked))


def test_days_are_ranked_by_the_dates_that_articles_mention(tmp_path):
    """
    Two articles tell what happened on a day, but the dates they name are another one's.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(
        log.event_log, [extracted(article("a"), happened("bridge was"), happened("bridge is", "2026-03-01"))]
    )
    append_articles(log.event_log, [extracted(article("b"), happened("bridge was"))])
    extracted_again(log.event_log, "a", 1, [Extraction("dates", 1, (named("Monday", "2026-03-01"),))])

    assert ["bridge is"] == lines(log.digest("json", max_dates=1))


def test_format_of_another_package(log, tmp_path, monkeypatch):
    """
    An installed package adds a format by an entry point.
    """
    (tmp_path / "other-1.dist-info").mkdir()
    (tmp_path / "other-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1\n")
    points = "[timeline.digests.formats]\nheadings = headings_of_digests\n"
    (tmp_path / "other-1.dist-info" / "entry_points.txt").write_text(points)
    code = "def render(digest):\n    return ' / '.join(section.label for section in digest.sections)\n"
    (tmp_path / "headings_of_digests.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    plugins.discover.cache_clear()
    try:
        assert "2 March 2026 / By 4 March 2026" == log.digest("headings")
    finally:
        plugins.discover.cache_clear()


def test_salient_days_say_why(capsys, tmp_path, monkeypatch):
    """
    `show --salient` has the days that most articles mention, with the counts and the time of each line.
    """
    monkeypatch.setenv("COLUMNS", "160")
    log = timeline.open(tmp_path / "log.duckdb")
    log.append([article(key, f"The bridge {key} was closed on Monday.", published="2026-03-04") for key in "abc"])
    log.append(article("d", "The ferry was sold on 4 February 2026.", published="2026-03-04"))

    (row,) = map(json.loads, run(capsys, "show", "--db", log.path, "--salient", 1).out.splitlines())

    assert ("2026-03-02", 1, 4.5, 3, 3) == tuple(row[name] for name in ("day", "rank", "salience", "articles", "later"))
    assert ("2 March 2026", "The bridge a was closed on Monday.") == (row["when"], row["text"])
    assert "4.5 (3, 3 later)" in run(capsys, "show", "--db", log.path, "--salient", 1, "--format", "table").out


@pytest.mark.parametrize(("about", "expected"), [("B.P", 0), ("bxp (uk)", 1), ("UK)", 1), ("é", 1), ("$", 0)])
def test_a_topic_is_no_pattern(tmp_path, about, expected):
    """
    Points, brackets and signs of a topic stand for themselves, and its case means nothing.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    text = "On Monday BXP (UK) shut its CAFÉ."
    append_articles(log.event_log, [extracted(article("a", text), happened(text, text=text))])

    assert expected == len(lines(log.digest("json", about=[about])))
