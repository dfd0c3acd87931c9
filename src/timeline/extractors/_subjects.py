"""This file finds the noun phrase that says what a reporting verb reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors._cues import is_helper
from timeline.extractors._reporting_verbs import FORMS
from timeline.extractors._word_classes import (
    AUXILIARIES,
    CONTRACTED,
    COORDINATORS,
    DASHES,
    DAYS,
    DETERMINERS,
    FINITE,
    PARTS_OF_DAYS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SENTENCE_ADVERBS,
    SUBORDINATORS,
    VERBS,
)

if TYPE_CHECKING:
    from timeline.extractors._unit import Range, Unit

DEMONSTRATIVES = frozenset(("this", "last", "earlier"))
LONGEST_BRACKET = 8
"""A party or an age between brackets has at most so many words."""
LONGEST = 16
"""A subject without commas has at most so many words."""
AFTER_VERB_STOPS = PREPOSITIONS - {"of", "for", "from", "with"} | {"that", "when", "while", "who", "whose"}


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
        antecedent = _antecedent(unit, _before_appositions(unit, k - 1, floor), floor)
        return (antecedent[0], k) if antecedent else None
    if unit.lower[k - 1] in COORDINATORS:
        return None
    if unit.words[k - 1] in DASHES:
        opened = next((j for j in range(k - 2, floor, -1) if unit.words[j] in DASHES), floor)
        return subject_before(unit, opened, floor)
    start = _clause_start(unit, k, floor)
    return _before_comma(unit, start, k) if unit.words[k - 1] == "," else _phrase_end(unit, start, k)


def _before_appositions(unit: Unit, k: int, floor: int) -> int:
    """The end of the noun phrase before *k*, descriptions between commas left out."""
    while k - 1 > floor and unit.words[k - 1] == ",":
        comma = next((j for j in range(k - 2, floor, -1) if unit.words[j] == ","), None)
        if comma is None or not (unit.lower[comma + 1] in DETERMINERS or unit.words[comma + 1][0].islower()):
            return k - 1
        if unit.lower[comma + 1] in COORDINATORS or any(word in FINITE for word in unit.lower[comma:k]):
            return k - 1
        k = comma + 1
    return k


def _before_comma(unit: Unit, start: int, k: int) -> Range | None:
    """The first noun phrase of a clause whose last word before *k* is a comma: what is between are appositions."""
    segments = _segments(unit, start, k - 1)
    while segments and is_adjunct(unit, segments[0]):
        del segments[0]
    named = _phrase_end(unit, *segments[0]) if segments else None
    if named is None or len(segments) == 1:
        return named
    opening = unit.lower[segments[1][0]]
    is_apposition = opening not in PREPOSITIONS and not opening.endswith(("ing", "ed"))
    return (named[0], segments[-1][1]) if is_apposition else named


def subject_after(unit: Unit, k: int) -> Range | None:
    """The noun phrase that starts at *k*, after its verb: ``said Ana Ruiz, a miner``."""
    n = len(unit.words)
    if k >= n or unit.quoted[k]:
        return None
    if unit.lower[k] in PRONOUNS:
        return k, k + 1
    if unit.lower[k] in DAYS | PREPOSITIONS | SUBORDINATORS - {"that"} or not unit.words[k][0].isalnum():
        return None
    end = k
    while end < n and not unit.is_mark(end) and not unit.quoted[end]:
        if (closed := _after_bracket(unit, end, n)) > end:
            end = closed
            continue
        if unit.words[end] in ",.;:()?!":
            break
        if unit.lower[end] in AFTER_VERB_STOPS or unit.words[end] in DASHES or end - k > 10:
            break
        if unit.lower[end] in DAYS and end > k:
            break
        end += 1
    if end == k:
        return None
    return k, _apposition_end(unit, end)


def leading_subject(unit: Unit, k: int, floor: int = 0) -> Range | None:
    """The noun phrase that begins the clause which the verb at *k* belongs to, adjuncts skipped."""
    segments = _segments(unit, floor, k)
    while len(segments) > 1 and is_adjunct(unit, segments[0]):
        pronoun = _pronoun_of_clause(unit, *segments[0])
        if pronoun is not None:
            return pronoun, pronoun + 1
        del segments[0]
    if not segments:
        return None
    first, end = segments[0]
    skipped = COORDINATORS | SENTENCE_ADVERBS | (SUBORDINATORS - {"that"})
    while first < end and unit.lower[first] in skipped:
        first += 1
    if first < end and unit.lower[first] in PRONOUNS:
        return first, first + 1
    j = first
    while j < end and (j != (closed := _after_bracket(unit, j, end)) or _may_be_in_phrase(unit, j, first)):
        j = max(j + 1, closed)
    return (first, j) if j > first else None


def _after_bracket(unit: Unit, k: int, end: int) -> int:
    """The index after the bracket that opens at *k* and closes soon, else *k*."""
    if unit.words[k] != "(":
        return k
    return next((j + 1 for j in range(k + 1, min(end, k + LONGEST_BRACKET)) if unit.words[j] == ")"), k)


def _before_bracket(unit: Unit, end: int, start: int) -> int:
    """Where the bracket opens that closes before *end*, if soon and not before *start*, else *end*."""
    if unit.words[end - 1] != ")":
        return end
    return next((j for j in range(end - 2, max(start, end - LONGEST_BRACKET) - 1, -1) if unit.words[j] == "("), end)


def _pronoun_of_clause(unit: Unit, first: int, end: int) -> int | None:
    """The pronoun that is the subject of a main clause after an adverbial without a comma."""
    if unit.lower[first] in SUBORDINATORS:
        return None
    return next((j for j in range(first, end - 1) if unit.lower[j] in PRONOUNS and unit.lower[j + 1] in FINITE), None)


def _may_be_in_phrase(unit: Unit, j: int, first: int) -> bool:
    """Token *j* may belong to the noun phrase that starts at *first*."""
    word, lower = unit.words[j], unit.lower[j]
    if word[0].isupper() or lower in DETERMINERS or word[0].isdigit() or word in "&.":
        return True
    if not word[0].isalpha() or lower in AUXILIARIES or lower in SUBORDINATORS - {"and", "or"}:
        return False
    if lower in {"of", "and", "for"}:
        return j + 1 < len(unit.words)
    if lower in PREPOSITIONS or is_helper(lower):
        return False
    if j > first and unit.words[j - 1][0].isupper() and (first == j - 1) is False:
        return False
    return not lower.endswith("ed") and not (j > first and lower in VERBS)


def _clause_start(unit: Unit, k: int, floor: int) -> int:
    """Where the clause that ends at *k* starts: after a mark, dash, stop or subordinator."""
    start = k
    after_comma = unit.words[k - 1] == ","
    while start > floor:
        word, lower = unit.words[start - 1], unit.lower[start - 1]
        ends = word in ";:.?!" and unit.words[start] not in ",)"
        if unit.quoted[start - 1] or ends or word in DASHES or unit.is_mark(start - 1):
            break
        if (
            lower in RELATIVES | {"whose", "where"}
            and start > floor + 1
            and unit.words[start - 2] == ","
            and after_comma
        ):
            start -= 1
            continue
        if lower in SUBORDINATORS and lower not in {"and", "or", "as", "before", "after", "since", "when", "while"}:
            break
        start -= 1
    return start


def _segments(unit: Unit, start: int, end: int) -> list[Range]:
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
    """It says when, where or how: begins with a preposition, participle or adverb."""
    first, end = segment
    word = unit.lower[first]
    if word in COORDINATORS and end - first == 1:
        return True
    if word in COORDINATORS and end - first > 1:
        word = unit.lower[first + 1]
    if word in PREPOSITIONS or word in SUBORDINATORS or word in SENTENCE_ADVERBS or word in DAYS - DEMONSTRATIVES:
        return True
    if word in DEMONSTRATIVES:
        return first + 1 < end and unit.lower[first + 1] in PARTS_OF_DAYS
    if end - first == 1 and word.endswith("ly"):
        return True
    return word.endswith(("ing", "ed")) and unit.words[first][0].isupper() and first == 0


def _phrase_end(unit: Unit, start: int, k: int) -> Range | None:
    """The noun phrase that ends before *k*, the verb's own adverbials left out."""
    end = k
    while end > start and (is_helper(unit.lower[end - 1]) or unit.words[end - 1] == ","):
        end -= 1
    if end > start and unit.lower[end - 1] in DAYS and end - start > 1:
        end -= 1
        if unit.lower[end - 1] == "on" and end - start > 1:
            end -= 1
    if end <= start:
        return None
    if unit.lower[end - 1] in PRONOUNS or unit.lower[end - 1] in CONTRACTED:
        return end - 1, end
    first = end
    while first > start and end - first < LONGEST:
        opened = _before_bracket(unit, first, start)
        if opened == first and _bounds_phrase(unit, start, first - 1):
            break
        first = min(opened, first - 1)
    while first < end and (unit.lower[first] in COORDINATORS or unit.lower[first] in SENTENCE_ADVERBS):
        first += 1
    return (first, end) if first < end else None


