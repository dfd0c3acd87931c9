"""Find what stands on top of a text and states something about it: header lines, or front matter."""

from __future__ import annotations

import re

FIELD_NAMES = {
    "id": "id",
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "source": "source",
    "publisher": "source",
    "url": "url",
    "link": "url",
    "author": "authors",
    "authors": "authors",
    "language": "language",
    "lang": "language",
    "captured": "captured",
}
"""The fields of an article by the names that headers give them, in lower case."""

FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(.{0,65536}?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
HEADER_LINE = re.compile(r"[ \t]*([A-Za-z][A-Za-z-]*)[ \t]*:[ \t]*([^\r\n]*)(?:\r?\n|\Z)")
LEADING_BLANKS = re.compile(r"\s*")
STOP = re.compile(r"[.!?…][\"”’']?\s*\Z")
NAMED = re.compile(r"^[A-Za-z][\w-]*[ \t]*:", re.MULTILINE)


def front_matter(text: str) -> re.Match[str] | None:
    """What stands between two lines of three dashes at the beginning of a text: group 1."""
    return FRONT_MATTER.match(text)


def header_lines(text: str) -> list[re.Match[str]]:
    """
    The ``Name: value`` lines (groups 1 and 2) that a text begins with; none unless the first has a known name.

    The first other line ends them, and so does one of an unknown name that is a sentence: ``LONDON: Ministers met.``
    """
    place = LEADING_BLANKS.match(text).end()  # type: ignore[union-attr]
    found: list[re.Match[str]] = []
    while line := HEADER_LINE.match(text, place):
        if line[1].lower() not in FIELD_NAMES and (not found or STOP.search(line[2])):
            break
        found.append(line)
        place = line.end()
    return found


def header_end(text: str) -> int:
    """Where a text goes on behind its header: 0 when it has none."""
    lines = header_lines(text)
    if lines:
        return lines[-1].end()
    matter = front_matter(text)
    return matter.end() if matter and NAMED.search(matter[1]) else 0
