"""Tell finite verbs by their form."""

from __future__ import annotations

from timeline.language.lexicon.auxiliaries import CONTRACTED, FINITE
from timeline.language.lexicon.finite_verbs import FREQUENT_VERBS

SHORTEST_PAST_CHARS = 5
"""A word in -ed with fewer characters is a noun or an adjective: ``seed``, ``red``."""


def is_finite(word: str) -> bool:
    """Whether a lower-case word looks like a finite verb, or holds one."""
    return (
        word in FINITE
        or word in CONTRACTED
        or word in FREQUENT_VERBS
        or (word.endswith("ed") and len(word) >= SHORTEST_PAST_CHARS)
    )
