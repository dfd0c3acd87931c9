"""Find what is counted: the noun phrase behind a number."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from timeline.language.lexicon.figure_words import (
    ACTION_OF,
    BREAKS,
    COMPOUNDED,
    NO_PLURALS,
    OF_PEOPLE,
    OPENING_PLURALS,
    PEOPLE,
    PLURALS,
    SINGULARS,
)
from timeline.language.lexicon.number_words import ORDINALS, TEENS, TENS, UNITS
from timeline.language.lexicon.words import tree

WORD = re.compile(r" ?([^\W\d_][\w'’&-]*)")
OF = re.compile(
    r" of(?: (?:the|its|their|his|her|our|my|those|these|all)(?: [a-z]+['’]s)?| [A-Za-z]\w+['’]s)?"
    rf"(?: (?:{tree(UNITS | TEENS | TENS)}|\d+))?(?= \w)"
)
"""Between a number and what it counts: ``10 of the state's 11 districts``."""
HYPHENED = re.compile(r"-([a-z]+)(?:-[a-z]+)?\b")
MOST_WORDS, FARTHEST_CHARS = 5, 90
NO_PLURAL_ENDINGS = ("ss", "us", "is", "'s", "’s")
ES_ENDINGS = ("sses", "xes", "ches", "shes", "zzes")
SHORTEST_CHARS = 3
"""Fewer letters are no plural, nor a noun in -ies."""


@frozen
class Noun:
    """
    What a number counts.

    Attributes:
        head: Its noun in the singular, in lower case; None where no noun shows itself as counted.
        words: The phrase up to that noun, or the words that might be one.
        end: Where they end.
    """

    head: str | None
    words: str
    end: int


def noun_behind(text: str, at: int, stop: int, *, is_one: bool = False) -> Noun:
    """The noun phrase behind a number that ends at a place, before *stop*; behind *one*, a person in the singular."""
    of = OF.match(text, at, stop)
    at = of.end() if of else at
    words, head, end = _phrase(text, at, min(stop, at + FARTHEST_CHARS))
    if head is not None:
        return Noun(singular(head), " ".join(words), end)
    person = next((place for place, word in enumerate(words, 1) if word in PEOPLE), 0) if is_one else 0
    if person:
        phrase = " ".join(words[:person])
        return Noun(words[person - 1], phrase, at + 1 + len(phrase))
    if words and words[0].lower() in COMPOUNDED:
        return Noun(singular(words[0]), " ".join(words), at + 1 + len(words[0]))
    before_and = words.index("and") if "and" in words else len(words)
    return Noun(None, " ".join(words[:before_and]), end)


def noun_joined(text: str, at: int) -> Noun | None:
    """The noun that a hyphen joins to a number: ``six-cylinder``; None where it counts nothing."""
    joined = HYPHENED.match(text, at)
    if joined is None or singular(joined[1]) not in COMPOUNDED:
        return None
    return Noun(singular(joined[1]), joined[1], joined.end(1))


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """A word that is a noun's plural by its form."""
    low = word.lower()
    if low in PLURALS:
        return True
    return (
        low.endswith("s") and len(low) >= SHORTEST_CHARS and not (low.endswith(NO_PLURAL_ENDINGS) or low in NO_PLURALS)
    )


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The singular of a noun, in lower case."""
    low = word.lower()
    if low in SINGULARS:
        return SINGULARS[low]
    if low.endswith("ies") and len(low) > SHORTEST_CHARS + 1:
        return f"{low[:-3]}y"
    if low.endswith(ES_ENDINGS):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(NO_PLURAL_ENDINGS) else low


def _phrase(text: str, at: int, stop: int) -> tuple[list[str], str | None, int]:
    """Words behind a number up to the plural that it counts, that plural if there is one, and where they end."""
    words: list[str] = []
    head, end = None, at
    while len(words) < MOST_WORDS and (token := WORD.match(text, end, stop)):
        word, low = token[1], token[1].lower()
        joins = low == "and" and head is None and bool(words) and words[-1] != "and"
        if not joins and (low in BREAKS or (head and not is_plural(word)) or _is_no_attribute(low, words)):
            break
        words.append(word)
        end = token.end(1)
        if is_plural(word):
            head = word
            if low not in OPENING_PLURALS and not word[0].isupper():
                break
    return words, head, end


def _is_no_attribute(low: str, before: list[str]) -> bool:
    """A word that ends a phrase: it says what befell those who are counted, or begins another number."""
    if not before:
        return low in ORDINALS
    return low.endswith("ed") and ACTION_OF.get(low) in OF_PEOPLE and low not in PLURALS
