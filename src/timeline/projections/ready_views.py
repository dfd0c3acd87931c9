"""
The views and macros of this version in a file, for later logs of a process to copy.

Making them takes a second of CPU, as DuckDB plans each; copying takes a hundredth of that. A process that makes one log
makes them there, since a file to copy from would cost as much.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from timeline.store.opening import in_memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.store.connection import Connection

_asked: set[str] = set()
_lock = RLock()


def ready(fingerprint: str, make: Callable[[Connection], None]) -> Path | None:
    """
    A file with definitions and nothing else.

    Args:
        fingerprint: Of all files that they are made from.
        make: Makes them in an empty log; what it asks here meanwhile is answered by None.

    Returns:
        Where it is, until the process ends; None when it is asked for the first time.
    """
    with _lock:
        if fingerprint not in _asked:
            _asked.add(fingerprint)
            return None
        path = Path(_folder().name, fingerprint)
        if not path.exists():  # one that was forked off takes the folder with it when it ends
            _asked.discard(fingerprint)
            with in_memory() as connection:
                make(connection)
                connection.keep_definitions(path)
        return path


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="timeline-")
