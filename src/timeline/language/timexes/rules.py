"""This file puts the rules in order: of several that fit at a word, the first one wins."""

from __future__ import annotations

from timeline.language.timexes.anchored import ANCHORED
from timeline.language.timexes.calendar_dates import BARE_MONTH, FULL
from timeline.language.timexes.clocks import CLOCK, CLOCK_DAY, ISO_TIME
from timeline.language.timexes.offsets import AHEAD, LENGTHS, SPANS
from timeline.language.timexes.periods import QUARTERS, UNITS
from timeline.language.timexes.ranges import BEHIND, RANGES
from timeline.language.timexes.recurring import SETS
from timeline.language.timexes.relative_days import ATTACKS, DAYS, NAMED
from timeline.language.timexes.vague import VAGUE
from timeline.language.timexes.years import LONG, WEEKS, YEAR

PLAIN = (
    ISO_TIME, ATTACKS, CLOCK_DAY, *RANGES, *WEEKS, *FULL, CLOCK, *SETS[:2], *QUARTERS, *NAMED, *DAYS, *AHEAD,
    *BARE_MONTH, *SPANS, *LONG, *UNITS, *VAGUE, *SETS[2:3], *LENGTHS, *SETS[3:], *YEAR, *BEHIND,
)  # fmt: skip
"""Rules that look at nothing but what they find and what stands before it."""
RULES = (*ANCHORED, *PLAIN)
