"""iCalendar files, read by another library."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest

import telling
from hostile import UNSAFE
from timeline.exporters import Told, ics


def events(told):
    """The events of the calendar that is written."""
    calendar = icalendar.Calendar.from_ical(ics.render(told).encode())
    assert [] == calendar.errors
    assert [] == [event.errors for event in calendar.events if event.errors]
    return calendar.events


def only(happening):
    """The event of one happening."""
    (event,) = events(Told("Storm", (happening,)))
    return event


def test_what_is_dated_is_in_the_calendar():
    """
    Each happening is an event but what is undated, and each has another id.
    """
    found = events(telling.storm())

    assert 8 == len(found)
    assert 8 == len({event["UID"] for event in found})


@pytest.mark.parametrize(
    ("happening", "start", "end"),
    [
        (telling.DAY, date(2031, 5, 12), date(2031, 5, 13)),
        (telling.YEAR, date(1962, 1, 1), date(1963, 1, 1)),
        (telling.RANGE, date(2031, 5, 10), date(2031, 5, 12)),
        (telling.BY, date(2031, 5, 12), date(2031, 5, 13)),
        (telling.MINUTE, datetime(2031, 5, 12, 21, 40, tzinfo=UTC), datetime(2031, 5, 12, 21, 40, tzinfo=UTC)),
        (telling.MORNING, datetime(2031, 5, 12, 6, tzinfo=UTC), datetime(2031, 5, 12, 12, tzinfo=UTC)),
    ],
)
def test_times(happening, start, end):
    """
    Days and longer times are all-day events up to the day behind them; an instant has no length; hours are in UTC.
    """
    event = only(happening)

    assert (start, end) == (event.start, event.end)


def test_the_last_day_there_is():
    """
    Behind the last day of the calendar there is none.
    """
    last = telling.happened("A wall fell.", datetime(9999, 12, 31), None, "day", sources=(telling.SEA,))

    assert date(9999, 12, 31) == only(last).start


def test_an_event_says_what_and_where():
    """
    The words, the places, each source, and a link that opens the article at the words.
    """
    event = only(telling.DAY)

    assert "The sea wall at Marrow Point gave way …" == event["SUMMARY"]
    assert "Marrow Point" == event["LOCATION"]
    assert (
        "https://quay.example/wall?a=1&b=2#:~:text=The%20sea%20wall%20at%20Marrow%20Point%20gave%20way" == event["URL"]
    )
    assert "Harbour wall gives way, The Quay Post, 13 May 2031, ¶1\n" in event["DESCRIPTION"]
    assert 'sea "1", 14 May 2031, ¶2' in event["DESCRIPTION"]


def test_what_is_planned_is_tentative():
    """
    What happened is confirmed, what is planned is not; neither makes anybody busy.
    """
    planned, past = only(telling.PLANNED), only(telling.DAY)

    assert ("TENTATIVE", "CONFIRMED") == (planned["STATUS"], past["STATUS"])
    assert ("TRANSPARENT", "TRANSPARENT") == (planned["TRANSP"], past["TRANSP"])
    assert "[Ann Lee] reopen the quay on 2 June …" == planned["SUMMARY"]


def test_by_a_day_is_said():
    """
    What had happened by a day is not told as if it had happened on it.
    """
    assert only(telling.BY)["SUMMARY"].startswith("(by 12 May 2031) ")


def test_importing_twice_updates():
    """
    An event keeps its id and its stamp whatever else is in the file, and the same answer gives the same bytes.
    """
    alone, among = only(telling.DAY), events(telling.storm())[2]

    assert (alone["UID"], alone.DTSTAMP) == (among["UID"], among.DTSTAMP)
    assert telling.RECORDED.replace(microsecond=0, tzinfo=UTC) == alone.DTSTAMP
    assert ics.render(telling.storm()) == ics.render(telling.storm())


def test_lines_are_short_and_text_is_inert():
    """
    No line is longer than 75 octets, none is cut in a character, and nothing in it controls who shows it.
    """
    written = ics.render(telling.storm())

    assert [] == [line for line in written.encode().split(b"\r\n") if len(line) > 75]
    assert written.endswith("END:VCALENDAR\r\n")
    assert [] == UNSAFE.findall(written.replace("\r\n", ""))
    assert "Port; Ellis, \\ Bay" == only(telling.BY)["LOCATION"]
