"""Appending ready events, 1,000 per commit: projections kept, beside bare inserts of the same columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

import timeline
from bench import peer, raw
from bench.newsroom import EVENTS, GROUP, Newsroom
from timeline.log.append import append_articles

if TYPE_CHECKING:
    from bench.measuring import Stopwatch
    from bench.setting import Setting

UNIT = "events"
COMMIT = EVENTS * GROUP


def ours(setting: Setting, watch: Stopwatch) -> int:
    """The whole append: envelope, hashes, tree, projections; in a block that keeps the file open."""
    with timeline.open(setting.scratch("append.duckdb")) as log:
        return _append(setting, watch, log)


def closing(setting: Setting, watch: Stopwatch) -> int:
    """The same; the file is opened and closed for each commit."""
    return _append(setting, watch, timeline.open(setting.scratch("append.duckdb")))


def _append(setting: Setting, watch: Stopwatch, log: timeline.Timeline) -> int:
    done = 0
    for group in Newsroom().groups(setting.appended):
        with watch:
            receipts = append_articles(log.event_log, group)
        done += sum(len(receipt.rows) for receipt in receipts)
    return done


def arrow(setting: Setting, watch: Stopwatch) -> int:
    """INSERT from Arrow batches that lie ready."""
    return raw.insert(setting, watch, COMMIT)


def appender(setting: Setting, watch: Stopwatch) -> int:
    """The appender with tuples that lie ready."""
    rows = raw.rows(setting, setting.appended)
    with duckdb.connect(str(raw.create(setting.scratch("appender.duckdb")))) as connection:
        for start in range(0, len(rows), COMMIT):
            with watch, connection.appender("log") as target:
                target.append_rows(rows[start : start + COMMIT])
    return len(rows)


def eventsourcing(setting: Setting, watch: Stopwatch) -> int:
    """`EventStore.put` of domain events that lie ready."""
    events = peer.domain_events(raw.rows(setting, setting.appended))
    with peer.application(setting.scratch("append.sqlite")) as application:
        for start in range(0, len(events), COMMIT):
            with watch:
                application.events.put(events[start : start + COMMIT])
    return len(events)


SIDES = {
    "timeline, held open": ours,
    "timeline, opened per commit": closing,
    "DuckDB, Arrow": arrow,
    "DuckDB, appender": appender,
    "eventsourcing, SQLite": eventsourcing,
}
