"""The rules that read a statement from a whole unit."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.extractors.statements import looking
from timeline.extractors.statements.content_start import FARTHEST_WORDS
from timeline.extractors.statements.subject_before import leading_subject, subject_before
from timeline.language.lexicon.auxiliaries import FINITE
from timeline.language.lexicon.finite_verbs import FREQUENT_VERBS
from timeline.language.lexicon.reporting_words import HEADLINE_SOURCES, NO_SOURCES
from timeline.language.lexicon.word_classes import COORDINATORS, DASHES, SENTENCE_ADVERBS, STOPS
from timeline.model.span import Span

if TYPE_CHECKING:
    from timeline.extractors.statements.draft import Draft, ParseState
    from timeline.extractors.statements.unit import Range, Unit

BEFORE_FROM = COORDINATORS | {"also", "this"}
VERBS = FINITE | FREQUENT_VERBS
LONGEST_TURN_NAME_TOKENS = 8
LONGEST_HEADLINE_SOURCE_TOKENS = 3
SHORTEST_TURN_TOKENS = 4
SHORTEST_CONTENT_WORDS = 3
LONGEST_ADJUNCT_WORDS = 2
"""So few words before ``according to`` are no part of the content: ``In addition, according to``."""
SHORTEST_BARE_WORDS = 5
"""A quotation that stands alone has at least so many words: shorter ones are titles and nicknames."""


def named_turn(state: ParseState) -> Draft | None:
    """``<NAME>: <content>`` at the start of a paragraph: headlines and transcripts."""
    unit = state.unit
    if ":" not in unit.words[:LONGEST_TURN_NAME_TOKENS]:
        return None
    first = unit.skip_marks(0)
    colon = next((k for k in range(first + 1, min(LONGEST_TURN_NAME_TOKENS, unit.end)) if unit.words[k] == ":"), None)
    if colon is None or unit.end - colon < SHORTEST_TURN_TOKENS:
        return None
    name = unit.words[first:colon]
    if unit.quoted[first] and not all(word.isupper() for word in name if word[0].isalpha()):
        return None
    if not all(word[0].isupper() or word in "().," for word in name):
        return None
    is_head = len(name) < LONGEST_HEADLINE_SOURCE_TOKENS and unit.lower[colon - 1] in HEADLINE_SOURCES
    if not (is_head or unit.quoted[first] or state.is_known(unit.span(first, colon)) or unit.is_mark(colon + 1)):
        return None
    start = unit.skip_marks(colon)
    is_quotation = unit.quoted[start] > 0 and not unit.quoted[first]
    draft = state.draft(
        "named-turn", [(start, unit.end)], (first, colon), (colon, colon + 1), may_continue=is_quotation
    )
    if not (is_head or unit.quoted[start] or unit.paragraph == 1):
        draft.content = [Span(draft.content[0].start, max(draft.content[0].end, unit.paragraph_end))]
    return draft


def introduced(state: ParseState) -> Draft | None:
    """``<source> continued:`` with the quotation in the next paragraph."""
    unit = state.unit
    cue = state.cues[-1] if state.cues else None
    if cue is None and unit.words[-1] == ":":
        return _sent_from(state)
    if (
        cue is None
        or unit.words[-1] != ":"
        or cue.kind != "finite"
        or cue.passive
        or len(unit.words) - cue.after > FARTHEST_WORDS
    ):
        return None
    subject = subject_before(unit, cue.first, state.taken_until) or leading_subject(unit, cue.first, state.taken_until)
    if subject is None:
        return None
    draft = state.draft("introduced", [], subject, (cue.first, cue.after), may_continue=True)
    draft.awaits_content = True
    return draft


def _sent_from(state: ParseState) -> Draft | None:
    """``And from <source>:`` with the quotation in the next paragraph."""
    unit = state.unit
    first = int(unit.lower[0] in BEFORE_FROM)
    named = first + 1 < len(unit.words) <= FARTHEST_WORDS and any(word[0].isupper() for word in unit.words[first + 1 :])
    if unit.lower[first] != "from" or not named:
        return None
    draft = state.draft("introduced", [], (first + 1, len(unit.words) - 1), (first, first + 1), may_continue=True)
    draft.awaits_content = True
    return draft


def according_to(state: ParseState) -> Draft | None:
    """``According to <source>, <content>`` and ``<content>, according to <source>``; several between semicolons."""
    unit = state.unit
    if "according" not in unit.lower:
        return None
    places = [
        k for k in range(len(unit.words) - 2) if unit.lower[k : k + 2] == ["according", "to"] and not unit.quoted[k]
    ]
    ends = _semicolons_between(unit, places)
    drafts = [
        draft
        for k, floor, end in zip(places, [0, *(end + 1 for end in ends)], [*ends, unit.end], strict=False)
        if (draft := _according(state, k, floor, end))
    ]
    state.drafts += drafts[1:]
    return drafts[0] if drafts else None


def _semicolons_between(unit: Unit, places: list[int]) -> list[int]:
    """The semicolon between each place and the next; none from where there is none."""
    found = []
    for k, following in pairwise(places):
        at = looking.first(unit, _is_semicolon, k, following)
        if at is None:
            break
        found.append(at)
    return found


def _is_semicolon(unit: Unit, k: int) -> bool:
    return unit.words[k] == ";" and not unit.quoted[k]


def _according(state: ParseState, k: int, floor: int, end: int) -> Draft | None:
    """The statement of ``according to`` at *k* within a stretch of the unit."""
    unit = state.unit
    farthest = end if end < unit.end else len(unit.words)
    stop = looking.first(unit, _ends_source, k + 2, farthest)
    j = farthest if stop is None else stop
    if j == k + 2 or unit.lower[k + 2] in NO_SOURCES:
        return None
    if j < len(unit.words) and unit.words[j] == ",":
        j = _named_after(unit, j)
    content = _around_source(unit, k, j, floor, end)
    if sum(after - first for first, after in content) < (SHORTEST_CONTENT_WORDS if floor == 0 else 2):
        return None
    return state.draft("according-to", content, (k + 2, j), (k, k + 2))


def _ends_source(unit: Unit, k: int) -> bool:
    """A mark, comma or stop after ``according to <source>``."""
    return unit.words[k] in ",.;—" or unit.is_mark(k)


@looking.remembered
def _named_after(unit: Unit, comma: int) -> int:
    """After the name between two commas, ``the team's coach, Ana Ruiz,``, else the first comma."""
    j = comma + 1
    while j < len(unit.words) and unit.words[j][0].isupper():
        j += 1
    is_name = j > comma + 2 and (j >= unit.end or unit.words[j] == ",")
    return j if is_name else comma


