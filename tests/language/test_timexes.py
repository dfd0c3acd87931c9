"""Test temporal expressions: what they are, what they mean, and that they lie in the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import Example, cases, load
from timeline.language import calendar, time_zones
from timeline.language.timexes import timexes
from timeline.language.timexes.rules import RULES
from timeline.model.moments import iso_text

TEXTS = [example.text for example in load("timexes")]
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
BY_DAYS = (
    "He left yesterday.", "She comes tomorrow.", "The day before yesterday it rained.", "He left three days ago.",
    "He died on Friday.", "They will meet on Friday.", "It ran from Monday to Thursday.", "Last week it froze.",
    "It opens next week.", "Two weeks ago it shut.", "It rained over the weekend.", "He left last Tuesday.",
    "It ends two weeks from now.", "The week before last he fell.", "In recent days he fell.",
    "It opens a week from Friday.",
)  # fmt: skip
"""Times so many days or weeks from the publication."""
BY_MONTHS = (
    "Last month it froze.", "It opens next month.", "Two months ago it shut.", "It ended last year.",
    "Next year it opens.", "He left 25 years ago.", "A decade and two years ago: ten years ago.",
    "This quarter was slow.",
    "In the fourth quarter sales fell.", "Sales fell in June.", "The law will change in January.",
    "It ran from October to March.", "Jobs will go by year-end.", "He left two and a half years ago.",
    "On Christmas Eve it snowed.", "The month before last it shut.", "Last summer was hot.", "It sank on May 12.",
    "In the second half of last year it grew.",
)  # fmt: skip
"""Times of months and years around the publication."""
WORDS = sorted({word for text in TEXTS for word in text.split()})


@pytest.mark.parametrize("example", cases("timexes"))
def test_timexes_are_those_of_the_corpus(example: Example) -> None:
    """
    Each text of the corpus names the times beside it, and they cover what is stated.
    """
    document = example.document
    found = document.timexes
    written = [document.reading.place(timex.span).cut(example.text) for timex in found]

    assert example.expected["timexes"] == [[text, timex.value] for text, timex in zip(written, found, strict=True)]
    if "intervals" in example.expected:
        covered = [timex.interval for timex in found]
        assert example.expected["intervals"] == [
            [iso_text(one.start) or "", iso_text(one.end) or "", one.precision or ""] for one in covered
        ]


@given(day=DAYS, text=st.sampled_from(TEXTS) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
@settings(max_examples=400, deadline=None)
def test_every_time_lies_in_the_calendar(day: date, text: str) -> None:
    """
    On any publication day an interval is not empty, its span lies in the text, and spans do not overlap.
    """
    last = 0
    for timex in timexes(text, day):
        start, end = timex.interval.start, timex.interval.end
        assert last <= timex.span.start < timex.span.end <= len(text)
        assert start is None or end is None or start < end
        assert (timex.interval.precision is None) == (timex.kind in ("DURATION", "SET"))
        last = timex.span.end


@given(day=DAYS, text=st.sampled_from(BY_DAYS), weeks=st.integers(-520, 520).filter(bool))
@settings(max_examples=300, deadline=None)
def test_days_and_weeks_keep_their_distance_from_the_publication(day: date, text: str, weeks: int) -> None:
    """
    A publication whole weeks later, 52 of them or any other number, shifts days and weeks by as much.
    """
    shift = timedelta(weeks=weeks)
    first, second = timexes(text, day), timexes(text, day + shift)

    assert [timex.span for timex in first] == [timex.span for timex in second]
    assert first
    for one, other in zip(first, second, strict=True):
        assert one.interval.precision == other.interval.precision
        assert (one.interval.start and one.interval.start + shift) == other.interval.start
        assert (one.interval.end and one.interval.end + shift) == other.interval.end


@given(day=DAYS, text=st.sampled_from(BY_MONTHS), years=st.sampled_from([-28, -4, -1, 1, 3, 8, 28]))
@settings(max_examples=300, deadline=None)
def test_months_and_years_shift_with_the_year_of_publication(day: date, text: str, years: int) -> None:
    """
    A publication years later, on 28 February where there is no 29th, shifts months, quarters and years by as much.
    """
    first, second = timexes(text, day), timexes(text, calendar.shifted(day, years, "year"))

    assert first
    for one, other in zip(first, second, strict=True):
        assert one.span == other.span
        for bound, shifted in ((one.interval.start, other.interval.start), (one.interval.end, other.interval.end)):
            assert bound is not None
            assert shifted is not None
            assert (bound.year + years, bound.month, bound.day) == (shifted.year, shifted.month, shifted.day)


@given(day=DAYS, minutes=st.integers(-14 * 60, 14 * 60), clock=st.times())
@settings(max_examples=200, deadline=None)
def test_clocks_are_read_in_the_zone_of_the_publication(day: date, minutes: int, clock: time) -> None:
    """
    A time of day becomes UTC by the offset of the publication, also when that is another day; its day stays as printed.
    """
    text = f"It rang at {clock:%H:%M} today."
    offset = timedelta(minutes=minutes)
    local = datetime(day.year, day.month, day.day, clock.hour, clock.minute, tzinfo=timezone(offset))

    (found,) = timexes(text, day, offset=offset)

    assert f"{day}T{clock:%H:%M}" == found.value
    assert local.astimezone(UTC).replace(tzinfo=None) == found.interval.start


def test_the_language_tells_day_from_month() -> None:
    """
    3/4/2024 is a day of April in Britain, of March in America and where nothing says so.
    """
    told = {
        tag: timexes("Filed 3/4/2024.", date(2024, 8, 13), language=tag)[0].value for tag in ("en-GB", "en-US", "de")
    }

    assert {"en-GB": "2024-04-03", "en-US": "2024-03-04", "de": "2024-04-03"} == told
    assert "2024-03-04" == timexes("Filed 3/4/2024.", date(2024, 8, 13))[0].value


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("eastern time", date(2024, 3, 9), -5), ("eastern time", date(2024, 3, 10), -4), ("et", date(2024, 11, 3), -5),
        ("pacific time", date(1999, 4, 3), -8), ("pacific time", date(1999, 4, 4), -7), ("gmt", date(2024, 7, 1), 0),
        ("cest", date(2024, 7, 1), 2), ("jst", date(2024, 7, 1), 9),
        ("et", date(2006, 3, 20), -5), ("et", date(2006, 4, 2), -4), ("et", date(2006, 10, 28), -4),
        ("et", date(2006, 10, 29), -5), ("et", date(1986, 1, 15), -5), ("et", date(1986, 4, 26), -5),
        ("et", date(1986, 4, 27), -4), ("et", date(1986, 10, 26), -5), ("et", date(1966, 7, 1), -5),
    ],
)  # fmt: skip
def test_american_zones_keep_summer_time(zone: str, day: date, hours: int) -> None:
    """
    Eastern or Pacific time is summer time from its first to its last Sunday by the law of the year.
    """
    assert timedelta(hours=hours) == time_zones.offset(zone, day)


def test_local_time_is_no_zone() -> None:
    """
    What is only called local has no known distance from UTC.
    """
    assert time_zones.offset("local time", date(2024, 7, 1)) is None


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("It sank on 5 May 2019.", ["absolute"]), ("It sank on Friday.", ["publication"]),
        ("It ran May 10-12, 2019.", ["absolute"]), ("It ran May 10-12.", ["publication"]),
        ("It sank yesterday, not on 5 May 2019.", ["publication", "absolute"]),
        ("It sank on 5 May 2019. Two men died that day.", ["absolute", "reference"]),
        ("It ran on Friday and Saturday.", ["publication", "reference"]),
        ("It takes two days every week.", [None, None]),
    ],
)  # fmt: skip
def test_a_time_says_what_it_was_resolved_from(text: str, basis: list[str | None]) -> None:
    """
    A date stands for itself, other times come from the publication or from a time before them, lengths from nothing.
    """
    assert basis == [timex.basis for timex in timexes(text, date(2024, 8, 13))]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Logged 2024-08-13T14:30.", datetime(2024, 8, 13, 12, 30)),
        ("Logged 2024-08-13T14:30Z.", datetime(2024, 8, 13, 14, 30)),
        ("Logged 2024-08-13T14:30-05:00.", datetime(2024, 8, 13, 19, 30)),
        ("Logged 2024-08-13T14:30+00:00.", datetime(2024, 8, 13, 14, 30)),
    ],
)
def test_a_zone_that_is_written_goes_before_the_publication(text: str, start: datetime) -> None:
    """
    A time of day without a zone is on the clock of the publication, any other on its own.
    """
    assert [start] == [timex.interval.start for timex in timexes(text, date(2024, 8, 13), offset=timedelta(hours=2))]


@pytest.mark.parametrize(
    ("text", "sentences", "values"),
    [
        ("It sank on 5 May 2019. {} That day two men died.", 10, ["2019-05-05", "2019-05-05"]),
        ("It sank on 5 May 2019. {} That day two men died.", 30, ["2019-05-05"]),
        ("Sales rose in the first quarter of 2021. {} They fell from a year earlier.", 50, ["2021-Q1", "2020-Q1"]),
        ("Sales rose in the first quarter of 2021. {} They fell from a year earlier.", 90, ["2021-Q1", "2023"]),
    ],
)
def test_what_was_said_long_before_is_forgotten(text: str, sentences: int, values: list[str]) -> None:
    """
    ``That day`` refers to a day named a few sentences before, ``a year earlier`` to a quarter within the same report.
    """
    found = timexes(text.format("Nobody saw it happen. " * sentences), date(2024, 8, 13))

    assert values == [timex.value for timex in found]


@given(text=st.text(max_size=80), day=st.dates())
@settings(max_examples=200, deadline=None)
def test_any_text_on_any_day_is_read(text: str, day: date) -> None:
    """
    No text and no day of the years 1 to 9999 is too odd to be read.
    """
    assert all(timex.value for timex in timexes(f"last week {text} two years ago", day))


@given(day=DAYS, count=st.integers(-400, 400), unit=st.sampled_from(sorted(calendar.DAYS_IN | calendar.MONTHS_IN)))
def test_steps_of_whole_months_keep_the_day_or_take_the_last(day: date, count: int, unit: str) -> None:
    """
    Steps go the right way; a step of months gives the same day of a month or its last.
    """
    count //= {"century": 25, "decade": 4}.get(unit, 1)  # stay in the calendar
    there = calendar.shifted(day, count, unit)

    assert (there > day) - (there < day) == (count > 0) - (count < 0)
    assert unit in calendar.DAYS_IN or there.day in (day.day, calendar.days_in_month(there))


@given(day=DAYS, unit=st.sampled_from(["day", "week", "month", "quarter", "half-year", "year", "decade", "century"]))
def test_a_value_covers_its_day(day: date, unit: str) -> None:
    """
    The value of a day's week, month, quarter ... covers that day.
    """
    covers = calendar.interval(calendar.value(day, unit))

    assert covers.start is not None
    assert covers.end is not None
    assert covers.start.date() <= day <= covers.end.date() - timedelta(days=1)


def test_every_rule_has_an_example() -> None:
    """
    Each rule of the table reads something in the corpus.
    """
    read = {timex.rule for example in load("timexes") for timex in example.document.timexes}

    assert set() == {rule.name for rule in RULES} - read
