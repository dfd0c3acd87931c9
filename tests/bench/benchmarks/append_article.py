"""Appending one article of 30 ready events per commit to a log that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

import timeline
from bench import peer, raw
from bench.newsroom import EVENTS
from timeline.log.append import append_articles

if TYPE_CHECKING:
    from bench.measuring import Stopwatch
    from bench.setting import Setting

UNIT = "commits"


def ours(setting: Setting, watch: Stopwatch) -> int:
    """The whole append, projections included, in a block that keeps the file open."""
    with timeline.open(setting.copy()) as log:
        return _append(setting, watch, log)


def closing(setting: Setting, watch: Stopwatch) -> int:
    """The same; the file is opened and closed for each commit."""
    return _append(setting, watch, timeline.open(setting.copy()))


def _append(setting: Setting, watch: Stopwatch, log: timeline.Timeline) -> int:
    for delivery in setting.later().deliveries(setting.commits * EVENTS):
        with watch:
            append_articles(log.event_log, [delivery])
    return setting.commits


def reopened(setting: Setting, watch: Stopwatch) -> int:
    """The appender, with the file opened and closed for each commit too."""
    path, rows = setting.copy(), raw.rows(setting, setting.commits * EVENTS)
    for start in range(0, setting.commits * EVENTS, EVENTS):
        with watch, duckdb.connect(str(path)) as connection, connection.appender("log") as target:
            target.append_rows(rows[start : start + EVENTS])
    return setting.commits


def held_open(setting: Setting, watch: Stopwatch) -> int:
    """The appender on a connection that stays open."""
    rows = raw.rows(setting, setting.commits * EVENTS)
    with duckdb.connect(str(setting.copy())) as connection:
        for start in range(0, setting.commits * EVENTS, EVENTS):
            with watch, connection.appender("log") as target:
                target.append_rows(rows[start : start + EVENTS])
    return setting.commits


def eventsourcing(setting: Setting, watch: Stopwatch) -> int:
    """`EventStore.put` on a store that stays open."""
    events = peer.domain_events(raw.rows(setting, setting.commits * EVENTS))
    with peer.application(setting.scratch("article.sqlite")) as application:
        for start in range(0, setting.commits * EVENTS, EVENTS):
            with watch:
                application.events.put(events[start : start + EVENTS])
    return setting.commits


SIDES = {
    "timeline, held open": ours,
    "timeline, opened per commit": closing,
    "DuckDB, opened per commit": reopened,
    "DuckDB, held open": held_open,
    "eventsourcing, SQLite, held open": eventsourcing,
}
