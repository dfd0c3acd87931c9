"""Find the noun phrase before a reporting verb that says what it reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors.statements.cues import is_helper
from timeline.extractors.statements.noun_phrases import (
    after_bracket,
    before_bracket,
    bounds_phrase,
    is_adjunct,
    may_be_in_phrase,
    segments,
)
from timeline.language.lexicon.auxiliaries import AUXILIARIES, CONTRACTED, FINITE
from timeline.language.lexicon.times import DAYS, PARTS_OF_DAYS
from timeline.language.lexicon.word_classes import (
    COORDINATORS,
    DASHES,
    DETERMINERS,
    INSIDE_SUBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFYING,
    RELATIVES,
    SENTENCE_ADVERBS,
    SUBORDINATORS,
)

if TYPE_CHECKING:
    from timeline.extractors.statements.unit import Range, Unit

BEFORE_SUBJECTS = COORDINATORS | SENTENCE_ADVERBS
LONGEST_SUBJECT_WORDS = 16
"""A subject without commas has at most so many words."""
LONGEST_ANTECEDENT_WORDS = 8


def subject_before(unit: Unit, k: int, floor: int = 0) -> Range | None:
    """
    The noun phrase before the verb group that starts at *k*, with its appositions.

    Args:
        unit: Where to look.
        k: Index of the first token of the verb group.
        floor: Index of the first token that may belong to it.
    """
    if k <= floor:
        return None
    if unit.lower[k - 1] in RELATIVES:
        stands_for = antecedent(unit, _before_appositions(unit, k - 1, floor), floor)
        return (stands_for[0], k) if stands_for else None
    if unit.lower[k - 1] in COORDINATORS:
        return None
    if unit.words[k - 1] in DASHES:
        opened = next((j for j in range(k - 2, floor, -1) if unit.words[j] in DASHES), floor)
        return subject_before(unit, opened, floor)
    start = _clause_start(unit, k, floor)
    return _before_comma(unit, start, k) if unit.words[k - 1] == "," else _phrase_before(unit, start, k)


def _before_appositions(unit: Unit, k: int, floor: int) -> int:
    """The end of the noun phrase before *k*, descriptions between commas left out."""
    while unit.words[k - 1] == ",":
        comma = next((j for j in range(k - 2, floor, -1) if unit.words[j] == ","), None)
        if comma is None or not unit.words[comma + 1][0].islower():
            return k - 1
        if unit.lower[comma + 1] in COORDINATORS or any(word in FINITE for word in unit.lower[comma:k]):
            return k - 1
        k = comma + 1
    return k


def _before_comma(unit: Unit, start: int, k: int) -> Range | None:
    """The first noun phrase of a clause whose last word before *k* is a comma: what is between are appositions."""
    parts = segments(unit, start, k - 1)
    while parts and is_adjunct(unit, parts[0]):
        del parts[0]
    named = _phrase_before(unit, *parts[0]) if parts else None
    if named is None or len(parts) == 1:
        return named
    opening = unit.lower[parts[1][0]]
    is_apposition = opening not in PREPOSITIONS and not opening.endswith(("ing", "ed"))
    return (named[0], parts[-1][1]) if is_apposition else named


def _clause_start(unit: Unit, k: int, floor: int) -> int:
    """Where the clause that ends at *k* starts: after a mark, dash, stop or subordinator."""
    start = k
    after_comma = unit.words[k - 1] == ","
    while (start := before_bracket(unit, start, floor)) > floor:
        word, lower = unit.words[start - 1], unit.lower[start - 1]
        ends = word in ";:.?!" and unit.words[start] not in ",)"
        if ends or word in DASHES or unit.is_mark(start - 1):
            break
        if lower in RELATIVES | {"whose", "where"} and unit.words[start - 2] == "," and after_comma:
            start -= 1
            continue
        if lower in SUBORDINATORS and lower not in INSIDE_SUBJECTS:
            break
        start -= 1
    return start


def _phrase_before(unit: Unit, start: int, k: int) -> Range | None:
    """The noun phrase that ends before *k*, the verb's own adverbials left out."""
    end = k
    while end > start and is_helper(unit.lower[end - 1]):
        end -= 1
    if unit.lower[end - 1] in PARTS_OF_DAYS and unit.lower[end - 2] in DAYS:
        end -= 2
    if end - start > 1 and unit.lower[end - 1] in DAYS:
        end -= 1
        if unit.lower[end - 1] == "on" and end - start > 1:
            end -= 1
    if unit.lower[end - 1] in PRONOUNS or unit.lower[end - 1] in CONTRACTED:
        return end - 1, end
    first = end
    while first > start and end - first < LONGEST_SUBJECT_WORDS:
        opened = before_bracket(unit, first, start)
        if opened == first and bounds_phrase(unit, start, first - 1):
            break
        first = min(opened, first - 1)
    while unit.lower[first] in BEFORE_SUBJECTS:
        first += 1
    return _without_adjunct(unit, first, end) if first < end else None


def _without_adjunct(unit: Unit, first: int, end: int) -> Range | None:
    """A noun phrase; after a preposition that is the name at its end: ``In the last minute Ana Ruiz``."""
    if unit.lower[first] not in PREPOSITIONS - QUANTIFYING or end - first == 1:
        return first, end
    if first and unit.lower[first - 1] in RELATIVES:
        return subject_before(unit, first)
    k = end
    while k > first + 1 and unit.words[k - 1][0].isupper():
        k -= 1
    named = k < end and unit.lower[k - 1] not in PREPOSITIONS | DETERMINERS | COORDINATORS
    return (k, end) if named else None


def antecedent(unit: Unit, end: int, floor: int) -> Range | None:
    """The noun phrase that the relative pronoun or participle at *end* stands for or describes."""
    first = end
    while first > floor and end - first < LONGEST_ANTECEDENT_WORDS:
        word, lower = unit.words[first - 1], unit.lower[first - 1]
        if not word[0].isalnum() or lower in SUBORDINATORS or lower in AUXILIARIES:
            break
        if lower in PREPOSITIONS - {"of", "for"}:
            break
        first -= 1
        if lower in DETERMINERS:
            break
    return (first, end) if first < end else None


def leading_subject(unit: Unit, k: int, floor: int = 0) -> Range | None:
    """The noun phrase that begins the clause which the verb at *k* belongs to, adjuncts skipped."""
    parts = segments(unit, floor, k)
    while len(parts) > 1 and is_adjunct(unit, parts[0]):
        pronoun = _pronoun_of_clause(unit, *parts[0])
        if pronoun is not None:
            return pronoun, pronoun + 1
        del parts[0]
    if not parts:
        return None
    first, end = parts[0]
    skipped = COORDINATORS | SENTENCE_ADVERBS | (SUBORDINATORS - {"that"})
    while first < end and unit.lower[first] in skipped:
        first += 1
    if first < end and unit.lower[first] in PRONOUNS:
        return first, first + 1
    j = first
    while j < end and (j != (closed := after_bracket(unit, j, end)) or may_be_in_phrase(unit, j, first)):
        j = max(j + 1, closed)
    return (first, j) if j > first else None


def _pronoun_of_clause(unit: Unit, first: int, end: int) -> int | None:
    """The pronoun that is the subject of a main clause after an adverbial without a comma."""
    if unit.lower[first] in SUBORDINATORS:
        return None
    return next((j for j in range(first, end - 1) if unit.lower[j] in PRONOUNS and unit.lower[j + 1] in FINITE), None)
