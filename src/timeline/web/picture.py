"""The picture over a timeline: bars of what happened, what is planned and what was printed, and lanes below them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.model.periods import days_label
from timeline.web.scale import WIDTH, Scale

if TYPE_CHECKING:
    from datetime import date

    from timeline.web.asked import Asked

BAR_HEIGHT = 96
LANE_HEIGHT = 22
MOST_LANES = 8
WIDEST = 36
"""Of a bar, in the units of the picture."""
SHADES = 5
"""Depths of colour of a lane's stretch."""


class Bar(NamedTuple):
    """A stretch of time in the picture, which leads to its days."""

    x: float
    width: float
    happened: float
    planned: float
    label: str
    url: str

    @property
    def drawn(self) -> float:
        """How wide it is drawn: with air beside it, and not so wide that it is taken for more."""
        return round(min(WIDEST, max(1.0, self.width - 1)), 2)


class Cell(NamedTuple):
    """A stretch of a lane."""

    x: float
    width: float
    shade: int
    label: str


class Lane(NamedTuple):
    """A row of the picture: a story, a place, a person or an outlet."""

    name: str
    url: str
    cells: list[Cell]


class Picture(NamedTuple):
    """
    What the picture is drawn from.

    Attributes:
        printed: Where articles were published, as stretches; what is not printed about leaves a gap.
        today: Where today is; None where it is not in the picture.
    """

    scale: Scale
    bars: list[Bar]
    printed: list[Cell]
    lanes: list[Lane]
    today: float | None
    width: int = WIDTH
    bar_height: int = BAR_HEIGHT
    lane_height: int = LANE_HEIGHT

    @property
    def height(self) -> int:
        """Of the whole, in its own units."""
        return BAR_HEIGHT + 34 + LANE_HEIGHT * len(self.lanes)


def picture(asked: Asked, scale: Scale, today: date) -> Picture:
    """Count what the filters choose, in one query for the bars and one for the lanes."""
    lanes = asked.one("lanes")
    counts = asked.rows("bins", "reports", unit=scale.unit, lanes=None, most=1)
    days = {"since": scale.start, "until": scale.end, "as_of": None, "reported_until": None} | asked.clocks
    printed = asked.rows("printed", unit=scale.unit, **days)
    rows = _lane_rows(asked, scale, lanes) if lanes in LANES else []
    return Picture(
        scale,
        _bars(asked, scale, counts),
        _cells(scale, printed, "articles", "article"),
        _lanes(asked, scale, rows, lanes or ""),
        scale.x(today) if scale.start <= today < scale.end else None,
    )


def _lane_rows(asked: Asked, scale: Scale, lanes: str) -> list[dict[str, Any]]:
    if lanes != "story":
        return asked.rows("bins", "reports", unit=scale.unit, lanes=lanes, most=MOST_LANES)
    clocks = {f"placed_{name}": asked.clocks.get(name) for name in ("as_of", "reported_until")}
    return asked.rows("story_bins", "reports", unit=scale.unit, most=MOST_LANES, **clocks)


LANES = {"story": "stories", "publisher": "outlets", "place": "places", "person": "people"}
"""What lanes may be, by the filter that one of them leads to."""


def _inside(scale: Scale, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"bin": row["bin"].date()} for row in rows if scale.start <= row["bin"].date() < scale.end]


def _bars(asked: Asked, scale: Scale, rows: list[dict[str, Any]]) -> list[Bar]:
    rows = _inside(scale, rows)
    most = max((row["happened"] + row["planned"] for row in rows), default=1)
    bars = []
    for row in rows:
        first, last = scale.days_of(row["bin"])
        beside = f", {row['planned']:,} planned" if row["planned"] else ""
        happened, planned = (round(BAR_HEIGHT * row[name] / most, 2) for name in ("happened", "planned"))
        label = f"{days_label(first, last)}: {row['happened']:,} reported{beside}"
        bars.append(Bar(*scale.span(first), happened, planned, label, asked.url(since=first, until=last, range=None)))
    return bars


def _cells(scale: Scale, rows: list[dict[str, Any]], count: str, noun: str) -> list[Cell]:
    rows = _inside(scale, rows)
    most = max((row[count] for row in rows), default=1)
    return [
        Cell(
            *scale.span(row["bin"]), -(-SHADES * row[count] // most),
            f"{days_label(*scale.days_of(row['bin']))}: {row[count]:,} {noun}{'' if row[count] == 1 else 's'}",
        )
        for row in rows
    ]  # fmt: skip


def _lanes(asked: Asked, scale: Scale, rows: list[dict[str, Any]], kind: str) -> list[Lane]:
    found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["lane"], row.get("key", row["lane"])].append(row | {"all": row["happened"] + row["planned"]})
    fullest = sorted(found, key=lambda lane: (-sum(row["all"] for row in found[lane]), lane))
    name_of = "speaker" if kind == "person" else kind
    return [
        Lane(name, asked.url(lanes=None, **{name_of: key}), _cells(scale, found[name, key], "all", "report"))
        for name, key in fullest
    ]
