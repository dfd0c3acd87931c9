"""
Projections that fold rows of other projections, whichever articles they are from: ``folds`` in their header.

What is folded is all that has the same value in the column named by ``by``: at catch-up the values whose rows may be
others are looked for, and their rows made again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline import sql_files

if TYPE_CHECKING:
    from timeline.sql_files import Query
    from timeline.store.connection import Connection


def queries() -> list[Query]:
    """The projections that fold others."""
    return [query for query in sql_files.load("projections").values() if "folds" in query.header]


def rebuild(connection: Connection) -> None:
    """Make their tables from those that they fold."""
    connection.forget()  # what they read was replaced
    for query in queries():
        select = f"{select_all(query)} order by {query.value('order')}"
        connection.execute(f"create or replace table stored.{query.value('history')} as {select}")


def select_all(query: Query, only: str = "") -> str:
    """The rows of a fold, from all rows of what it folds or from those that a condition chooses."""
    rows = " union all ".join(
        f"select {query.value('columns')} from stored.{each} {only}" for each in query.value("folds").split(", ")
    )
    return f"with folded as not materialized ({rows}) select * from ({query.sql})"


def catch_up(connection: Connection, added: int | None) -> None:
    """
    Make the rows again that may be others after a commit, inside of its transaction.

    Args:
        connection: To the log, with the relation ``touched`` unless the commit only adds articles.
        added: Where it only adds articles, the last position before it.
    """
    for query in queries():
        changed = _changed(connection, query) if added is None else _added(connection, query, added)
        if changed:
            only, bound = f"where {query.value('by')} in (select unnest($changed))", {"changed": changed}
            table = f"stored.{query.value('history')}"
            connection.execute(f"delete from {table} {only}", bound)
            connection.execute(f"insert into {table} by name {select_all(query, only)}", bound)


def _added(connection: Connection, query: Query, after: int) -> list[object]:
    """What articles that were added have in common with others, and is not counted yet."""
    if not (again := _again(connection, query, "position > $after", {"after": after})):
        return []
    by = query.value("by")
    counted = sql_files.find("catch_up", f"counted_{by}s").sql
    known = set(_values(connection, counted, {"after": after, f"{by}s": again}))
    return [value for value in again if value not in known]


def _changed(connection: Connection, query: Query) -> list[object]:
    """What articles that are touched have in common with others, and what was counted of them."""
    again = _again(connection, query, "position in (select position from touched)", {})
    counted = f"select {query.value('by')} from stored.{query.value('history')}"
    return [*again, *_values(connection, f"{counted} where article in (select article from touched)", {})]


def _again(connection: Connection, query: Query, condition: str, values: dict[str, object]) -> list[object]:
    """What stands in some rows, and in as many articles as are counted from."""
    by = query.value("by")
    new = _values(connection, _of_rows(query, condition), values)
    again = f"{_of_rows(query, f'{by} in (select unnest($new))')} group by all having count(distinct article) >= $least"
    return _values(connection, again, {"new": new, "least": int(query.value("least"))})


def _of_rows(query: Query, condition: str) -> str:
    """The column by which is folded, of rows of what is folded."""
    by, tables = query.value("by"), query.value("folds").split(", ")
    rows = " union all ".join(f"select {by}, article from stored.{each} where {condition}" for each in tables)
    return f"select {by} from ({rows})"


def _values(connection: Connection, sql: str, values: dict[str, object]) -> list[object]:
    return [value for (value,) in connection.execute(sql, values).fetchall()]
