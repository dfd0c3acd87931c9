"""This file tells what happened from what is planned, possible or denied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.events.occurrence_reported import Modality
    from timeline.span import Span

PLANNED = re.compile(
    r"\b(?:will|'ll|’ll|shall|won't|won’t"
    r"|(?:is|are) (?:\w+ly )?(?:to (?!blame)|due|set|expected|scheduled|slated|planning|preparing|poised|likely"
    r"|going to)"
    r"|(?:plans?|intends?|aims?|vows?|vowed|promised|promises|pledged|hopes?|agreed) to)\b"
)
HYPOTHETICAL = re.compile(r"\b(?:if|could|may(?= [a-z])|might|would|should|perhaps|possibly|unless)\b")
DENIED = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|was|were|is|are|could|would)(?: not\b|n['’]t\b)|never|denied|denies|no longer"
    r"|refused to|failed to|failed in)",
)
FINITE = re.compile(r"\b(?:said|says|told|was|were|has|have|had|did|is|are|[a-z]{2,}ed)\b")


def modality(text: str, span: Span) -> Modality:
    """
    How a clause says that it happens: what comes first counts, its reporting verb left out.

    A promise is planned, a condition hypothetical, a failure or refusal denied.
    """
    words = span.cut(text)
    cues: list[tuple[int, Modality]] = []
    for name, pattern in (("planned", PLANNED), ("hypothetical", HYPOTHETICAL), ("denied", DENIED)):
        if found := pattern.search(words):
            cues.append((found.start(), name))  # type: ignore[arg-type]
    if not cues:
        return "asserted"
    first, name = min(cues)
    verb = FINITE.search(words)
    return "asserted" if verb is not None and verb.end() < first else name
