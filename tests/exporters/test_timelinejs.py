"""TimelineJS files, read as JSON and as the rows of its spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import pytest

import telling
from hostile import UNSAFE
from timeline.exporters import Told, timelinejs


def events(told):
    """The events of the file."""
    written = timelinejs.render_json(told)
    assert [] == UNSAFE.findall(written)
    return json.loads(written)["events"]


def rows(told):
    """The rows of the spreadsheet, that of the title first."""
    return list(csv.DictReader(io.StringIO(timelinejs.render_csv(told), newline="")))


@pytest.mark.parametrize(
    ("happening", "start", "end"),
    [
        (telling.YEAR, {"year": 1962}, None),
        (telling.DAY, {"year": 2031, "month": 5, "day": 12}, None),
        (telling.RANGE, {"year": 2031, "month": 5, "day": 10}, {"year": 2031, "month": 5, "day": 11}),
        (telling.MINUTE, {"year": 2031, "month": 5, "day": 12, "hour": 21, "minute": 40}, None),
        (
            telling.MORNING,
            {"year": 2031, "month": 5, "day": 12, "hour": 6, "minute": 0},
            {"year": 2031, "month": 5, "day": 12, "hour": 12, "minute": 0},
        ),
        (telling.BY, {"year": 2031, "month": 5, "day": 12}, None),
    ],
)
def test_dates_have_the_parts_that_are_known(happening, start, end):
    """
    And no others; in words they stand as everywhere else.
    """
    (event,) = events(Told("Storm", (happening,)))

    assert (start, end) == (event["start_date"], event.get("end_date"))
    assert happening.when.label == event["display_date"]


def test_a_slide_says_what_and_where():
    """
    A short headline, below it the whole of a longer one, each citation, and why somebody corrected it.
    """
    corrected = telling.MINUTE._replace(text="The harbour lost power " * 9, correction="An hour later.")
    short, long = (events(Told("", (one,)))[0]["text"] for one in (telling.MINUTE, corrected))

    assert "The harbour lost power at 21:40." == short["headline"]
    assert short["text"].startswith("<p><small><a href=")
    assert "The harbour lost power The harbour lost power…" == long["headline"]
    assert "<p>Corrected: An hour later.</p>" in long["text"]
    assert "power The harbour lost power …</p>" in long["text"]


def test_groups_where_there_are_several():
    """
    What is planned stands in another row than what happened; one row alone has no name.
    """
    assert {"What happened", "Planned"} == {event["group"] for event in events(telling.storm())}
    assert ["group" in event for event in events(Told("", (telling.DAY, telling.YEAR)))] == [False, False]


def test_the_spreadsheet_has_the_same():
    """
    A row of the title and one for each event, in the columns of the template; nothing in it is calculated.
    """
    title, *found = rows(telling.storm())
    made = events(telling.storm())

    assert "title" == title["Type"]
    assert [event["text"]["text"] for event in made] == [row["Text"] for row in found]
    assert [str(event["start_date"]["year"]) for event in made] == [row["Year"] for row in found]
    assert ("21:40", "06:00", "12:00") == (found[4]["Time"], found[3]["Time"], found[3]["End Time"])
    assert [] == [cell for row in found for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert [""] == [row["Group"] for row in rows(Told("", (telling.DAY,)))[1:]]


def test_the_page_holds_the_file():
    """
    The page has the same data as the file, and nothing in it ends the element that it stands in.
    """
    page = timelinejs.render_page(telling.storm())
    data = page.partition('id="data">')[2].partition("</script>")[0]

    assert json.loads(timelinejs.render_json(telling.storm())) == json.loads(data)
    assert "<" not in data
    assert [] == UNSAFE.findall(page)
