"""What an address of the API may hold, by the headers of the views, and how it is read."""

from __future__ import annotations

import difflib
import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import parse_qsl

from timeline import sql_files
from timeline.errors import QueryError
from timeline.language.written_times import written_time
from timeline.model.moments import naive_utc, parse_moment
from timeline.projections.views import MOMENT_PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    Kind = Literal["text", "texts", "choice", "choices", "day", "moment", "integer", "boolean"]
    Pairs = Sequence[tuple[str, str]]

NAMES = {"and_about": "and", "not_about": "not"}
"""Parameters that are called otherwise than in Python, as on the command line."""

HIDDEN = frozenset(("begins_by", "up_to", "limit"))
"""Of views: what pages are cut by."""

STORY = "key of a story, or a part of its title"
KINDS = re.compile(r"of these kinds: (?P<kinds>\w+(?:, \w+)*)")
CHOICE = re.compile(r"(?P<choices>\w+(?:, \w+)*(?: or \w+)): only that")

MOST_CHARS = 200
"""Of one value."""
MOST_FIELDS = 60
"""Of an address."""
MOST_ROWS = 1000
"""Of a page."""
ROWS = 100
"""Of a page, where nobody says how many."""
MOST = {"integer": 2**31 - 1, "bigint": 2**63 - 1}
MOST_PER_MILLE = 1000


class Parameter(NamedTuple):
    """
    One name that an address may hold.

    Attributes:
        name: In the address.
        field: What the view calls it.
        kind: How its value is read; of ``texts`` and ``choices`` there may be several.
        meaning: In a sentence without its end.
        choices: The values that it can have; empty for any.
        least, most: Bounds of an integer.
        most_chars: Of a text.
        default: What holds where it is not given; None for nothing.
    """

    name: str
    field: str
    kind: Kind
    meaning: str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = MOST["integer"]
    most_chars: int = MOST_CHARS
    default: int | bool | str | None = None

    @property
    def is_several(self) -> bool:
        """It may be given several times."""
        return self.kind in ("texts", "choices")


LIMIT = Parameter("limit", "limit", "integer", "at most so many rows on a page", least=1, most=MOST_ROWS, default=ROWS)
CURSOR = Parameter(
    "cursor", "cursor", "text", "where a page begins, as the page before it says in its `next`", most_chars=400
)


class Given(NamedTuple):
    """
    What an address holds.

    Attributes:
        values: By the names of the view.
        is_relative: It depends on what day is today.
    """

    values: dict[str, Any]
    is_relative: bool


def of_view(view: str, without: Collection[str] = ()) -> tuple[Parameter, ...]:
    """The parameters of a view, but for those that no address holds."""
    known = sql_files.find("views", view).parameters
    return tuple(_parameter(each) for each in known if each.name not in HIDDEN and each.name not in without)


def _parameter(each: sql_files.Parameter) -> Parameter:
    kinds = KINDS.search(each.meaning)
    name, default = NAMES.get(each.name, each.name), None
    if each.name == "story":
        return Parameter(name, "story", "text", STORY)
    if each.type == "varchar[]":
        choices = tuple(kinds["kinds"].split(", ")) if kinds else ()
        return Parameter(name, each.name, "choices" if kinds else "texts", each.meaning, choices)
    if each.type == "varchar":
        return Parameter(name, each.name, "moment" if each.name in MOMENT_PARAMETERS else "text", each.meaning)
    if each.type == "date":
        return Parameter(name, each.name, "day", each.meaning)
    if each.type == "boolean":
        return Parameter(name, each.name, "boolean", each.meaning, default=each.default == "true")
    default = int(each.default) if each.default.isdigit() else None
    most = MOST_PER_MILLE if each.meaning.casefold().startswith("per mille") else MOST[each.type]
    return Parameter(name, each.name, "integer", each.meaning, most=most, default=default)


def pairs_of(query: str) -> Pairs:
    """
    Names and values of an address.

    Raises:
        QueryError: There are more of them than any question has.
    """
    try:
        return parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="replace")
    except ValueError:
        raise QueryError(f"the address holds more than {MOST_FIELDS} values: take some off.") from None


