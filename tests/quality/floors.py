"""Compare figures with their floors: what was reached once does not drop, nor rise, without a word."""

from __future__ import annotations

import math
import tomllib
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).parent / "floors.toml"

ROOM = 0.005
"""A floor lies so far below the figure it was taken from; counts have no room."""

SLACK = 0.02
"""A figure may be so far above its floor before the floor must be raised."""

COMMAND = "PYTHONPATH=tests python -m quality --raise"

HEADER = f"""\
# What the extractors reach at least; README.md says what each figure means.
# Raised by `{COMMAND}`; lowered by hand only, and the commit says why.
"""


def load() -> dict[str, float]:
    """Floors by the name of their figure."""
    tables = tomllib.loads(FILE.read_text("utf-8")) if FILE.exists() else {}
    return {f"{table}.{figure}": floor for table, floors in tables.items() for figure, floor in floors.items()}


def save(floors: Mapping[str, float]) -> None:
    """Write floors in the order given; a table for each collection."""
    tables = [
        f'["{table}"]\n' + "".join(f"{name.rpartition('.')[2]} = {floors[name]}\n" for name in names)
        for table, names in groupby(floors, key=lambda name: name.rpartition(".")[0])
    ]
    FILE.write_text("\n".join([HEADER, *tables]), "utf-8")


def raised(floors: Mapping[str, float], figures: Mapping[str, float]) -> dict[str, float]:
    """A floor for each figure, never lower than it was; those of figures that are gone are left out."""
    return {name: max(_floor(value), floors.get(name, 0)) for name, value in figures.items()}


def complaint(name: str, floor: float | None, value: float | None) -> str | None:
    """What is wrong with a figure, and what to do about it."""
    if value is None:
        return f"{name} has a floor but is not measured: run `{COMMAND}` when that is meant."
    if floor is None:
        return f"{name} has no floor: run `{COMMAND}`."
    if value < floor:
        return f"{name} fell to {shown(value)}, below its floor of {shown(floor)}."
    if value > floor + SLACK:
        return f"{name} rose to {shown(value)}, its floor is {shown(floor)}: run `{COMMAND}` and commit the new floor."
    return None


def shown(value: float | None) -> str:
    """Three digits, a whole number for a count, a dash for none."""
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _floor(value: float) -> float:
    """Thousandths, rounded down."""
    return value if isinstance(value, int) else math.floor(max(0.0, value - ROOM) * 1000) / 1000
