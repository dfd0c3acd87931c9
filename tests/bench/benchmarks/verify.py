"""Recomputing all that the log claims, beside hashing every payload once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import timeline
from bench import raw

if TYPE_CHECKING:
    from bench.measuring import Stopwatch
    from bench.setting import Setting

UNIT = "events"


def ours(setting: Setting, watch: Stopwatch) -> int:
    """Positions, ids, commitments, leaves, tree, heads, payloads and every quoted span."""
    with watch:
        found = timeline.open(setting.ready).verify()
    assert found.ok
    return found.events


def payloads(setting: Setting, watch: Stopwatch) -> int:
    """SHA-256 of salt and payload in SQL, and nothing else."""
    with watch, raw.reading(setting.ready) as connection:
        query = "select count(*), count(*) filter (sha256(salt || data) = commitment) from log"
        ((count, fitting),) = connection.execute(query).fetchall()
    assert count == fitting
    return int(count)


SIDES = {"timeline": ours, "DuckDB, payloads hashed": payloads}
