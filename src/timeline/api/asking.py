"""A view by its name, with parameters and a limit: which query gives its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline import sql_files
from timeline.plugins import lazy_module
from timeline.projections import views
from timeline.store.partial_rows import FirstRows
from timeline.store.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from timeline.stories import finding
else:
    finding = lazy_module("timeline.stories.finding")


def ask(path: Path, view: str, limit: int | None, parameters: Mapping[str, object], *, wait: float) -> Rows:
    """
    The rows of a view, or only the first; a story is given by its articles, or by one text, see `finding.find`.

    Raises:
        NotFound: No such view.
        QueryError: No such parameter.
    """
    query = sql_files.find("views", view)
    parameters = with_articles(path, parameters, wait=wait)
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


def with_articles(path: Path, parameters: Mapping[str, object], *, wait: float) -> Mapping[str, object]:
    """
    The same with the articles of a story that is given by one text.

    Raises:
        NotFound: No such story.
        QueryError: Several stories may be meant.
    """
    if not isinstance(story := parameters.get("story"), str):
        return parameters
    clocks = {name: parameters.get(name) for name in finding.CLOCKS}
    return {**parameters, "story": finding.articles_of(path, story, wait=wait, **clocks)}
