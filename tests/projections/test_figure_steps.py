"""How figures change from report to report, and which of them cannot both be."""

from __future__ import annotations

from datetime import datetime

import pytest

import timeline
from building import article, extracted
from timeline.log.append import append_articles
from timeline.testing.events import counted

STORY = ["a", "b", "c", "d"]


def told(key, value, printed, words="{} people were killed.", captured=None, **fields):
    """An article that states how many people were killed."""
    text = words.format(value)
    figure = {"unit": "person", "head": "person", "action": "killed", **fields}
    printed_words = figure.pop("figure", f"{value} people")
    found = counted(printed_words, value, **figure)(text)
    given = article(key, text=text, published=printed, title="Ferry sinks", source=key, captured=captured)
    return extracted(given, found)


@pytest.fixture
def log(tmp_path):
    """A log with nothing in it."""
    return timeline.open(tmp_path / "log.duckdb")


def steps(log, **asked):
    """Number, step and number of articles of each row."""
    return [(row.number, row.step, row.articles) for row in log.figures(story=STORY, **asked)]


def append(log, *articles):
    """Append articles with their figures."""
    append_articles(log.event_log, articles)


def test_a_toll_rises_and_falls(log):
    """
    Each other amount is a step; articles that state the same in a row are one row.
    """
    append(log, told("a", "9", "2026-03-01"), told("b", "17", "2026-03-02"), told("c", "17", "2026-03-03"))
    append(log, told("d", "16", "2026-03-04"))

    assert [(9, "first", 1), (17, "rose", 2), (16, "fell", 1)] == steps(log)
    assert [9, 17] == [row.before for row in log.figures(story=STORY)][1:]


def test_only_one_kind_of_figure_is_a_series(log):
    """
    Another action, place or modality is another series.
    """
    append(log, told("a", "9", "2026-03-01"), told("b", "17", "2026-03-02", action="injured"))
    append(log, told("c", "8", "2026-03-03", modality="denied"))

    assert {"first"} == {step for _, step, _ in steps(log)}
    assert 3 == len(steps(log))


def test_what_goes_by_no_action_is_not_compared_with_other_articles(log):
    """
    Seven people here and nine people there are others, whatever they have in common; a price of a barrel is one.
    """
    append(log, told("a", "9", "2026-03-01", action=None), told("b", "17", "2026-03-02", action=None))
    price = {"unit": "USD/barrel", "head": "oil", "action": None, "kind": "money"}
    append(log, told("c", "70", "2026-03-01", **price), told("d", "80", "2026-03-02", **price))

    assert [("oil", "first"), ("oil", "rose"), ("person", "first"), ("person", "first")] == sorted(
        (row.head, row.step) for row in log.figures(story=STORY)
    )


def test_miles_and_kilometres_are_compared(log):
    """
    A length in another unit is of the same series, and told in its own.
    """
    mile, kilometre = {"unit": "mile", "head": "road"}, {"unit": "kilometre", "head": "road"}
    append(log, told("a", "10", "2026-03-01", **mile), told("b", "32.18688", "2026-03-02", **kilometre))

    assert [(10, "first", 1), (pytest.approx(32.18688), "rose", 1)] == steps(log)
    assert pytest.approx(16.09344) == log.figures(story=STORY)[1].before


def test_a_later_text_states_something_else(log):
    """
    What a revision states instead is a step that is marked.
    """
    for dead, captured in ((121, "2026-03-01T10:00:00"), (124, "2026-03-02T10:00:00")):
        text = f"At least {dead} people were killed when the ferry sank."
        log.append([article("a", text=text, published="2026-03-01", captured=captured)])

    assert [(121, "first", False), (124, "rose", True)] == [
        (row.number, row.step, row.revised) for row in log.figures(story=STORY)
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, 1),
        ({}, {"low": "9", "hedge": "at least"}, 0),
        ({"low": "21", "hedge": "at least"}, {}, 1),
        ({"high": "17", "hedge": "up to"}, {"high": "9", "hedge": "up to"}, 0),
        ({}, {"published": "2026-03-03"}, 0),
        ({}, {"modality": "denied"}, 0),
        ({}, {"day": "2026-02-27"}, 0),
        ({}, {"action": "rose"}, 0),
    ],
)
def test_what_cannot_both_be(log, one, other, expected):
    """
    Two amounts of one time, stated within a day, without a number that both allow.
    """
    given = {"published": "2026-03-01", "day": "2026-03-01"}
    first, second = given | one, given | other
    append(log, told("a", "17", first.pop("published"), **first), told("b", "9", second.pop("published"), **second))

    assert expected == len(log.conflicts(story=STORY))


def test_one_story_alone(log):
    """
    Each article is compared with its own story alone, unless another is chosen.
    """
    append(log, told("a", "9", "2026-03-01"), told("b", "17", "2026-03-02"))

    assert ["first", "first"] == [row.step for row in log.figures()]
    assert ["first", "rose"] == [row.step for row in log.figures(story=["a", "b"])]


def test_what_is_stated_elsewhere_is_no_step(log):
    """
    A number that the article had stated of another series before is nothing that it states instead.
    """
    for text, captured in (
        (
            "At least 9 people were killed in Porto on the ferry. In Lisbon 12 people were killed.",
            "2026-03-01T10:00:00",
        ),
        ("At least 12 people were killed in Porto on the ferry.", "2026-03-02T10:00:00"),
    ):
        log.append([article("a", text=text, published="2026-03-01", captured=captured)])

    assert [False] == [row.revised for row in log.figures(story=["a"]) if row.number == 9]
    assert not any(row.revised for row in log.figures(story=["a"]))


def test_a_later_text_tells_of_its_own_day(log):
    """
    What is open until the day of its article is open until the day of the text that states it.
    """
    open_until = {"start": None, "end": datetime(2026, 3, 2), "precision": "day"}
    append(log, told("a", "9", "2026-03-01", captured="2026-03-01T10:00:00", **open_until))
    append(log, told("a", "17", "2026-03-01", captured="2026-04-07T10:00:00", **open_until))

    assert [(9, datetime(2026, 3, 2)), (17, datetime(2026, 4, 8))] == [
        (row.number, row.occurred_to) for row in log.figures(story=["a"])
    ]


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("{} other people were killed.", "4 other people"),
        ("{} of the people were killed.", "4"),
        ("{} more people were killed.", "4 more people"),
    ],
)
def test_a_part_is_not_compared_with_the_whole(log, words, figure):
    """
    Some of those that another article counts, or others than those, contradict nothing and are no step.
    """
    append(log, told("a", "17", "2026-03-01"), told("b", "4", "2026-03-01", words=words, figure=figure))

    assert 0 == len(log.conflicts(story=STORY))
    assert ["first", "first"] == [step for _, step, _ in steps(log)]
