"""The words of reports, each as it is compared."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from timeline.language.lexicon.acts import ACT_OF, DONE, SAYING_NO_ACT, SAYS_ACT
from timeline.language.lexicon.news_words import IN_ALL_REPORTS, IN_MANY_NAMES
from timeline.language.lexicon.opposites import CUES, SIDES_OF
from timeline.language.lexicon.stop_words import STOP_WORDS
from timeline.language.lexicon.times import DAYS_FROM_TODAY, MONTHS, PARTS_OF_DAY, WEEKDAYS

STEM_LETTERS = 6
"""Words that begin with the same letters are forms of one."""
SAYS_NOTHING = STOP_WORDS | MONTHS.keys() | WEEKDAYS.keys() | DAYS_FROM_TODAY | PARTS_OF_DAY.keys() | IN_ALL_REPORTS
OF_MANY_NAMES = MONTHS.keys() | WEEKDAYS.keys() | IN_MANY_NAMES
"""Words in names of so many that two of them are not one by these."""
NONE: frozenset[Any] = frozenset()
"""The empty set that all reports share, so that the collector of garbage need not look at one of each."""


class Token(NamedTuple):
    """
    A word in plain letters, its stem, itself where it is a name, and the act that it says; empty where none.

    Attributes:
        sides: Of the tables of opposites.
        is_done: It says that the act was done.
        is_mark: It may say where things go, for how long, or that they did before.
    """

    plain: str
    stem: str
    name: str
    act: str
    sides: frozenset[str]
    is_done: bool
    is_mark: bool


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What a word is compared by: the act that it says, else its first letters."""
    return ACT_OF.get(word) or word[:STEM_LETTERS]


@lru_cache(maxsize=1 << 16)
def compared(word: str) -> Token:
    """What a word is by itself."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    if len(plain) < 2:
        return Token(plain, "", "", "", NONE, is_done=False, is_mark=False)
    is_name = word[0].isupper() and plain not in STOP_WORDS and plain not in OF_MANY_NAMES
    says = plain in SAYS_ACT and plain not in SAYING_NO_ACT
    return Token(
        plain,
        "" if plain in SAYS_NOTHING else stem(plain),
        plain if is_name else "",
        stem(plain) if says else "",
        SIDES_OF.get(plain, NONE),
        is_done=plain in DONE and says,
        is_mark=plain in CUES or plain in SIDES_OF,
    )
