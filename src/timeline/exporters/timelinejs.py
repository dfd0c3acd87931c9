"""TimelineJS 3: a file for its script (.json), a table for its Google Sheet (.csv), or a page that shows it (.html)."""

from __future__ import annotations

import csv
import io
from html import escape
from typing import TYPE_CHECKING, Any

from timeline.json_text import json_text
from timeline.model.periods import period_end
from timeline.model.spreadsheet import inert
from timeline.model.visible_text import one_line

if TYPE_CHECKING:
    from datetime import date

    from timeline.exporters import Citation, Extent, Happening, Told

LIMIT = 60
"""Happenings: more can neither be shown nor be read."""

HEADLINE_CHARS = 50
"""Characters of a headline, which is drawn large; the whole of a longer one stands below it."""

GROUPS = {"happening": "What happened", "planned": "Planned", "state": "How things stood", "speech": "What was said"}
"""Rows of the navigation, by kind of happening."""

SCRIPT_FOLDER = "https://cdn.knightlab.com/libs/timeline3/latest"
"""Where TimelineJS is served from by those who make it; a page asks for it when it is opened."""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="stylesheet" href="{folder}/css/timeline.css">
<style>html, body {{ height: 100%; margin: 0 }} #timeline {{ height: 100% }}</style></head>
<body><div id="timeline"></div>
<script type="application/json" id="data">{data}</script>
<script src="{folder}/js/timeline.js"></script>
<script>
  const data = JSON.parse(document.getElementById("data").textContent);
  window.shown = new TL.Timeline("timeline", data, {{script_path: "{folder}/js/"}});
</script></body></html>
"""

HEADINGS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background", "Link",
)  # fmt: skip
"""Columns of the spreadsheet that TimelineJS reads."""


def render_json(told: Told) -> str:
    """What ``new TL.Timeline(element, data)`` takes: a title, and events in the order of time."""
    title = {"unique_id": "title", "text": {"headline": _html(told.title), "text": f"<p>{_summary(told)}</p>"}}
    events = _events(told)
    return json_text({"title": title, "events": events}, indent=1) + "\n"


def render_csv(told: Told) -> str:
    """The rows of the spreadsheet, that of the title first; no cell is taken for a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    title = {"Headline": _html(told.title), "Text": f"<p>{_summary(told)}</p>", "Type": "title"}
    for row in (title, *map(_row, _events(told))):
        writer.writerow([inert(str(row.get(name, ""))) for name in HEADINGS])
    return stream.getvalue()


def render_page(told: Told, *, folder: str = SCRIPT_FOLDER) -> str:
    """
    A page that shows the file.

    Args:
        told: What happened.
        folder: Address of the folder with the script and the style sheet of TimelineJS.
    """
    data = render_json(told).replace("<", "\\u003c")
    return PAGE.format(title=_html(told.title), folder=escape(folder), data=data)


WRITERS = {".json": render_json, ".csv": render_csv, ".html": render_page}


def _dated(told: Told) -> list[Happening]:
    """What is undated has no place on a time line."""
    return [one for one in told.happenings if one.when.days]


def _events(told: Told) -> list[dict[str, Any]]:
    """A slide for each; groups where there are several, as the name of a single one only stands in the way."""
    events = [_event(one) for one in _dated(told)]
    if len({event["group"] for event in events}) > 1:
        return events
    return [{name: value for name, value in event.items() if name != "group"} for event in events]


def _event(one: Happening) -> dict[str, Any]:
    start, end = _dates(one.when)
    headline = _headline(one.words)
    whole = "" if headline == one.words else f"<p>{_html(one.words)}</p>"
    corrected = f"<p>Corrected: {_html(one.correction)}</p>" if one.correction else ""
    cited = "".join(f"<p><small>{_cited(place)}</small></p>" for place in one.citations)
    return {
        "unique_id": f"e-{one.citations[0].event_id}",
        "start_date": start,
        **({"end_date": end} if end else {}),
        "display_date": one.when.label,
        "group": GROUPS.get(one.kind, one.kind),
        "text": {"headline": _html(headline), "text": whole + corrected + cited},
    }


def _headline(words: str) -> str:
    return words if len(words) <= HEADLINE_CHARS else words[: HEADLINE_CHARS - 1].rsplit(" ", 1)[0] + "…"


def _cited(place: Citation) -> str:
    """Where it stands, with a link where there is one: TimelineJS takes text for HTML."""
    label = _html(place.full_label)
    return f'<a href="{escape(place.url)}">{label}</a>' if place.url else label


def _html(text: str) -> str:
    return escape(one_line(text), quote=False)


def _summary(told: Told) -> str:
    happenings, articles = len(_dated(told)), len(told.sources)
    return (
        f"{happenings} happening{'' if happenings == 1 else 's'} from {articles} article{'' if articles == 1 else 's'}"
    )


def _dates(when: Extent) -> tuple[dict[str, int], dict[str, int] | None]:
    """Start and, where it is another, end, in the parts that are known: of 2022 the year alone."""
    if when.clock and when.start and when.end:
        instant = when.precision in ("second", "minute")
        start, end = (
            {**_parts(moment.date(), "day"), "hour": moment.hour, "minute": moment.minute}
            for moment in (when.start, when.end)
        )
        return start, None if instant else end
    assert when.days  # noqa: S101 - by the caller
    first, last = when.days
    unit = "day"
    if first.day == 1 and last == period_end(last, "month"):
        unit = "year" if (first.month, last.month) == (1, 12) else "month"
    start, end = _parts(first, unit), _parts(last, unit)
    return start, None if start == end else end


def _parts(day: date, unit: str) -> dict[str, int]:
    names = {"year": ("year",), "month": ("year", "month"), "day": ("year", "month", "day")}[unit]
    return {name: getattr(day, name) for name in names}


def _row(event: dict[str, Any]) -> dict[str, Any]:
    """An event as a row of the spreadsheet."""
    row = {"Display Date": event["display_date"], "Group": event.get("group", "")}
    row |= {"Headline": event["text"]["headline"], "Text": event["text"]["text"]}
    for lead, parts in (("", event["start_date"]), ("End ", event.get("end_date", {}))):
        row |= {f"{lead}{name.title()}": parts[name] for name in ("year", "month", "day") if name in parts}
        if "hour" in parts:
            row[f"{lead}Time"] = f"{parts['hour']:02}:{parts['minute']:02}"
    return row
