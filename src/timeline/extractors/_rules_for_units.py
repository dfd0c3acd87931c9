"""This file holds the rules that read a statement from a whole unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors._content_start import FARTHEST
from timeline.extractors._subjects import leading_subject, subject_before
from timeline.extractors._word_classes import FINITE, VERBS

if TYPE_CHECKING:
    from timeline.extractors._draft import Draft, Reading
    from timeline.extractors._unit import Range, Unit

LONGEST_TURN_NAME = 8
SHORTEST_TURN = 4
SHORTEST_CONTENT = 3
SHORTEST_BARE = 5
"""A quotation that stands alone has at least so many words: shorter ones are titles and nicknames."""


def named_turn(reading: Reading) -> Draft | None:
    """``<NAME>: <content>`` at the start of a paragraph: headlines and transcripts."""
    unit = reading.unit
    colon = next((k for k in range(1, min(LONGEST_TURN_NAME, unit.end)) if unit.words[k] == ":"), None)
    if colon is None or unit.end - colon < SHORTEST_TURN or unit.quoted[0]:
        return None
    if not all(word[0].isupper() or word in "().," for word in unit.words[:colon]):
        return None
    if not (reading.is_known(unit.span(0, colon)) or unit.is_mark(colon + 1)):
        return None
    start = unit.skip_marks(colon)
    return reading.draft(
        "named-turn", [(start, unit.end)], (0, colon), (colon, colon + 1), goes_on=unit.quoted[start] > 0
    )


def introduced(reading: Reading) -> Draft | None:
    """``<source> continued:`` with the quotation in the next paragraph."""
    unit = reading.unit
    cue = reading.cues[-1] if reading.cues else None
    if (
        cue is None
        or unit.words[-1] != ":"
        or cue.kind != "finite"
        or cue.passive
        or len(unit.words) - cue.after > FARTHEST
    ):
        return None
    subject = subject_before(unit, cue.first, reading.taken) or leading_subject(unit, cue.first, reading.taken)
    if subject is None:
        return None
    draft = reading.draft("introduced", [], subject, (cue.first, cue.after), goes_on=True)
    draft.awaits = True
    return draft


def according_to(reading: Reading) -> Draft | None:
    """``According to <source>, <content>`` and ``<content>, according to <source>``."""
    unit = reading.unit
    lower, words = unit.lower, unit.words
    for k in range(len(words) - 2):
        if lower[k] != "according" or lower[k + 1] != "to" or unit.quoted[k]:
            continue
        j = k + 2
        while j < len(words) and words[j] not in ",.;—" and not unit.is_mark(j):
            j += 1
        if j == k + 2:
            continue
        content = [(unit.skip_marks(0), unit.strip_marks(k)), *_after_source(unit, j)]
        if k <= 1 or unit.lower[content[0][1] - 1] == "that":
            content = [(unit.skip_marks(j), unit.end)]
        if sum(end - first for first, end in content) >= SHORTEST_CONTENT:
            return reading.draft("according-to", content, (k + 2, j), (k, k + 2))
    return None


def _after_source(unit: Unit, j: int) -> list[Range]:
    """What goes on after ``..., according to <source>,``: the predicate of the content."""
    if j + 2 >= unit.end or unit.words[j] != "," or unit.lower[j + 1] not in FINITE | VERBS:
        return []
    return [(j + 1, unit.end)]


def as_reported(reading: Reading) -> Draft | None:
    """``As <source> reported, <content>``."""
    unit = reading.unit
    cue = reading.cues[0] if reading.cues else None
    if (
        cue is None
        or unit.lower[0] != "as"
        or cue.kind != "finite"
        or cue.passive
        or not cue.frames & {"clause", "that"}
    ):
        return None
    comma = next((j for j in range(cue.after, min(cue.after + FARTHEST, unit.end)) if unit.words[j] == ","), None)
    subject = subject_before(unit, cue.first, 1)
    if comma is None or subject is None or unit.end - comma < SHORTEST_TURN or "," in unit.words[: cue.at]:
        return None
    return reading.draft("as-reported", [(unit.skip_marks(comma), unit.end)], subject, (cue.first, cue.after))


def bare_quotation(reading: Reading) -> Draft | None:
    """A quotation that stands alone."""
    for first, end, quotation in reading.unit.quotations:
        if (end - first >= SHORTEST_BARE or quotation.resumed) and first <= 1 and not quotation.single:
            draft = reading.draft("bare-quotation", [(first, end)], None, None, goes_on=True)
            draft.bare = True
            return draft
    return None
