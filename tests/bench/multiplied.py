"""Make a large log out of a small one: the same events of other articles at other times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline import sql_files
from timeline.projections import tables
from timeline.store import connections

if TYPE_CHECKING:
    from pathlib import Path

COPIES = """
    insert into stored.log
    select * replace (
        position + $copy * $size as position,
        md5(event_id || '/' || $copy)::uuid as event_id,
        stream || '-' || $copy as stream,
        article || '-' || $copy as article,
        occurred_from + interval 1 day * $days as occurred_from,
        occurred_to + interval 1 day * $days as occurred_to,
        reported_at + interval 1 day * $days as reported_at,
        recorded_at + interval 1 day * $days as recorded_at,
        md5(extraction || '/' || $copy)::uuid as extraction,
        sha256(salt || $copy)[:32] as salt,
        sha256(commitment || $copy) as commitment,
        sha256(leaf || $copy) as leaf
    )
    from log
    where position <= $size
    order by position
"""
REGISTERS = (
    """
    insert into stored.streams
    select stream || '-' || copy, events, first_position + copy * $size
    from streams, range(1, $times) as copies(copy)
    """,
    """
    insert into stored.revisions
    select article || '-' || copy, revision, fingerprint, seen, position + copy * $size
    from revisions, range(1, $times) as copies(copy)
    """,
    """
    insert into stored.heads
    select
        tree_size + copy * $size,
        root,
        repeat(root, bit_count(tree_size + copy * $size)),
        recorded_at + interval 1 day * $days * copy
    from heads, range(1, $times) as copies(copy)
    """,
)
DAYS = 730
"""Days that the news of one copy are about: each is about other years than the one before."""


def multiply(path: Path, times: int) -> None:
    """
    Repeat the events of a log, then rebuild its projections.

    Ids and hashes are as various as real ones, but wrong: such a log answers, is rebuilt and appended to, and does not
    verify. Names and words are those of the first copy, so what a speaker says is *times* as much.
    """
    with connections.writing(path) as connection:
        ((size,),) = connection.execute("select count(*) from log").fetchall()
        for copy in range(1, times):
            connection.execute(COPIES, {"copy": copy, "size": size, "days": DAYS * copy})
        for register in REGISTERS:
            values = {"size": size, "times": times, "days": DAYS}
            connection.execute(register, {name: value for name, value in values.items() if f"${name}" in register})
        connection.execute("delete from stored.batches")
        connection.execute(f"insert into stored.batches {sql_files.find('registers', 'batches').sql}")
        connection.execute("checkpoint stored")
        tables.rebuild(connection)
