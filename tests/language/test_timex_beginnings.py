"""With which characters a match of a regular expression may begin."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.language.timexes import timexes
from timeline.language.timexes.beginnings import CHARACTERS, beginnings, has_open_letters
from timeline.language.timexes.rules import NUMBER_RULES, RULES
from timeline.language.timexes.vocabulary import FIRST_WORDS, HEAD_WORDS


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


@pytest.mark.parametrize(
    ("source", "expected"),
    [("ab?|c{2}", False), (r"a\w", True), ("[ap]m", True), (r"a(?!\w)(?=(?:[b-d]))", False), (r"[.,)]\d", False)],
)
def test_letters_that_a_source_does_not_spell_out(source, expected):
    """Sets of letters are such; digits, marks and what is only looked at are not."""
    assert expected == has_open_letters(source)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in NUMBER_RULES], ids=lambda rule: rule.name)
@pytest.mark.parametrize("before", ["", "at ", "on ", "from ", "between ", "in ", "since ", "the ", "may "])
def test_only_rules_of_numbers_read_a_number_with_no_word_beside_it(rule, before):
    """No other rule ends behind digits that a blank and a word follow."""
    texts = [f"{before}{number} {word}" for number in (3, 12, 31, 99, 1530, 1999, 2024) for word in ("men", "local")]

    assert [] == [text for text in texts if (found := rule.compiled.match(text, len(before))) and found[0].isdigit()]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_reads_a_first_word_that_is_no_head_alone(rule):
    """Behind such a word an expression goes on with the next."""
    words = sorted(FIRST_WORDS - HEAD_WORDS)

    assert [] == [word for word in words if (found := rule.compiled.match(f"{word} men")) and found[0] == word]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_words_put_together_from_parts_are_let_in(rule):
    """Behind a number each word that a rule reads is let in, short forms too."""
    words = ["hr", "hrs", "min", "mins", "secs", "yrs", "pm", "may", "sept", "years", "minutes", "th", "noon", "o"]

    assert [] == [
        word
        for word in words
        if (found := rule.compiled.match(f"2 {word}")) and " " in found[0] and not rule.may_go_on_with(word)
    ]