def _around_source(unit: Unit, k: int, j: int, floor: int, limit: int) -> list[Range]:
    """The content before ``according`` at *k*, and what after the source, which ends at *j*, belongs to it."""
    first, end = unit.skip_marks(floor), unit.strip_marks(k)
    after = (unit.skip_marks(j), limit)
    if k <= floor + 1 or unit.lower[end - 1] == "that":
        return [after]
    if j + SHORTEST_CONTENT_WORDS >= limit or unit.words[j] != ",":
        return [(first, end)]
    if looking.any_of(unit, looking.looks_finite, first, end):
        return [(first, end), after] if unit.lower[j + 1] in VERBS else [(first, end)]
    return (
        [after]
        if unit.lower[first] in SENTENCE_ADVERBS or end - first <= LONGEST_ADJUNCT_WORDS
        else [(first, end), after]
    )


def as_reported(state: ParseState) -> Draft | None:
    """``As <source> reported, <content>``."""
    unit = state.unit
    cue = state.cues[0] if state.cues else None
    first = int(unit.lower[0] in COORDINATORS)
    if (
        cue is None
        or unit.lower[first] != "as"
        or cue.kind != "finite"
        or cue.passive
        or not cue.frames & {"clause", "that"}
    ):
        return None
    comma = next((j for j in range(cue.after, min(cue.after + FARTHEST_WORDS, unit.end)) if unit.words[j] == ","), None)
    subject = subject_before(unit, cue.first, first + 1)
    if comma is None or subject is None or unit.end - comma < SHORTEST_TURN_TOKENS or "," in unit.words[: cue.at]:
        return None
    return state.draft("as-reported", [(unit.skip_marks(comma), unit.end)], subject, (cue.first, cue.after))


def signed_quotation(state: ParseState) -> Draft | None:
    """``<quotation> - <source>``: a quotation with its speaker below or behind it."""
    unit = state.unit
    if len(unit.quotations) != 1 or unit.quotations[0].first > 1:
        return None
    first, end, _ = unit.quotations[0]
    k = end
    while k < unit.end and (unit.is_mark(k) or unit.words[k] in DASHES):
        k += 1
    name = unit.words[k : unit.end]
    dashed = unit.words[k - 1] in DASHES
    if (
        end - first < SHORTEST_BARE_WORDS
        or not dashed
        or not 1 < len(name) <= LONGEST_TURN_NAME_TOKENS
        or not name[0][0].isupper()
    ):
        return None
    return state.draft("signed-quotation", [(first, end)], (k, unit.end), None)


def bare_quotation(state: ParseState) -> Draft | None:
    """A quotation that stands alone."""
    unit = state.unit
    for first, end, quotation in unit.quotations:
        is_long = end - first >= SHORTEST_BARE_WORDS or quotation.resumed
        is_all = end + 1 >= unit.end and unit.words[end - 1] in STOPS
        if first <= 1 and (is_all or (is_long and not quotation.single)):
            draft = state.draft("bare-quotation", [(first, end)], None, None, may_continue=True)
            draft.lacks_source, draft.must_join = True, quotation.single or not is_long
            return draft
    return None
