"""
Tables beside the log that hold what is looked up of articles to link them: words, shingles, how often they occur.

What stands in them follows from the articles' texts, but is computed here and not by SQL: they are filled by who reads
them, are no projections, and go with an erased article. Their files stand in ``queries/indexes``.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from timeline import sql_files

if TYPE_CHECKING:
    from timeline.store.connection import Connection

ROOM = "indexes"
KEY = "index "
"""Begins the keys in ``meta`` that say from which file a table was made."""


def ensure(connection: Connection) -> None:
    """Make the tables that are not there, or that another version made; new ones are empty."""
    wanted = {KEY + query.name: query for query in sql_files.load(ROOM).values()}
    made = dict(connection.execute(f"select key, value from meta where starts_with(key, '{KEY}')").fetchall())
    kept = connection.tables
    stale = [key for key, query in wanted.items() if query.name not in kept or made.get(key) != _print(query.sql)]
    for key in stale:
        query = wanted[key]
        with connection.within_file():
            connection.database.execute(f"create or replace {query.sql.removeprefix('create ')}")
        connection.execute("delete from stored.meta where key = $key", {"key": key})
        connection.execute("insert into stored.meta values ($key, $made)", {"key": key, "made": _print(query.sql)})
    if stale:
        connection.forget()


def _print(sql: str) -> str:
    return hashlib.sha256(sql.encode()).hexdigest()
