"""What happened when: a picture, over a list by day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from timeline.digests.wording import clause_text
from timeline.model.periods import time_label
from timeline.web.page import Page
from timeline.web.picture import LANES, picture
from timeline.web.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.web.asked import Asked

    Choose = Callable[[list[dict[str, Any]]], list[dict[str, Any]]]

PATH = "/"

ROWS = 60
"""Happenings on a page."""

MOST_CHOSEN_FROM = 5_000
"""Happenings of which those that count most are chosen."""

SAYINGS = 4
"""Statements below what happened on a day."""

SHOWN_DAYS = 92
"""Where nobody asks for days, so many that were printed about last."""

COLUMNS = (
    "occurred_from", "occurred_to", "precision", "basis", "kind", "modality", "text", "participants", "places",
    "articles", "independent", "sources", "outlet", "paragraph", "published", "article", "correction", "event_id",
)  # fmt: skip
"""What the twins hold of each happening."""


def answer(asked: Asked) -> Page:
    """The days asked for; without any, the last three months of print."""
    return told(asked)


def told(asked: Asked, choose: Choose | None = None, *, ahead: int = 0) -> Page:
    """
    As `answer`; of rows that are chosen from there are none but on the first page.

    Args:
        asked: The days and what else they are narrowed by.
        choose: Takes the rows, in their order, and gives those that are shown; the table has all, and says which.
        ahead: So many days behind the last one of print are shown, too, where nobody asks for days.
    """
    scale = scale_of(asked, ahead)
    if scale is None:
        return Page("empty.html", "Timeline")
    inside = _with_days(asked, scale)
    clocks = {"as_of": None, "reported_until": None} | asked.clocks
    most = ROWS if choose is None else MOST_CHOSEN_FROM
    rows = inside.rows("days", "reports", most=most, **_cursor(asked.one("after"), scale), **clocks)
    found, next_key = _cut(rows, most)
    origins = _origins(asked, found)
    for row in found:
        row["independent"] = len({origins.get(article, article) for article in row["told_by"]})
    shown = found if choose is None else choose(found)
    days = [_day(day, list(group)) for day, group in groupby(shown, key=lambda row: row["day"])]
    said = _said(inside, [day["day"] for day in days])
    for day in days:
        day["said"] = said.get(day["day"], [])
    following = asked.url(after=next_key) if next_key else None
    values = {
        "days": days, "picture": picture(inside, scale, asked.today), "scale": scale, "next": following,
        "lanes": LANES, "earlier": scale.moved(-0.5), "later": scale.moved(0.5), "closer": scale.zoomed(0.5),
        "wider": scale.zoomed(2), "whole": asked.one("range") == "all", "told": len(found), "shown": len(shown),
    }  # fmt: skip
    table = [{name: row[name] for name in COLUMNS} for row in found]
    if choose is not None:
        places = {row["event_id"] for row in shown}
        table = [row | {"essential": row["event_id"] in places} for row in table]
    return Page("timeline.html", f"What happened, {scale.label}", values, table, following)


def _origins(asked: Asked, rows: list[dict[str, Any]]) -> dict[str, str]:
    """Of articles that print copies, which one each is a copy of; what one article alone tells needs none."""
    articles = sorted({article for row in rows if row["articles"] > 1 for article in row["told_by"]})
    clocks = {"as_of": None, "reported_until": None} | asked.clocks
    found = asked.rows("origins", articles=articles, **clocks) if articles else []
    return {row["article"]: row["origin"] for row in found}


def scale_of(asked: Asked, ahead: int = 0) -> Scale | None:
    """The scale of the days asked for; None where there is nothing; *ahead* as of `told`."""
    given = asked.filters("reports")
    first, last = given.get("since"), given.get("until")
    if first is None or last is None:
        (extent,) = asked.rows("extent", "reports")
        if extent["first_happened"] is None:
            return None
        if asked.one("range") == "all":
            first, last = extent["first_happened"], extent["last_happened"]
        elif first is None and last is None:
            last = extent["last_printed"]
            first = max(extent["first_printed"], last - timedelta(days=SHOWN_DAYS)) - timedelta(days=7)
            last = max(last, min(extent["last_happened"], last + timedelta(days=ahead)))
        first = first or extent["first_happened"]
        last = last or extent["last_happened"]
    return Scale.over(first, last)


def _with_days(asked: Asked, scale: Scale) -> Asked:
    """The same, with the days that are shown: a longer time that only reaches into them is not among them."""
    if asked.one("range") == "all":
        return asked
    days = {"since": (scale.first.isoformat(),), "until": (scale.last.isoformat(),)}
    return asked.with_given({**asked.given, **days})


def _cursor(after: str | None, scale: Scale) -> dict[str, Any]:
    """The key of the row behind which a page begins: at first what begins on the first day, or later."""
    after = after or f"{scale.first}~0~-infinity~0"
    day, long, start, first = ((after or "").split("~") + [""] * 4)[:4]
    return {
        "day": day,
        "long": long == "1",
        "start": start or "-infinity",
        "first": int(first) if first.isdigit() else 0,
    }


def _cut(rows: list[dict[str, Any]], most: int) -> tuple[list[dict[str, Any]], str | None]:
    """The rows of a page, and the key behind which the next begins."""
    if len(rows) > most:
        last = rows[most - 1]
        return rows[:most], f"{last['day']}~{int(last['long'])}~{last['start']}~{last['first']}"
    following = rows[-1]["next_day"] if rows else None
    return rows, f"{following}~0~-infinity~0" if following else None


def _day(day: Any, rows: list[dict[str, Any]]) -> dict[str, Any]:
    entries = [
        row | {"words": clause_text(row["text"], row["subject"] or (), row["place"]), "label": _label(row)}
        for row in rows
    ]
    return {"day": day.date() if day.year < 9999 else None, "rows": entries}


def _label(row: dict[str, Any]) -> str:
    """When it was, in words; what no time in the text dates had happened by the day of print, or is yet to happen."""
    if row["basis"] == "publication":
        return "" if row["kind"] == "planned" else time_label(None, row["occurred_to"], row["precision"])
    return time_label(row["occurred_from"], row["occurred_to"], row["precision"])


def _said(asked: Asked, days: list[date | None]) -> dict[date, list[dict[str, Any]]]:
    """What was said on these days, by day; of what only happened somewhere, or is planned, nothing is asked."""
    known = [day for day in days if day is not None]
    if not known or asked.one("place") or asked.one("kind"):
        return {}
    narrow = asked.with_given({**asked.given, "since": (str(known[0]),), "until": (str(known[-1]),)})
    rows = narrow.rows("said", "attributed_statements", most=SAYINGS, first=known[0], last=known[-1])
    return {day: list(group) for day, group in groupby(rows, key=lambda row: row["day"])}
