"""Appending ready events, 30,000 per commit: hashes and projections kept, beside a bare insert of the same columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import timeline
from bench import raw
from bench.newsroom import EVENTS, Newsroom
from timeline.log.append import append_articles

if TYPE_CHECKING:
    from bench.measuring import Stopwatch
    from bench.setting import Setting

UNIT = "events"
ARTICLES = 1_000


def ours(setting: Setting, watch: Stopwatch) -> int:
    """The whole append, in a block that keeps the file open."""
    done = 0
    with timeline.open(setting.scratch("bulk.duckdb")) as log:
        for group in Newsroom().groups(setting.appended, size=ARTICLES):
            with watch:
                receipts = append_articles(log.event_log, group)
            done += sum(len(receipt.rows) for receipt in receipts)
    return done


def arrow(setting: Setting, watch: Stopwatch) -> int:
    """INSERT from Arrow batches that lie ready."""
    return raw.insert(setting, watch, ARTICLES * EVENTS)


SIDES = {"timeline": ours, "DuckDB, Arrow": arrow}
