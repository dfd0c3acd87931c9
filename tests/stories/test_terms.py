"""What an article is about, in numbers."""

from __future__ import annotations

import pytest

from timeline.stories.terms import DAY, LEAD_COUNT, NAME, NUMBER, PAIR, READ_CHARACTERS, WORD, kind_of, term, terms_of

BEHIND = "and then " * 40 + "\n"
"""Sixty words and more that say nothing, so that what follows is no part of the lead."""


def found(text, *, title=None):
    """The terms of a text behind its lead."""
    return terms_of(title, BEHIND + text)


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("the ferry sank", WORD, "ferry"),
        ("the investigation went on", WORD, "invest"),
        ("off Lindow Point", NAME, "lindow"),
        ("off Lindow Point", PAIR, "lindow point"),
        ("the Bank of Lindow", PAIR, "bank lindow"),
        ("with 1,200 aboard", NUMBER, "1200"),
        ("for the 3rd time", NUMBER, "3"),
        ("on 12 August", DAY, "aug12"),
        ("on Aug. 12", DAY, "aug12"),
        ("in 2024", DAY, "2024"),
        ("the harbour’s master", WORD, "harbou"),
        ("near Łódź", NAME, "łódź"),
    ],
)
def test_text_has_term(text, kind, written):
    """
    Words by their first letters, names also by themselves and in pairs, numbers and days are terms.
    """
    assert 1 == found(text)[term(kind, written)]
    assert kind == kind_of(term(kind, written))


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("went on. Divers came", NAME, "divers"),
        ("the Monday after", NAME, "monday"),
        ("what they said", WORD, "said"),
        ("the Alder, 12 miles off Lindow", PAIR, "alder lindow"),
        ("in Lindow near Alder", PAIR, "lindow alder"),
        ("a b", WORD, "b"),
    ],
)
def test_text_has_no_such_term(text, kind, written):
    """
    What opens a sentence, stands in all news, or is one letter, is no term; words apart are no pair.
    """
    assert term(kind, written) not in found(text)


def test_words_of_the_lead_count_more():
    """
    What an article begins with is what it is about.
    """
    assert LEAD_COUNT + 1 == terms_of(None, "ferry " + BEHIND + "ferry")[term(WORD, "ferry")]


def test_headline_is_read_once():
    """
    A headline is read before the text, unless the text begins with it.
    """
    assert {term(WORD, "ferry"): LEAD_COUNT, term(WORD, "sinks"): LEAD_COUNT} == terms_of("ferry", "sinks")
    assert {term(WORD, "ferry"): LEAD_COUNT, term(WORD, "sinks"): LEAD_COUNT} == terms_of("ferry", "ferry sinks")


def test_end_of_a_long_text_is_not_read():
    """
    Background that stands far behind makes no article like another, and no count grows without end.
    """
    assert term(WORD, "ferry") not in terms_of(None, "x" * READ_CHARACTERS + " ferry")
    assert 255 == max(terms_of(None, "ferry " * 1000).values())
