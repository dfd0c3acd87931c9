"""Find the subject that follows its reporting verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors.statements import looking
from timeline.extractors.statements.cues import is_helper
from timeline.extractors.statements.noun_phrases import after_bracket
from timeline.language.lexicon.reporting_verbs import REPORTING_VERBS
from timeline.language.lexicon.times import DAYS
from timeline.language.lexicon.word_classes import (
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECT_ENDS,
    SUBORDINATORS,
    WRITTEN,
)

if TYPE_CHECKING:
    from timeline.extractors.statements.unit import Range, Unit

NO_APPOSITION = PREPOSITIONS | SUBORDINATORS
LONGEST_SUBJECT_WORDS = 10
"""A subject after its verb has at most so many words before a comma."""
NOT_FIRST = DAYS | PREPOSITIONS | SUBORDINATORS - {"that"}


def subject_after(unit: Unit, k: int) -> Range | None:
    """The noun phrase that starts at *k*, after its verb: ``said Ana Ruiz, a miner``."""
    if k >= len(unit.words):
        return None
    word = unit.lower[k]
    if word in PRONOUNS:
        return k, k + 1
    if word in NOT_FIRST or not word[0].isalnum() or (is_helper(word) and word not in DETERMINERS):
        return None
    end = _phrase_end(unit, k)
    return (k, _apposition_end(unit, end)) if end > k else None


def _phrase_end(unit: Unit, k: int) -> int:
    """Where the noun phrase ends that starts at *k*."""
    end, n = k, len(unit.words)
    while end < n and not unit.is_mark(end):
        closed = after_bracket(unit, end, n)
        word = unit.words[end]
        ends = unit.lower[end] in SUBJECT_ENDS and not _is_written_by(unit, end)
        if closed == end and (word in ",.;:()?!" or word in DASHES or ends):
            break
        if end - k > LONGEST_SUBJECT_WORDS or unit.lower[end] in DAYS:
            break
        end = max(end + 1, closed)
    return end


def _is_written_by(unit: Unit, k: int) -> bool:
    """Token *k* says by whom a writing is: ``a note signed by Ana Ruiz``."""
    return unit.lower[k] == "by" and unit.lower[k - 1] in WRITTEN


def _apposition_end(unit: Unit, end: int) -> int:
    """The end of a subject after its verb, a description or name between commas included."""
    n = len(unit.words)
    if end + 1 >= n or unit.words[end] != "," or not _begins_apposition(unit, end + 1):
        return end
    ends = looking.first(unit, _ends_apposition, end + 1, n)
    last = looking.last(unit, looking.is_no_comma, 0, n if ends is None else ends)
    return 0 if last is None else last + 1


def _ends_apposition(unit: Unit, j: int) -> bool:
    """A mark, a stop, or where another clause begins."""
    if unit.is_mark(j) or unit.words[j] in ".;:?!":
        return True
    if unit.words[j] == "," and j + 1 < len(unit.words) and unit.lower[j + 1].endswith("ing"):
        return True
    return unit.lower[j] == "who" and any(word in REPORTING_VERBS for word in unit.lower[j + 1 : j + 4])


def _begins_apposition(unit: Unit, k: int) -> bool:
    """Whether what starts at *k*, after a comma, says who the subject is."""
    word, lower = unit.words[k], unit.lower[k]
    if lower in {"who", "whose"} or lower in DETERMINERS:
        return True
    if word[0].isupper():
        return all(other[0].isupper() or other in ".," for other in unit.words[k : unit.end])
    return lower not in NO_APPOSITION and not lower.endswith("ing") and not is_helper(lower)
