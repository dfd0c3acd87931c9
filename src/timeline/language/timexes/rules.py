"""This file puts the rules in order: of several that fit at a word, the first one wins."""

from __future__ import annotations

from timeline.language.timexes.absolute import BARE_MONTH, FULL, LONG, YEAR
from timeline.language.timexes.counts import AHEAD, LENGTHS, SPANS
from timeline.language.timexes.days import CLOCK, DAYS, NAMED
from timeline.language.timexes.periods import QUARTERS, UNITS
from timeline.language.timexes.sets import SETS
from timeline.language.timexes.vague import VAGUE

RULES = (
    *CLOCK[:1], *FULL, *CLOCK[1:], *SETS[:2], *QUARTERS, *NAMED, *DAYS, *AHEAD, *BARE_MONTH, *SPANS, *LONG, *UNITS,
    *VAGUE, *LENGTHS, *SETS[2:], *YEAR,
)  # fmt: skip
