"""Who said what: one speaker in one month, beside the same rows cut from the JSON of the log by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import timeline
from bench import raw
from bench.newsroom import Newsroom
from timeline.projections import views

if TYPE_CHECKING:
    from bench.measuring import Stopwatch
    from bench.setting import Setting

UNIT = "queries"
TIMES = 10
BY_HAND = """
    select occurred_from, data ->> '$.speaker' as speaker, data ->> '$.quote' as quote, article
    from log
    where
        type = 'statement_reported'
        and occurred_from >= '2025-03-01' and occurred_from < '2025-04-01'
        and data ->> '$.speaker' ilike $speaker
    order by occurred_from
"""


ROWS = """
    select said_from, said_to, speaker, quote, article, span_start, span_end
    from statements
    where said_to > '2025-03-01' and said_from < '2025-04-01' and speaker = $speaker
    order by said_from, position
"""


def ours(setting: Setting, watch: Stopwatch) -> int:
    """The view, as the command line asks it: opened, asked, fetched, closed."""
    log, speaker = timeline.open(setting.large), Newsroom().speakers[3]
    for _ in range(TIMES):
        with watch:
            log.statements(speaker=speaker, since="2025-03-01", until="2025-03-31").dicts()
    return TIMES


def warm(setting: Setting, watch: Stopwatch) -> int:
    """The same view on a file that is open."""
    sql, values = views.bind(
        "who_said_what_when", {"speaker": Newsroom().speakers[3], "since": "2025-03-01", "until": "2025-03-31"}
    )
    with raw.reading(setting.large) as connection:
        connection.execute(sql, values).fetchall()
        for _ in range(TIMES):
            with watch:
                connection.execute(sql, values).fetchall()
    return TIMES


def rows(setting: Setting, watch: Stopwatch) -> int:
    """The rows of the projection on a file that is open: nothing folded, nobody's other names."""
    speaker = Newsroom().speakers[3]
    with raw.reading(setting.large) as connection:
        for _ in range(TIMES):
            with watch:
                connection.execute(ROWS, {"speaker": speaker}).fetchall()
    return TIMES


def by_hand(setting: Setting, watch: Stopwatch) -> int:
    """From the log itself, revisions and retractions overlooked."""
    speaker = Newsroom().speakers[3]
    for _ in range(TIMES):
        with watch, raw.reading(setting.large) as connection:
            connection.execute(BY_HAND, {"speaker": f"%{speaker}%"}).fetchall()
    return TIMES


SIDES = {
    "timeline": ours,
    "timeline, file open": warm,
    "rows alone, file open": rows,
    "DuckDB, JSON of the log": by_hand,
}
