"""How far the time zones that news names are from UTC."""

from __future__ import annotations

import re
from datetime import date, timedelta

MINUTES_EAST = {
    "gmt": 0, "utc": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "jst": 540,
    "hkt": 480, "aest": 600, "aedt": 660, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420,
}  # fmt: skip
"""Minutes east of UTC."""
MINUTES_EAST_IN_WINTER = {
    "et": -300,
    "eastern": -300,
    "ct": -360,
    "central": -360,
    "mt": -420,
    "mountain": -420,
    "pt": -480,
    "pacific": -480,
}
"""Minutes east of UTC in winter, of zones that keep summer time with the United States."""
BEHIND_DIGITS = frozenset(MINUTES_EAST) - {"wet"}
"""Behind four digits these are zones, also in lower case; the wet summers of a year are not."""
HOURS_EAST = re.compile(r"(?:gmt|utc) ?([+-]\d+)")
"""So many hours east or west of Greenwich."""
NAMES = sorted((*MINUTES_EAST, *MINUTES_EAST_IN_WINTER), key=len, reverse=True)
"""All names in lower case, longer ones first."""


def offset(zone: str, day: date) -> timedelta | None:
    """How far a zone is ahead of UTC on a day; None for one that is not known, such as ``local time``."""
    name = zone.split(maxsplit=1)[0]
    if counted := HOURS_EAST.match(zone):
        return timedelta(hours=int(counted[1]))
    if name in MINUTES_EAST:
        return timedelta(minutes=MINUTES_EAST[name])
    if name in MINUTES_EAST_IN_WINTER:
        return timedelta(minutes=MINUTES_EAST_IN_WINTER[name] + 60 * _is_summer_time(day))
    return None


def _is_summer_time(day: date) -> bool:
    """Summer time in the United States, by the law of 2007, of 1987 before, or of 1967 before that."""
    if day.year >= 2007:
        return _sunday(day.year, 3, 8) <= day < _sunday(day.year, 11, 1)
    if day.year >= 1987:
        return _sunday(day.year, 4, 1) <= day < _sunday(day.year, 10, 25)
    return day.year >= 1967 and _sunday(day.year, 4, 24) <= day < _sunday(day.year, 10, 25)


def _sunday(year: int, month: int, earliest: int) -> date:
    """The first Sunday of a month that is not before a day of it."""
    first = date(year, month, earliest)
    return first + timedelta(days=6 - first.weekday())
