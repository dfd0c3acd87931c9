"""Lines of printed pages, by where they stand, as the paragraphs of a text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARGIN = 0.05
"""Share of a page's height at its top and bottom in which nothing but running heads stands."""

OUTERMOST = 3
"""So many lines at the top and the bottom of a page may be running heads, if they stand apart from others."""

LEVEL = 0.5
"""What is moved by less than this share of its size stands on the same line: raised figures and signs."""

APART = 1.2
"""Lines further apart than this, by the usual distance of lines, are two paragraphs."""

USUAL_DISTANCE = 1.2
"""Lines of one paragraph are so many sizes apart where no page tells."""

SAME_SIZE = 0.08
"""Letters that differ by no more than this share are of one size."""

SHORT = 0.66
"""A line shorter than this, by the usual length, ends its paragraph if it ends a sentence."""

LARGER = 1.15
"""What is so much larger than the body is a headline."""

LEAST_TILT = 0.1
"""Text that rises by more than this share of its run is a stamp or stands in the margin."""

WIDEST = 0.65
"""Letters are hardly wider than this share of their size, taken together."""

LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "\0": ""})

PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite)?\W{0,3}(?:\d{1,4}|x{0,3}(?:ix|iv|v?i{0,3}))\W{0,3}(?:(?:/|of|von)\W{0,3}\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
DIVIDED = re.compile(r"(?<!\w)(\w++)[-\u2010\u00ad]$")
COMPOUND = re.compile(r"(?<!\w)\w++-\w++")
WORD = re.compile(r"\w+")
BULLET = re.compile(r"[•▪●◦‣–—*\ue000-\uf8ff]\s")
"""With the signs that fonts have of their own."""


@frozen
class Line:
    """
    A line of a page.

    Attributes:
        left, height: Where it begins, in points from the left and the bottom of the page.
        size: Of most of its letters, in points.
        is_margin: It stands where only running heads do.
    """

    text: str
    left: float
    height: float
    size: float
    is_margin: bool


class Lines:
    """
    The lines of a page, put together from the pieces that are drawn.

    Attributes:
        done: The lines in the order in which they are drawn.
    """

    def __init__(self, box: Sequence[float], rotation: int) -> None:
        self._quarters = rotation // 90 % 4
        bottom, top = sorted(self._turned(*corner)[1] for corner in (box[:2], box[2:]))
        self._low, self._high = bottom + MARGIN * (top - bottom), top - MARGIN * (top - bottom)
        self._pieces: list[tuple[str, float, float, float]] = []
        self._done: list[Line] = []

    def add(self, text: str, outer: Sequence[float], inner: Sequence[float], _: object, size: float) -> None:
        """Take a piece of text: with it come two matrices that are multiplied, its font, and the font's size."""
        run, rise, (x, y) = (
            (a * outer[0] + b * outer[2], a * outer[1] + b * outer[3]) for a, b in (inner[:2], inner[2:4], inner[4:])
        )
        across, up = self._turned(*run)
        if not text.strip("\n") or abs(up) > LEAST_TILT * abs(across):
            return
        left, height = self._turned(x + outer[4], y + outer[5])
        size = abs(size) * hypot(*rise) or 1.0
        if self._pieces and (
            text[0] == "\n" or abs(height - self._pieces[0][2]) > LEVEL * max(size, self._pieces[0][3])
        ):
            self._end()
        text_here = text.strip("\n").replace("\n", " ")
        self._pieces.append((" " * self._is_apart(left) + text_here, left, height, size))
        if text[-1] == "\n":
            self._end()

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        """A place or direction on the page as it is shown."""
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self._quarters]

    def _is_apart(self, left: float) -> bool:
        """A piece begins behind where the one before it can end, as far as the number of its letters tells."""
        if not self._pieces:
            return False
        text, own_left, _, size = self._pieces[-1]
        return left > own_left + (WIDEST * len(text) + 1) * size

    def _is_elsewhere(self, height: float, size: float) -> bool:
        _, _, own_height, own_size = self._pieces[0]
        return abs(height - own_height) > LEVEL * max(size, own_size)

    def _end(self) -> None:
        text = " ".join("".join(piece[0] for piece in self._pieces).translate(LIGATURES).split())
        if text:
            letters: Counter[float] = Counter()
            for piece, _, _, size in self._pieces:
                letters[round(size, 1)] += len(piece.strip())
            _, left, height, _ = self._pieces[0]
            is_margin = not self._low <= height <= self._high
            self._done.append(Line(text, left, height, letters.most_common(1)[0][0], is_margin))
        self._pieces = []

    @property
    def done(self) -> list[Line]:
        """The lines in the order in which they are drawn."""
        self._end()
        return self._done


