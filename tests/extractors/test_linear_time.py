"""The time that extraction takes grows with the length of a text, whatever the text repeats."""

from __future__ import annotations

import pytest

from building import article
from growth import grows_with_length
from repetitions import REPETITIONS
from timeline.events import codec
from timeline.extractors import run_extractors

CHARS = 2500
"""The shortest of three texts, each twice as long as the one before, has so many characters."""


def text(repeated, chars):
    """A text of a length that repeats something."""
    return f"River {repeated * (chars // len(repeated))}."


def read(words):
    """Run all extractors; what one raises is an error."""
    assert [] == [extraction.error for extraction in run_extractors(article(text=words)) if extraction.error]


def is_linear(texts):
    """Whether reading each text takes at most three times as long as the one before."""
    return grows_with_length(read, texts)


@pytest.fixture(autouse=True, scope="module")
def _warm():
    """Regular expressions are compiled before time is measured."""
    for repeated in REPETITIONS:
        run_extractors(article(text=text(repeated, 100)))


@pytest.mark.parametrize("repeated", REPETITIONS, ids=ascii)
def test_a_longer_repetition_takes_no_more_than_its_share(repeated):
    """
    Twice as many repetitions of some words or marks take less than three times as long.
    """
    assert is_linear([text(repeated, times * CHARS) for times in (1, 2, 4)])


@pytest.mark.parametrize("repeated", REPETITIONS[::4], ids=ascii)
def test_reporting_verbs_after_a_repetition(repeated):
    """
    So do as many reporting verbs after them: what stands before a verb is not read anew for each.
    """
    assert is_linear([f"{text(repeated, n)} {'he said, ' * (n // 9)}" for n in (CHARS, 2 * CHARS, 4 * CHARS)])


@pytest.mark.parametrize("repeated", ["million one ", "million twenty one ", "two million, three ", "hundred and one "])
def test_numbers_are_read_in_one_way(repeated):
    """
    A number in words that no unit follows is not read in all ways in which it can be cut.
    """
    assert is_linear([f"River one {repeated * times}days, River." for times in (100, 200, 400)])


def test_dashes_in_a_row():
    """
    Any number of dashes may stand before a verb.
    """
    assert is_linear([f"River {'— ' * times}said that rain fell." for times in (2000, 4000)])


def test_days_in_a_row():
    """
    Any number of days may stand after a verb.
    """
    assert is_linear([f"River said {'on Monday ' * times}that rain fell." for times in (500, 1000)])


def event_chars(words):
    """How long all events of a text are together, as they are recorded."""
    extractions = run_extractors(article(text=words))
    return sum(len(codec.encode(event)) for extraction in extractions for event in extraction.events)


@pytest.mark.parametrize(
    ("before", "repeated", "verbs"),
    [
        *(("River ", repeated, "he said, ") for repeated in REPETITIONS[::3]),
        ("The miner, ", "a tall man ", ", and added that he was there"),
        ("The miner ", "of the river ", ", who said he was there"),
        ("The Big ", "Ruiz ", ". He said that Ruiz was there. "),
    ],
    ids=ascii,
)
def test_events_are_no_longer_than_their_text_allows(before, repeated, verbs):
    """
    What is long is not told again with each statement: four times the text gives no more than about four times as much.
    """
    short, long = (
        event_chars(f"{before}{repeated * (half // len(repeated))}{verbs * (half // len(verbs))}.")
        for half in (1000, 4000)
    )
    assert long < 6 * (short + 1000)


def name(number):
    """A name that no other number has."""
    return f"B{number:b}".replace("0", "a").replace("1", "e")


@pytest.mark.parametrize(
    "sentence",
    [
        "{0} Ruiz, ",
        "Ana {0} said yes. ",
        "{0} {1} said he was there, ",
        "{0} {1} came. “Yes,” he said. ",
        "{0} {1}, the mayor of {0}, and the mayor said yes. ",
        "“{0} and he” she said; ",
        "{0} officials, they said, ",
        "in {0} and in Paris, ",
        "{0} (Photo: {1})\n",
        "Mrs. {0} said she would. ",
    ],
)
def test_many_names(sentence):
    """
    Names that are all different are not each compared with all others.
    """
    whole = [sentence.format(name(number), name(number + 7)) for number in range(800)]
    assert is_linear(["".join(whole[:count]) for count in (200, 400, 800)])


@pytest.mark.parametrize(
    "line", ["the ferry went on and on over the long grey sea of\n", "it sank\n", "- a\n", "Title: a\n"]
)
def test_wrapped_lines_are_joined_in_one_pass(line):
    """
    A text of twice as many lines takes less than three times as long, wrapped or not.
    """
    assert is_linear([line * (times * CHARS // len(line)) for times in (1, 2, 4)])