def _bounds_phrase(unit: Unit, start: int, j: int) -> bool:
    """Token *j* stands before the noun phrase that follows it, in a clause that begins at *start*."""
    word, lower = unit.words[j], unit.lower[j]
    if lower in {"and", "or"}:
        return _has_verb(unit, start, j)
    if lower in FINITE:
        return j == start or unit.lower[j - 1] not in RELATIVES
    return word in ",()" or lower in SUBORDINATORS - {"after", "before", "since"}


def _has_verb(unit: Unit, start: int, end: int) -> bool:
    """Some word looks like the verb of a clause."""
    return any(
        unit.lower[j] in FINITE or unit.lower[j] in CONTRACTED or unit.lower[j].endswith("ed")
        for j in range(start, end)
    )


def _antecedent(unit: Unit, at: int, floor: int) -> Range | None:
    """The noun phrase that the relative pronoun at *at* stands for."""
    end = at
    while end > floor and unit.words[end - 1] == ",":
        end -= 1
    first = end
    while first > floor and end - first < 8:
        word, lower = unit.words[first - 1], unit.lower[first - 1]
        if not word[0].isalnum() or lower in SUBORDINATORS or lower in AUXILIARIES or unit.quoted[first - 1]:
            break
        if lower in PREPOSITIONS - {"of", "for"}:
            break
        first -= 1
        if lower in DETERMINERS:
            break
    return (first, end) if first < end else None


def _apposition_end(unit: Unit, end: int) -> int:
    """The end of a subject after its verb, a description or name between commas included."""
    n = len(unit.words)
    if end + 1 >= n or unit.words[end] != "," or unit.quoted[end] or not _begins_apposition(unit, end + 1):
        return end
    j = end + 1
    while j < n and not unit.quoted[j] and not unit.is_mark(j) and unit.words[j] not in ".;:?!":
        if unit.words[j] == "," and j + 1 < n and unit.lower[j + 1].endswith("ing"):
            break
        if unit.lower[j] == "who" and any(word in FORMS for word in unit.lower[j + 1 : j + 4]):
            break
        j += 1
    while unit.words[j - 1] == ",":
        j -= 1
    return j


def _begins_apposition(unit: Unit, k: int) -> bool:
    """What starts at *k*, after a comma, says who the subject is."""
    word, lower = unit.words[k], unit.lower[k]
    if lower in {"who", "whose"} or lower in DETERMINERS:
        return True
    if word[0].isupper():
        return all(other[0].isupper() or other in ".," for other in unit.words[k : unit.end])
    return lower not in PREPOSITIONS | SUBORDINATORS and not lower.endswith("ing") and not is_helper(lower)
