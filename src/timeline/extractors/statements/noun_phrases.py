"""What may belong to a noun phrase, and what ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors.statements.cues import is_helper
from timeline.language.lexicon.auxiliaries import CONTRACTED, FINITE
from timeline.language.lexicon.finite_verbs import FREQUENT_VERBS
from timeline.language.lexicon.times import DAY_ADJECTIVES, DAYS, PARTS_OF_DAYS
from timeline.language.lexicon.word_classes import (
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    SENTENCE_ADVERBS,
    SUBORDINATORS,
)

if TYPE_CHECKING:
    from timeline.extractors.statements.unit import Range, Unit

LONGEST_BRACKET_WORDS = 8
"""A party or an age between brackets has at most so many words."""


def segments(unit: Unit, start: int, end: int) -> list[Range]:
    """The stretches between the commas of a clause, empty ones left out."""
    found = []
    first = start
    for j in range(start, end):
        if unit.words[j] == ",":
            found.append((first, j))
            first = j + 1
    found.append((first, end))
    return [(a, b) for a, b in found if a < b]


def is_adjunct(unit: Unit, segment: Range) -> bool:
    """Whether a segment says when, where or how: it begins with a preposition, participle or adverb."""
    first, end = segment
    word = unit.lower[first]
    if word in COORDINATORS:
        if end - first == 1:
            return True
        word = unit.lower[first + 1]
    if word in PREPOSITIONS or word in SUBORDINATORS or word in SENTENCE_ADVERBS or word in DAYS - DAY_ADJECTIVES:
        return True
    if word in DAY_ADJECTIVES:
        return unit.lower[first + 1] in PARTS_OF_DAYS
    if end - first == 1 and word.endswith("ly"):
        return True
    return word.endswith(("ing", "ed")) and unit.words[first][0].isupper() and first == 0


def may_be_in_phrase(unit: Unit, j: int, first: int) -> bool:
    """Whether token *j* may belong to the noun phrase that starts at *first*."""
    word, lower = unit.words[j], unit.lower[j]
    if word[0].isupper() or lower in DETERMINERS or word[0].isdigit() or word in "&." or lower in {"of", "and", "for"}:
        return True
    if not word[0].isalpha() or lower in SUBORDINATORS - {"or"}:
        return False
    if lower in PREPOSITIONS or is_helper(lower):
        return False
    if j > first + 1 and unit.words[j - 1][0].isupper():
        return False
    return not lower.endswith("ed") and not (j > first and lower in FREQUENT_VERBS)


def bounds_phrase(unit: Unit, start: int, j: int) -> bool:
    """Whether token *j* stands before the noun phrase that follows it, in a clause that begins at *start*."""
    word, lower = unit.words[j], unit.lower[j]
    if lower in {"and", "or"}:
        return _has_verb(unit, start, j)
    return word in ",()" or lower in FINITE or lower in SUBORDINATORS - {"after", "before", "since"}


def _has_verb(unit: Unit, start: int, end: int) -> bool:
    """Whether some word looks like the verb of a clause."""
    return any(
        unit.lower[j] in FINITE or unit.lower[j] in CONTRACTED | FREQUENT_VERBS or unit.lower[j].endswith("ed")
        for j in range(start, end)
    )


def after_bracket(unit: Unit, k: int, end: int) -> int:
    """The index after the bracket that opens at *k* and closes soon, else *k*."""
    if unit.words[k] != "(":
        return k
    return next((j + 1 for j in range(k + 1, min(end, k + LONGEST_BRACKET_WORDS)) if unit.words[j] == ")"), k)


def before_bracket(unit: Unit, end: int, start: int) -> int:
    """Where the bracket opens that closes before *end*, if soon and not before *start*, else *end*."""
    if unit.words[end - 1] != ")":
        return end
    return next(
        (j for j in range(end - 2, max(start, end - LONGEST_BRACKET_WORDS) - 1, -1) if unit.words[j] == "("), end
    )
