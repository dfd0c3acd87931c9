"""Open a DuckDB file as a log: make it, bring it to this format, or refuse it, each in one sentence."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import duckdb

from timeline import sql_files
from timeline.errors import IntegrityError, LogError, LogFormatError, LogLocked, NotFound
from timeline.events import upcasts
from timeline.model.visible_text import printable
from timeline.store import catalogue, kept
from timeline.store.connection import Connection, quoted
from timeline.store.definitions import STORED
from timeline.store.lock import RETRY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FORMAT = 3
"""Version of the tables in ``queries/log``; a file of a newer one is refused, one of an older one brought to it."""

KIND = "event "
"""Begins the keys in ``meta`` that say which event types there are, in which newest version."""

UNTOLD = "commits untold"
"""Key in ``meta`` of how many events a log had when it got format 3: their times do not tell where commits ended."""

BUILT = "tables"
"""Key in ``meta`` that a log has since the first commit of one that keeps projections."""

CREATE = ("meta", "log", "heads", "revisions", "streams", "batches", "guard", "refuse_update", "refuse_delete")
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",  # a name is never that of a variable of the caller
}
FAILURES = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException)
"""What DuckDB raises when not the query but the file, the disk or DuckDB itself is at fault."""

GIVEN_BACK = {"allocator_background_threads": "true"}
"""What was started stays when a log is closed (`timeline.store.kept`): its memory goes to the system in a second."""

WRITER: dict[str, str | bool | int | float | list[str]] = {**OFFLINE, **GIVEN_BACK, "memory_limit": "1400MB"}
"""Rebuilding ten million events in 1.4 GB takes no longer than in eight, which it would take if it may."""

ROW_GROUP_ROWS = 20_480
"""
Of a table, so many rows lie together in the file: closing it merges small groups into up to three full ones, in memory.
Of six times as many, as is DuckDB's default, that took 300 MB more; the file is an eighth smaller then.
"""

READER = {**OFFLINE, **GIVEN_BACK, "memory_limit": "2GB"}
"""Four megabytes of a file can hold three gigabytes of payloads: what does not fit is refused before it is unpacked."""

HOLDER = re.compile(r"PID (\d+)")
IN_USE = ("lock on file", "different configuration", "Unique file handle conflict")
TOO_LARGE = f"holds more than fits into {READER['memory_limit']} of memory at once: ask for less, or do not trust it."
"""Said of a log, or of a file of events."""

MOST_NOTES = 1000
"""Rows of ``meta`` in a log: a file with more is none of ours."""

NUMBER = re.compile(r"[1-9][0-9]{0,8}")


@contextmanager
def opened(
    path: Path, *, read_only: bool, wait: float, as_is: bool = False, own: bool = False, settings: Sequence[str] = ()
) -> Iterator[Connection]:
    """
    A connection to a log; a file that is opened to be written is made when there is none, and upgraded.

    A file with definitions that are not ours is refused, unless it is to be opened *as it is*, to be looked through:
    then nothing is written to it here. *settings* are made before anything is read from it; with them, and where asked,
    it is opened by a connection of its *own*, in which no name is defined before it is asked for.
    """
    with attached(path, read_only=read_only, wait=wait, own=own or as_is or bool(settings)) as connection:
        try:
            connection.look_again()
            for setting in settings:
                connection.database.execute(setting)
            if (meta := _meta(connection)) is None:
                if read_only:
                    raise no_log(path)
                meta = _create(connection)
            _check(meta, path)
            if not as_is:
                catalogue.check(connection, path)
                if read_only and BUILT not in meta and not connection.execute("select 1 from heads limit 1").fetchall():
                    raise no_log(path)  # whoever made it was killed before the first commit
                if not read_only and int(meta["format"]) < FORMAT:
                    connection.execute("begin")
                    upgrade(connection)
                    connection.execute("commit")
            yield connection
        except duckdb.Error as error:
            if (explained := _explained(path, error)) is None:
                raise
            raise explained from error


def check_name(path: Path) -> None:
    """
    DuckDB can open a file of that name.

    Raises:
        LogError: It is not UTF-8.
    """
    if (shown := printable(str(path.absolute()))) != str(path.absolute()):
        raise LogError(f"{shown} has a name that is not UTF-8, which DuckDB cannot open: rename it.")


def _explained(path: Path, error: duckdb.Error) -> LogError | IntegrityError | None:
    """The error to be raised where the log is at fault, or what it lies on; None where the query is."""
    if is_damage(error):
        return damaged(path, error)
    if is_too_large(error):
        return LogError(f"{path} {TOO_LARGE}")
    return LogError(f"{path} could not be used: {said(error)}") if isinstance(error, FAILURES) else None


def is_damage(error: duckdb.Error) -> bool:
    """DuckDB found that the file does not hold what was written to it."""
    return "Corrupt database file" in str(error)


def is_too_large(error: duckdb.Error) -> bool:
    """DuckDB would have needed more memory than it may take."""
    return isinstance(error, duckdb.OutOfMemoryException)


def damaged(path: Path, error: duckdb.Error) -> IntegrityError:
    """The error that says so."""
    return IntegrityError(
        f"{path} is damaged: restore a backup. ({said(error).removeprefix('Error: ')})", column="file"
    )


def no_log(path: Path) -> NotFound:
    """The error that says so."""
    return NotFound(f"no log at {path}: append an article first, or name another file with --db.")


def _meta(connection: Connection) -> dict[str, str] | None:
    """What a file says that it is; None if nothing was ever committed: it is new, or its making was cut short."""
    if catalogue.has_ours(connection, "meta"):
        return _notes(connection)
    return {} if catalogue.read(connection) else None


def _notes(connection: Connection) -> dict[str, str]:
    """The rows of ``meta``; none of a file that has more of them than a log."""
    notes = connection.execute(f"select key, value from {STORED}.meta limit {MOST_NOTES + 1}").fetchall()
    return dict(notes) if len(notes) <= MOST_NOTES else {}


def _create(connection: Connection) -> dict[str, str]:
    connection.execute("begin")
    with connection.within_file():
        for name in CREATE:
            connection.database.execute(sql_files.find("log", name).sql)
    connection.execute(
        f"insert into {STORED}.meta values ('product', 'timeline'), ('format', $format)", {"format": str(FORMAT)}
    )
    connection.execute("commit")
    connection.execute(f"checkpoint {STORED}")
    return {"product": "timeline", "format": str(FORMAT)}


def upgrade(connection: Connection) -> None:
    """
    Bring a file to today's format: give it the register of batches, and note from where on times tell commits.

    For a transaction, and for a file in which nothing is defined but by us: else that would be executed.
    """
    if (number := int(_notes(connection)["format"])) == FORMAT:
        return
    if number == 1:
        connection.execute(f"drop table if exists {STORED}.batches")
        connection.execute(sql_files.find("log", "batches").sql.replace("create table ", f"create table {STORED}."))
        connection.execute(f"insert into {STORED}.batches {sql_files.find('registers', 'batches').sql}")
    connection.execute(f"insert into {STORED}.meta select '{UNTOLD}', coalesce(max(tree_size), 0) from heads")
    connection.execute(f"update {STORED}.meta set value = $format where key = 'format'", {"format": str(FORMAT)})
    connection.forget()


def _check(meta: dict[str, str], path: Path) -> None:
    number = meta.get("format", "")
    if meta.get("product") != "timeline" or not NUMBER.fullmatch(number):
        raise LogFormatError(f"{path} is a DuckDB file but not a timeline log: name another file with --db.")
    if int(number) > FORMAT:
        raise LogFormatError(f"{path} has log format {number}, newer than {FORMAT}: install a newer timeline.")
    kinds = [(key.removeprefix(KIND), value) for key, value in sorted(meta.items()) if key.startswith(KIND)]
    if wrong := [kind for kind, value in kinds if not NUMBER.fullmatch(value)]:
        raise LogFormatError(f"{path} states no version of its events of type {wrong[0]!r}: take a backup.")
    if reason := upcasts.refusal((kind, int(value)) for kind, value in kinds):
        raise LogFormatError(f"{path} {reason}: install a newer timeline.")


@contextmanager
def attached(path: Path, *, read_only: bool, wait: float = 0, own: bool = False) -> Iterator[Connection]:
    """
    A connection to a DuckDB file, whatever is in it, which is made when there is none and is to be written.

    Args:
        path: Of the file.
        read_only: It cannot be written.
        wait: Seconds to wait for others.
        own: What was started for an earlier opening does not serve this one, nor this the next (`timeline.store.kept`).
    """
    file, connection = _attached(path, read_only=read_only, wait=wait, own=own)
    is_sound = False
    try:
        yield connection
        is_sound = True
    finally:
        kept.close(file, connection, stays=is_sound)


def _attached(path: Path, *, read_only: bool, wait: float, own: bool) -> tuple[str, Connection]:
    """The connection, and which file it has, for `kept.close`."""
    deadline = time.monotonic() + wait
    place = str(path.absolute())
    kind = "reading" if read_only else "writing"
    option = "read_only" if read_only else f"row_group_size {ROW_GROUP_ROWS}"
    attach = f"attach if not exists {quoted(place)} as {STORED} ({option})"
    while True:
        before = _inode(path)
        file = f"{kind} {before} {place}"  # by one DuckDB, as a process can attach a file but once
        try:
            connection = kept.attached(file, kind, attach, READER if read_only else WRITER, own=own)
        except duckdb.Error as error:
            message = str(error)
            if is_damage(error):
                raise damaged(path, error) from error
            if not any(sign in message for sign in IN_USE):
                raise _unusable(path, message) from error
            if time.monotonic() > deadline:
                found = HOLDER.search(message)
                raise LogLocked.held_by(int(found[1]) if found else None, path, wait=wait) from error
            time.sleep(RETRY_SECONDS)
        else:
            if before in (None, _inode(path)):
                return file, connection
            kept.close(file, connection, stays=False)  # another file was swapped in while this one was being opened


def _inode(path: Path) -> int | None:
    return path.stat().st_ino if path.exists() else None


def _unusable(path: Path, message: str) -> LogError:
    reason = message.splitlines()[0]
    if "not a valid DuckDB database file" in reason:
        return LogFormatError(f"{path} is not a DuckDB file: name another file with --db.")
    if "newer version" in message:
        return LogFormatError(f"{path} was written by a newer DuckDB: update duckdb. ({reason})")
    return LogError(f"{path} cannot be opened: {reason}")


def in_memory() -> Connection:
    """A new log that no file keeps and no other process sees: for tests and trials."""
    database = duckdb.connect(config=OFFLINE)
    database.execute(f"attach ':memory:' as {STORED}")
    connection = Connection(database)
    _create(connection)
    return connection


def scratch() -> duckdb.DuckDBPyConnection:
    """A new database in memory, with nothing in it, to read a file of events."""
    return duckdb.connect(config=READER)


def said(error: duckdb.Error) -> str:
    """The first line of what DuckDB says."""
    return str(error).splitlines()[0]
