"""Tell one report printed again from an update of it, and from a form that was filled in anew."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import Factory, frozen
from rapidfuzz.distance import Indel

from timeline.language.lexicon.number_words import TEENS, UNITS
from timeline.language.lexicon.stop_words import STOP_WORDS
from timeline.language.lexicon.times import DAYS_FROM_TODAY, MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS
from timeline.stories.shingles import shingles, words

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["copy", "update", "series"]

LEAST_SHARED = 500
"""Per mille: of the shingles that either has both must have so many, else it is another report, or a quotation."""
LONGEST_SUBSTITUTION = 8
"""Where more words stand in the place of others, a passage was written anew: nothing was filled in."""
WORDS_A_NAME = 80
"""For each so many words one name may be another's: outlets put their own into what they print."""
WORDS_A_FIGURE = 60
"""An update has one figure that is another, and one more for each so many words; a name counts as two of them."""
SAME_NAME = 0.6
"""Names are one, spelt otherwise, that have so many letters in common."""
SAME_HEADLINE = 0.7
"""Headlines are one that have so many words in common, and no fewer than three."""
ROUNDED_DIGITS = range(3, 18)
"""A figure of so many digits may be another one rounded."""

SHORT, LONG = 60, 120
"""Words: what is as short as a form, and what is longer than one."""
AT_ONCE, SAME_DAY, NEXT_DAY, SAME_DAYS = (timedelta(hours=hours) for hours in (8, 20, 30, 96))
"""A form that comes daily comes after a day, at times with the same figures."""

NUMBERS = {word: str(number) for word, number in (UNITS | TEENS).items() if word != "one"}
MONTH_NUMBERS = MONTHS | MONTH_ABBREVIATIONS
NO_NAMES = STOP_WORDS | NUMBERS.keys() | MONTH_NUMBERS.keys() | WEEKDAYS.keys() | DAYS_FROM_TODAY


@frozen
class Printed:
    """
    A text that was printed.

    Attributes:
        at: When; a day alone counts as its midnight.
        words: Of the text, as they stand in it.
        low: The same in lower case.
        shingles: The runs of words that it has.
        known: Its words, each once.
    """

    text: str
    title: str | None
    at: datetime
    words: list[str] = Factory(lambda self: words(self.text), takes_self=True)
    low: list[str] = Factory(lambda self: [word.lower() for word in self.words], takes_self=True)
    shingles: set[int] = Factory(lambda self: shingles(self.low), takes_self=True)
    known: set[str] = Factory(lambda self: set(self.low), takes_self=True)


class Substituted(NamedTuple):
    """How many figures, months among them, and how many names one text has in the place of the other's."""

    figures: int
    names: int


def shared(one: Printed, other: Printed) -> int:
    """Per mille: the shingles that both have, of all that either has."""
    return 1000 * len(one.shingles & other.shingles) // max(1, len(one.shingles | other.shingles))


def judged(one: Printed, other: Printed) -> Kind | None:
    """
    What the later of two texts is to the earlier, whichever is given first; None when they do not share enough.

    A `copy` has the same figures and names in the same places: what is more, less or spelt otherwise changes nothing.
    An `update` comes soon and has few others, as a correction or the next count; all else is a form that was filled in
    anew, of a `series`: prices of the week, dividends, another company's bonds.
    """
    if shared(one, other) < LEAST_SHARED:
        return None
    figures, names = substituted(one, other)
    apart, size = abs(one.at - other.at), min(len(one.words), len(other.words))
    if apart <= AT_ONCE and same_headline(one.title, other.title):
        names = 0
    if not figures and names * WORDS_A_NAME <= size:
        is_form = apart > SAME_DAY and (size < SHORT or (apart > SAME_DAYS and size < LONG))
        return "series" if is_form else "copy"
    soon = apart <= (AT_ONCE if size < SHORT else NEXT_DAY)
    return "update" if soon and figures + 2 * names <= 1 + size / WORDS_A_FIGURE else "series"


def substituted(one: Printed, other: Printed) -> Substituted:
    """What one text has in the place of the other's, where few words stand for few."""
    figures = names = 0
    for mine, theirs in _substitutions(one, other):
        figures += min(len(_others(mine, theirs)), len(_others(theirs, mine)))
        old, new = _names(mine, other.known), _names(theirs, one.known)
        names += bool(old and new) and Indel.normalized_similarity(old, new) <= SAME_NAME
    return Substituted(figures, names)


def _substitutions(one: Printed, other: Printed) -> Iterator[tuple[list[str], list[str]]]:
    """Few words of one text, and the few that stand in their place in the other, when all that can be is aligned."""
    at = place = 0
    for block in Indel.opcodes(one.low, other.low).as_matching_blocks():
        if at < block.a <= at + LONGEST_SUBSTITUTION and place < block.b <= place + LONGEST_SUBSTITUTION:
            yield one.words[at : block.a], other.words[place : block.b]
        at, place = block.a + block.size, block.b + block.size


def _others(some: list[str], others: list[str]) -> list[str]:
    """Figures in some words that others do not have."""
    theirs = _figures(others)
    return [figure for figure in _figures(some) if not any(_is_same(figure, one) for one in theirs)]


def _figures(some: list[str]) -> list[str]:
    """Numbers, as digits, and months."""
    found = []
    for word in some:
        low = word.lower()
        if low[0].isdecimal() or low in NUMBERS:
            found.append(_digits(NUMBERS.get(low, low)))
        elif low in MONTH_NUMBERS and word[0].isupper():
            found.append(f"month {MONTH_NUMBERS[low]}")
    return found


def _digits(number: str) -> str:
    """The digits of a number that say something: 46.30 is written 46.3 as well, and 2,29 is a slip of the pen."""
    return number if "/" in number or ":" in number else number.replace(",", "").replace(".", "").strip("0") or "0"


def _is_same(one: str, other: str) -> bool:
    """Two figures are the same, or one is the other rounded."""
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    if len(short) not in ROUNDED_DIGITS or len(short) == len(long) or not (short + long).isdecimal():
        return False
    return int(short) == round(int(long[: len(short) + 1]) / 10)


def _names(some: list[str], known: set[str]) -> str:
    """Words with a capital letter, as in names, that the other text has nowhere."""
    capital = [word.lower() for word in some if word[0].isupper() and len(word) > 1]
    return " ".join(low for low in capital if low not in known and low not in NO_NAMES)


def same_headline(one: str | None, other: str | None) -> bool:
    """Two headlines are one, as that of a report and of its repetition."""
    mine, theirs = (set(words((title or "").lower())) for title in (one, other))
    return len(mine & theirs) >= max(3, SAME_HEADLINE * len(mine | theirs))
