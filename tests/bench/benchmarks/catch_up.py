"""Following commits of 1,000 events on a log that is there, beside inserting the plain fields of the new rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench import raw
from bench.newsroom import EVENTS, GROUP
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.projections import tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.measuring import Stopwatch
    from bench.setting import Setting
    from timeline.log.commit_summary import CommitSummary
    from timeline.store.connection import Connection

UNIT = "events"


def _follow(setting: Setting, watch: Stopwatch, follow: Callable[[Connection, CommitSummary], object]) -> int:
    done = 0

    def timed(connection: Connection, commit: CommitSummary) -> None:
        with watch:
            follow(connection, commit)

    log = EventLog(setting.copy(), on_commit=[timed])
    for group in setting.later().groups(min(setting.commits, 20) * EVENTS * GROUP):
        done += sum(len(receipt.rows) for receipt in append_articles(log, group))
    return done


def ours(setting: Setting, watch: Stopwatch) -> int:
    """`timeline.projections.tables.catch_up`; a tenth of the articles was known before."""
    return _follow(setting, watch, tables.catch_up)


def plain(setting: Setting, watch: Stopwatch) -> int:
    """The same fields of the new rows alone, as if nothing were ever revised."""
    return _follow(setting, watch, lambda connection, commit: raw.project(connection, commit.after))


SIDES = {"timeline": ours, "DuckDB, plain rows": plain}
