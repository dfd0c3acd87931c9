"""What happened in a month as the log knew it half-way, beside the same rows cut from the JSON of the log by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import timeline
from bench import raw
from timeline.projections import views

if TYPE_CHECKING:
    from datetime import datetime

    from bench.measuring import Stopwatch
    from bench.setting import Setting

UNIT = "queries"
TIMES = 5
BY_HAND = """
    select occurred_from, data ->> '$.text' as text, list(distinct article) as articles
    from log
    where
        type = 'occurrence_reported' and recorded_at <= $moment
        and occurred_from < '2024-05-01' and occurred_to > '2024-04-01'
    group by all
    order by occurred_from
"""


def _half_way(setting: Setting) -> datetime:
    with raw.reading(setting.large) as connection:
        query = "select recorded_at from log order by position limit 1 offset (select count(*) // 2 from log)"
        ((moment,),) = connection.execute(query).fetchall()
    return moment  # type: ignore[no-any-return]


def ours(setting: Setting, watch: Stopwatch) -> int:
    """The view, as the command line asks it: opened, asked, fetched, closed."""
    log, moment = timeline.open(setting.large), _half_way(setting)
    for _ in range(TIMES):
        with watch:
            log.timeline(as_of=moment, since="2024-04-01", until="2024-04-30").dicts()
    return TIMES


def warm(setting: Setting, watch: Stopwatch) -> int:
    """The same view on a file that is open."""
    sql, values = views.bind(
        "timeline", {"as_of": str(_half_way(setting)), "since": "2024-04-01", "until": "2024-04-30"}
    )
    with raw.reading(setting.large) as connection:
        connection.execute(sql, values).fetchall()
        for _ in range(TIMES):
            with watch:
                connection.execute(sql, values).fetchall()
    return TIMES


def by_hand(setting: Setting, watch: Stopwatch) -> int:
    """From the log itself, revisions and retractions overlooked."""
    moment = _half_way(setting)
    for _ in range(TIMES):
        with watch, raw.reading(setting.large) as connection:
            connection.execute(BY_HAND, {"moment": moment}).fetchall()
    return TIMES


SIDES = {"timeline": ours, "timeline, file open": warm, "DuckDB, JSON of the log": by_hand}
