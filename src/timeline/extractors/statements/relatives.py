"""Find what a relative pronoun stands for, and tell the verb of its clause from a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.language.lexicon.auxiliaries import AUXILIARIES, FINITE
from timeline.language.lexicon.finite_verbs import NO_VERBS_IN_ED, PAST_FORMS
from timeline.language.lexicon.word_classes import DETERMINERS, PREPOSITIONS, SUBORDINATORS

if TYPE_CHECKING:
    from timeline.extractors.statements.unit import Range, Unit

SUBJECT_RELATIVES = frozenset(("who", "which"))
"""Before a verb, the subject of a clause that describes who reports: ``A guard who saw it said``."""
OUTER_PREPOSITIONS = PREPOSITIONS - {"of", "for"}
LONGEST_ANTECEDENT_WORDS = 8


def antecedent(unit: Unit, end: int, floor: int) -> Range | None:
    """The noun phrase that the relative pronoun or participle at *end* stands for or describes."""
    first = end
    while first > floor and end - first < LONGEST_ANTECEDENT_WORDS:
        word, lower = unit.words[first - 1], unit.lower[first - 1]
        if not word[0].isalnum() or lower in SUBORDINATORS or lower in AUXILIARIES:
            break
        if lower in OUTER_PREPOSITIONS:
            break
        first -= 1
        if lower in DETERMINERS:
            break
    return (first, end) if first < end else None


def is_verb_of_relative(unit: Unit, start: int, first: int, floor: int) -> bool:
    """What seems to be a subject begins, at *first*, with the verb of a clause whose own subject is *who*."""
    if start - 1 <= floor or unit.lower[start - 1] not in SUBJECT_RELATIVES:
        return False
    word = unit.lower[start]
    is_verb = word in FINITE or word in PAST_FORMS or (word.endswith("ed") and word not in NO_VERBS_IN_ED)
    return is_verb and all(unit.lower[k] in AUXILIARIES for k in range(start, first))
