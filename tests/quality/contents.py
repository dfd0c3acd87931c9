"""Bring contents of statements into a normal form, in which two annotators agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

MARKS = frozenset(" \t\r\n\xa0\"“”«»„‘’'`,.;:!?-–—()[]")
"""What may stand at the ends of a content, or between two parts of it, without making a difference."""


def normal_form(text: str, places: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    """Sorted spans without marks at their ends; parts that only marks keep apart are one; a first "that" is dropped."""
    parts: list[Span] = []
    for place in sorted(Span(*place) for place in places):
        part = trimmed(text, place, MARKS)
        if part.start == part.end:
            continue
        if parts and MARKS.issuperset(text[parts[-1].end : part.start]):
            part = Span(parts[-1].start, max(parts.pop().end, part.end))
        parts.append(part)
    if parts and text[parts[0].start :][:5].lower() == "that ":
        parts[0] = Span(parts[0].start + len("that "), parts[0].end)
    return tuple(parts)


def trimmed(text: str, place: Span, marks: Container[str]) -> Span:
    """The place without *marks* at its ends; empty where nothing else is there."""
    start, end = place
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return Span(start, end)


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the characters of the spans are, white space left out."""
    return frozenset(at for span in spans for at in range(*span) if not text[at].isspace())
