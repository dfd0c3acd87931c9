"""Appending ready events, 30,000 per commit: hashes and projections kept, beside a bare insert of the same columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

import timeline
from bench import raw
from bench.newsroom import EVENTS, Newsroom

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
                receipts = log._log.append(group)
            done += sum(len(receipt.rows) for receipt in receipts)
    return done


def arrow(setting: Setting, watch: Stopwatch) -> int:
    """INSERT from Arrow batches that lie ready."""
    batches = raw.batches(setting, setting.appended, ARTICLES * EVENTS)
    with duckdb.connect(str(raw.create(setting.scratch("arrow.duckdb")))) as connection:
        for batch in batches:
            with watch:
                connection.register("batch", batch)
                connection.execute("insert into log select * from batch")
                connection.unregister("batch")
    return sum(len(batch) for batch in batches)


SIDES = {"timeline": ours, "DuckDB, Arrow": arrow}
