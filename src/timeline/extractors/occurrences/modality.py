"""Tell what happened from what is planned, possible or denied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.language.lexicon.finite_verbs import SHOWS_ASSERTED
from timeline.language.lexicon.future_words import PLANNED, PROMISING
from timeline.language.lexicon.words import tree

if TYPE_CHECKING:
    from timeline.events.types.occurrence_reported import Modality
    from timeline.model.span import Span

CUE = re.compile(
    r" (?:(?P<planned>(?:will|shall|won['’]t|(?:is|are) (?:\w+ly )?(?:to (?!blame)|going to"
    rf"|{tree(PLANNED)})|(?:{tree(PROMISING)}) to)\b)"
    r"|(?P<hypothetical>(?:if|could|may|might|would|should|perhaps|possibly|unless)\b(?! ?,))"
    r"|(?P<denied>(?:did|does|do|has|have|had|was|were|is|are|could|would)(?: not\b|n['’]t\b)|never\b|denied\b"
    r"|denies\b|no longer\b|refused to\b|failed (?:to|in)\b))"
)
"""The blank in front makes the search fast: it looks at the beginnings of words only."""
FINITE = re.compile(rf" (?:{tree(SHOWS_ASSERTED)}|[a-z]{{2,}}ed)\b")


def modality(text: str, span: Span) -> Modality:
    """
    How a clause says that it happens: what comes first counts, a finite verb before it makes it asserted.

    A promise is planned, a condition hypothetical, a failure or refusal denied.
    """
    words = f" {span.cut(text)}"
    cue = CUE.search(words)
    if cue is None or FINITE.search(words, 0, cue.start()):
        return "asserted"
    return cue.lastgroup  # type: ignore[return-value]