def read(parameters: Iterable[Parameter], pairs: Pairs, today: date) -> Given:
    """
    What an address holds, as views take it.

    Args:
        parameters: What it may hold.
        pairs: Names and values.
        today: What days like ``yesterday`` are counted from.

    Raises:
        QueryError: A name that is not known, one that is given twice, or a value that it cannot have.
    """
    known = {each.name: each for each in parameters}
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        if name not in known:
            raise QueryError(f"there is no parameter {name[:MOST_CHARS]!r}: {nearest(name, known)}")
        found.setdefault(name, []).append(_checked(known[name], value))
    values, is_relative = {}, False
    for name, texts in found.items():
        parameter = known[name]
        if len(texts) > 1 and not parameter.is_several:
            raise QueryError(f"{name} is given {len(texts)} times: give it once.")
        each = [_value(parameter, text, today) for text in texts]
        is_relative = is_relative or any(relative for _, relative in each)
        values[parameter.field] = [value for value, _ in each] if parameter.is_several else each[0][0]
    return Given(values, is_relative)


def nearest(name: str, known: Iterable[str]) -> str:
    """The end of a sentence about a name that is not known: which one may be meant, or all there are."""
    names = sorted(known)
    like = difflib.get_close_matches(name[:MOST_CHARS].replace("-", "_").casefold(), names, n=1)
    return f"did you mean {like[0]}?" if like else f"there are {', '.join(names)}." if names else "it takes none."


def _checked(parameter: Parameter, value: str) -> str:
    """
    A value without the blanks around it.

    Raises:
        QueryError: It is empty, or longer than any.
    """
    text = value.strip()
    if not text:
        raise QueryError(f"{parameter.name} is empty: give it a value, or leave it out.")
    if len(text) > parameter.most_chars:
        raise QueryError(f"{parameter.name} has more than {parameter.most_chars} characters: shorten it.")
    return text


def _value(parameter: Parameter, text: str, today: date) -> tuple[Any, bool]:
    """
    A value as the view takes it, and whether it depends on what day is today.

    Raises:
        QueryError: The parameter cannot have it.
    """
    name = parameter.name
    if parameter.kind == "integer":
        if not (
            text.isascii() and text.isdigit() and len(text) < 20 and parameter.least <= int(text) <= parameter.most
        ):
            raise QueryError(f"{name} is a number from {parameter.least} to {parameter.most}, not {text!r}.")
        return int(text), False
    if parameter.kind == "boolean":
        if text not in ("true", "false"):
            raise QueryError(f"{name} is true or false, not {text!r}.")
        return text == "true", False
    if parameter.choices and text not in parameter.choices:
        raise QueryError(f"{name} cannot be {text!r}: {nearest(text, parameter.choices)}")
    if parameter.kind == "day":
        return _day(text, today, last=parameter.name == "until")
    return _moment(text, today) if parameter.kind == "moment" else (text, False)


def _day(text: str, today: date, *, last: bool) -> tuple[date, bool]:
    """
    The first or the last day of what is written: of a day, of ``August 2024``, of ``last week``.

    Raises:
        QueryError: It is no date, or may be one of two.
    """
    try:
        written = written_time(text, today)
    except ValueError as error:
        raise QueryError(f"{text!r} {error}.") from error
    return (written.last if last else written.first), written.is_relative


def _moment(text: str, today: date) -> tuple[date, bool]:
    """
    A day or a moment; of a longer time its last day.

    Raises:
        QueryError: It is neither, may be one of two, or lies outside the calendar.
    """
    try:
        try:
            read, relative = parse_moment(text), False
        except ValueError:
            written = written_time(text, today)
            read, relative = written.moment or written.last, written.is_relative
        return (naive_utc(read) if isinstance(read, datetime) else read), relative
    except OverflowError:
        raise QueryError(f"{text!r} lies outside the calendar: write a year from 1 to 9999.") from None
    except ValueError as error:
        raise QueryError(f"{text!r} {error}.") from error
