"""Find lines that repeat an earlier one, and captions of pictures."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model.span import Span

CREDIT = re.compile(
    r"""(?:
        \b(?:Picture|Pictures|Photo|Photos|Photograph|Photographer|Photography|Image|Images|Credit|Pic|Illustration
        |Graphic|Video|Screenshot|File\ photo|PHOTO|PICTURE|IMAGE|CREDIT)
        (?:\ (?:credit|by|from|courtesy))?\s?:\s?[^:]{2,70}
        | \([^()]*\b(?:Photo|Image|Picture|Photograph|Illustration)s?\b\ ?
          (?:/|by\b|courtesy\b|via\b|from\b|:)[^()]{2,70}\)
        | \((?:[^()]{0,60}\b)?(?:AP|AFP|Reuters|REUTERS|Getty|Alamy|EPA|PA|Getty\ Images)/[^()]{2,60}\)
        | \b(?:Photo|Photograph|Image|Picture|Illustration)s?\ (?:by|courtesy\ of)\ [^:.]{2,70}
    )[\s.)\]]*$""",
    re.VERBOSE,
)
"""A picture's credit at the end of a line, with what separates it from the caption."""
FARTHEST_CREDIT_CHARS = 160
"""A credit stands within so many characters of the line's end."""
CREDIT_SIGNS = (":", "(", "Photo", "Image", "Picture", "Illustration")
"""No credit is without one of these: a look for them is far quicker than the pattern."""
WORD = re.compile(r"[^\W_]+")


OPENING_WORDS = 3
"""Lines are told apart by so many first words; only where these are the same all are compared."""


class Line:
    """
    A paragraph as what is printed twice is told by.

    Attributes:
        span: The paragraph.
        is_credited: It ends in a picture's credit.
        opening: Its first words in lower case.
    """

    def __init__(self, text: str, span: Span) -> None:
        line = span.cut(text)
        start = max(0, len(line) - FARTHEST_CREDIT_CHARS)
        tail = line[start:]
        credit = CREDIT.search(line, start) if any(sign in tail for sign in CREDIT_SIGNS) else None
        self.span, self.is_credited = span, credit is not None
        self._said = line[: credit.start()] if credit else line
        self.opening = tuple(found[0].casefold() for found in islice(WORD.finditer(self._said), OPENING_WORDS))

    @cached_property
    def words(self) -> str:
        """What makes two lines the same: the words, in lower case, a picture's credit left out."""
        return " ".join(WORD.findall(self._said)).casefold()


def lines(text: str, paragraphs: Sequence[Span]) -> tuple[Line, ...]:
    """The paragraphs as lines, in order."""
    return tuple(Line(text, paragraph) for paragraph in paragraphs)


def repeats(lines: Sequence[Line]) -> tuple[Span, ...]:
    """Paragraphs whose words stood in an earlier one already, in order."""
    alike = Counter(line.opening for line in lines)
    seen: set[str] = set()
    found = []
    for line in lines:
        if line.opening and alike[line.opening] > 1:
            if line.words in seen:
                found.append(line.span)
            seen.add(line.words)
    return tuple(found)


def captions(lines: Sequence[Line]) -> tuple[Span, ...]:
    """Paragraphs that end in a picture's credit, and those with the same words, in order."""
    openings = {line.opening for line in lines if line.is_credited}
    alike = [line for line in lines if line.opening in openings]
    credited = {line.words for line in alike if line.is_credited}
    return tuple(line.span for line in alike if line.words in credited)
