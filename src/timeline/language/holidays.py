"""The days of a year on which those holidays fall that news in English names without a date."""

from __future__ import annotations

from datetime import date, timedelta

MONTH_AND_DAY = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14), "st patrick's day": (3, 17),
    "st. patrick's day": (3, 17), "april fools' day": (4, 1), "may day": (5, 1), "independence day": (7, 4),
    "bastille day": (7, 14), "halloween": (10, 31), "armistice day": (11, 11), "veterans day": (11, 11),
    "epiphany": (1, 6), "international workers' day": (5, 1), "groundhog day": (2, 2),
    "international women's day": (3, 8), "earth day": (4, 22),
    "anzac day": (4, 25), "juneteenth": (6, 19), "canada day": (7, 1), "assumption day": (8, 15),
    "guy fawkes night": (11, 5), "bonfire night": (11, 5), "all saints' day": (11, 1), "st stephen's day": (12, 26),
    "australia day": (1, 26), "burns night": (1, 25),
    "orthodox christmas": (1, 7), "orthodox christmas day": (1, 7), "orthodox christmas eve": (1, 6),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
}  # fmt: skip
"""Month and day."""
DAYS_FROM_EASTER = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "mardi gras": -47, "holy saturday": -1, "ascension day": 39, "pentecost": 49,
    "easter": 0, "easter sunday": 0, "easter monday": 1, "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
"""Days after Easter Sunday."""
NTH_WEEKDAY = {
    "martin luther king day": (1, 0, 3), "presidents day": (2, 0, 3), "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1), "labour day": (9, 0, 1), "columbus day": (10, 0, 2), "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4), "election day": (11, 1, 0), "mother's day": (5, 6, 2), "father's day": (6, 6, 3),
}  # fmt: skip
"""Month, weekday (Monday 0), and which of these in the month; -1 is the last, 0 the first after the first Monday."""
DAYS_FROM_THANKSGIVING = {"black friday": 1, "cyber monday": 4}
NAMES = sorted([*MONTH_AND_DAY, *DAYS_FROM_EASTER, *NTH_WEEKDAY, *DAYS_FROM_THANKSGIVING], key=len, reverse=True)
"""All names in lower case, longer ones first."""


def holiday(name: str, year: int) -> date:
    """
    The day of a holiday; those of the United States where countries differ.

    Raises:
        KeyError: No holiday has that name.
    """
    if name in MONTH_AND_DAY:
        return date(year, *MONTH_AND_DAY[name])
    if name in DAYS_FROM_EASTER:
        return easter(year) + timedelta(days=DAYS_FROM_EASTER[name])
    if name in DAYS_FROM_THANKSGIVING:
        return holiday("thanksgiving", year) + timedelta(days=DAYS_FROM_THANKSGIVING[name])
    month, weekday, nth = NTH_WEEKDAY[name]
    if nth == 0:
        monday = date(year, month, 1) + timedelta(days=-date(year, month, 1).weekday() % 7)
        return monday + timedelta(days=weekday)
    if nth < 0:
        last = date(year, month, 31)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar (J. Meeus, Astronomical Algorithms, chapter 8)."""
    golden, (hundreds, rest) = year % 19, divmod(year, 100)
    skipped, leap = divmod(hundreds, 4)
    moon = (19 * golden + hundreds - skipped - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * leap + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
