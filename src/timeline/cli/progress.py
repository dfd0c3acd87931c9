"""This file shows how far long work is: on a terminal, on standard error, when it takes more than a second."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Self

from timeline.cli.lazy import rich_console, rich_progress

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 1.0
"""Seconds of work without a word."""


class Bar:
    """
    A progress bar that appears late and leaves no trace.

    Args:
        expected: Says how much there will be, as far as can be told by then.
        unit: What is counted, in the plural.
    """

    def __init__(self, expected: Callable[[], int | None], unit: str) -> None:
        self._expected, self._unit = expected, unit
        self._since = monotonic()
        self._shown: tuple[rich_progress.Progress, rich_progress.TaskID] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown is not None:
            self._shown[0].stop()

    def update(self, done: int, beside: str = "") -> None:
        """Show how much is done, and something to say beside it."""
        if self._shown is None and sys.stderr.isatty() and monotonic() - self._since > PATIENCE:
            self._shown = self._start()
        if self._shown is not None:
            bar, task = self._shown
            expected = self._expected()
            of = "" if expected is None else f" of {expected:,}"
            bar.update(task, completed=done, total=expected, of=of, beside=beside)

    def _start(self) -> tuple[rich_progress.Progress, rich_progress.TaskID]:
        columns = (
            rich_progress.TextColumn(f"{{task.completed:,.0f}}{{task.fields[of]}} {self._unit}"),
            rich_progress.BarColumn(),
            rich_progress.TextColumn("{task.fields[beside]}"),
            rich_progress.TimeElapsedColumn(),
        )
        bar = rich_progress.Progress(*columns, console=rich_console.Console(stderr=True), transient=True)
        bar.start()
        return bar, bar.add_task("", total=None, of="", beside="")
