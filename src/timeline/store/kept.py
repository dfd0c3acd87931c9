"""
What DuckDB is left with when a log is closed, for the next time that this process opens the file.

To start DuckDB and to define our names takes as long as most queries of a small log. So what was started stays, without
the file: that is detached when the last connection to it is closed, others may write it, move it or remove it, and who
opens it next attaches it again and looks at what is in it as at any file.
"""

from __future__ import annotations

from contextlib import suppress
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
"""Files for which something stays: those that were opened last."""


@define
class _Started:
    """
    DuckDB as it was started for one file.

    Attributes:
        open: So many connections use it.
        idle: One that nobody uses, and that keeps it running.
        is_used_up: It is not to stay.
    """

    open: int = 0
    idle: Connection | None = None
    is_used_up: bool = False

    def drop(self) -> None:
        """Nothing stays of it."""
        if self.idle is not None:
            self.idle.close()
            self.idle = None


_STARTED: dict[str, _Started] = {}
"""By the name under which DuckDB knows it; what was opened last is the last."""
_TURN = RLock()
"""Who has it may be interrupted by itself: what nobody refers to any more is closed wherever it is found to be so."""


def attached(name: str, attach: str, config: Settings, *, own: bool) -> Connection:
    """
    A connection to a file; `close` is to be called with it.

    Args:
        name: By which DuckDB knows what is started for that file.
        attach: The statement that attaches the file, unless it is attached already.
        config: As what it is started, the same each time.
        own: Nothing that stayed serves it, and nothing of it stays, as where settings are made, which hold for all that
            was started.
    """
    with _TURN:
        started = _STARTED[name] = _STARTED.pop(name, _Started())
        started.open += 1
        if own:
            started.is_used_up = True
            started.drop()
        connection, started.idle = started.idle, None
        try:
            if connection is None:
                connection = Connection(duckdb.connect(name, config=dict(config)))
            connection.database.execute("set enable_progress_bar = false")  # it would stand in what a pipe carries
            connection.database.execute(attach)
        except BaseException:
            if connection is not None:
                connection.close()
            started.open -= 1
            if not started.open:
                _STARTED.pop(name, None)
            raise
        return connection


def close(name: str, connection: Connection, *, stays: bool) -> None:
    """Close a connection, and with the last one the file; what was started for it *stays*, unless it was one's own."""
    with _TURN:
        started = _STARTED[name]
        is_tidy = False
        try:
            with suppress(duckdb.Error):
                if stays and not started.is_used_up:
                    connection.tidy()
                    if started.open == 1:
                        connection.database.execute(f"detach {STORED}")
                    is_tidy = True
        finally:
            started.open -= 1
            started.drop()
            if is_tidy:
                started.idle = connection
            else:
                connection.close()
                if not started.open:
                    _STARTED.pop(name, None)
        for each in [name for name, started in _STARTED.items() if not started.open][:-MOST]:
            _STARTED.pop(each, _Started()).drop()
