"""Find the line ends inside paragraphs of a text that was wrapped at some width, as agencies and e-mail do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

MIN_WIDTH_CHARS, MAX_WIDTH_CHARS = 40, 100
"""Texts are wrapped at some width between these; lines of poems and lists are shorter, paragraphs longer."""
RAGGED_CHARS = 10
"""So much shorter than need be a line may end before a capital letter."""
STOP = re.compile(r"[.!?…:;][)\]\"”’']*\Z")
MARK = re.compile(r"(?:[-*•+–—]|\(?\d{1,3}[.)])[ \t]+(?=\S)|[>|#]")
"""What an entry of a list, a line of a table, a heading or what an e-mail answers begins with."""
TABLE = re.compile(r"\S[ \t]{3}[ \t]*\S")
"""Blanks between columns; fewer stand behind a stop, or by mistake."""


@frozen
class _Line:
    """
    A line with something on it.

    Attributes:
        start: Where its words start in the text.
        words: What stands on it, without the blanks at its ends.
        indent: Columns before its words, or before those of an entry of a list.
        is_entry: It begins as an entry of a list does.
        width: Columns to its last character.
    """

    start: int
    words: str
    indent: int
    is_entry: bool
    width: int

    @property
    def is_stopped(self) -> bool:
        return STOP.search(self.words) is not None


def wraps(text: str, start: int = 0) -> list[tuple[int, int, str]]:
    """
    The line ends inside paragraphs: from where to where they and the blanks around them go, and what is read for them.

    A text is wrapped if most of its lines that another follows at once end without a stop, and many go on in lower
    case. Of other texts there are none: there a line is a paragraph.
    """
    joints = list(_joints(text, start))
    if not joints:
        return []
    going_on = [joint for joint in joints if joint[0].width <= MAX_WIDTH_CHARS and not joint[0].is_stopped]
    in_lower_case = sum(after.words[0].islower() for _, after in going_on)
    width = max((before.width for before, _ in going_on), default=0)
    if 2 * len(going_on) < len(joints) or 3 * in_lower_case < len(joints) or width < MIN_WIDTH_CHARS:
        return []
    first = joints[0][0] if not text[start : joints[0][0].start].strip() else None
    return [
        (before.start + len(before.words), after.start, "" if re.search(r"\w-\Z", before.words) else " ")
        for before, after in joints
        if _is_inside(before, after, width, is_first=before is first)
    ]


def _joints(text: str, start: int) -> Iterator[tuple[_Line, _Line]]:
    """Each line with the next where that follows at once and is not indented more: a paragraph may go on there."""
    last: _Line | None = None
    for given in text[start:].split("\n"):
        words = given.strip()
        if not words:
            last = None
        else:
            indent = len(given) - len(given.lstrip())
            mark = MARK.match(words)
            line = _Line(
                start + indent, words, indent + (mark.end() if mark else 0), mark is not None, indent + len(words)
            )
            if last is not None and line.indent <= last.indent:
                yield last, line
            last = line
        start += len(given) + 1


def _is_inside(before: _Line, after: _Line, width: int, *, is_first: bool) -> bool:
    """
    A line end of a text wrapped at a width stands inside a paragraph: the next word had no room.

    Where it had, a line goes on in lower case, unless it is very short (but of a first line the dateline may be gone);
    before a capital letter it does where little room was left and no stop stands.
    """
    if after.is_entry or before.width > width or TABLE.search(before.words) or TABLE.search(after.words):
        return False
    needed = before.width + 1 + len(after.words.split(None, 1)[0])
    if needed > width:
        return True
    if after.words[0].islower():
        return is_first or 2 * before.width > width
    return needed > width - RAGGED_CHARS and not before.is_stopped
