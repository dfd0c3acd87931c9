"""The plainest use of DuckDB that does the same: same columns, no envelope, no tree, no windows."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from timeline import sql_files
from timeline.events.envelope import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pyarrow as pa

    from timeline.store.connection import Connection

    from .measuring import Stopwatch
    from .setting import Setting

PLAIN = """
    select
        *,
        recorded_at as recorded_from,
        cast(null as timestamp) as recorded_to,
        cast(null as timestamp) as reported_to,
        cast(null as varchar) as correction,
        cast(null as uuid[]) as decisions,
        false as retracted
    from log where position > $after
"""
"""What projections read, when nothing is ever revised or retracted."""


@contextmanager
def reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that is closed again."""
    with duckdb.connect(str(path), read_only=True) as connection:
        yield connection


def create(path: Path) -> Path:
    """An empty log table, with nothing to guard it."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(sql_files.find("log", "log").sql)
    return path


def rows(setting: Setting, limit: int) -> list[tuple[object, ...]]:
    """The first rows of the ready log."""
    with reading(setting.ready) as connection:
        return connection.execute(f"select {', '.join(COLUMNS)} from log where position <= {limit}").fetchall()


def batches(setting: Setting, limit: int, size: int) -> list[pa.RecordBatch]:
    """The same as Arrow batches."""
    with reading(setting.ready) as connection:
        table = connection.sql(f"select {', '.join(COLUMNS)} from log where position <= {limit}").to_arrow_table()
    return table.combine_chunks().to_batches(max_chunksize=size)


def insert(setting: Setting, watch: Stopwatch, size: int) -> int:
    """INSERT from Arrow batches that lie ready, so many rows a commit."""
    ready = batches(setting, setting.appended, size)
    with duckdb.connect(str(create(setting.scratch("arrow.duckdb")))) as connection:
        for batch in ready:
            with watch:
                connection.register("batch", batch)
                connection.execute("insert into log select * from batch")
                connection.unregister("batch")
    return sum(len(batch) for batch in ready)


def project(connection: Connection, after: int) -> None:
    """Fill the tables of projections from the rows behind a position, by their own SELECT over plain rows; no folds."""
    for query in (each for each in sql_files.load("projections").values() if "folds" not in each.header):
        select = (
            f"with valid_assertions as not materialized ({PLAIN}), assertions as (from valid_assertions) {query.sql}"
        )
        if after:
            connection.execute(f"insert into stored.{query.value('history')} by name {select}", {"after": after})
        else:
            table, order = query.value("history"), query.value("order")
            connection.execute(f"create or replace table stored.{table} as {select} order by {order}", {"after": 0})
