"""The rule for a statement whose content stands before its cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors.statements import looking
from timeline.extractors.statements.content_start import skip_listener
from timeline.extractors.statements.noun_phrases import is_adjunct
from timeline.extractors.statements.subject_after import subject_after
from timeline.extractors.statements.subject_before import subject_before
from timeline.language.lexicon.auxiliaries import FINITE
from timeline.language.lexicon.reporting_verbs import MENTAL_VERBS
from timeline.language.lexicon.times import DAYS
from timeline.language.lexicon.word_classes import (
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SENTENCE_ADVERBS,
    SUBORDINATORS,
    WRITER_OR_READER,
)

if TYPE_CHECKING:
    from timeline.extractors.statements.cues import Cue
    from timeline.extractors.statements.draft import Draft, ParseState
    from timeline.extractors.statements.unit import Range, Unit

TIMES_AND_PREPOSITIONS = DAYS | PREPOSITIONS
SUBJECTS = PRONOUNS | DETERMINERS
LONGEST_REST_WORDS = 7
"""After "..., she said" at most so many words say when and where."""
LONGEST_CLOSING_WORDS = 5
"""A prepositional phrase of so many words may close a sentence after subject and verb."""
LONG_QUOTATION_WORDS = 5
"""A quotation of so many words needs no comma before its cue."""


def content_before_cue(state: ParseState, cue: Cue) -> Draft | None:
    """``<content>, <source> said`` and ``<content>, said <source>``, and what goes on after them."""
    unit, floor = state.unit, state.taken_until
    if cue.passive or cue.kind != "finite" or not cue.frames & {"quote", "clause"}:
        return None
    found = _subject_at_end(unit, cue, floor)
    if found is None:
        return None
    subject, left, after = found
    is_noun = cue.verb.may_be_noun and cue.first == cue.at and not _may_speak(unit, subject, left)
    is_thought = cue.verb.lemma in MENTAL_VERBS and unit.lower[subject[1] - 1] in WRITER_OR_READER
    if is_noun or is_thought or not _is_separator(unit, left - 1):
        return None
    if "heard" in cue.frames:
        after = skip_listener(unit, cue)
    end = unit.strip_marks(left)
    direct = end > floor and unit.quoted[end - 1] > 0
    resumed = _resumed(state, cue, after, end, direct=direct)
    resumed = resumed if direct or cue.frames & {"clause", "that"} else []
    if not (direct or resumed or (_is_short_rest(unit, after) and _may_be_content(unit, floor, end, cue))):
        return None
    start = _start_of_content_before(unit, floor, end, direct=direct)
    if start >= end or (direct and not unit.quoted[start] and is_adjunct(unit, (start, end)) and not resumed):
        return None
    content = [(start, end), *resumed]
    return state.draft("content-cue", content, subject, (cue.first, cue.after), may_continue=direct)


def _may_speak(unit: Unit, subject: Range, left: int) -> bool:
    """Before or after a word that may be a noun, a source is a pronoun, or stands beside a quotation."""
    return unit.lower[subject[0]] in PRONOUNS or unit.is_mark(left - 1)


def _subject_at_end(unit: Unit, cue: Cue, floor: int) -> tuple[Range, int, int] | None:
    """(subject, where subject and verb start, where they end) for a cue that follows its content."""
    if "heard" not in cue.frames and _is_separator(unit, cue.at - 1):
        subject = subject_after(unit, cue.after)
        whole = subject is not None and _is_whole(unit, subject)
        if subject and (unit.is_mark(cue.at - 1) or (whole and not _is_subject(unit, floor, cue.at, subject))):
            return subject, cue.at, subject[1]
    subject = subject_before(unit, cue.first, floor)
    if subject is None:
        return None
    left = subject[0]
    if unit.lower[left - 1] == "as" and unit.words[left - 2] == ",":
        left -= 1
    return subject, left, cue.after


def _is_separator(unit: Unit, k: int) -> bool:
    """Token *k* is a comma or stop, or a mark beside one; a longer quotation needs none."""
    if k < 0:
        return False
    if unit.words[k] in ",?!":
        return True
    if not unit.is_mark(k):
        return False
    at = unit.quotation_at(k - 1)
    first = min(k, unit.quotations[at].first) if at < len(unit.quotations) else k
    return k - first >= LONG_QUOTATION_WORDS or unit.words[k - 1][-1] in ",.?!…—–-"


def _is_subject(unit: Unit, floor: int, k: int, other: Range) -> bool:
    """What stands before the verb at *k* is its subject with appositions; what follows, in small letters, is not."""
    if not unit.words[other[0]][0].islower():
        return False
    comma = looking.first(unit, looking.is_comma, floor, k)
    has_verb = looking.any_of(unit, looking.looks_finite, floor, k if comma is None else comma)
    return not has_verb and not looking.any_of(unit, looking.is_quoted, floor, k)


def _is_whole(unit: Unit, subject: Range) -> bool:
    """Nothing but a comma or the end follows a subject, and it has no finite verb."""
    first, k = subject
    closes = (
        k >= unit.end
        or unit.words[k] in ",;."
        or (unit.lower[k] in PREPOSITIONS and unit.end - k <= LONGEST_CLOSING_WORDS)
    )
    return closes and not looking.any_of(unit, looking.has_finite_form, first, k)


def _may_be_content(unit: Unit, floor: int, end: int, cue: Cue) -> bool:
    """Words before a cue are a clause that it reports, and not only an adjunct of its own clause."""
    if end - floor < 3 or not cue.frames & {"clause", "that"}:
        return False
    floor += unit.lower[floor] in SENTENCE_ADVERBS
    if unit.lower[floor].endswith(("ing", "ed")) and looking.any_of(unit, looking.has_finite_form, floor, end):
        return True
    return not is_adjunct(unit, (floor, end)) or looking.any_of(unit, looking.is_comma, floor + 1, end - 2)


def _is_short_rest(unit: Unit, after: int) -> bool:
    """What follows a cue at the end of its sentence says at most when and where."""
    if after >= unit.end:
        return True
    if unit.is_mark(after) or unit.words[after] == ":":
        return False
    if unit.words[after] == ",":
        return after + 1 < len(unit.words) and not unit.is_mark(after + 1)
    if unit.lower[after] in TIMES_AND_PREPOSITIONS:
        near = range(after, min(after + LONGEST_REST_WORDS, unit.end - 1))
        comma = next((j for j in near if unit.words[j] == ","), None)
        if comma is not None and (unit.lower[comma + 1] in SUBORDINATORS or unit.lower[comma + 1].endswith("ing")):
            return True
    return unit.end - after <= LONGEST_REST_WORDS and unit.lower[after] not in SUBJECTS


def _start_of_content_before(unit: Unit, floor: int, end: int, *, direct: bool) -> int:
    """Where the content starts that ends at *end*."""
    found = looking.first(unit, _may_open, floor, len(unit.words))
    start = len(unit.words) if found is None else found
    if not direct and start + 1 < end and unit.lower[start] in SENTENCE_ADVERBS and unit.words[start + 1] == ",":
        return start + 2
    if not direct:
        return start + (unit.lower[start] in {"and", "but", "so", "yet"} and not unit.quoted[start])
    at = unit.quotation_at(floor)
    first = unit.quotations[at].first if at < len(unit.quotations) else start
    led_in = unit.words[first - 2] in ",:"
    if led_in or first <= start:
        return first
    return start


def _may_open(unit: Unit, k: int) -> bool:
    """No mark, comma, colon or semicolon."""
    return unit.words[k] not in ",:;" and not unit.is_mark(k)


def _resumed(state: ParseState, cue: Cue, after: int, end: int, *, direct: bool) -> list[Range]:
    """What goes on after the cue in the middle of a content, of which what stands before it ends at *end*."""
    unit = state.unit
    following = state.next_cue(cue.at, active=True)
    if direct:
        limit = following.first if following else len(unit.words)
        return [
            (quoted.first, quoted.end)
            for quoted in unit.quotations_between(after, limit)
            if unit.words[max(quoted.first - 2, 0)] in ",.:;—" or quoted.end - quoted.first > LONG_QUOTATION_WORDS
        ]
    resumes = unit.end - after > 2 and unit.words[after] == "," and not unit.is_mark(after + 1)
    if not resumes or not looking.any_of(unit, looking.looks_finite, after, unit.end):
        return []
    lacks_verb = unit.lower[after + 1] in FINITE and not looking.any_of(
        unit, looking.looks_finite, state.taken_until, end
    )
    if following is not None and not lacks_verb:
        return []
    if unit.lower[state.taken_until] in SUBORDINATORS or not unit.lower[after + 1].endswith("ing"):
        return [(unit.skip_marks(after), unit.end)]
    return []
