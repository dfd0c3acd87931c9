"""The rules in order: of several that fit at a word, the first one wins."""

from __future__ import annotations

from timeline.language.timexes.anchored import ANCHORED_RULES
from timeline.language.timexes.calendar_dates import DATE_RULES
from timeline.language.timexes.clocks import CLOCK_DAY_RULE, CLOCK_FIRST_RULE, CLOCK_RULE, ISO_TIME_RULE
from timeline.language.timexes.composed import COMPOSED_RULES
from timeline.language.timexes.months import MONTH_RULES
from timeline.language.timexes.offsets import LENGTH_RULES, OFFSET_RULES, SERIES_RULES
from timeline.language.timexes.periods import QUARTER_RULES, UNIT_RULES
from timeline.language.timexes.ranges import BARE_DAY_RULES, RANGE_RULES
from timeline.language.timexes.recurring import SET_RULES
from timeline.language.timexes.relative_days import ATTACKS_RULE, DAY_RULES, NAMED_RULES
from timeline.language.timexes.vague import VAGUE_RULES
from timeline.language.timexes.years import CENTURY_LIST_RULES, PERIOD_RULES, WEEK_RULES, YEAR_RULES

PLAIN_RULES = (
    ISO_TIME_RULE, ATTACKS_RULE, CLOCK_DAY_RULE, *CENTURY_LIST_RULES, *RANGE_RULES, *WEEK_RULES, *DATE_RULES,
    CLOCK_RULE, CLOCK_FIRST_RULE, *SET_RULES[:2], *QUARTER_RULES, *NAMED_RULES, *DAY_RULES, *OFFSET_RULES, *MONTH_RULES,
    *SERIES_RULES,
    *PERIOD_RULES, *UNIT_RULES, *VAGUE_RULES, *SET_RULES[2:3], *LENGTH_RULES, *SET_RULES[3:], *YEAR_RULES,
    *BARE_DAY_RULES,
)  # fmt: skip
"""Rules that look at nothing but what they find and what stands before it."""
FIRST_RULES = (*COMPOSED_RULES, *ANCHORED_RULES)
NUMBER_RULES = (*YEAR_RULES, *BARE_DAY_RULES)
"""Rules that read a number with no word beside it."""
RULES = (*FIRST_RULES, *PLAIN_RULES)
