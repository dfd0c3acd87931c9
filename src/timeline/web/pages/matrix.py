"""Who spoke on which day: a table of shades."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.web.asked import Asked

PATH = "/matrix"

PEOPLE = 30
DAYS = 40
SHADES = 5


def answer(asked: Asked) -> Page:
    """Those who said most, on the last days of those asked for, or on their own last ones if they said nothing then."""
    window = _window(asked)
    if not (rows := _rows(asked, window)):
        window, rows = {}, _rows(asked, {})
    last = max((row["day"] for row in rows if row["day"]), default=None)
    days = [last - timedelta(days=back) for back in range(DAYS - 1, -1, -1)] if isinstance(last, date) else []
    days = [day for day in days if day >= window.get("since", day)]
    counts: dict[str, dict[date, int]] = defaultdict(dict)
    for row in rows:
        counts[row["speaker"]][row["day"]] = row["statements"]
    shown = {name: cells for name, cells in counts.items() if cells.keys() & set(days)}
    spoken = {day for cells in shown.values() for day in cells}
    earlier = asked.url(until=days[0] - timedelta(days=1)) if days else None
    days = [day for day in days if day >= min(spoken & set(days))] if spoken else []
    most = max((count for cells in shown.values() for count in cells.values()), default=1)
    lines = [
        (name, [(day, cells.get(day, 0), -(-SHADES * cells.get(day, 0) // most)) for day in days])
        for name, cells in shown.items()
    ]
    return Page("matrix.html", "Who spoke when", {"days": days, "lines": lines, "earlier": earlier}, rows)


def _rows(asked: Asked, days: dict[str, date]) -> list[dict[str, Any]]:
    return asked.log.run("matrix", people=PEOPLE, **asked.filters("matrix") | days).dicts()


def _window(asked: Asked) -> dict[str, date]:
    """The first day of the last ones that are asked for: what was said before is not read."""
    given = asked.filters("matrix")
    last = given.get("until")
    if last is None:
        (row,) = asked.rows("last_printed", **({"as_of": None, "reported_until": None} | asked.clocks))
        last = row["day"]
    if last is None:
        return {}
    first = last - timedelta(days=DAYS - 1)
    return {"since": max(first, given.get("since") or first)}
