"""Appending 1,000 events per commit to a log that is there, a tenth of them of any old article, beside a new log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import timeline
from bench import raw
from bench.newsroom import EVENTS, GROUP
from timeline.log.append import append_articles

if TYPE_CHECKING:
    from pathlib import Path

    from bench.measuring import Stopwatch
    from bench.setting import Setting

UNIT = "events"
COMMITS = 12


def _append(setting: Setting, watch: Stopwatch, path: Path, known: list[str]) -> int:
    done = 0
    with timeline.open(path) as log:
        for at, group in enumerate(setting.later().groups(min(setting.commits, COMMITS) * EVENTS * GROUP, known)):
            if at == 0:
                append_articles(log.event_log, group)  # opens the file
                continue
            with watch:
                done += sum(len(receipt.rows) for receipt in append_articles(log.event_log, group))
    return done


def ours(setting: Setting, watch: Stopwatch) -> int:
    """At the end of the large log; what is revised was published at any time."""
    with raw.reading(setting.large) as connection:
        found = connection.execute("select article from revisions order by hash(article) limit 1000").fetchall()
    return _append(setting, watch, setting.copy(), [key for (key,) in found])


def from_nothing(setting: Setting, watch: Stopwatch) -> int:
    """The first ones of a log; what is revised was published just before."""
    return _append(setting, watch, setting.scratch("new.duckdb"), [])


SIDES = {"timeline, large log": ours, "timeline, new log": from_nothing}
