"""
The rules for statements, in the order in which they are tried.

`UNIT_RULES` are tried on a whole unit, and what one of them reads is all there is. `CUE_RULES` are tried on each
reporting verb, left to right, and the first that reads something wins. `LAST_RULES` are tried when nothing was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extractors.statements.modality import modality
from timeline.extractors.statements.rules_content_first import content_before_cue
from timeline.extractors.statements.rules_cue_first import asked, content_after_cue, infinitive, relative_content
from timeline.extractors.statements.rules_participle import participle
from timeline.extractors.statements.rules_unit import (
    according_to,
    as_reported,
    bare_quotation,
    introduced,
    named_turn,
    signed_quotation,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.extractors.statements.cues import Cue
    from timeline.extractors.statements.draft import Draft, ParseState
    from timeline.extractors.statements.unit import Unit

UNIT_RULES: tuple[Callable[[ParseState], Draft | None], ...] = (named_turn, according_to, as_reported)
CUE_RULES: tuple[Callable[[ParseState, Cue], Draft | None], ...] = (
    asked,
    relative_content,
    content_before_cue,
    content_after_cue,
    participle,
    infinitive,
)
LAST_RULES: tuple[Callable[[ParseState], Draft | None], ...] = (introduced, signed_quotation, bare_quotation)


def parse_unit(state: ParseState) -> list[Draft]:
    """The statements of a unit."""
    for rule in UNIT_RULES:
        if draft := rule(state):
            return [draft, *state.drafts]
    for cue in state.cues:
        if cue.first < state.taken_until:
            continue
        for cue_rule in CUE_RULES:
            if draft := cue_rule(state, cue):
                draft.modality = modality(state.unit, cue, draft)
                state.drafts.append(draft)
                state.taken_until = _end_of(state.unit, draft)
                break
    if not state.drafts:
        state.drafts += [draft for rule in LAST_RULES if (draft := rule(state))][:1]
    return state.drafts


def _end_of(unit: Unit, draft: Draft) -> int:
    """Index after the last token that a statement accounts for."""
    source = () if draft.rule == "participle" else draft.source  # it may be the subject of the clause that follows
    last = max(span.end for span in (*draft.content, *draft.cue, *source))
    return unit.end_before(last)
