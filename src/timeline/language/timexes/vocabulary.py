"""The words that temporal expressions are made of, beside those of the lexicon."""

from __future__ import annotations

from timeline.language import holidays
from timeline.language.lexicon.number_words import DECADES, TEENS, TENS, UNITS, ordinals
from timeline.language.lexicon.times import (
    DAYS_FROM_TODAY,
    MONTH_ABBREVIATIONS,
    MONTHS,
    PARTS_OF_DAY,
    RATES,
    SEASONS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)
from timeline.language.lexicon.times import UNITS as UNITS_OF_TIME
from timeline.language.lexicon.words import words

QUARTER_ORDINALS = ordinals(1, 4)
CENTURIES = ordinals(1, 21)
PERIODS = {
    "second": ("PT", 1, "S"), "minute": ("PT", 1, "M"), "hour": ("PT", 1, "H"), "day": ("P", 1, "D"),
    "night": ("P", 1, "D"), "weekend": ("P", 2, "D"), "week": ("P", 1, "W"), "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"), "quarter": ("P", 3, "M"), "year": ("P", 1, "Y"), "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}  # fmt: skip
"""How ISO 8601 writes a length of one unit."""

HEAD_WORDS = words(
    """
    overnight now currently current moment present nowadays recently recent future soon past noon midday midnight period
    while christmas thanksgiving halloween easter eve labor labour memorial independence valentine patrick veterans
    armistice boxing bastille fools election columbus presidents king half q1 q2 q3 q4 date time term clock h1 h2 fy
    nineteen twenty thousand
    """
).union(
    UNITS_OF_TIME,
    DAYS_FROM_TODAY,
    SEASONS,
    PARTS_OF_DAY,
    RATES.keys() - {"yearly"},
    MONTHS,
    MONTH_ABBREVIATIONS,
    WEEKDAYS,
    WEEKDAY_ABBREVIATIONS,
    (f"{name}s" for name in WEEKDAYS),
    ordinals(4, 20),
    DECADES,
    (f"fy{year}" for year in (*range(10, 60), *range(1990, 2060))),
    (f"{name}{day}" for name in MONTH_ABBREVIATIONS for day in range(1, 32)),
    {name.replace("'", " ").split()[-1] for name in holidays.NAMES} - {"s", "day", "night"},
)
"""Words one of which every expression without digits has."""
FIRST_WORDS = HEAD_WORDS.union(
    UNITS.keys() - {"zero"},
    TEENS,
    TENS,
    ordinals(1, 20),
    words(
        """
        a an the several few some many couple dozens hundreds coming upcoming early late mid later earlier sometime end
        beginning start middle close about around approximately nearly almost roughly at no more less only just up as
        these those another additional last this next previous that final latest following preceding every each right
        fiscal good ash palm maundy shrove whit new martin per calendar same comparable corresponding prior once twice
        under long
        """
    ),
    {name.replace("'", " ").replace(".", " ").split()[0] for name in holidays.NAMES},
)
"""Words that an expression without digits can begin with."""
