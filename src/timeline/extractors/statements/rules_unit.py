"""The rules that read a statement from a whole unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors.statements import looking
from timeline.extractors.statements.content_start import FARTHEST_WORDS
from timeline.extractors.statements.subject_before import leading_subject, subject_before
from timeline.language.lexicon.auxiliaries import FINITE
from timeline.language.lexicon.finite_verbs import FREQUENT_VERBS
from timeline.language.lexicon.reporting_words import HEADLINE_SOURCES
from timeline.language.lexicon.word_classes import COORDINATORS, DASHES, SENTENCE_ADVERBS
from timeline.model.span import Span

if TYPE_CHECKING:
    from timeline.extractors.statements.draft import Draft, ParseState
    from timeline.extractors.statements.unit import Range, Unit

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


def according_to(state: ParseState) -> Draft | None:
    """``According to <source>, <content>`` and ``<content>, according to <source>``."""
    unit = state.unit
    lower, words = unit.lower, unit.words
    for k in range(len(words) - 2):
        if lower[k] != "according" or lower[k + 1] != "to" or unit.quoted[k]:
            continue
        stop = looking.first(unit, _ends_source, k + 2, len(words))
        j = len(words) if stop is None else stop
        if j == k + 2:
            continue
        if j < len(words) and words[j] == ",":
            j = _named_after(unit, j)
        content = _around_source(unit, k, j)
        if sum(end - first for first, end in content) >= SHORTEST_CONTENT_WORDS:
            return state.draft("according-to", content, (k + 2, j), (k, k + 2))
    return None


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


def _around_source(unit: Unit, k: int, j: int) -> list[Range]:
    """The content before ``according`` at *k*, and what after the source, which ends at *j*, belongs to it."""
    first, end = unit.skip_marks(0), unit.strip_marks(k)
    after = (unit.skip_marks(j), unit.end)
    if k <= 1 or unit.lower[end - 1] == "that":
        return [after]
    if j + SHORTEST_CONTENT_WORDS >= unit.end or unit.words[j] != ",":
        return [(first, end)]
    if looking.any_of(unit, looking.looks_finite, first, end):
        return [(first, end), after] if unit.lower[j + 1] in FINITE | FREQUENT_VERBS else [(first, end)]
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
    for first, end, quotation in state.unit.quotations:
        if (end - first >= SHORTEST_BARE_WORDS or quotation.resumed) and first <= 1 and not quotation.single:
            draft = state.draft("bare-quotation", [(first, end)], None, None, may_continue=True)
            draft.lacks_source = True
            return draft
    return None
