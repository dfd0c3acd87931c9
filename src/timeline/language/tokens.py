"""Cut a text into words and marks, in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.language.lexicon.abbreviations import WITH_STOP
from timeline.language.lexicon.words import tree
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.language.quotation_marks import Quotation

PIECES = re.compile(  # the first lines are for speed: most words are no other token's beginning, and no blank is one
    r"([A-Za-z][a-z]*(?=[\s,])|[,\"]"
    r"|(?!\s)(?:(?:[^\W\d_]\.){2,}"
    rf"|\b(?:{tree(WITH_STOP)})\."
    r"|\b[A-Z]\.(?=\s+[A-Z])"
    r"|\d+(?:[.,]\d+)+%?"
    r"|[^\W_]+(?:[-'’&][^\W_]+)*(?:\.(?:com|org|net|gov)\b)?"
    r"|''|``|\.\.+|--+|\S))"
)
"""Splits a text into what stands between tokens, and the tokens at odd places."""


@frozen
class Tokens:
    """
    The words and marks of a text as parallel lists: where each starts and ends, what it is, and in lower case.

    Attributes:
        quoted: For each token 1 + the index of the quotation it stands in, or 0.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]
    quoted: list[int]

    def within(self, span: Span) -> tuple[int, int]:
        """Indices of the first token that starts in a span, and of the first after it."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, end: int) -> Span:
        """The place of the tokens from *first* up to, not including, *end*."""
        return Span(self.starts[first], self.ends[end - 1])


def tokens(text: str, quotations: Sequence[Quotation]) -> Tokens:
    """The tokens of a text; titles, initials and abbreviations keep their stops, numbers their commas."""
    pieces = PIECES.split(text)
    words, places = pieces[1::2], list(accumulate(map(len, pieces)))
    starts, ends = places[:-1:2], places[1::2]
    quoted = [0] * len(words)
    for number, quotation in enumerate(quotations, 1):
        first, end = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
        quoted[first:end] = [number] * (end - first)
    return Tokens(starts, ends, words, list(map(str.lower, words)), quoted)
