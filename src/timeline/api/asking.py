"""A view by its name, with parameters and a limit: which query gives its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.projections import views
from timeline.store.partial_rows import FirstRows
from timeline.store.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def ask(path: Path, view: str, limit: int | None, parameters: Mapping[str, object], *, wait: float) -> Rows:
    """
    The rows of a view, or only the first.

    Raises:
        NotFound: No such view.
        QueryError: No such parameter.
    """
    query = sql_files.find("views", view)
    if limit is None:
        return Rows(
            path, *views.bind(view, parameters), wait=wait,
            first=lambda most: ask(path, view, most, parameters, wait=wait),
        )  # fmt: skip
    if "earliest" in query.header:  # names the view with what its rows are the earliest of

        def begun(begins_by: str | None) -> tuple[str, dict[str, Any]]:
            return _limited(*views.bind(view, {"begins_by": begins_by, **parameters}), limit)

        shared = {name: value for name, value in parameters.items() if name != "begins_by"}
        return FirstRows(path, begun, views.bind(query.value("earliest"), shared), limit, wait=wait)
    has_limit = any(each.name == "limit" for each in query.parameters)
    bound = views.bind(view, {**parameters, "limit": limit} if has_limit else parameters)
    return Rows(path, *_limited(*bound, limit), wait=wait)


def _limited(sql: str, values: dict[str, Any], limit: int) -> tuple[str, dict[str, Any]]:
    """The same query, only so many rows."""
    return f"from ({sql}\n) limit cast($limit_ as bigint)", values | {"limit_": limit}
