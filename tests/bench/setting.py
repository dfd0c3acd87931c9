"""What all benchmarks share: a log with so many events, made once and copied by those who write."""

from __future__ import annotations

import shutil
from pathlib import Path

from attrs import frozen

import timeline
from timeline.log.append import append_articles

from . import raw
from .multiplied import multiply
from .newsroom import Newsroom


@frozen
class Setting:
    """
    How large a run is, and where its files lie.

    Attributes:
        folder: For files; emptied by the caller.
        events: In the log that is verified, and of which the others are made.
        times: So many times as many are in the log that is asked, rebuilt, and appended to.
    """

    folder: Path
    events: int
    times: int = 1

    @property
    def ready(self) -> Path:
        """The log that nobody may change."""
        return self.folder / "ready.duckdb"

    @property
    def large(self) -> Path:
        """The log of many times as many events, which nobody may change either."""
        return self.ready if self.times == 1 else self.folder / "large.duckdb"

    @property
    def appended(self) -> int:
        """Events to append to a new log."""
        return max(self.events // 4, 1)

    @property
    def commits(self) -> int:
        """How many small commits to measure."""
        return min(max(self.events // 1_000, 2), 60)

    def prepare(self) -> None:
        """Make the log."""
        log = timeline.open(self.ready)
        with log:
            for group in Newsroom().groups(self.events):
                append_articles(log.event_log, group)
        if self.times > 1:
            shutil.copyfile(self.ready, self.large)
            multiply(self.large, self.times)

    def copy(self) -> Path:
        """A copy of the large log to write to."""
        return shutil.copyfile(self.large, self.scratch("copy.duckdb"))

    def size(self) -> tuple[int, float]:
        """How many events the large log has, and the bytes that it has for each, projections and all."""
        with raw.reading(self.large) as connection:
            ((events,),) = connection.execute("select count(*) from log").fetchall()
        return int(events), self.large.stat().st_size / int(events)

    def scratch(self, name: str) -> Path:
        """A path at which there is nothing."""
        for old in self.folder.glob(f"{name}*"):
            old.unlink()
        return self.folder / name

    def later(self) -> Newsroom:
        """Makes articles that are not in the log yet."""
        return Newsroom(seed=2, name="later")
