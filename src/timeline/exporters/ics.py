"""iCalendar: what happened and what is planned, for Outlook, Google and Apple calendars (.ics)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.periods import ONE_DAY
from timeline.model.visible_text import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from timeline.exporters import Extent, Happening, Told

LINE_OCTETS = 75
"""Octets of a line; longer ones are folded (RFC 5545, 3.1)."""

HOST = "timeline.invalid"
"""Behind the ids of events: stands for nobody's host (RFC 2606)."""

ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def render(told: Told) -> str:
    """
    A calendar (RFC 5545): days and longer times are all-day events, times of day are in UTC.

    The UID of an event is made from the id of the first event in the log that tells of it, DTSTAMP is when that was
    recorded: who imports a later file has each happening once. What is undated is in no calendar.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//timeline//timeline export ics//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(told.title)}",
        f"NAME:{_text(told.title)}",
        *(line for one in told.happenings if one.when.days for line in _event(one)),
        "END:VCALENDAR",
    ]
    return "".join(map(_folded, lines))


WRITERS = {".ics": render}


def _event(one: Happening) -> Iterator[str]:
    first = one.citations[0]
    recorded = f"{_moment(max(place.recorded_at for place in one.citations))}"
    yield "BEGIN:VEVENT"
    yield f"UID:{first.event_id}@{HOST}"
    yield f"DTSTAMP:{recorded}"
    yield f"LAST-MODIFIED:{recorded}"
    yield from _times(one.when)
    yield f"SUMMARY:{_text(_summary(one))}"
    yield f"DESCRIPTION:{_text(_description(one))}"
    if one.places:
        yield f"LOCATION:{_text('; '.join(one.places))}"
    if first.url:
        yield f"URL:{first.url}"
    yield f"STATUS:{'TENTATIVE' if one.kind == 'planned' else 'CONFIRMED'}"
    yield f"CATEGORIES:{_text(one.kind.upper())}"
    yield "TRANSP:TRANSPARENT"  # it takes nobody's time
    yield "END:VEVENT"


def _times(when: Extent) -> Iterator[str]:
    """Of an instant the start alone; of days the first, and the one behind the last."""
    if when.clock and when.start and when.end:
        yield f"DTSTART:{_moment(when.start)}"
        if when.precision not in ("second", "minute"):
            yield f"DTEND:{_moment(when.end)}"
        return
    assert when.days  # noqa: S101 - by the caller
    first, last = when.days
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < last.max:
        yield f"DTEND;VALUE=DATE:{_day(last + ONE_DAY)}"


def _summary(one: Happening) -> str:
    """The words, and before them that it was not on that day but by it, or from it on."""
    known = one.when.start is not None and one.when.end is not None
    return one.words if known and one.when.precision != "vague" else f"({one.when.label}) {one.words}"


def _description(one: Happening) -> str:
    lines = [one.words, "", one.when.label]
    lines += [f"corrected: {one_line(one.correction)}"] if one.correction else []
    for place in one.citations:
        lines += [place.full_label, *filter(None, (place.url,))]
    return "\n".join(lines)


def _text(text: str) -> str:
    """As RFC 5545 escapes it, without what would control whoever shows it."""
    return visible(text).replace("\r", "").translate(ESCAPES)


def _moment(moment: datetime) -> str:
    return f"{moment.year:04}{moment:%m%dT%H%M%S}Z"


def _day(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"


def _folded(line: str) -> str:
    """The line with its end, in pieces of at most so many octets of UTF-8; no character is cut."""
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LINE_OCTETS:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += octets
    return "\r\n".join(pieces) + "\r\n"
