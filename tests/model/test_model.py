"""Articles, spans, moments and intervals."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from timeline.model.article import Article, text_key
from timeline.model.interval import UNDATED, Interval
from timeline.model.moments import iso_text, naive_utc, parse_moment
from timeline.model.span import Span

EAST = timezone(timedelta(hours=2))


def test_an_article_may_state_a_day_or_a_moment():
    """
    The day is the one where it was published; only a moment with a zone tells how far that is from UTC.
    """
    day = Article(key="a", text="Rain.", published="2024-08-13")
    naive = Article(key="a", text="Rain.", published="2024-08-13T23:30:00")
    aware = Article(key="a", text="Rain.", published="2024-08-13T00:30:00+02:00", captured="2024-08-14T01:00:00+02:00")

    assert [date(2024, 8, 13)] * 3 == [article.day for article in (day, naive, aware)]
    assert [None, None, timedelta(hours=2)] == [article.offset for article in (day, naive, aware)]
    assert [None, datetime(2024, 8, 13, 23)] == [article.captured for article in (day, aware)]


def test_a_fingerprint_tells_nothing_from_an_empty_text():
    """
    What makes two deliveries the same is hashed with its length.
    """
    told = [
        Article(key="a", text="Rain.", published="2024-08-13", **fields).fingerprint
        for fields in ({}, {"title": ""}, {"url": ""}, {"title": "-"}, {"authors": ["", "b"]}, {"authors": ["b"]})
    ]

    assert 6 == len(set(told))
    assert told[0] == Article(key="b", text="Rain.", published="2024-08-13", source="The Cape").fingerprint
    assert text_key("Rain.") == text_key("Rain.") != text_key("Rain")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" 2024-08-13 ", date(2024, 8, 13)), ("20240813", date(2024, 8, 13)),
        ("2024-08-13T10:00", datetime(2024, 8, 13, 10)),
        ("2024-08-13 10:00:00+02:00", datetime(2024, 8, 13, 10, tzinfo=EAST)),
        (date(2024, 8, 13), date(2024, 8, 13)), (datetime(2024, 8, 13, 10), datetime(2024, 8, 13, 10)),
    ],
)  # fmt: skip
def test_moments_are_read_as_iso_8601_writes_them(text, expected):
    """
    A day stays a day, a moment keeps its offset.
    """
    read = parse_moment(text)

    assert (expected, type(expected)) == (read, type(read))


def test_moments_become_naive_utc():
    """
    A day is its first moment; what has no zone is UTC.
    """
    assert datetime(2024, 8, 13) == naive_utc(date(2024, 8, 13))
    assert datetime(2024, 8, 13, 10) == naive_utc(datetime(2024, 8, 13, 10))
    assert datetime(2024, 8, 13, 8) == naive_utc(datetime(2024, 8, 13, 10, tzinfo=EAST))
    assert naive_utc(datetime(2024, 8, 13, 8, tzinfo=UTC)).tzinfo is None


def test_the_clock_of_the_machine_does_not_matter(monkeypatch):
    """
    What has no zone is UTC wherever it is read.
    """
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert datetime(2024, 8, 13, 10) == naive_utc(datetime(2024, 8, 13, 10))
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_midnight_is_written_as_its_day():
    """
    Other moments have their time of day.
    """
    assert [None, "2024-08-13", "2024-08-13T00:00:01"] == [
        iso_text(None), iso_text(datetime(2024, 8, 13)), iso_text(datetime(2024, 8, 13, 0, 0, 1)),
    ]  # fmt: skip


def test_an_interval_may_be_open():
    """
    One end that is not known is enough.
    """
    day = Interval.of_day(date(2024, 8, 13))

    assert [True, True, True, False] == [
        each.is_open for each in (UNDATED, Interval(day.start), Interval(None, day.end), day)
    ]


@pytest.mark.parametrize(
    ("one", "other", "covers", "overlaps"),
    [
        ((2, 6), (2, 6), True, True), ((2, 6), (3, 5), True, True), ((2, 6), (1, 5), False, True),
        ((2, 6), (3, 7), False, True), ((2, 6), (6, 7), False, False), ((2, 6), (0, 2), False, False),
    ],
)  # fmt: skip
def test_spans_are_half_open(one, other, covers, overlaps):
    """
    Spans that touch share no character.
    """
    assert (covers, overlaps) == (Span(*one).covers(Span(*other)), Span(*one).overlaps(Span(*other)))


def test_a_span_is_trimmed_to_its_words():
    """
    A span of nothing but blanks is empty.
    """
    assert Span(2, 6) == Span(0, 8).trimmed("  rain  ")
    assert Span(3, 3) == Span(0, 3).trimmed("   ")


def test_a_revision_was_printed_when_it_was_captured():
    """
    The first text was printed when the publisher says; so was a revision of which nobody says when it was seen.
    """
    seen = Article(key="a", text="Rain.", published="2024-08-13", captured="2024-08-14T09:00:00")
    unseen = Article(key="a", text="Rain.", published="2024-08-13")

    assert [datetime(2024, 8, 13), datetime(2024, 8, 14, 9)] == [seen.reported_at(number) for number in (1, 2)]
    assert [datetime(2024, 8, 13)] * 2 == [unseen.reported_at(number) for number in (1, 2)]


@pytest.mark.parametrize("text", ["1609102000000", "1" * 30, "2024-03-06é10:00", "2024-03-06_10:00", "20240306100000"])
def test_numbers_are_no_times(text):
    """
    Neither the milliseconds of a clock nor a day and a time without T or a blank between them is read as a time.
    """
    with pytest.raises(ValueError, match="neither T nor a blank"):
        parse_moment(text)
