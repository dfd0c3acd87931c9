"""Words that pages glue to the names beside them, where a blank was lost at a link."""

from __future__ import annotations

from timeline.language.lexicon.words import words

BEFORE_NAMES = words(
    """about after against an and are as at between but by called during for from had has her his in including its like
    of on over said says since than that the their to told was were when which while with"""
)
"""Words that may be glued to a capital letter or figure behind them; no name begins with one in small letters."""
BEHIND_NAMES = words("and did had has said that told was were which who would wrote")
"""Words that may be glued to a name before them; few names end so."""
