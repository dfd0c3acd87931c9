"""A digest: as JSON, or in another format, such as a feed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from timeline import digests, sql_files
from timeline.projections import views
from timeline.web.api import parameters
from timeline.web.api.parameters import Parameter
from timeline.web.api.resource import Question, Resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.api.timeline import Timeline

PERIOD = Parameter("period", "period", "choice", "length of a section", choices=("day", "week", "month"), default="day")
OWN = (
    PERIOD,
    Parameter("max_dates", "max_dates", "integer", "only so many periods, the most salient ones", least=1),
    Parameter("per_date", "per_date", "integer", "only so many lines of each, the most telling ones", least=1),
    Parameter("why", "why", "boolean", "with the scores behind the choice", default=False),
)
"""What only a digest is asked."""

DAYS = 31
"""Of print, the last ones, where nobody asks for days: a digest of all that a log holds may be a book."""


def known() -> tuple[Parameter, ...]:
    """What a digest can be asked: as a timeline, as far as it has that, and how much of it."""
    shared = tuple(each for each in parameters.of_view("timeline") if each.field in digests.Request._fields)
    return (*shared, *OWN)


def resources() -> tuple[Resource, ...]:
    """The digest."""
    return (Resource("/digest", "What happened when, and who said what, day by day.", known(), (), _digest, _schema),)


def _digest(question: Question) -> str:
    return told(question, "json")


def told(question: Question, format: str) -> str:  # noqa: A002 - the user's word
    """A digest in a format; where nobody asks for days, of the last days of print."""
    values = dict(question.values)
    if not values.keys() & {"since", "until"} and (last := _last_printed(question)) is not None:
        values["since"] = last - timedelta(days=min(DAYS, last.toordinal() - 1))
    return question.log.digest(format, **values)


def _last_printed(question: Question) -> date | None:
    """The last day that something was printed on, by the moments asked for."""
    clocks = {name: views.moment_text(question.values.get(name)) for name in ("as_of", "reported_until")}
    ((last,),) = question.log.sql(sql_files.find("web", "last_printed").sql, clocks)
    return last if isinstance(last, date) else None


def _schema(_: Timeline) -> Mapping[str, Any]:
    some: Mapping[str, Any] = {"type": "array", "items": {"type": "object"}}
    told = {"entries": some, "statements": some}
    lines = {"type": "object", "properties": told}
    day = {"type": "object", "properties": {**told, "date": {"type": "string"}}, "required": ["date"]}
    known = {
        "title": {"type": "string"}, "activity": {},
        "days": {"type": "array", "items": day}, "undated": lines, "sources": some,
    }  # fmt: skip
    return {"type": "object", "properties": known, "required": list(known), "additionalProperties": False}
