"""Results of a run: medians per side, ratios per pair, as a table and as JSON."""

from __future__ import annotations

import os
import platform
from importlib import metadata
from statistics import median
from typing import TYPE_CHECKING, Any

from attrs import frozen

from .measuring import Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

LIBRARIES = ("duckdb", "pyarrow", "eventsourcing", "attrs", "cattrs")


@frozen
class Result:
    """
    All rounds of one benchmark.

    Attributes:
        benchmark, unit: What was done, and what is counted.
        sides: Measures by side, one per round; the timeline is the first.
    """

    benchmark: str
    unit: str
    sides: dict[str, list[Measure]]

    def ratios(self) -> dict[str, dict[str, float]]:
        """By what the timeline is held beside: its time and CPU time per unit as multiples of the other's."""
        own, *others = self.sides
        return {
            f"{self.benchmark} / {other}": {
                "time": round(_wall(self.sides[own]) / _wall(self.sides[other]), 3),
                "cpu": round(_cpu(self.sides[own]) / _cpu(self.sides[other]), 3),
            }
            for other in others
        }

    def rows(self) -> list[list[str]]:
        """One line per side: rates, the median lap, memory, and ratios on the lines of the others."""
        ratios = self.ratios()
        lines = []
        for side, measures in self.sides.items():
            ratio = ratios.get(f"{self.benchmark} / {side}")
            peaks = [measure.peak for measure in measures if measure.peak is not None]
            lines.append([
                f"{self.benchmark} ({self.unit})" if ratio is None else "",
                side,
                f"{1 / _wall(measures):,.{0 if _wall(measures) < 0.01 else 1}f}",
                f"{1 / _cpu(measures):,.{0 if _cpu(measures) < 0.01 else 1}f}",
                f"{1000 * median(lap for measure in measures for lap in measure.laps):,.1f}",
                f"{max(peaks):,.0f}" if peaks else "",
                "" if ratio is None else f"{ratio['time']:.2f}",
                "" if ratio is None else f"{ratio['cpu']:.2f}",
            ])  # fmt: skip
        return lines


HEAD = ["benchmark", "side", "per second", "per CPU second", "p50 ms", "peak MB", "time ×", "CPU ×"]


def table(results: Sequence[Result]) -> str:
    """All results as a table in Markdown."""
    rows = [HEAD, ["-" * len(word) for word in HEAD], *(row for result in results for row in result.rows())]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEAD))]
    rows[1] = ["-" * width if at < 2 else "-" * (width - 1) + ":" for at, width in enumerate(widths)]
    return "\n".join(
        "| " + " | ".join(f"{cell:<{width}}" if at < 2 else f"{cell:>{width}}"
                          for at, (cell, width) in enumerate(zip(row, widths, strict=True))) + " |"
        for row in rows
    )  # fmt: skip


def summary(results: Sequence[Result], events: int, rounds: int) -> dict[str, Any]:
    """The ratios, and what they depend on."""
    return {
        "machine": f"{os.cpu_count()} cores",
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in LIBRARIES}},
        "events": events,
        "rounds": rounds,
        "ratios": {pair: ratio for result in results for pair, ratio in result.ratios().items()},
    }


def _version(library: str) -> str | None:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return None


def _wall(measures: Sequence[Measure]) -> float:
    return median(measure.wall / measure.units for measure in measures)


def _cpu(measures: Sequence[Measure]) -> float:
    return median(measure.cpu / measure.units for measure in measures)
