"""Draw how the figures of a story changed: a chart of steps for each series, from what was printed when."""

from __future__ import annotations

from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.model.periods import day_label, print_label
from timeline.web.asked import path_to

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from timeline.web.asked import Asked

WIDTH = 460
HEIGHT = 96
"""Of a chart, in its own units: the line lies between the margins, dates stand below it."""
TOP = 26
LEFT = 8
RIGHT = 70
"""What the margins leave: amounts stand over and beside their steps."""

CHAR_WIDTH = 8
"""Of what is written, at most; amounts for which there is no room are told by their points alone."""

SIGNS = {"at least": "≥ ", "over": "> ", "up to": "≤ ", "under": "< ", "around": "~ ", "nearly": "~ "}
"""How hedges are written where there is little room."""


class Step(NamedTuple):
    """
    An amount that was stated instead of another.

    Attributes:
        x, y: Where its point stands.
        text: The amount in few characters; empty where there is no room for it.
        label: The amount as printed, who stated it, and when.
        url: Of its event.
    """

    x: float
    y: float
    text: str
    label: str
    url: str


class Chart(NamedTuple):
    """A series of figures: what is counted, the line through its steps, and its first and last day."""

    title: str
    line: str
    steps: list[Step]
    first: str
    last: str
    width: int = WIDTH
    height: int = HEIGHT


def charts(rows: Iterable[dict[str, Any]], asked: Asked) -> list[Chart]:
    """The charts of the rows of `figure_steps`, one of each series that changed, in their order."""
    series = [list(group) for _, group in groupby(rows, key=itemgetter("series"))]
    return [_chart(steps, asked) for steps in series if len(steps) > 1]


def counted(row: dict[str, Any]) -> str:
    """What a series is of, as ``person killed (Oslo)``, and in which unit."""
    told = " ".join(filter(None, (row["head"], row["action"], row["place"] and f"({row['place']})")))
    return told if row.get("kind", "count") == "count" else f"{told}, {row['unit']}"


def amount(row: dict[str, Any]) -> str:
    """A figure as it is printed, with what is said of it."""
    told = row["text"] if row["hedge"] in (None, "vague") else f"{row['hedge']} {row['text']}"
    return told if row["modality"] == "asserted" else f"{told}, {row['modality']}"


def _chart(rows: list[dict[str, Any]], asked: Asked) -> Chart:
    times = [row["reported_from"] for row in rows]
    greatest = max(*(row["number"] for row in rows), 0) or 1
    least = min(*(row["number"] for row in rows), 0)
    xs = [_x(time, times[0], times[-1]) for time in times]
    ys = [round(HEIGHT - (HEIGHT - TOP) * (row["number"] - least) / (greatest - least), 2) for row in rows]
    free, steps = 0.0, []
    for x, y, row in zip(xs, ys, rows, strict=True):
        text = _short(row) if x >= free else ""
        free = max(free, x + CHAR_WIDTH * len(text))
        steps.append(Step(x, y, text, _label(row), asked.url(path_to("event", row["event_id"]))))
    return Chart(counted(rows[0]), _line(xs, ys), steps, day_label(times[0].date()), day_label(times[-1].date()))


def _x(time: datetime, first: datetime, last: datetime) -> float:
    share = (time - first) / (last - first) if last > first else 0
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 2)


def _line(xs: list[float], ys: list[float]) -> str:
    """An amount holds until the next is printed; the last goes on a little."""
    turns = "".join(f"H{x}V{y}" for (_, x), (_, y) in zip(pairwise(xs), pairwise(ys), strict=True))
    return f"M{xs[0]} {ys[0]}{turns}H{WIDTH}"


def _short(row: dict[str, Any]) -> str:
    """An amount in digits; of a range both ends."""
    if row["value"] is None and row["low"] is not None and row["high"] is not None:
        return f"{row['low']:,.10g}–{row['high']:,.10g}"
    return f"{SIGNS.get(row['hedge'] or '', '')}{row['number']:,.10g}"


def _label(row: dict[str, Any]) -> str:
    printed = print_label(row["reported_from"])
    how = "revised" if row["revised"] else row["step"]
    return f"{amount(row)}: {how}, printed {printed}, {', '.join(row['sources'])}"
