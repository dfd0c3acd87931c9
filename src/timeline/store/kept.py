"""
What DuckDB is left with when a log is closed, for the next time that this process opens a log.

To start DuckDB and to define our names takes as long as most queries of a small log. So what was started stays, without
the file: that is detached when the last connection to it is closed, others may write it, move it or remove it. Who
opens a log next, this one or another, attaches it, and looks at what is in it as at any file.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from threading import RLock
from typing import TYPE_CHECKING

import duckdb
from attrs import define

from timeline.store.connection import Connection
from timeline.store.definitions import STORED

if TYPE_CHECKING:
    from collections.abc import Mapping

    Settings = Mapping[str, str | bool | int | float | list[str]]

MOST = 4
"""Of so many that were started something stays: those that were used last."""


@define
class _Started:
    """
    DuckDB as it was started, for one file after the other.

    Attributes:
        name: By which DuckDB knows it.
        kind: As what it was started.
        open: So many connections use it.
        idle: One that nobody uses, and that keeps it running.
        is_used_up: It is not to stay.
    """

    name: str
    kind: str
    open: int = 0
    idle: Connection | None = None
    is_used_up: bool = False

    def drop(self) -> None:
        """Nothing stays of it."""
        if self.idle is not None:
            self.idle.close()
            self.idle = None


_SERVING: dict[str, _Started] = {}
"""By the file that it has open."""
_FREE: list[_Started] = []
"""Without a file; what was used last is the last."""
_NUMBERS = count()
_TURN = RLock()
"""Who has it may be interrupted by itself: what nobody refers to any more is closed wherever it is found to be so."""


def attached(file: str, kind: str, attach: str, config: Settings, *, own: bool) -> Connection:
    """
    A connection to a file; `close` is to be called with it.

    Args:
        file: Which file it is, in words that no other file has, and what it is opened for.
        kind: What was started as one kind is started with the same *config* each time.
        attach: The statement that attaches the file, unless it is attached already.
        config: As what it is started.
        own: Nothing that stayed serves it, and nothing of it stays, as where settings are made, which hold for all that
            was started.
    """
    with _TURN:
        started = _SERVING.get(file) or _free(kind, own=own)
        _SERVING[file] = started
        started.open += 1
        if own:
            started.is_used_up = True
            started.drop()
        connection, started.idle = started.idle, None
        try:
            if connection is None:
                connection = Connection(duckdb.connect(started.name, config=dict(config)))
                connection.database.execute("set enable_progress_bar = false")  # it would stand in what a pipe carries
            connection.database.execute(attach)
        except BaseException:
            if connection is not None:
                connection.close()
            _left(file, started)
            raise
        return connection


def close(file: str, connection: Connection, *, stays: bool) -> None:
    """Close a connection, and with the last one the file; what was started for it *stays*, unless it was one's own."""
    with _TURN:
        started = _SERVING[file]
        is_tidy = False
        try:
            with suppress(duckdb.Error):
                if stays and not started.is_used_up:
                    connection.tidy()
                    if started.open == 1:
                        connection.database.execute(f"detach {STORED}")
                    is_tidy = True
        finally:
            started.drop()
            if is_tidy:
                started.idle = connection
            else:
                connection.close()
            _left(file, started)


def _free(kind: str, *, own: bool) -> _Started:
    """What was started as this kind and has no file, or what is to be started."""
    for started in reversed(_FREE if not own else ()):
        if started.kind == kind:
            _FREE.remove(started)
            return started
    return _Started(f":memory:{kind} {next(_NUMBERS)}", kind)


def _left(file: str, started: _Started) -> None:
    """A connection is closed; with the last one the file is."""
    started.open -= 1
    if not started.open:
        del _SERVING[file]
        if started.idle is not None:
            _FREE.append(started)
        while len(_FREE) > MOST:
            _FREE.pop(0).drop()
