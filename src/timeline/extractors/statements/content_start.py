"""Find where the content of a statement starts, after listeners and adverbials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors.statements.cues import is_helper
from timeline.language.lexicon.auxiliaries import FINITE
from timeline.language.lexicon.times import DAY_ADJECTIVES, DAYS, PARTS_OF_DAYS
from timeline.language.lexicon.word_classes import CLAUSE_SUBJECTS, DETERMINERS, LISTENERS, PREPOSITIONS, QUESTION_WORDS

if TYPE_CHECKING:
    from timeline.extractors.statements.cues import Cue
    from timeline.extractors.statements.unit import Unit

FARTHEST_WORDS = 14
"""An adverbial between a verb and its content has at most so many words."""
LONGEST_LISTENER_WORDS = 10
LONGEST_TITLE_WORDS = 6
FARTHEST_TITLE_WORDS = 4
"""The title of a programme has at most so many words, and begins so many after the verb."""


def content_start(unit: Unit, cue: Cue) -> int:
    """Where what follows a cue starts: after listener, time and place, at "that", a mark, or the first word."""
    k = skip_listener(unit, cue) if "heard" in cue.frames else cue.after
    k = _skip_days(unit, k)
    return k if "to" in cue.frames and unit.lower[k : k + 1] == ["to"] else _skip_phrase(unit, k)


def _begins_content(unit: Unit, k: int) -> bool:
    """Whether token *k* begins a content: a mark, a colon or the conjunction "that"."""
    if unit.lower[k] == "that":
        return k + 1 < unit.end and unit.lower[k + 1] not in FINITE
    return unit.is_mark(k) or unit.words[k] == ":"


def skip_listener(unit: Unit, cue: Cue) -> int:
    """The index after the listener that follows a cue."""
    lower, words, end = unit.lower, unit.words, unit.end
    k, none = cue.after, frozenset[str]()
    openers = (QUESTION_WORDS if "wh" in cue.frames else none) | ({"to"} if "to" in cue.frames else none)
    if that := _that_after_title(unit, k):
        return that
    if k >= end or _begins_content(unit, k) or lower[k] in QUESTION_WORDS | openers or words[k] == ",":
        return k
    if that := _that_ahead(unit, k):
        return that
    for j in range(k, min(end, k + LONGEST_LISTENER_WORDS)):
        if _begins_content(unit, j) or (j > k and (lower[j] in openers or _begins_clause(unit, j))):
            return j
        if words[j] == ",":
            if j + 1 < len(words) and unit.is_mark(j + 1):
                return j + 1
            break
    j = k + (1 if lower[k] in LISTENERS or words[k][0].isupper() else 2)
    while j < end and words[j - 1][0].isupper() and words[j][0].isupper() and lower[j] not in DAYS:
        j += 1
    return min(j, end)


def _that_after_title(unit: Unit, k: int) -> int | None:
    """The index of "that" after a listener with a title in quotation marks: ``told ABC's "The View" that``."""
    title = next(iter(unit.quotations_between(k, k + FARTHEST_TITLE_WORDS + 1)), None)
    if title is None or title.end - title.first > LONGEST_TITLE_WORDS or "that" in unit.lower[k : title.first]:
        return None
    near = range(title.end, min(unit.end, title.end + LONGEST_TITLE_WORDS))
    return next((j for j in near if unit.lower[j] == "that" and not unit.quoted[j]), None)


def _begins_clause(unit: Unit, j: int) -> bool:
    """Whether token *j* begins a clause after a noun phrase."""
    before = unit.lower[j - 1]
    if before in PREPOSITIONS or before in DETERMINERS or before == "and":
        return False
    return unit.lower[j] in CLAUSE_SUBJECTS or unit.lower[j] in DETERMINERS


def _skip_days(unit: Unit, k: int) -> int:
    """The index after days and adverbs at *k*."""
    lower = unit.lower
    start = k
    while k < unit.end and (lower[k] in DAYS or (is_helper(lower[k]) and lower[k] not in FINITE)):
        k += 1
        while k < unit.end and lower[k] in PARTS_OF_DAYS:
            k += 1
    return k if k < unit.end else start


def _that_ahead(unit: Unit, k: int) -> int | None:
    """The index of the "that" which begins a content after the phrase at *k*, with no verb between."""
    lower = unit.lower
    for j in range(k + 1, min(unit.end, k + FARTHEST_WORDS)):
        if lower[j] in FINITE or unit.quoted[j]:
            return None
        if lower[j] == "that" and lower[j + 1 : j + 2] and lower[j + 1] not in FINITE:
            return j
    return None


def _skip_phrase(unit: Unit, k: int) -> int:
    """The index after the prepositional phrases at *k*, when a clause or quotation follows them; else that of one."""
    while k < unit.end and unit.lower[k] in PREPOSITIONS:
        that = _that_ahead(unit, k)
        if that:
            return that
        j = next((j for j in range(k + 1, min(unit.end, k + FARTHEST_WORDS)) if _ends_phrase(unit, j)), None)
        if j is None:
            return k
        if unit.words[j] == ",":
            return j + 1 if j + 1 < unit.end and _begins_content(unit, j + 1) else k
        if _begins_content(unit, j) or _begins_clause(unit, j):
            return j
        k = _skip_days(unit, j + 1)
    return k


def _ends_phrase(unit: Unit, j: int) -> bool:
    """Whether token *j* is a comma or a day, or begins a content or a clause."""
    is_day = unit.lower[j] in DAYS and unit.lower[j] not in DAY_ADJECTIVES and j + 1 < unit.end
    return unit.words[j] == "," or _begins_content(unit, j) or _begins_clause(unit, j) or is_day
