"""Measure wall time, CPU time of all threads and children, and peak memory of a stretch of work."""

from __future__ import annotations

import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Self

from attrs import frozen

STATUS = Path("/proc/self/status")
CLEAR = Path("/proc/self/clear_refs")


@frozen
class Measure:
    """
    What one side took in one round.

    Attributes:
        units: How much work was done.
        wall, cpu: Seconds for all of it.
        peak: Most memory held meanwhile, in MB; None where the system does not tell.
        laps: Seconds of each measured stretch.
    """

    units: int
    wall: float
    cpu: float
    peak: float | None
    laps: tuple[float, ...]


class Stopwatch:
    """Runs inside ``with``, stands still outside: what is prepared between two stretches is not counted."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0
        self.laps: list[float] = []
        self._started = (0.0, 0.0)

    def __enter__(self) -> Self:
        if not self.laps:
            _forget_peak()
        self._started = (time.perf_counter(), _cpu())
        return self

    def __exit__(self, *_: object) -> None:
        wall, cpu = time.perf_counter() - self._started[0], _cpu() - self._started[1]
        self.wall += wall
        self.cpu += cpu
        self.laps.append(wall)

    def measure(self, units: int) -> Measure:
        """What was measured so far, for so much work."""
        return Measure(units, self.wall, self.cpu, _peak(), tuple(self.laps))


def _cpu() -> float:
    used = getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _forget_peak() -> None:
    if CLEAR.exists():
        CLEAR.write_text("5")


def _peak() -> float | None:
    if not STATUS.exists():
        return None
    lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
    return int(lines["VmHWM"].split()[0]) / 1024
