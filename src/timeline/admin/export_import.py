"""Export events and import them elsewhere: rows as they were recorded, checked as they arrive."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from timeline import sql_files
from timeline.errors import InputError, IntegrityError, LogError
from timeline.events.envelope import COLUMNS, HASHED_COLUMNS, TIMES, RecordedEvent, commitment, leaf
from timeline.integrity import proofs
from timeline.log import clock
from timeline.readers import ENDLESS, may_never_end
from timeline.store import connections, new_files, opening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from timeline.integrity.proofs import Head
    from timeline.log.event_log import EventLog
    from timeline.store.connection import Connection

FETCHED_EVENTS = 1_000
"""Events read at a time: how many are checked late."""

BATCH_EVENTS = 20_000
"""Events a commit of an import, and those recorded at one time with the last: what an interruption can cost."""

IN_ORDER = "select coalesce(max(position - rowid) = min(position - rowid), true) from stored.log"
"""Do rows lie in the file as they were appended? As a rule; sorting them takes ten times the memory."""

MOST_AT_ONCE_BYTES = 1 << 30
"""Bytes of the events of one recorded time, which are kept until they are committed together."""

EVENT_BYTES = 1_000
"""Bytes that an event takes beside its payload."""

AT_ONCE = "holds more events recorded at {0} than can be committed together: export it again from the log itself."

AHEAD = (
    "holds events recorded on {0:%Y-%m-%d}, which has not come yet: import with --accept-clock to be ahead for good."
)

PATTERN = re.compile(r"[*?\[]")
"""What makes DuckDB take a file's name for those of others."""

LARGEST_LINE_BYTES = 256 << 20
"""Bytes of the longest JSON line that is read."""


def export(connection: Connection, target: Path) -> Head:
    """
    Write every event, one a row in order, and return the head to keep with them.

    The payloads, salts and hashes are the bytes of the log; times are UTC. The file appears when it is complete.

    Raises:
        LogError: The file cannot be written.
    """
    opening.check_name(target)
    if target.exists() and not target.is_file():
        raise LogError(f"{target} is no file but a folder, a pipe or a device: name a file.")
    form = "parquet, compression zstd" if target.suffix == ".parquet" else "json"
    part = new_files.part_of(target.resolve())
    place = str(part).replace("'", "''")
    try:
        os.close(new_files.made(part, like=target))
        ((is_in_order,),) = connection.execute(IN_ORDER).fetchall()
        order = "" if is_in_order else " order by position"
        connection.execute("set threads = 1")  # several would keep rows until those before them are written
        rows = f"select {', '.join(COLUMNS)} from stored.log{order}"
        connection.execute(f"copy ({rows}) to '{place}' (format {form}, use_tmp_file false)")
        part.replace(target.resolve())
    except connections.DatabaseError as error:
        raise LogError(f"{target} cannot be written: {opening.said(error)}") from error
    except OSError as error:
        raise LogError(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        connection.execute("reset threads")
    return proofs.head(connection)


def import_events(log: EventLog, source: Path, *, progress: Callable[[int], None] | None = None) -> int:
    """
    Append exported events as they were recorded; returns how many were new.

    Positions, commitments and leaves are recomputed; what the log has already must be the same, so an import that was
    interrupted goes on where it stopped.

    Raises:
        InputError: The file holds no exported events, too many of one time, or one recorded after tomorrow and
            *accept_clock* was not given.
        IntegrityError: An event is not what its hashes say, or not what the log has at its place; batches before stay.
    """
    new = 0
    if source.exists() and may_never_end(str(source)):
        raise InputError(f"{ENDLESS}: write it to a file first.", path=str(source))
    opening.check_name(source)
    for batch in _batches(source):
        if not log.accept_clock and batch[-1].recorded_at > clock.now() + clock.DAY:
            raise InputError(AHEAD.format(batch[-1].recorded_at), path=str(source))
        new += log.record(batch)
        if progress is not None:
            progress(batch[-1].position)
    return new


def _check(row: RecordedEvent, before: RecordedEvent | None) -> None:
    """
    A row is what its hashes say, and stands behind the one before it.

    Raises:
        IntegrityError: It is not, or does not.
    """
    if before is not None and row.position != before.position + 1:
        raise IntegrityError(
            f"position {row.position}: position {before.position + 1} was expected: export again.",
            position=row.position,
            column="position",
        )
    if beyond := [name for name in TIMES if not isinstance(getattr(row, name), datetime | None)]:
        raise IntegrityError(
            f"position {row.position}: {beyond[0]} is no time of the years 1 to 9999: export again.",
            position=row.position,
            column=beyond[0],
        )
    expected = leaf([getattr(row, name) for name in HASHED_COLUMNS])
    wrong = (
        "salt" if (row.data is None) != (row.salt is None)
        else "commitment" if row.data is not None and commitment(row.salt or "", row.data) != row.commitment
        else "leaf" if expected != row.leaf
        else None
    )  # fmt: skip
    if wrong:
        raise IntegrityError(
            f"position {row.position}: the {wrong} does not match the event: export again.",
            position=row.position,
            column=wrong,
        )


def _batches(source: Path) -> Iterator[list[RecordedEvent]]:
    """Rows of the file in order, read in a database of their own whose one table is an empty log."""
    with opening.scratch() as connection:
        try:
            connection.execute(sql_files.find("log", "log").sql)
            columns = connection.execute("select column_name, data_type from duckdb_columns() where table_name = 'log'")
            types = {name: kind.removesuffix(" NOT NULL") for name, kind in columns.fetchall()}
            reader = "read_parquet($source)"
            if source.suffix != ".parquet":
                reader = (
                    f"read_json($source, columns = {types}, format = 'newline_delimited',"
                    f" maximum_object_size = {LARGEST_LINE_BYTES})"
                )
            name = PATTERN.sub(r"[\g<0>]", str(source.absolute()))
            connection.execute(f"select {', '.join(COLUMNS)} from {reader} order by position", {"source": name})
            rows: list[RecordedEvent] = []
            held = 0
            while more := connection.fetchmany(min(FETCHED_EVENTS, BATCH_EVENTS)):
                for each in more:
                    row, before = RecordedEvent(*each), rows[-1] if rows else None
                    _check(row, before)
                    rows.append(row)
                    held += len(row.data or "") + EVENT_BYTES
                last = rows[-1].recorded_at
                if rows[0].recorded_at == last and held > MOST_AT_ONCE_BYTES:
                    raise InputError(AT_ONCE.format(last), path=str(source))
                if len(rows) < BATCH_EVENTS or rows[0].recorded_at == last:
                    continue
                whole = [row for row in rows if row.recorded_at != last]
                rows = rows[len(whole) :]
                held = sum(len(row.data or "") + EVENT_BYTES for row in rows)
                yield whole
            if rows:
                yield rows
        except connections.DatabaseError as error:
            if opening.is_too_large(error):
                raise InputError(opening.TOO_LARGE, path=str(source)) from error
            raise InputError(f"does not hold exported events: {opening.said(error)}", path=str(source)) from error
