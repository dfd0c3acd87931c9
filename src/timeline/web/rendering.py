"""Render pages: HTML by templates that escape whatever they are given, and the twins as JSON and CSV."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

import jinja2

from timeline.json_text import json_text
from timeline.model.clause import reporting_words
from timeline.model.moments import iso_text
from timeline.model.periods import day_label, print_label, time_label
from timeline.model.spreadsheet import inert
from timeline.model.text_fragment import linked
from timeline.model.visible_text import one_line, visible
from timeline.web.asked import FILTERS, MOST_QUERY_CHARS, SEVERAL, path_to
from timeline.web.assets import static_url
from timeline.web.guard import FILE_POLICY
from timeline.web.offers import TAKING_BACK, offers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.web.asked import Asked
    from timeline.web.page import Page

NAVIGATION = (("/", "Timeline"), ("/stories", "Stories"), ("/people", "People"), ("/matrix", "Who spoke when"),
              ("/articles", "Articles"), ("/digest", "Digest"), ("/log", "Log"), ("/help", "Help"))  # fmt: skip
"""Pages that every page leads to."""

OPTIONAL = {"sql": ("/sql", "SQL")}
"""And those that it leads to where they are asked for."""

KINDS = {
    "happening": "happened",
    "planned": "planned",
    "state": "states",
    "speech": "speech",
    "boilerplate": "boilerplate",
}
"""What the clauses of a timeline may be, in words."""


@cache
def templates() -> jinja2.Environment:
    """Templates of this package; whatever they are given is escaped, and a name that is not given is an error."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("timeline.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "day": day_label, "moment": _moment, "printed": print_label, "line": one_line, "safe_url": linked,
        "short": _short, "plural": _plural,
        "iso": lambda value: value.isoformat() if isinstance(value, date) else value, "number": "{:,}".format,
        "json": json_text, "reporting": reporting_words,
    }  # fmt: skip
    environment.globals |= {
        "time_label": time_label,
        "path_to": path_to,
        "static_url": static_url,
        "file_policy": FILE_POLICY,
        "most_chars": MOST_QUERY_CHARS,
        "kinds_of_rows": KINDS,
        "taking_back": TAKING_BACK,
    }
    return environment


def html(page: Page, asked: Asked) -> str:
    """The page; characters that would hide or turn text are made visible."""
    chips = (
        []
        if asked.moment
        else [
            (name, FILTERS[name], value, asked.without(name, value))
            for name in FILTERS
            for value in asked.given.get(name, ())
        ]
    )

    def twin(suffix: str) -> str:
        path, mark, query = asked.url().partition("?")
        return f"{'/timeline' if path == '/' else path}.{suffix}{mark}{query}"

    values = {
        "page": page,
        "asked": asked,
        "twin": twin,
        "chips": chips,
        "filters": FILTERS,
        "several": SEVERAL,
        "navigation": [
            *NAVIGATION,
            *(where for option, where in OPTIONAL.items() if option in asked.options),
            *[("/add", "Add")] * (asked.session is not None),
        ],
        "offers": offers(asked, page),
        **page.values,
    }
    return visible(templates().get_template(page.template).render(values))


def json(page: Page) -> str:
    """``{"title", "rows", "next"}``."""
    rows = [{name: _plain(value) for name, value in row.items()} for row in page.rows]
    return json_text({"title": page.title, "rows": rows, "next": page.next}, indent=1) + "\n"


def as_csv(page: Page) -> str:
    """The rows, in which no cell is taken for a formula; lists are JSON."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    names = list(page.rows[0]) if page.rows else []
    writer.writerow(names)
    for row in page.rows:
        writer.writerow([inert(_cell(row[name])) for name in names])
    return stream.getvalue()


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, datetime):
        return iso_text(value)
    if isinstance(value, date | UUID):
        return str(value)
    return list(map(_plain, value)) if isinstance(value, list | tuple) else value


def _cell(value: Any) -> str:
    plain = _plain(value)
    return "" if plain is None else plain if isinstance(plain, str) else json_text(plain)


def _moment(value: datetime | None) -> str:
    """A moment in UTC, to the second."""
    return f"{day_label(value.date())}, {value:%H:%M:%S} UTC" if value else ""


def _short(text: str, chars: int) -> str:
    return text if len(text) <= chars else f"{text[: chars - 1]}…"


def _plural(count: int, noun: str, several: str | None = None) -> str:
    return f"{count:,} {noun if count == 1 else several or f'{noun}s'}"


def error(status: int, sentence: str) -> str:
    """The page of something that went wrong, which needs no log."""
    values: Mapping[str, Any] = {"status": status, "sentence": one_line(sentence)}
    return visible(templates().get_template("error.html").render(values))
