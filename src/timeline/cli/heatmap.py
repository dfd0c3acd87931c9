"""A heat map of counts by name and day; the numbers can be read without the colours."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, TextIO

from rich.table import Table

from timeline.cli.exit_status import tell
from timeline.cli.table import plain_text
from timeline.cli.terminal import console as make_console

if TYPE_CHECKING:
    from collections.abc import Callable

    Start = Callable[[date], date]

NAME_CHARS = 26
CELL_CHARS = 4
"""Width of a number and the blank before it."""

SHADES = ("", "on grey23", "on dark_blue", "on blue3", "bold on dodger_blue2")
"""From zero to the highest count."""

STEPS: tuple[tuple[str, Start, str], ...] = (
    ("day", lambda day: day, "%d"),
    ("week", lambda day: day - timedelta(days=day.weekday()), "%d"),
    ("month", lambda day: day.replace(day=1), "%m"),
    ("year", lambda day: day.replace(month=1, day=1), "%y"),
)
"""Periods, the first day of one, and the part of that day that heads a column."""


def write_heatmap(stream: TextIO, rows: list[tuple[str, date, int]]) -> None:
    """
    Draw the map; when there are no rows, say so on standard error.

    Args:
        stream: Where to.
        rows: Name, day, count; names appear in this order.
    """
    if not rows:
        tell("nothing found.")
        return
    console = make_console(stream)
    names = list(dict.fromkeys(name for name, _, _ in rows))
    width = min(NAME_CHARS, max(map(len, ("by month", *names))))
    room = max((console.width - width - 6) // CELL_CHARS, 1)
    period, start, label = _finest_step([day for _, day, _ in rows], room)
    counts: Counter[tuple[str, date]] = Counter()
    for name, day, count in rows:
        counts[name, start(day)] += count
    columns = _columns({day for _, day in counts}, start, room)
    most = max(counts.values())
    table = Table(box=None, pad_edge=False, padding=0, show_header=False)
    table.add_column(width=width + 1, no_wrap=True, overflow="ellipsis")
    for _ in columns:
        table.add_column(width=CELL_CHARS, justify="right")
    table.add_column(width=6, justify="right")
    above = "’%y" if period in ("month", "year") else "%b"
    over = [each.strftime(above) for each in columns]
    table.add_row("", *(text if at == 0 or over[at - 1] != text else "" for at, text in enumerate(over)), "")
    table.add_row(f"by {period}", *(each.strftime(label) for each in columns), "all")
    for name in names:
        cells = [counts[name, each] for each in columns]
        total = sum(count for (who, _), count in counts.items() if who == name)
        table.add_row(
            plain_text(name), *(plain_text(str(n) if n else "·", _shade(n, most)) for n in cells), f"{total:,}"
        )
    console.print(table)


def _finest_step(days: list[date], room: int) -> tuple[str, Start, str]:
    """The finest period whose columns fit, counting only periods with rows; else years."""
    for step in STEPS:
        if len({step[1](day) for day in days}) <= room:
            return step
    return STEPS[-1]


def _columns(firsts: set[date], start: Start, room: int) -> list[date]:
    """All periods from first to last if they fit, else only those with rows, the latest of them."""
    day, every = min(firsts), set[date]()
    while day <= max(firsts) and len(every) <= room:
        every.add(start(day))
        day += timedelta(days=1)
    return sorted(every if len(every) <= room else firsts)[-room:]


def _shade(count: int, most: int) -> str:
    return SHADES[-(-count * (len(SHADES) - 1) // most)]
