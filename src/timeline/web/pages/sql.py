"""Ask the log in SQL: what a stranger may ask, in the process that `timeline sql` uses."""

from __future__ import annotations

from collections import Counter
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.errors import QueryError
from timeline.store import sandbox
from timeline.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.web.asked import Asked

PATH = "/sql"

OPTION = "sql"
"""The page is there only where this is asked for: `timeline serve --sql`."""

LIMITS = sandbox.Limits(seconds=10, rows=10_000, bytes=8_000_000, megabytes=256)
"""Of a query; the twins hold all its rows."""

SHOWN = 200
"""Rows on the page."""

AT_ONCE = 2
"""Queries; each has a process of its own."""

FREE = BoundedSemaphore(AT_ONCE)


def answer(asked: Asked) -> Page:
    """The rows of the query in the address, or in one sentence why there are none."""
    query = asked.one("query")
    values: dict[str, Any] = {
        "query": query, "limits": LIMITS, "most": SHOWN, "columns": (), "found": [], "cut": False, "problem": None,
        "examples": {each.about: asked.url("/sql", query=each.sql) for each in sql_files.load("examples").values()},
    }  # fmt: skip
    if query is None:
        return Page("sql.html", "SQL", values)
    try:
        found = _asked(asked, query)
    except QueryError as error:
        return Page("sql.html", "SQL", {**values, "problem": _sentence(error)}, status=400)
    columns = _named(found.columns)
    rows = [dict(zip(columns, row, strict=True)) for row in found.rows]
    return Page("sql.html", "SQL", {**values, "columns": columns, "found": found.rows, "cut": found.cut}, rows)


def _asked(asked: Asked, query: str) -> sandbox.Answer:
    if not FREE.acquire(timeout=LIMITS.seconds):
        raise QueryError(f"{AT_ONCE} queries are running already: ask again in a moment.")
    try:
        return sandbox.ask(asked.log.path, query, limits=LIMITS, wait=asked.log.wait)
    finally:
        FREE.release()


def _named(columns: Sequence[str]) -> list[str]:
    """Names of columns, told apart where several have one."""
    seen: Counter[str] = Counter()
    named = []
    for name in columns:
        seen[name] += 1
        named.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return named


def _sentence(error: QueryError) -> str:
    """What went wrong, without the options of a command line."""
    text = " ".join(str(error).split())
    for option in (", or raise --timeout", ", or raise --memory"):
        text = text.replace(option, "")
    return text
