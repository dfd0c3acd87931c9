"""Find the noun phrase before a reporting verb that says what it reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors.statements import looking
from timeline.extractors.statements.cues import is_helper
from timeline.extractors.statements.noun_phrases import (
    before_bracket,
    bounds_phrase,
    described_name,
    is_adjunct,
    last_segment,
    phrase_end,
    segment,
)
from timeline.extractors.statements.relatives import antecedent, is_verb_of_relative
from timeline.language.lexicon.auxiliaries import CONTRACTED, FINITE
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

OPENING_RELATIVES = RELATIVES | {"whose", "where"}
NOT_LEADING = COORDINATORS | SENTENCE_ADVERBS | (SUBORDINATORS - {"that"})
BEFORE_SUBJECTS = COORDINATORS | SENTENCE_ADVERBS
BEFORE_ADJUNCT = PREPOSITIONS - QUANTIFYING
NOT_BEFORE_NAMES = PREPOSITIONS | DETERMINERS | COORDINATORS
LONGEST_SUBJECT_WORDS = 16
"""A subject without commas has at most so many words."""
MOST_APPOSITIONS = 32
"""So many descriptions between commas may stand between a noun and its relative pronoun."""


@looking.remembered
def subject_before(unit: Unit, k: int, floor: int = 0) -> Range | None:
    """
    The noun phrase before the verb group that starts at *k*, with its appositions.

    Args:
        unit: Where to look.
        k: Index of the first token of the verb group.
        floor: Index of the first token that may belong to it.
    """
    while k > floor and unit.words[k - 1] in DASHES:
        opened = looking.last(unit, _is_dash, floor + 1, k - 1)
        k = floor if opened is None else opened
    if k <= floor:
        return None
    if unit.lower[k - 1] in RELATIVES:
        stands_for = antecedent(unit, _before_appositions(unit, k - 1, floor), floor)
        return (stands_for[0], k) if stands_for else None
    if unit.lower[k - 1] in COORDINATORS:
        return None
    start = _clause_start(unit, k, floor)
    found = _before_comma(unit, start, k) if unit.words[k - 1] == "," else _phrase_before(unit, start, k)
    if found is None or not is_verb_of_relative(unit, start, found[0], floor):
        return found
    described = antecedent(unit, _before_appositions(unit, start - 1, floor), floor)
    return (described[0], found[1]) if described else None


def _before_appositions(unit: Unit, k: int, floor: int) -> int:
    """The end of the noun phrase before *k*, descriptions between commas left out."""
    for _ in range(MOST_APPOSITIONS):
        if unit.words[k - 1] != ",":
            return k
        comma = looking.last(unit, looking.is_comma, floor + 1, k - 1)
        if comma is None or not unit.words[comma + 1][0].islower():
            return k - 1
        if unit.lower[comma + 1] in COORDINATORS or looking.any_of(unit, looking.has_finite_form, comma, k):
            return k - 1
        k = comma + 1
    return k


def _before_comma(unit: Unit, start: int, k: int) -> Range | None:
    """
    The first noun phrase of a clause whose last word before *k* is a comma: what is between are appositions.

    Behind a clause with a verb it is the description with its name: ``It shuts, the port's head, Ana Ruiz, said``.
    """
    if (described := described_name(unit, start, k - 1)) is not None:
        return described
    part = _behind_adjuncts(unit, segment(unit, start, k - 1), k - 1)
    named = _phrase_before(unit, *part) if part else None
    following = segment(unit, part[1], k - 1) if part else None
    if named is None or following is None:
        return named
    opening = unit.lower[following[0]]
    is_apposition = opening not in PREPOSITIONS and not opening.endswith(("ing", "ed"))
    end = looking.last(unit, looking.is_no_comma, following[0], k - 1)
    return (named[0], k - 1 if end is None else end + 1) if is_apposition else named


def _behind_adjuncts(unit: Unit, part: Range | None, limit: int) -> Range | None:
    """The first stretch between commas from *part* to the comma at *limit* that says neither when, where nor how."""
    known, passed = _after_adjuncts(unit), []
    while part is not None and is_adjunct(unit, part):
        if (named := _name_behind_adjunct(unit, part)) is not None:
            part = named, part[1]
            break
        passed.append(part[0])
        part = segment(unit, known.get(part[0], part[1]), limit)
    known.update(dict.fromkeys(passed, limit + 1 if part is None else part[0]))
    return part


@looking.remembered
def _name_behind_adjunct(unit: Unit, part: Range) -> int | None:
    """Where the name starts that ends an adverbial of time or place: ``On Friday Ana Ruiz``, ``In Lisbon Ana Ruiz``."""
    first = unit.names.first_of_name(unit, part[1])
    if first is None or first <= part[0]:
        return None
    before = unit.lower[first - 1]
    is_behind = before in DAYS or before in PARTS_OF_DAYS or before.isdigit() or unit.words[first - 1][0].isupper()
    return first if is_behind else None


@looking.remembered
def _after_adjuncts(unit: Unit) -> dict[int, int]:  # noqa: ARG001 - it is remembered for the unit
    """Up to where there are only adjuncts, by where the first of them begins."""
    return {}


def _clause_start(unit: Unit, k: int, floor: int) -> int:
    """Where the clause that ends at *k* starts: after a mark, dash, stop or subordinator."""
    after_comma = unit.words[k - 1] == ","
    known, passed = _clause_starts(unit, floor, after_comma), []
    start = k
    while start not in known:
        passed.append(start)
        start = before_bracket(unit, start, floor)
        if start <= floor or _begins_clause(unit, start, after_comma=after_comma):
            known[passed[-1]] = start
            break
        start -= 1
    start = known.get(start, start)
    known.update(dict.fromkeys(passed, start))
    return start


@looking.remembered
def _clause_starts(unit: Unit, floor: int, after_comma: bool) -> dict[int, int]:  # noqa: ARG001, FBT001 - what it is of
    """Where clauses start, by tokens in them, so far as known."""
    return {}


def _begins_clause(unit: Unit, start: int, *, after_comma: bool) -> bool:
    """Whether a mark, dash, stop or subordinator stands before *start*."""
    word, lower = unit.words[start - 1], unit.lower[start - 1]
    ends = word in ";:.?!" and unit.words[start] not in ",)"
    if ends or word in DASHES or unit.is_mark(start - 1):
        return True
    if lower in OPENING_RELATIVES and unit.words[start - 2] == "," and after_comma:
        return False
    return lower in SUBORDINATORS and lower not in INSIDE_SUBJECTS


@looking.remembered
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
    if _is_pronoun(unit, end - 1) or unit.lower[end - 1] in CONTRACTED:
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


def _is_pronoun(unit: Unit, k: int) -> bool:
    """A pronoun that is a subject alone, not the end of ``no one``."""
    return unit.lower[k] in PRONOUNS and not (unit.lower[k] == "one" and unit.lower[max(k - 1, 0)] in DETERMINERS)


def _without_adjunct(unit: Unit, first: int, end: int) -> Range | None:
    """A noun phrase; after a preposition that is the name at its end: ``In the last minute Ana Ruiz``."""
    if unit.lower[first] not in BEFORE_ADJUNCT or end - first == 1:
        return first, end
    if first and unit.lower[first - 1] in RELATIVES:
        return subject_before(unit, first)
    k = end
    while k > first + 1 and unit.words[k - 1][0].isupper():
        k -= 1
    k = _name_behind_adjunct(unit, (first, end)) or k
    named = k < end and unit.lower[k - 1] not in NOT_BEFORE_NAMES
    return (k, end) if named else None


def leading_subject(unit: Unit, k: int, floor: int = 0) -> Range | None:
    """The noun phrase that begins the clause which the verb at *k* belongs to, adjuncts skipped."""
    part = _behind_leading_adjuncts(unit, segment(unit, floor, k), k)
    if part is None:
        return None
    if segment(unit, part[1], k) is not None and is_adjunct(unit, part):
        pronoun = _pronoun_of_clause(unit, *part)
        return None if pronoun is None else (pronoun, pronoun + 1)
    opening = looking.first(unit, _may_lead, *part)
    if opening is None:
        return None
    if unit.lower[opening] in PRONOUNS:
        return opening, opening + 1
    end = phrase_end(unit, opening, part[1])
    return (opening, end) if end > opening else None


def _behind_leading_adjuncts(unit: Unit, part: Range | None, limit: int) -> Range | None:
    """The first stretch between commas that is no adjunct, has a subject of its own, or is the last before *limit*."""
    known, passed = _after_leading_adjuncts(unit), []
    while part is not None:
        is_last = segment(unit, part[1], limit) is None
        if is_last or not is_adjunct(unit, part) or _pronoun_of_clause(unit, *part) is not None:
            break
        passed.append(part[0])
        part = segment(unit, known.get(part[0], part[1]), limit) or last_segment(unit, limit)
    if part is not None:
        known.update(dict.fromkeys(passed, part[0]))
    return part


@looking.remembered
def _after_leading_adjuncts(unit: Unit) -> dict[int, int]:  # noqa: ARG001 - what it is of
    """Up to where there are only adjuncts without subjects, by where the first of them begins."""
    return {}


def _may_lead(unit: Unit, k: int) -> bool:
    """Token *k* may begin a subject."""
    return unit.lower[k] not in NOT_LEADING


@looking.remembered
def _pronoun_of_clause(unit: Unit, start: int, end: int) -> int | None:
    """The pronoun that is the subject of a main clause after an adverbial without a comma."""
    return None if unit.lower[start] in SUBORDINATORS else looking.first(unit, _is_subject_pronoun, start, end - 1)


def _is_subject_pronoun(unit: Unit, k: int) -> bool:
    """A pronoun with its verb."""
    return k + 1 < len(unit.lower) and unit.lower[k] in PRONOUNS and unit.lower[k + 1] in FINITE


def _is_dash(unit: Unit, k: int) -> bool:
    """A dash, quoted or not."""
    return unit.words[k] in DASHES
