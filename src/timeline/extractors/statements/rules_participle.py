"""The rule for statements whose cue is a participle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors.statements import looking
from timeline.extractors.statements.content_start import content_start
from timeline.extractors.statements.finite import is_finite
from timeline.extractors.statements.relatives import antecedent
from timeline.extractors.statements.rules_cue_first import content_after, within_clause
from timeline.extractors.statements.subject_before import leading_subject
from timeline.language.lexicon.auxiliaries import AUXILIARIES, FINITE
from timeline.language.lexicon.word_classes import (
    BEFORE_PARTICIPLES,
    COORDINATORS,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
)

if TYPE_CHECKING:
    from timeline.extractors.statements.cues import Cue
    from timeline.extractors.statements.draft import Draft, ParseState
    from timeline.extractors.statements.unit import Range, Unit

BEFORE_APART = COORDINATORS | {"by", "before", "after"}
NOT_BEFORE_DESCRIPTION = PREPOSITIONS | PRONOUNS | DETERMINERS | QUESTION_WORDS
NO_SUBJECT_END = PREPOSITIONS | DETERMINERS | COORDINATORS
LONGEST_ABSOLUTE_WORDS = 9
"""Between "with" and its participle stand at most so many words."""


def participle(state: ParseState, cue: Cue) -> Draft | None:
    """``<source> ..., saying <content>``: the source is that of the sentence, or of the participle itself."""
    unit, first = state.unit, cue.first
    if cue.kind != "ing" or any(word in AUXILIARIES for word in unit.lower[first : cue.at]):
        return None
    earlier, subject = None, _fronted_subject(unit, cue)
    fronted = subject is not None
    if subject is None:
        subject = _absolute_subject(unit, first)
    if subject is None and _is_apart(unit, first):
        earlier = state.drafts[-1] if state.drafts else None
        subject = None if earlier else leading_subject(unit, first)
    elif subject is None:
        subject = _described(unit, cue, state.taken_until)
    content = content_after(state, cue) if earlier or subject else None
    if content is None:
        return None
    draft = state.draft("participle", within_clause(unit, content) if fronted else content, subject, (first, cue.after))
    if earlier:
        draft.source, draft.subject = earlier.source, earlier.subject
    draft.may_continue = unit.quoted[content[-1][1] - 1] > 0
    return draft


def _is_apart(unit: Unit, k: int) -> bool:
    """A comma, dash, mark, coordinator or preposition stands before the participle at *k*."""
    before = unit.lower[k - 1]
    return before == "," or before in DASHES or unit.is_mark(k - 1) or before in BEFORE_APART


def _fronted_subject(unit: Unit, cue: Cue) -> Range | None:
    """The subject of the clause after the comma: ``After saying <content>, <source> left``."""
    k = cue.first
    if k > 1 or (k == 1 and unit.lower[0] not in BEFORE_PARTICIPLES):
        return None
    comma = looking.first(unit, looking.is_comma, cue.after, unit.end)
    return leading_subject(unit, unit.end, comma + 1) if comma is not None else None


def _described(unit: Unit, cue: Cue, floor: int) -> Range | None:
    """The noun phrase that a participle follows without a comma: ``a letter saying that ...``."""
    before = unit.lower[cue.first - 1]
    if not cue.frames & {"clause", "quote"} or before in NOT_BEFORE_DESCRIPTION or is_finite(before):
        return None
    c = content_start(unit, cue)
    begins = c < len(unit.words) and (unit.is_mark(c) or unit.lower[c] == "that")
    return antecedent(unit, cue.first, floor) if begins else None


def _absolute_subject(unit: Unit, k: int) -> Range | None:
    """The noun phrase before the participle at *k* in ``with Ana Ruiz saying ...``."""
    if unit.lower[k - 1] in NO_SUBJECT_END:
        return None
    for first in range(k, max(k - LONGEST_ABSOLUTE_WORDS, 0), -1):
        if unit.lower[first - 1] == "with":
            return first, k
        if unit.words[first - 1] == "," or unit.is_mark(first - 1) or unit.lower[first - 1] in FINITE:
            return None
    return None
