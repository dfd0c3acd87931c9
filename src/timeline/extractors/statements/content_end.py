"""Find where the content of a statement ends, and tell clauses from phrases."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from timeline.extractors.statements import looking
from timeline.language.lexicon.auxiliaries import CONTRACTED, FINITE
from timeline.language.lexicon.reporting_verbs import MENTAL_VERBS
from timeline.language.lexicon.reporting_words import DESCRIPTIONS, NARRATED, NARRATOR
from timeline.language.lexicon.word_classes import (
    CLAUSE_SUBJECTS,
    CONCESSIVE,
    COORDINATORS,
    DASHES,
    DETERMINERS,
    NARRATOR_CONJUNCTIONS,
    PREPOSITIONS,
    STOPS,
    TIME_PREPOSITIONS,
)

if TYPE_CHECKING:
    from timeline.extractors.statements.cues import Cue
    from timeline.extractors.statements.draft import ParseState
    from timeline.extractors.statements.unit import Unit

FINITE_OR_THAT = FINITE | {"that"}
NEAR_VERB_WORDS = 12
"""The finite verb of a clause stands within so many words of its first one."""
FARTHEST_CLAUSE_WORDS = 14
"""The clause of a cue starts at most so many words before it."""
LONG_QUOTATION_WORDS = 6
LONGEST_OTHER_WORDS = 5
"""Who says otherwise, after *but*, has at most so many words."""


def looks_like_clause(unit: Unit, c: int) -> bool:
    """Whether what starts at *c* has a subject and, near it, a finite verb."""
    lower, words = unit.lower, unit.words
    if lower[c] in CLAUSE_SUBJECTS or lower[c] in CONTRACTED:
        return True
    if lower[c] in PREPOSITIONS or not words[c][0].isalnum():
        return False
    return looking.any_of(unit, looking.looks_finite, c + 1, min(unit.end, c + NEAR_VERB_WORDS))


def content_end(state: ParseState, c: int) -> int:
    """The end of the clause that starts at *c*: before the next reporting clause, or what the narrator adds."""
    unit = state.unit
    at = bisect_right(state.cues, c, key=lambda cue: cue.at)
    while at < len(state.cues) and state.cues[at].first - FARTHEST_CLAUSE_WORDS <= c + 1:
        cut = _before_cue(unit, c, state.cues[at])
        if cut is not None:
            return _before_narration(unit, c, cut)
        at += 1
    end = _next_cut(state, at)
    return _before_narration(unit, c, unit.end if end is None else end)


def _next_cut(state: ParseState, at: int) -> int | None:
    """Where a content that starts far before cue *at* ends for it, or for one of those that follow it."""
    if state.cuts is None:
        state.cuts = [None]
        for cue in reversed(state.cues):
            cut = _before_cue(state.unit, max(0, cue.first - FARTHEST_CLAUSE_WORDS - 2), cue)
            state.cuts.append(state.cuts[-1] if cut is None else cut)
        state.cuts.reverse()
    return state.cuts[at]


def _before_cue(unit: Unit, c: int, cue: Cue) -> int | None:
    """Where a content ends that a further reporting clause follows; None when that is part of the content."""
    k = cue.first
    if (cue.verb.form == "base" or cue.verb.lemma in MENTAL_VERBS) and unit.lower[k - 1] in COORDINATORS:
        return None
    if cue.verb.form == "ing":
        return _before_participle(unit, k)
    j = k
    while j > c + 1 and k - j < FARTHEST_CLAUSE_WORDS:
        j -= 1
        word, lower = unit.words[j], unit.lower[j]
        if unit.quoted[j] or word == ";" or word in DASHES:
            return j if unit.lower[j + 1] in COORDINATORS else None
        if lower in COORDINATORS:
            at_comma = unit.words[j - 1] == "," or unit.is_mark(j - 1)
            is_other = _is_new_subject(unit, j + 1, cue) or (lower == "but" and _says_otherwise(unit, j + 1, cue))
            return unit.strip_marks(j) if at_comma or j == k - 1 or is_other else None
        if word == "," and unit.lower[j + 1] in CONCESSIVE:
            return j
    return None


def _before_participle(unit: Unit, k: int) -> int | None:
    """Where a content ends that the participle at *k* follows, after a comma or with its own subject."""
    first = k
    while unit.words[first - 1][0].isupper():
        first -= 1
    if first < k and unit.lower[first - 1] == "with":
        return unit.strip_marks(first - 1)
    return k - 1 if unit.words[k - 1] == "," else None


def _is_new_subject(unit: Unit, first: int, cue: Cue) -> bool:
    """Whether a name right before the verb is the subject of a clause that is no part of the content."""
    return not cue.passive and all(word[0].isupper() for word in unit.words[first : cue.first])


def _says_otherwise(unit: Unit, first: int, cue: Cue) -> bool:
    """Whether what follows *but* is a clause in which somebody else says something: ``but the army says``."""
    near = cue.first - first <= LONGEST_OTHER_WORDS and cue.verb.lemma in {"say", "tell"}
    return near and cue.kind == "finite" and not looking.any_of(unit, looking.looks_finite, first, cue.first)


def _before_narration(unit: Unit, c: int, end: int) -> int:
    """*end*, or where words of the narrator start."""
    narration = looking.first(unit, _begins_narration, c + 2, end - 2)
    comma = looking.last(unit, looking.is_comma, c + 2, end)
    if comma is not None and comma < end - 2 and (narration is None or comma < narration):
        narration = comma if _begins_description(unit, comma) else narration
    return _after_last_mark(unit, c, end) if narration is None else unit.strip_marks(narration)


def _begins_description(unit: Unit, j: int) -> bool:
    """Whether what starts at the last comma describes who spoke."""
    following = unit.lower[j + 1]
    return not unit.quoted[j] and following not in NARRATOR and following in DESCRIPTIONS


def _begins_narration(unit: Unit, j: int) -> bool:
    """Whether what starts at token *j* is no longer what was said; a description is not looked for."""
    if unit.quoted[j] or j + 2 >= len(unit.words):
        return False
    word, following = unit.words[j], unit.lower[j + 1]
    if word == ",":
        if following in NARRATOR:
            after = unit.lower[j + 2]
            return not (following == "but" and after in FINITE_OR_THAT) and not (following == "even" and after == "if")
        return (
            following in TIME_PREPOSITIONS
            and following not in DESCRIPTIONS
            and any(w in NARRATED for w in unit.lower[j + 2 : j + 5])
        )
    if word in DASHES:
        return following in NARRATOR or following in DETERMINERS
    return word == ";" or (unit.lower[j] == "according" and following == "to")


def _after_last_mark(unit: Unit, c: int, end: int) -> int:
    """*end*, or where the last quotation ends when a subordinate clause of the narrator follows it."""
    at = unit.quotation_at(end - 1) - 1
    if at < 0 or unit.quotations[at].first < c:
        return end
    last = unit.quotations[at]
    k = unit.skip_marks(last.end)
    if k < end and unit.lower[k] in NARRATOR_CONJUNCTIONS:
        return last.end
    return end


def is_sentence(unit: Unit, first: int, end: int) -> bool:
    """Whether a quotation is no fragment: it begins like a sentence, and is long or ends like one."""
    return unit.words[first][0].isupper() and (
        end - first >= LONG_QUOTATION_WORDS or unit.words[end - 1] in STOPS | {","}
    )
