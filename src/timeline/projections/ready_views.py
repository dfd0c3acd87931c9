"""
Views, macros and empty tables of this version in a file, for later logs of a process to copy.

Making them takes a second of CPU, as DuckDB plans each; copying takes a hundredth of that. A process that makes one log
makes them there, since a file to copy from would cost as much.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING
from uuid import uuid4

from timeline.store.connections import DatabaseError
from timeline.store.definitions import histories
from timeline.store.opening import in_memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.store.connection import Connection

_asked: set[str] = set()
_lock = RLock()


def ready(fingerprint: str, make: Callable[[Connection], None], *, with_tables: bool = False) -> Path | None:
    """
    A file with definitions and no rows.

    Args:
        fingerprint: Of all files that they are made from.
        make: Makes them in an empty log; what it asks here meanwhile is answered by None.
        with_tables: Views, macros and the tables of projections; else without these.

    Returns:
        A copy of it that is the caller's, to be removed once it is open; None when it is asked for the first time, or
        no file can be written. Each is another file: DuckDB 2.0 waits forever where one is attached read-only that
        another database had attached when it ended, if that had the same address (`DatabaseFilePathManager`).
    """
    with _lock:
        if fingerprint not in _asked:
            _asked.add(fingerprint)
            return None
        with suppress(OSError, DatabaseError):
            copy = Path(_folder().name, uuid4().hex)
            kept = copy.with_name(f"{fingerprint}{'.tables' if with_tables else ''}")
            if not kept.exists():
                _asked.discard(fingerprint)
                copy.parent.mkdir(mode=0o700, exist_ok=True)  # one that was forked off takes it away when it ends
                with in_memory() as connection:
                    make(connection)
                    connection.keep_definitions(copy, tables=histories() if with_tables else ())
                copy.rename(kept)
            shutil.copyfile(kept, copy)
            return copy
        return None


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="timeline-")
