"""Recomputing all that the log claims, beside hashing every payload once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import timeline
from bench import raw
from timeline import sql_files
from timeline.log.merkle import Frontier

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


def leaves(setting: Setting, watch: Stopwatch) -> int:
    """Only positions, ids, commitments, leaves, tree and heads."""
    with watch, raw.reading(setting.ready) as connection:
        for query in sql_files.load("checks/macros").values():
            connection.execute(f"create or replace temp macro {query.value('macro')} as ({query.sql})")
        tree = Frontier()
        values = {"first": 1, "last": 1 << 62, "checked": []}
        rows = connection.execute(sql_files.find("checks", "hashes").sql, values)
        while row := rows.fetchone():
            tree.extend(bytes.fromhex(row[2]))
        ((root,),) = connection.execute("select arg_max(root, tree_size) from heads").fetchall()
    assert root == tree.root
    return tree.size


def payloads(setting: Setting, watch: Stopwatch) -> int:
    """SHA-256 of salt and payload in SQL, and nothing else."""
    with watch, raw.reading(setting.ready) as connection:
        query = "select count(*), count(*) filter (sha256(salt || data) = commitment) from log"
        ((count, fitting),) = connection.execute(query).fetchall()
    assert count == fitting
    return int(count)


SIDES = {"timeline": ours, "timeline, hashes alone": leaves, "DuckDB, payloads hashed": payloads}
