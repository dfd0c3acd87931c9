"""A digest of a day, a week or a month, to be read or printed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from timeline.digests import editions
from timeline.digests.wording import LEGEND, occurrence_text, own_time, places, remarks, said_text
from timeline.errors import NotFound, QueryError
from timeline.model.periods import days_label, period_end, period_start
from timeline.web.page import Page

if TYPE_CHECKING:
    from timeline.model.periods import Period
    from timeline.web.asked import Asked

PATH = "/digest/{period}/{date}"

PERIODS: tuple[Period, ...] = ("day", "week", "month")
LINES: dict[Period, int] = {"day": 60, "week": 12, "month": 4}
"""Of each kind under a day; its timeline has the rest."""


def answer(asked: Asked) -> Page:
    """What happened and was said in the period that holds the day."""
    period = _period(asked.parts["period"])
    try:
        day = date.fromisoformat(asked.parts["date"])
    except ValueError:
        raise QueryError(f"{asked.parts['date']!r} is no day: write YYYY-MM-DD.") from None
    first, last = period_start(day, period), period_end(day, period)
    question = {name: value for name, value in asked.filters("timeline").items() if name in KEPT}
    request = editions.parse_request(period="day", since=str(first), until=str(last), **question)
    digest = editions.compose_digest(asked.log.path, request, wait=asked.log.wait)
    inside = [one for one in digest.sections if one.day is None or first <= one.day <= last]
    values = {
        "inside": inside, "beyond": len(digest.sections) - len(inside), "most": LINES[period], "digest": digest,
        "period": period, "label": days_label(first, last), "legend": LEGEND,
        "occurrence_text": occurrence_text, "own_time": own_time, "places": places, "remarks": remarks,
        "said_text": said_text, "earlier": _url(asked, period, first - timedelta(days=1)),
        "later": _url(asked, period, last + timedelta(days=1)),
        "periods": [(name, _url(asked, name, day)) for name in PERIODS],
    }  # fmt: skip
    rows = [
        {"section": section.label, "when": line.when.label, "text": occurrence_text(line),
         "event_id": line.citations[0].event_id}
        for section in digest.sections for line in section.occurrences
    ]  # fmt: skip
    return Page("digest.html", f"{period.title()}: {days_label(first, last)}", values, rows)


KEPT = frozenset(("about", "speaker", "publisher", "place", "story", "as_of", "reported_until"))
"""Filters that digests have, too."""


def _period(name: str) -> Period:
    """
    The period of that name.

    Raises:
        NotFound: There is none.
    """
    for period in PERIODS:
        if name == period:
            return period
    raise NotFound(f"there is no digest of a {name!r}, but of a day, a week and a month.")


def _url(asked: Asked, period: str, day: date) -> str:
    return asked.url(f"/digest/{period}/{day.isoformat()}")
