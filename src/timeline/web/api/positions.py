"""How far a log goes: read anew only when its file has changed, so that asking again costs nothing."""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from timeline import sql_files
from timeline.log.merkle import EMPTY
from timeline.store import connections

if TYPE_CHECKING:
    from pathlib import Path

    Stamp = tuple[tuple[int, int, int] | None, ...]

NEWEST = "select tree_size, root, recorded_at from heads order by tree_size desc limit 1"
AT = "select tree_size, root, recorded_at from heads where tree_size = $position and root[:16] = $name"


class Position(NamedTuple):
    """
    A log as it was after a commit.

    Attributes:
        position: Of its last event; 0 for none.
        root: Of its tree, in hexadecimal.
        recorded_at: When that event was recorded, naive UTC: what was known then is all that the log held.
    """

    position: int = 0
    root: str = EMPTY
    recorded_at: datetime = datetime(1, 1, 1)

    @property
    def name(self) -> str:
        """The beginning of its root, which tells it from that of another log."""
        return self.root[:16]

    def tag(self, *about: object) -> str:
        """A validator (RFC 9110, 8.8.3) of what a log tells *about* something: it changes when the log has grown."""
        told = repr((self.name, _definitions(), *about)).encode("utf-8", "replace")
        return f'W/"{self.position}-{hashlib.sha256(told).hexdigest()[:16]}"'


class Positions:
    """The positions of the log in a file, which is waited for so many seconds."""

    def __init__(self, path: Path, wait: float) -> None:
        self._path, self._wait = path, wait
        self._known: tuple[Stamp, Position] | None = None

    def newest(self) -> Position:
        """
        Where the log ends now.

        Raises:
            NotFound: There is no log.
            LogLocked: Another process wrote for longer than the log waits.
        """
        stamp = stamp_of(self._path)  # before it is read: what is written meanwhile makes another
        known = self._known
        if known is None or known[0] != stamp:
            self._known = known = (stamp, self._read(NEWEST) or Position())
        return known[1]

    def size(self) -> int:
        """Bytes of the file, its journal included."""
        return sum(each[1] for each in stamp_of(self._path) if each is not None)

    def at(self, position: int, name: str) -> Position | None:
        """Where the log ended once; None if it never ended so."""
        newest = self.newest()
        if (newest.position, newest.name) == (position, name):
            return newest
        return self._read(AT, position=position, name=name)

    def _read(self, sql: str, **values: object) -> Position | None:
        with connections.reading(self._path, wait=self._wait) as connection:
            found = connection.execute(sql, values).fetchall()
        return Position(*found[0]) if found else None


@cache
def _definitions() -> str:
    """What changes with the meaning of any view."""
    rooms = ("macros", "projections", "views")
    told = "".join(query.fingerprint for room in rooms for query in sql_files.load(room).values())
    return hashlib.sha256(told.encode()).hexdigest()


def stamp_of(path: Path) -> Stamp:
    """What changes whenever a log is written to: which files it is, how large, and when they were written."""
    found: list[tuple[int, int, int] | None] = []
    for each in (path, connections.journal_of(path)):
        try:
            stat = each.stat()
        except OSError:
            found.append(None)
            continue
        found.append((stat.st_ino, stat.st_size, stat.st_mtime_ns))
    return tuple(found)
