"""Tell the words of a name from the words around it: titles, offices, bodies, and words that are also first names."""

from __future__ import annotations

import re

from timeline.language.lexicon.first_names import HE_NAMES, SHE_NAMES
from timeline.language.lexicon.nationalities import ORIGINS
from timeline.language.lexicon.places import ABBREVIATIONS, PLACES
from timeline.language.lexicon.titles import NAMES_AND_WORDS, NO_NAME, NO_PERSON, OFFICES, SURNAMES, TITLES
from timeline.language.lexicon.words import words

Parts = list[tuple[int, str]]
"""Words of a run of capitals with the places where they start."""
FIRST_NAMES = HE_NAMES | SHE_NAMES
TO_OFFICE = re.compile(r" (?:of|for) (?:the )?|,? (?:and|&) (?:the )?|, ")
"""Between a title and the words of its office, and between these."""
BEFORE_DATES = words(
    """in on at since until till by from to through during before after of this last next early late mid every each
    the a between around about throughout following for"""
)
"""Behind one of these a word like ``May`` is the month."""
WORD_BEFORE = re.compile(r"([^\W_]+)[\s,]*\Z")
"""The word before a place."""
WINDOW_CHARS = 24
"""So many characters before a word are searched for the one before it."""
QUESTION = re.compile(r"[^.!?\n]{0,200}\?")


def office_words(parts: Parts) -> int:
    """How many words at the beginning are of an office or a place: two of ``State Ana Ruiz`` are none."""
    kept = 0
    while kept < len(parts) and (
        parts[kept][1] in OFFICES or parts[kept][1] in PLACES or parts[kept][1] in ABBREVIATIONS
    ):
        kept += 1
    rest = [word for _, word in parts[kept:]]
    return 0 if any(word in NO_PERSON and word not in SURNAMES for word in rest) else kept


def body_words(spelled: list[str]) -> int:
    """How many words before a first name are a body's or place's: two of ``Labour MP Ana Ruiz``."""
    if spelled[0] in FIRST_NAMES or spelled[0].endswith("."):
        return 0
    if len(spelled) < 3 or FIRST_NAMES.isdisjoint(spelled[1:-1]):
        return 0
    at = next(k for k in range(1, len(spelled) - 1) if spelled[k] in FIRST_NAMES)
    telling = any(is_body_word(word) for word in spelled[:at])
    return at if telling and not any(word in NO_PERSON for word in spelled[at : len(spelled) - 1]) else 0


def is_body_word(word: str) -> bool:
    """A word that no person's name begins with."""
    return (
        word in PLACES
        or word in ABBREVIATIONS
        or word in ORIGINS
        or word in NO_PERSON
        or (word.isupper() and len(word) > 1)
    )


def is_body(spelled: list[str]) -> bool:
    """Whether a run that begins with a word like ``Justice`` names a body: ``Justice Department``."""
    last = spelled[-1]
    return (
        last in NO_PERSON
        and last not in SURNAMES
        and last not in PLACES
        and not any(word in FIRST_NAMES for word in spelled)
        and spelled[-2] in TITLES
    )


def title_end(spelled: list[str]) -> int:
    """How many words of a run are a title; behind a first name a word like ``Bishop`` is a last name."""
    end = 0
    for k, word in enumerate(spelled):
        if word.removesuffix("'s").removesuffix("’s") in TITLES:
            if k > end and k == len(spelled) - 1 and spelled[end] in FIRST_NAMES:
                return end
            end = k + 1
    return end


def is_name_here(text: str, given: Parts, at: int) -> bool:
    """
    Whether a word of a run that is also a month or an auxiliary is a name.

    A first name stands before a last name; a last name behind a first name or a title, at the end of the run.
    """
    start, word = given[at]
    if word.rstrip(".") not in NAMES_AND_WORDS:
        return False
    before, following = (given[at - 1][1] if at else ""), (given[at + 1][1] if at + 1 < len(given) else "")
    if before in FIRST_NAMES or before.rstrip(".") in NAMES_AND_WORDS:
        return not following
    if (before and before not in TITLES) or (not following and not before):
        return False
    if following in NO_NAME or (following in NO_PERSON and following not in SURNAMES) or is_dated(text, given[0][0]):
        return False
    return word != "Will" or not QUESTION.match(text, start)


def is_dated(text: str, start: int) -> bool:
    """Whether a number, or a word like ``in`` and ``last``, stands before a place: a month follows."""
    found = WORD_BEFORE.search(text[max(0, start - WINDOW_CHARS) : start])
    return found is not None and (found[1].isdigit() or found[1].lower() in BEFORE_DATES)
