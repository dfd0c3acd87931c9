"""Which digests there are: of every month, week and day that something was printed on."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from timeline.model.periods import MONTH_NAMES
from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.web.asked import Asked

PATH = "/digests"


def answer(asked: Asked) -> Page:
    """By month, the latest first."""
    clocks = {"as_of": None, "reported_until": None} | asked.clocks
    days = asked.rows("printed", unit="day", since="0001-01-01", until="9999-12-31", **clocks)
    rows = [{"day": row["bin"].date(), "articles": row["articles"]} for row in reversed(days)]
    months = [
        (f"{MONTH_NAMES[month - 1]} {year}", [*group])
        for (year, month), group in groupby(rows, key=lambda row: (row["day"].year, row["day"].month))
    ]
    return Page("digests.html", "Digests", {"months": months}, rows)
