"""Read what stands on top of a plain text: the date line, header lines, or YAML front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import frozen

from timeline.language.header import FIELD_NAMES, front_matter, header_lines
from timeline.plugins import lazy_module

if TYPE_CHECKING:
    import yaml

    from timeline.readers import InputContext
else:  # few texts have front matter
    yaml = lazy_module("yaml")

DATE_LINE = re.compile(r"\s*date[ \t]+(\d+[-/.]\d+[-/.]\d+\S*)[ \t]*([^\r\n]*)", re.IGNORECASE)


@frozen(kw_only=True)
class Header:
    """
    What a text states about itself.

    Attributes:
        fields: By the names of the JSON Lines form.
        authors: In the order given.
        end: Where the article itself begins; the headline of a date line belongs to it.
        line: One-based line on which the header begins.
    """

    fields: dict[str, str]
    authors: tuple[str, ...] = ()
    end: int = 0
    line: int | None = None


def header(text: str, context: InputContext) -> Header:
    """
    The header of a text; an empty one when there is none.

    Raises:
        InputError: Front matter is not valid YAML, or a value of it is not text.
    """
    return _date_line(text) or _front_matter(text, context) or _header_lines(text) or Header(fields={})


def _line_number(text: str, place: int) -> int:
    """The one-based line of a place."""
    return text.count("\n", 0, place) + 1


def _date_line(text: str) -> Header | None:
    """``date YYYY-MM-DD Headline``, leading blanks allowed."""
    found = DATE_LINE.match(text)
    if found is None:
        return None
    stated = {"published": found[1], "title": found[2].strip()}
    return Header(fields=stated, end=found.start(2), line=_line_number(text, found.start(1)))


def _header_lines(text: str) -> Header | None:
    """``Name: value`` lines, the first with a known name."""
    lines = header_lines(text)
    stated: dict[str, str] = {}
    authors: list[str] = []
    for line in lines:
        name, value = FIELD_NAMES.get(line[1].lower()), line[2].strip()
        if name == "authors":
            authors += [author.strip() for author in value.split(";") if author.strip()]
        elif name is not None:
            stated.setdefault(name, value)
    if not lines:
        return None
    return Header(fields=stated, authors=tuple(authors), end=lines[-1].end(), line=_line_number(text, lines[0].start()))


def _front_matter(text: str, context: InputContext) -> Header | None:
    """YAML between two lines of three dashes; every value is taken as text."""
    found = front_matter(text)
    if found is None:
        return None
    line = _line_number(text, found.start(1))
    stated: dict[str, str] = {}
    authors: list[str] = []
    for given, value in _front_matter_values(found[1], context, line).items():
        name = FIELD_NAMES.get(str(given).lower())
        values = value if isinstance(value, list) and name == "authors" else [value]
        if name is None:
            continue
        if not all(isinstance(item, str) for item in values):
            raise context.error(f"front matter: {given} must be text.", line)
        if name == "authors":
            authors += values
        else:
            stated.setdefault(name, value)
    return Header(fields=stated, authors=tuple(authors), end=found.end(), line=line)


def _front_matter_values(text: str, context: InputContext, line: int) -> dict[Any, Any]:
    """
    Names and values of front matter; values are strings, lists and mappings and nothing else.

    Raises:
        InputError: It is not a YAML mapping.
    """
    try:
        found = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        at = line + mark.line if mark is not None else line
        raise context.error(
            f"front matter is not valid YAML ({getattr(error, 'problem', None) or error}).", at
        ) from None
    if found in (None, ""):
        return {}
    if not isinstance(found, dict):
        raise context.error("front matter must be `name: value` lines.", line)
    return found
