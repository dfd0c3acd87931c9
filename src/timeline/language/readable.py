"""
Read a text through what is not seen in it, or is not of it.

Soft hyphens, marks of direction, entities, accents written apart; the header; line ends inside wrapped paragraphs;
blanks that are missing between two words.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from timeline.language.header import header_end
from timeline.language.missing_blanks import missing_blanks
from timeline.language.wrapped_lines import wraps
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

NARROW_SPACES = "\u2007\u2008\u2009\u200a\u202f"
"""Spaces that are narrower or do not break: read as blanks."""
UNREADABLE = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});)"
    rf"|(?P<narrow>[{NARROW_SPACES}])"
    r"|(?P<accented>[^\W\d_][\u0300-\u036f]+)"
    r"|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
TO_READ = re.compile(
    rf"[&{NARROW_SPACES}\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
"""What one of the others begins with or holds."""


class Reading:
    """
    A text as it is read.

    Attributes:
        text: Without what is not seen and without a header; entities and accents as the characters they stand for, a
            blank for a line end inside a paragraph, and one where it is missing.
    """

    def __init__(self, given: str) -> None:
        self.text = given
        self._starts: Sequence[int] | None = None
        """For each character that is read where it starts in the text as given; None where the two are the same."""
        self._ends: Sequence[int] = ()
        behind = header_end(given)
        others = [(0, behind, "")] if behind else []
        others += wraps(given, behind)
        others += missing_blanks(given, behind)
        if TO_READ.search(given):
            others += [(*found.span(), _read(found)) for found in UNREADABLE.finditer(given, behind)]
        if others:
            self._read(given, sorted(others))

    def _read(self, given: str, others: list[tuple[int, int, str]]) -> None:
        """Read it so that others stand for some stretches, in order."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        past = 0
        for first, after, read in others:
            pieces += given[past:first], read
            starts += range(past, first)
            ends += range(past + 1, first + 1)
            starts += [first] * len(read)
            ends += [after] * len(read)
            past = after
        pieces.append(given[past:])
        self.text = "".join(pieces)
        self._starts = [*starts, *range(past, len(given) + 1)]
        self._ends = [*ends, *range(past + 1, len(given) + 1)]

    @property
    def is_as_given(self) -> bool:
        """Nothing is read otherwise than it stands."""
        return self._starts is None

    def place(self, span: Span) -> Span:
        """Where a stretch of what is read stands in the text as given."""
        if self._starts is None:
            return span
        start = self._starts[span.start]
        return Span(start, self._ends[span.end - 1] if span.end > span.start else start)


def _read(found: re.Match[str]) -> str:
    """What is read for characters that are not read as they stand."""
    kind = found.lastgroup
    if kind == "entity":
        return html.unescape(found[0])
    if kind == "narrow":
        return " "
    return unicodedata.normalize("NFC", found[0]) if kind == "accented" else ""
