"""One person: what they said and what was said about them, their names, their roles, their days."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Any

from timeline.model.periods import day_of
from timeline.people import identities
from timeline.web.page import Page
from timeline.web.picture import WIDEST
from timeline.web.scale import Scale, floor

if TYPE_CHECKING:
    from datetime import date

    from timeline.web.asked import Asked

PATH = "/person/{person:path}"

ROWS = 80
ROLES = 6
OUTLIERS = 20
"""One of so many statements may be too early for the picture, which is then no longer one of empty years."""


def answer(asked: Asked) -> Page:
    """The person of that name, or the one who has it among theirs."""
    person = identities.find(asked.log.event_log, asked.parts["person"])
    found = asked.log.run("person_lines", person=person, **asked.filters("person_lines")).dicts()[::-1]
    if part := {"by": "by", "about": "about"}.get(asked.one("type") or ""):
        found = [row for row in found if row["part"] == part]
    begins = _begins(found, asked.one("after"))
    rows = found[begins : begins + ROWS]
    following = asked.url(after=rows[-1]["event_id"]) if begins + ROWS < len(found) else None
    names = next((row["names"] or [] for row in asked.log.run("people", person=person, **asked.clocks).dicts()
                  if row["person"] == person), [])  # fmt: skip
    values = {
        "person": person, "names": names, "count": len(found), "next": following, "small": _activity(found),
        "roles": _roles(asked, person),
        "days": [(day, list(group)) for day, group in groupby(rows, key=_day)],
    }  # fmt: skip
    return Page("person.html", person, values, rows, following)


def _roles(asked: Asked, person: str) -> list[dict[str, Any]]:
    """What several articles call the person, those that most do first."""
    found = asked.log.run("roles", person=person, **asked.clocks).dicts()
    several = [row for row in found if row["person"] == person and row["articles"] > 1]
    return sorted(several, key=lambda row: (-row["articles"], row["first_day"], row["role"]))[:ROLES]


def _begins(rows: list[dict[str, Any]], after: str | None) -> int:
    return next((place + 1 for place, row in enumerate(rows) if str(row["event_id"]) == after), 0)


def _day(row: dict[str, Any]) -> date | None:
    return day_of(row["said_from"], row["said_to"])


def _activity(rows: list[dict[str, Any]]) -> dict[str, Any] | None:
    """How much on which day, by and about, as two small pictures on one scale."""
    days = [(day, row["part"]) for row in rows if (day := _day(row))]
    if not days:
        return None
    ordered = sorted(day for day, _ in days)
    scale = Scale.over(ordered[len(ordered) // OUTLIERS], ordered[-1])
    counts = Counter((floor(day, scale.unit), part) for day, part in days if day >= scale.start)
    most = max(counts.values())
    bars = {
        part: [(scale.span(day)[0], min(WIDEST, scale.span(day)[1]), round(28 * count / most, 2), f"{day}: {count}")
               for (day, of), count in sorted(counts.items()) if of == part]
        for part in ("by", "about")
    }  # fmt: skip
    return {"scale": scale, "bars": bars}
