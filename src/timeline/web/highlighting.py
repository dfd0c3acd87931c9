"""Cut a text at the ends of the spans that are to be marked in it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Mark(NamedTuple):
    """A span of a text that something was read from: code points, half-open."""

    start: int
    end: int
    kind: str
    event_id: str | None
    label: str


class Piece(NamedTuple):
    """
    A stretch of text.

    Attributes:
        kinds: Of all marks over it, each once, in order.
        event_id: Of the shortest mark, which is the one that a reader points at.
        label: What that one is, in words.
    """

    text: str
    kinds: tuple[str, ...] = ()
    event_id: str | None = None
    label: str = ""


def highlighted(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Piece]:
    """
    The text from *start* to *end* in pieces, each under the same marks; together they are that text.

    Time grows with the number of marks and of pieces under each, not with the length of the text.
    """
    end = len(text) if end is None else end
    inside = sorted(mark for mark in marks if mark.start < mark.end and mark.start < end and start < mark.end)
    borders = sorted({start, end, *(min(max(at, start), end) for mark in inside for at in mark[:2])})
    pieces, waiting, over = [], 0, list[Mark]()
    for begins, ends in pairwise(borders):
        while waiting < len(inside) and inside[waiting].start <= begins:
            over.append(inside[waiting])
            waiting += 1
        over = [mark for mark in over if mark.end > begins]
        if not over:
            pieces.append(Piece(text[begins:ends]))
            continue
        nearest = min(over, key=lambda mark: (mark.end - mark.start, mark.start))
        kinds = tuple(sorted({mark.kind for mark in over}))
        pieces.append(Piece(text[begins:ends], kinds, nearest.event_id, nearest.label))
    return pieces
