"""A progress bar for work that takes more than a second; shown on standard error if that is a terminal."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Self

from timeline.cli.lazy import rich_progress
from timeline.cli.terminal import console

if TYPE_CHECKING:
    from collections.abc import Callable

DELAY_SECONDS = 1.0
"""How long to work before a bar appears."""


class Bar:
    """
    A progress bar that appears only if work takes long, and disappears at the end.

    Args:
        expected: Returns the expected total, or None while it is unknown.
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

    def update(self, done: int, note: str = "") -> None:
        """Show how much is done, and a note next to it."""
        if self._shown is None and sys.stderr.isatty() and monotonic() - self._since > DELAY_SECONDS:
            self._shown = self._start()
        if self._shown is not None:
            bar, task = self._shown
            expected = self._expected()
            of = "" if expected is None else f" of {expected:,}"
            bar.update(task, completed=done, total=expected, of=of, note=note)

    def _start(self) -> tuple[rich_progress.Progress, rich_progress.TaskID]:
        columns = (
            rich_progress.TextColumn(f"{{task.completed:,.0f}}{{task.fields[of]}} {self._unit}"),
            rich_progress.BarColumn(),
            rich_progress.TextColumn("{task.fields[note]}"),
            rich_progress.TimeElapsedColumn(),
        )
        bar = rich_progress.Progress(*columns, console=console(sys.stderr), transient=True)
        bar.start()
        return bar, bar.add_task("", total=None, of="", note="")
