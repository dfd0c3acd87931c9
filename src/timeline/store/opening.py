"""Open a DuckDB file as a log: make it, bring it to this format, or refuse it, each in one sentence."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from timeline import sql_files
from timeline.errors import LogError, LogFormatError, LogLocked, NotFound
from timeline.events import upcasts
from timeline.store.lock import RETRY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = 2
"""Version of the tables in ``queries/log``; a file of a newer one is refused, one of an older one brought to it."""

KIND = "event "
"""Begins the keys in ``meta`` that say which event types there are, in which newest version."""

CREATE = ("meta", "log", "heads", "revisions", "streams", "batches", "guard", "refuse_update", "refuse_delete")
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
FAILURES = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException)
"""What DuckDB raises when not the query but the file, the disk or DuckDB itself is at fault."""

WRITER: dict[str, str | bool | int | float | list[str]] = {**OFFLINE, "memory_limit": "1400MB"}
"""Rebuilding ten million events in 1.4 GB takes no longer than in eight, which it would take if it may."""

HOLDER = re.compile(r"PID (\d+)")


@contextmanager
def opened(path: Path, *, read_only: bool, wait: float) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a log; a file that is opened to be written is made when there is none, and upgraded."""
    connection = _connect(path, read_only=read_only, wait=wait)
    try:
        if (meta := _meta(connection)) is None:
            if read_only:
                raise no_log(path)
            meta = _create(connection)
        _check(meta, path)
        if not read_only and int(meta["format"]) < FORMAT:
            _upgrade(connection)
        yield connection
    except FAILURES as error:
        raise LogError(f"{path} could not be used: {said(error)}") from error
    finally:
        connection.close()


def no_log(path: Path) -> NotFound:
    """The error that says so."""
    return NotFound(f"no log at {path}: append an article first, or name another file with --db.")


def _meta(connection: duckdb.DuckDBPyConnection) -> dict[str, str] | None:
    """What a file says that it is; None if nothing was ever committed: it is new, or its making was cut short."""
    try:
        return dict(connection.execute("select key, value from meta").fetchall())
    except (duckdb.CatalogException, duckdb.BinderException):
        return {} if connection.execute("from duckdb_tables() limit 1").fetchall() else None


def _create(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    connection.execute("begin")
    for name in CREATE:
        connection.execute(sql_files.find("log", name).sql)
    connection.execute("insert into meta values ('product', 'timeline'), ('format', $format)", {"format": str(FORMAT)})
    connection.execute("commit")
    connection.execute("checkpoint")
    return {"product": "timeline", "format": str(FORMAT)}


def _upgrade(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring a file of format 1 to format 2: give it the register of batches."""
    connection.execute("begin")
    connection.execute(sql_files.find("log", "batches").sql)
    connection.execute(f"insert into batches {sql_files.find('registers', 'batches').sql}")
    connection.execute("update meta set value = $format where key = 'format'", {"format": str(FORMAT)})
    connection.execute("commit")


def _check(meta: dict[str, str], path: Path) -> None:
    if meta.get("product") != "timeline":
        raise LogFormatError(f"{path} is a DuckDB file but not a timeline log: name another file with --db.")
    if int(meta["format"]) > FORMAT:
        raise LogFormatError(f"{path} has log format {meta['format']}, newer than {FORMAT}: install a newer timeline.")
    kinds = ((key.removeprefix(KIND), int(value)) for key, value in sorted(meta.items()) if key.startswith(KIND))
    if reason := upcasts.refusal(kinds):
        raise LogFormatError(f"{path} {reason}: install a newer timeline.")


def _connect(path: Path, *, read_only: bool, wait: float) -> duckdb.DuckDBPyConnection:
    deadline = time.monotonic() + wait
    while True:
        try:
            before = _inode(path)
            connection = duckdb.connect(str(path), read_only=read_only, config=OFFLINE if read_only else WRITER)
        except duckdb.Error as error:
            message = str(error)
            if "lock on file" not in message and "different configuration" not in message:
                raise _unusable(path, message) from error
            if time.monotonic() > deadline:
                found = HOLDER.search(message)
                raise LogLocked.held_by(int(found[1]) if found else None, path, wait=wait) from error
            time.sleep(RETRY_SECONDS)
        else:
            if before in (None, _inode(path)):
                connection.execute("set enable_progress_bar = false")  # it would stand in what a pipe carries
                return connection
            connection.close()  # another file was swapped in while this one was being opened


def _inode(path: Path) -> int | None:
    return path.stat().st_ino if path.exists() else None


def _unusable(path: Path, message: str) -> LogError:
    reason = message.splitlines()[0]
    if "not a valid DuckDB database file" in reason:
        return LogFormatError(f"{path} is not a DuckDB file: name another file with --db.")
    if "newer version" in message:
        return LogFormatError(f"{path} was written by a newer DuckDB: update duckdb. ({reason})")
    return LogError(f"{path} cannot be opened: {reason}")


def in_memory() -> duckdb.DuckDBPyConnection:
    """A new log that no file keeps and no other process sees: for tests and trials."""
    connection = duckdb.connect(config=OFFLINE)
    _create(connection)
    return connection


def scratch() -> duckdb.DuckDBPyConnection:
    """A new database in memory, with nothing in it."""
    return duckdb.connect(config=OFFLINE)


def said(error: duckdb.Error) -> str:
    """The first line of what DuckDB says."""
    return str(error).splitlines()[0]