def headline(pages: Sequence[Sequence[Line]]) -> str:
    """What stands largest on the first page, where that is larger than the body; else empty."""
    first = [line for line in pages[0] if not line.is_margin] if pages else []
    largest = max((line.size for line in first if sum(map(str.isalpha, line.text)) > 3), default=0.0)
    if largest < LARGER * _usual(line.size for page in pages for line in page for _ in line.text):
        return ""
    return " ".join(line.text for line in first if line.size == largest)[:300]


def body(pages: Sequence[Sequence[Line]]) -> str:
    """The text of pages: paragraphs with a blank line between them, without running heads and page numbers."""
    kept = _without_heads(pages)
    compounds = {word for line in kept for word in COMPOUND.findall(line.text)}
    distance = _distance(kept)
    length = _usual(len(line.text) // 5 * 5 for line in kept if len(line.text) >= 20)
    pieces = [line.text for line in kept[:1]]
    for before, line in pairwise(kept):
        if _is_new(before, line, distance, length):
            pieces.append("\n\n")
        elif divided := DIVIDED.search(before.text):
            pieces[-1] = _undivided(pieces[-1], divided[1], line.text, compounds)
        else:
            pieces.append(" ")
        pieces.append(line.text)
    return "".join(pieces)


def _without_heads(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """All lines but page numbers and those that recur at the edges of pages with other numbers, if any are left."""
    distance = _distance([line for page in pages for line in page])
    edges = [_edges(page, distance) for page in pages]
    recurring = Counter(same for page in edges for same in {_without_numbers(line) for line in page})
    heads = {same for same, count in recurring.items() if count > 1}
    kept = [
        line
        for page, outermost in zip(pages, edges, strict=True)
        for line in page
        if not line.is_margin
        and not (line in outermost and (PAGE_NUMBER.fullmatch(line.text) or _without_numbers(line) in heads))
    ]
    return kept or [line for page in pages for line in page]


def _edges(page: Sequence[Line], distance: float) -> set[Line]:
    """The outermost lines of a page that stand apart from the others."""
    upwards = sorted(page, key=lambda line: line.height)
    found: set[Line] = set()
    for lines in (upwards, upwards[::-1]):
        for count, (outer, inner) in enumerate(pairwise(lines[: OUTERMOST + 1]), 1):
            if abs(inner.height - outer.height) > APART * distance * inner.size:
                found.update(lines[:count])
    return found


def _without_numbers(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text).casefold()


def _distance(lines: Sequence[Line]) -> float:
    """
    The distance of two lines of one paragraph, in sizes: the least that is usual.

    At that of two paragraphs most first lines end a sentence.
    """
    counts: Counter[float] = Counter()
    ends: Counter[float] = Counter()
    for a, b in pairwise(lines):
        apart = round((a.height - b.height) / a.size, 1)
        if abs(a.size - b.size) <= SAME_SIZE * a.size and 0.8 < apart < 4:
            counts[apart] += 1
            ends[apart] += SENTENCE_END.search(a.text) is not None
    often = max(counts.values(), default=0)
    usual = [apart for apart, count in counts.items() if 2 * count >= often and 2 * ends[apart] <= count]
    return min(usual, default=USUAL_DISTANCE)


def _is_new(before: Line, line: Line, distance: float, length: float) -> bool:
    """A line begins a paragraph: by its distance, size, sign or indention, or the short end of the one before it."""
    apart = (before.height - line.height) / (before.size * distance)
    is_over = SENTENCE_END.search(before.text) is not None
    if BULLET.match(line.text) or abs(line.size - before.size) > SAME_SIZE * before.size:
        return True
    if apart <= 0 or apart > 4 * APART:  # another column or page
        return is_over and not line.text[:1].islower()
    indention = (line.left - before.left) / before.size
    return apart > APART or (is_over and (0.8 < indention < 5 or len(before.text) < SHORT * length))


def _undivided(text: str, first: str, line: str, compounds: set[str]) -> str:
    """
    A line that ends with a hyphen as it goes on in the next one.

    The hyphen stays in a word that has it elsewhere, or whose second part is a name or number; a soft one never does.

    Args:
        text: The line.
        first: The part of the word that stands in it.
        line: The next line.
        compounds: Words that have a hyphen within a line.
    """
    second = WORD.match(line)
    if second is None:
        return text + " "
    stays = not line[0].islower() or f"{first}-{second[0]}" in compounds
    return text if stays and text[-1] != "\u00ad" else text[:-1]


def _usual(values: Iterable[float]) -> float:
    """The most frequent value; 0 of none."""
    counts = Counter(values)
    return counts.most_common(1)[0][0] if counts else 0.0
