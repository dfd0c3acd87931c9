"""The rows of a view, page by page: all pages are of the log as it was when the first was asked for."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from timeline import sql_files
from timeline.api import asking
from timeline.errors import QueryError
from timeline.json_text import json_text
from timeline.projections import views
from timeline.store.rows import Rows
from timeline.web.api import parameters, schemas
from timeline.web.api.cursors import Cursor, fingerprint
from timeline.web.api.resource import Question, Resource

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline.api.timeline import Timeline
    from timeline.web.api.parameters import Parameter
    from timeline.web.api.positions import Position

    Fields = Mapping[str, Any]


class Listing(NamedTuple):
    """
    A resource that is a list.

    Attributes:
        view: Whose rows.
        parts: What the path holds, by the names of the view.
        order: The columns that its rows are in the order of, where the view leaves them in none.
        found: What the path holds as the view takes it.
    """

    view: str
    parts: tuple[Parameter, ...] = ()
    order: str | None = None
    found: Callable[[Timeline, Fields], Fields] = lambda _, fields: fields


def listing(path: str, told: Listing) -> Resource:
    """The resource of a view."""
    query = sql_files.find("views", told.view)
    known = parameters.of_view(told.view, without=[each.field for each in told.parts])
    return Resource(
        path, query.about, (*known, parameters.LIMIT, parameters.CURSOR), told.parts, partial(_page, told),
        partial(_schema, told.view),
    )  # fmt: skip


def _schema(view: str, log: Timeline) -> Mapping[str, Any]:
    return schemas.page(schemas.row(log, view))


def _page(told: Listing, question: Question) -> str:
    fields = dict(question.values)
    most, given = fields.pop("limit", parameters.ROWS), fields.pop("cursor", None)
    named = fingerprint(question.path, question.pairs)
    newest = question.position
    begin = Cursor(newest.position, newest.name, question.today, 0, named)
    cursor = begin if given is None else Cursor.of_text(given)
    if cursor.question != named:
        raise QueryError("the cursor belongs to another question: change nothing in an address but its limit.")
    begun = question.positions.at(cursor.position, cursor.log)
    if begun is None:
        raise QueryError("the cursor belongs to another log, or one that was written anew: begin with the first page.")
    fields = {**told.found(question.log, fields)}
    rows = _consistent(question, begun, fields, partial(_rows, told, question.log, begins=cursor.begins, most=most + 1))
    following = cursor._replace(begins=cursor.begins + most).text if len(rows) > most else None
    return body(rows[:most], begun.position, following and next_page(question, cursor=following))


def body(rows: list[dict[str, Any]], position: int, following: str | None) -> str:
    """``{"data", "position", "next"}``, one line for each row."""
    lines = ",\n".join(map(json_text, rows))
    told = f"\n{lines}\n" if rows else ""
    return f'{{"data": [{told}], "position": {position}, "next": {json_text(following)}}}\n'


def next_page(question: Question, **changes: object) -> str:
    """The address of the next page."""
    kept = [pair for pair in question.pairs if pair[0] not in changes]
    return f"{question.path}?{urlencode([*kept, *((name, str(value)) for name, value in changes.items())])}"


def _consistent(
    question: Question, begun: Position, fields: Fields, ask: Callable[[Fields], list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """The rows of the log as it was then: asked of the log as it is, which is quicker, as long as it is the same."""
    if question.positions.newest() == begun:
        rows = ask(fields)
        if question.positions.newest() == begun:
            return rows
    return ask({**fields, "as_of": known_by(fields.get("as_of"), begun)})


def known_by(asked: date | None, begun: Position) -> datetime:
    """The moment asked for, or that at which the log ended, whichever is earlier."""
    if asked is None:
        return begun.recorded_at
    moment = asked if isinstance(asked, datetime) else datetime.combine(asked, time.max)
    return min(moment, begun.recorded_at)


def _rows(told: Listing, log: Timeline, fields: Fields, *, begins: int, most: int) -> list[dict[str, Any]]:
    """Rows of the view, behind so many others."""
    query = sql_files.find("views", told.view)
    fields = {name: value for name, value in fields.items() if value is not None}
    if "earliest" in query.header:  # of these no more is worked out than is wanted
        return asking.ask(log.path, told.view, begins + most, fields, wait=log.wait)[begins:].dicts()
    fields = asking.with_articles(log.path, fields, wait=log.wait)
    limit = {"limit": begins + most} if any(each.name == "limit" for each in query.parameters) else {}
    sql, values = views.bind(told.view, {**fields, **limit})
    order = f" order by {told.order}" if told.order else ""
    cut = f"from ({sql}\n){order} limit cast($most_ as bigint) offset cast($begins_ as bigint)"
    return Rows(log.path, cut, values | {"most_": most, "begins_": begins}, wait=log.wait).dicts()
