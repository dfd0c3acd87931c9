"""This file carries a log from one place to another: rows as they were recorded, checked as they arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from timeline import sql_files
from timeline.errors import InputError, IntegrityError, LogError
from timeline.events import upcasts
from timeline.events.article_text import ArticleText
from timeline.events.envelope import COLUMNS, HASHED, RecordedEvent, commitment, leaf
from timeline.events.types.payload_erased import PayloadErased
from timeline.integrity import proofs
from timeline.log.article_register import Register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from timeline.integrity.proofs import Head
    from timeline.log.event_log import Log
    from timeline.log.transaction import Transaction

BATCH = 20_000
"""Events a commit of an import, and those recorded at one time with the last: what an interruption can cost."""

TEXTS = ("article_published", "article_revised")

LARGEST = 256 << 20
"""Bytes of the longest JSON line that is read."""


def export(connection: duckdb.DuckDBPyConnection, target: Path) -> Head:
    """
    Write every event, one a row in order, and return the head to keep with them.

    The payloads, salts and hashes are the bytes of the log; times are UTC.

    Raises:
        LogError: The file cannot be written.
    """
    form = "parquet, compression zstd" if target.suffix == ".parquet" else "json"
    place = str(target).replace("'", "''")
    try:
        connection.execute(
            f"copy (select {', '.join(COLUMNS)} from log order by position) to '{place}' (format {form})"
        )
    except duckdb.Error as error:
        raise LogError(f"{target} cannot be written: {str(error).splitlines()[0]}") from error
    return proofs.head(connection)


def take_in(log: Log, source: Path, *, progress: Callable[[int], None] | None = None) -> int:
    """
    Append exported events as they were recorded; returns how many were new.

    Positions, commitments and leaves are recomputed; what the log has already must be the same, so an import that was
    interrupted goes on where it stopped.

    Raises:
        InputError: The file holds no exported events.
        IntegrityError: An event is not what its hashes say, or not what the log has at its place; batches before stay.
    """
    new = 0
    for batch in _batches(source):
        with log.transaction() as transaction:
            known = _leaves(transaction, batch[0].position, batch[-1].position)
            for row in batch:
                _check(row, known)
            fresh = [row for row in batch if row.position > transaction.after]
            _take(transaction, fresh)
        new += len(fresh)
        if progress is not None:
            progress(batch[-1].position)
    return new


def _leaves(transaction: Transaction, first: int, last: int) -> dict[int, str]:
    return dict(
        transaction.connection.execute(
            "select position, leaf from log where position between $first and $last", {"first": first, "last": last}
        ).fetchall()
    )


def _check(row: RecordedEvent, known: dict[int, str]) -> None:
    expected = leaf([getattr(row, name) for name in HASHED])
    wrong = (
        "salt" if (row.data is None) != (row.salt is None)
        else "commitment" if row.data is not None and commitment(row.salt or "", row.data) != row.commitment
        else "leaf" if expected != row.leaf
        else None
    )  # fmt: skip
    if wrong:
        raise IntegrityError(
            f"position {row.position}: the {wrong} does not fit the event, which was changed on its way; export again.",
            position=row.position,
            column=wrong,
        )
    if known.get(row.position, row.leaf) != row.leaf:
        raise IntegrityError(
            f"position {row.position}: the log holds another event there; import into a log of its own.",
            position=row.position,
            column="leaf",
        )


def _take(transaction: Transaction, rows: list[RecordedEvent]) -> None:
    streams = {row.stream for row in rows} | {f"article/{row.article}" for row in rows}
    transaction.look_up(streams)
    keys, positions = (row.article for row in rows if row.article is not None), transaction.positions(streams)
    register = Register()
    register.look_up(transaction.connection, keys, positions=positions)
    for row in rows:
        transaction.take(row)
    for row in upcasts.upcast(rows):
        if row.data is None:
            if row.type in TEXTS:
                register.add_erased(row.article or "", seen=row.recorded_at, position=row.position)
            continue
        event = upcasts.event(row)
        if isinstance(event, PayloadErased):
            _refuse_kept(transaction, row, event)
        elif isinstance(event, ArticleText):
            register.add(event.article, seen=row.recorded_at, position=row.position)
    register.save(transaction.connection)


def _refuse_kept(transaction: Transaction, row: RecordedEvent, event: PayloadErased) -> None:
    """What was erased there must not stay here, and is not erased on the quiet."""
    firsts, lasts = zip(*event.positions, strict=True) if event.positions else ((), ())
    ((kept,),) = transaction.connection.execute(
        "select count(*) from log, (select unnest($firsts) as first, unnest($lasts) as last)"
        " where position between first and last and data is not null",
        {"firsts": list(firsts), "lasts": list(lasts)},
    ).fetchall()
    if kept:
        raise IntegrityError(
            f"position {row.position}: {event.article} was erased there and stands here: import into a log of its own.",
            position=row.position,
            column="data",
        )


def _batches(source: Path) -> Iterator[list[RecordedEvent]]:
    """Rows of the file in order, read in a database of their own whose one table is an empty log."""
    with duckdb.connect() as connection:
        try:
            connection.execute(sql_files.find("log", "log").sql)
            columns = connection.execute("select column_name, data_type from duckdb_columns() where table_name = 'log'")
            types = {name: kind.removesuffix(" NOT NULL") for name, kind in columns.fetchall()}
            reader = "read_parquet($source)"
            if source.suffix != ".parquet":
                reader = (
                    f"read_json($source, columns = {types}, format = 'newline_delimited',"
                    f" maximum_object_size = {LARGEST})"
                )
            connection.execute(f"select {', '.join(COLUMNS)} from {reader} order by position", {"source": str(source)})
            rows: list[RecordedEvent] = []
            while more := connection.fetchmany(BATCH):
                rows += [RecordedEvent(*row) for row in more]
                last = rows[-1].recorded_at
                whole = [row for row in rows if row.recorded_at != last]
                rows = rows[len(whole) :]
                if whole:
                    yield whole
            if rows:
                yield rows
        except duckdb.Error as error:
            raise InputError(f"holds no exported events: {str(error).splitlines()[0]}", path=str(source)) from error
