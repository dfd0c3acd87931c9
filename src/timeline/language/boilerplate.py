"""Find lines that repeat an earlier one, and captions of pictures."""

from __future__ import annotations

import re
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
SEPARATORS = re.compile(r"[\W_]+")


def repeats(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Paragraphs whose words stood in an earlier one already, credits and marks left out, in order."""
    seen: set[str] = set()
    found = []
    for paragraph in paragraphs:
        words = _words(_caption(paragraph.cut(text))[0])
        if words and words in seen:
            found.append(paragraph)
        seen.add(words)
    return tuple(found)


def captions(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Paragraphs that end in a picture's credit, and those with the same words, in order."""
    lines = [_caption(paragraph.cut(text)) for paragraph in paragraphs]
    credited = {_words(line) for line, is_credited in lines if is_credited}
    return tuple(paragraph for paragraph, (line, _) in zip(paragraphs, lines, strict=True) if _words(line) in credited)


def _caption(line: str) -> tuple[str, bool]:
    """A line without its picture credit, and whether it has one."""
    start = max(0, len(line) - FARTHEST_CREDIT_CHARS)
    tail = line[start:]
    credit = CREDIT.search(line, start) if any(sign in tail for sign in CREDIT_SIGNS) else None
    return (line[: credit.start()], True) if credit else (line, False)


def _words(line: str) -> str:
    """What makes two lines the same: the words, in lower case."""
    return SEPARATORS.sub(" ", line).strip().casefold()
