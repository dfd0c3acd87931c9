"""What may belong to a noun phrase, and what ends it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from timeline.extractors.statements import looking
from timeline.extractors.statements.cues import is_helper
from timeline.language.lexicon.auxiliaries import CONTRACTED, FINITE
from timeline.language.lexicon.finite_verbs import FREQUENT_VERBS
from timeline.language.lexicon.times import DAY_ADJECTIVES, DAYS, PARTS_OF_DAYS
from timeline.language.lexicon.titles import GROUPS, PLURAL_PEOPLE
from timeline.language.lexicon.word_classes import (
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    SENTENCE_ADVERBS,
    SUBORDINATORS,
)

if TYPE_CHECKING:
    from timeline.extractors.statements.unit import Range, Unit

PLAIN_DAYS = DAYS - DAY_ADJECTIVES
NOT_IN_PHRASE = SUBORDINATORS - {"or"}
BEFORE_PHRASE = SUBORDINATORS - {"after", "before", "since"}
LONGEST_DESCRIPTION_TOKENS, LONGEST_NAME_TOKENS = 8, 5
LONGEST_BRACKET_WORDS = 8
"""A party or an age between brackets has at most so many words."""


def segment(unit: Unit, start: int, limit: int) -> Range | None:
    """The first stretch from *start* to *limit* without a comma in it; None where there are only commas."""
    begins = looking.first(unit, looking.is_no_comma, start, limit)
    if begins is None:
        return None
    comma = looking.first(unit, looking.is_comma, begins, limit)
    return begins, limit if comma is None else comma


def last_segment(unit: Unit, limit: int) -> Range | None:
    """The last stretch before *limit* without a comma in it."""
    ends = looking.last(unit, looking.is_no_comma, 0, limit)
    if ends is None:
        return None
    comma = looking.last(unit, looking.is_comma, 0, ends)
    return 0 if comma is None else comma + 1, ends + 1


def is_adjunct(unit: Unit, segment: Range) -> bool:
    """Whether a segment says when, where or how: it begins with a preposition, participle or adverb."""
    first, end = segment
    word = unit.lower[first]
    if word in COORDINATORS:
        if end - first == 1:
            return True
        word = unit.lower[first + 1]
    if word in PREPOSITIONS or word in SUBORDINATORS or word in SENTENCE_ADVERBS or word in PLAIN_DAYS:
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
    if not word[0].isalpha() or lower in NOT_IN_PHRASE:
        return False
    if lower in PREPOSITIONS or is_helper(lower):
        return False
    if j > first + 1 and unit.words[j - 1][0].isupper():
        return lower in GROUPS or lower in PLURAL_PEOPLE
    return not lower.endswith("ed") and not (j > first and lower in FREQUENT_VERBS)


def phrase_end(unit: Unit, start: int, limit: int) -> int:
    """Where the noun phrase ends that starts at *start*, at *limit* at the latest."""
    steps = _steps(unit, start)
    while steps[-1] < limit and (len(steps) == 1 or steps[-1] > steps[-2]):
        j = steps[-1]
        closed = after_bracket(unit, j, len(unit.words))
        steps.append(max(j + 1, closed) if closed != j or may_be_in_phrase(unit, j, start) else j)
    at = bisect_left(steps, limit)
    if at == len(steps) or steps[at] == limit:
        return min(limit, steps[-1])
    return steps[at - 1]  # the bracket there is closed only behind the limit


@looking.remembered
def _steps(unit: Unit, start: int) -> list[int]:  # noqa: ARG001 - what it is of
    """The tokens of the noun phrase that starts at *start*, a bracket as one, so far as known; its end twice."""
    return [start]


def bounds_phrase(unit: Unit, start: int, j: int) -> bool:
    """Whether token *j* stands before the noun phrase that follows it, in a clause that begins at *start*."""
    word, lower = unit.words[j], unit.lower[j]
    if lower in {"and", "or"}:
        return _has_verb(unit, start, j)
    return word in ",()" or lower in FINITE or lower in BEFORE_PHRASE


def _has_verb(unit: Unit, start: int, end: int) -> bool:
    """Whether some word looks like the verb of a clause."""
    return looking.any_of(unit, _is_verb, start, end)


def _is_verb(unit: Unit, k: int) -> bool:
    """A word that looks like the verb of a clause."""
    lower = unit.lower[k]
    return lower in FINITE or lower in CONTRACTED or lower in FREQUENT_VERBS or lower.endswith("ed")


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


def described_name(unit: Unit, start: int, end: int) -> Range | None:
    """A description and the name between commas that ends before *end*, behind a clause with a verb."""
    comma = looking.last(unit, looking.is_comma, start, end)
    before = None if comma is None else looking.last(unit, looking.is_comma, start, comma)
    if (
        comma is None
        or before is None
        or comma - before > LONGEST_DESCRIPTION_TOKENS
        or end - comma > LONGEST_NAME_TOKENS
    ):
        return None
    is_name = all(word[0].isupper() for word in unit.words[comma + 1 : end])
    describes = unit.words[comma - 1][0].islower() and not looking.any_of(unit, looking.looks_finite, before, comma)
    opens = unit.lower[before + 1] in DETERMINERS or unit.words[before + 1].endswith(("'s", "’s"))
    if not (is_name and describes and opens and looking.any_of(unit, looking.has_finite_form, start, before)):
        return None
    return before + 1, end
