"""Words of what something is compared with."""

from __future__ import annotations

from timeline.language.lexicon.words import words

MEASURED = words(
    "predicted expected forecast estimated announced reported recorded seen posted reached received agreed cast"
)
"""Between a figure and the time at which it was so: ``the 34 percent recorded in May``."""
