"""This file holds the words that temporal expressions are made of."""

from __future__ import annotations

from timeline.language import holidays
from timeline.language.lexicon.words import words

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
WEEKDAY_ABBREVIATIONS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
"""With a full stop only; ``sat.`` and ``sun.`` are words that end sentences."""
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
DAY_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22,
    "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27,
    "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
UNITS = {
    "second": "second", "seconds": "second", "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour",
    "day": "day", "days": "day", "night": "night", "nights": "night", "week": "week", "weeks": "week",
    "weekend": "weekend", "weekends": "weekend", "fortnight": "fortnight", "month": "month", "months": "month",
    "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year", "decade": "decade",
    "decades": "decade", "century": "century", "centuries": "century",
}  # fmt: skip
"""Words for units, and the unit."""
PERIODS = {
    "second": ("PT", 1, "S"), "minute": ("PT", 1, "M"), "hour": ("PT", 1, "H"), "day": ("P", 1, "D"),
    "night": ("P", 1, "D"), "weekend": ("P", 2, "D"), "week": ("P", 1, "W"), "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"), "quarter": ("P", 3, "M"), "year": ("P", 1, "Y"), "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}  # fmt: skip
"""How ISO 8601 writes a length of one unit."""

PAST_FORMS = words(
    """
    said told was were had has have did announced reported met ruled died held made took went came began ended
    won lost left fell rose became called found gave got saw sank fled broke drew drove fought flew led lay paid
    ran sent shot sold spoke spent stood stole struck taught thought threw wrote built bought brought caught
    chose dealt felt forgot froze grew heard hid hung kept knew lent meant rang rode sang sat sought shook shone
    slept slid sprang stuck swept swore swam tore understood woke wore withdrew overthrew bore crashed since ago
    after ruling
    """
)
"""Words of clauses about the past, besides forms in -ed."""

HEADS = words(
    """
    today yesterday tomorrow tonight overnight now currently current moment present nowadays recently recent future soon
    past second seconds minute minutes hour hours day days week weeks weekend weekends fortnight month months quarter
    quarters year years decade decades century centuries night nights spring summer fall autumn winter noon midday
    midnight daily weekly monthly annually hourly morning afternoon evening while period
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    mondays tuesdays wednesdays thursdays fridays saturdays sundays
    christmas thanksgiving halloween easter eve labor labour memorial independence valentine patrick veterans armistice
    boxing bastille fools election columbus presidents king
    twenties thirties forties fifties sixties seventies eighties nineties half
    q1 q2 q3 q4 date time term clock h1 h2 fy nineteen twenty thousand
    """
) | {f"fy{year}" for year in (*range(10, 60), *range(1990, 2060))}
HEADS |= {name.replace("'", " ").split()[-1] for name in holidays.NAMES} - {"s", "day", "night"}
"""Words one of which every expression without digits has."""
FIRSTS = HEADS | words(
    """
    a an the one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several few some many couple dozens hundreds
    coming upcoming early late mid later earlier sometime end beginning start middle close about around approximately
    nearly almost roughly at no more less only just up as
    these those another additional last this next previous that first
    third fourth final latest following preceding every each right fiscal good ash palm maundy shrove whit new year
    martin per nowadays calendar same comparable corresponding twentieth
    nineteenth prior once twice under eighteenth long some
    """
)
FIRSTS |= {name.replace("'", " ").replace(".", " ").split()[0] for name in holidays.NAMES}
"""Words that an expression without digits can begin with."""
