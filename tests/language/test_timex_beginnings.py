"""With which characters a match of a regular expression may begin."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.language.timexes import timexes
from timeline.language.timexes.beginnings import CHARACTERS, beginnings
from timeline.language.timexes.rules import RULES


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("abc", "a"),
        ("ab|c", "ac"),
        ("a?b*c{0,2}d+e", "abcd"),
        ("(?:the )?(?P<month>may|june)", "tmj"),
        (r"(?<=\bat\x20)(?!7)[0-9x]", "0123456789x"),
        (r"\(?(?:\d|a)(?=b)", "0123456789a"),
        (r"\x61b", "a"),
        ("(?:a|)b", "ab"),
        (r"[^\W\d]", CHARACTERS[:26]),
        (r"[])]?a", "a"),
        ("", ""),
    ],
)
def test_a_match_begins_with_what_stands_first(source, expected):
    """What may be missing, and every alternative, lets in what follows it; looks around let in nothing."""
    assert frozenset(expected) == beginnings(source)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_begins_with_something(rule):
    """The notation of rules is read: each begins with some letters or digits."""
    assert frozenset() < rule.beginnings <= frozenset(CHARACTERS)


def test_a_rule_whose_digits_stand_behind_a_word_is_not_tried_at_a_number():
    """Fewer than half of the rules are tried where a number stands."""
    assert len(RULES) / 2 > sum(rule.may_begin_with("00") for rule in RULES)


@pytest.mark.parametrize("written", ["FY2023", "FY24", "Q3", "H1 2023", "4Q", "fy22", "Q3 2022", "1990s", "9am"])
def test_words_of_letters_and_digits_are_read(written):
    """A word that digits end begins an expression by its letter."""
    found = timexes(f"Sales fell, {written} was bad.", date(2024, 8, 13))

    assert [len("Sales fell, ")] == [timex.span.start for timex in found]
