"""Making all projections anew, beside creating tables of the same fields from plain rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench import raw
from timeline.projections import tables
from timeline.store import opening

if TYPE_CHECKING:
    from bench.measuring import Stopwatch
    from bench.setting import Setting
    from timeline.store.connection import Connection

UNIT = "events"


def ours(setting: Setting, watch: Stopwatch) -> int:
    """`timeline.projections.tables.rebuild`, committed, with as much memory as the writer may use."""
    with opening.attached(setting.copy(), read_only=False) as connection:
        with watch:
            connection.execute("begin")
            tables.rebuild(connection)
            connection.execute("commit")
        return _events(connection)


def plain(setting: Setting, watch: Stopwatch) -> int:
    """The same fields as if nothing were ever revised."""
    with opening.attached(setting.copy(), read_only=False) as connection:
        with watch:
            connection.execute("begin")
            raw.project(connection, 0)
            connection.execute("commit")
        return _events(connection)


def _events(connection: Connection) -> int:
    ((count,),) = connection.execute("select count(*) from log").fetchall()
    return int(count)


SIDES = {"timeline": ours, "DuckDB, plain rows": plain}
