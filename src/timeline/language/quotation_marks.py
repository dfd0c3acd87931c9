"""Find what stands between quotation marks, by a state machine over the marks of each paragraph."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

QUOTATION_MARK = re.compile(r"[\"＂“”„«»'‘’`](?:(?<=')'|(?<!`)|`)")
"""Also two single marks; a set of characters comes first, as a search is fast for it."""
OPENING_MARKS = frozenset(("“", "„", "«", "``"))
CLOSING_MARKS = frozenset(("”", "»"))
SINGLE_MARKS = frozenset("'‘’")
APOSTROPHE_WORD = re.compile(r"['‘’](?:em|til|tis|twas|cause|n)\b|['‘’]\d\ds?\b", re.IGNORECASE)
"""Words and years whose first letters an apostrophe replaces."""
LONGEST_SINGLE_CHARS = 600
"""Between single marks stand phrases and headlines' sentences, never more characters than this."""


class Quotation(NamedTuple):
    """
    What stands between two quotation marks of one paragraph, the marks left out.

    Attributes:
        start: First character after the opening mark.
        end: Where the closing mark stands, or the paragraph's end when there is none.
        outer: Start of the opening mark.
        after: End of the closing mark.
        closed: There is a closing mark.
        resumed: It goes on with a quotation that the paragraph before left open.
        single: It stands between single marks.
    """

    start: int
    end: int
    outer: int
    after: int
    closed: bool
    resumed: bool
    single: bool

    @property
    def span(self) -> Span:
        """What is quoted."""
        return Span(self.start, self.end)


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """
    The outermost quotations of a text, in order.

    A quotation left open ends with its paragraph, and is resumed when the next paragraph opens with a mark, or closes
    one before it opens any. Marks of two families may be mixed: ``"...”``. Marks inside a quotation are its words.
    """
    found: list[Quotation] = []
    left_open = False
    for paragraph in paragraphs:
        here = _Paragraph(text, paragraph, left_open=left_open).quotations()
        left_open = bool(here) and not here[-1].closed
        found += here
    return tuple(found)


class _Paragraph:
    """The marks of one paragraph, and the quotation that is open."""

    def __init__(self, text: str, span: Span, *, left_open: bool) -> None:
        self.text, self.span, self.left_open = text, span, left_open
        self.found: list[Quotation] = []
        self.opened: tuple[int, int, str] | None = None
        self.inner = 0
        self.resumed = False

    def quotations(self) -> list[Quotation]:
        """All quotations of the paragraph."""
        marks = list(QUOTATION_MARK.finditer(self.text, self.span.start, self.span.end))
        if not marks:
            return []
        doubles = [mark for mark in marks if mark[0] not in SINGLE_MARKS]
        self.following = dict(
            zip((mark.start() for mark in doubles), zip_longest(doubles[1:], doubles[2:]), strict=False)
        )
        if self.left_open:
            self._resume(marks[0])
        past = self.span.start
        for mark in marks:
            if mark.start() < past:
                continue
            if mark[0] in SINGLE_MARKS:
                past = self._single(mark)
            else:
                self._double(mark)
        if self.opened:
            self._close(self.span.end, self.span.end, closed=False)
        return self.found

    def _resume(self, mark: re.Match[str]) -> None:
        """Take up the quotation of the paragraph before, if the first mark says that it goes on."""
        if mark.start() == self.span.start:
            self.resumed = mark[0] not in SINGLE_MARKS
        elif mark[0] not in SINGLE_MARKS and mark[0] not in OPENING_MARKS and self._looks_closing(mark):
            self.resumed = True
            self.opened = (self.span.start, self.span.start, mark[0])

    def _double(self, mark: re.Match[str]) -> None:
        """Open, close or nest."""
        kind = mark[0]
        if self.opened is None:
            if kind not in CLOSING_MARKS and (kind in OPENING_MARKS or not self._looks_closing(mark)):
                self.opened = (mark.start(), mark.end(), kind)
            return
        if self._is_inch(mark):
            return
        if kind in OPENING_MARKS and not (self._looks_closing(mark) and not self._looks_opening(mark)):
            # a second curly mark in straight ones is nested; in curly ones the first was never closed, unless two close
            if self.opened[2] in OPENING_MARKS and not self._both_close(mark):
                self._reopen(mark)
            else:
                self.inner += 1
        elif self.inner and kind in CLOSING_MARKS:
            self.inner -= 1
        elif kind not in CLOSING_MARKS and self._looks_opening(mark):
            self._reopen(mark)
        else:
            self._close(mark.start(), mark.end(), closed=True)

    def _next_two(self, mark: re.Match[str]) -> tuple[re.Match[str] | None, re.Match[str] | None]:
        """The next two double marks of the paragraph."""
        return self.following.get(mark.start(), (None, None))

    def _both_close(self, mark: re.Match[str]) -> bool:
        """Whether the next two marks after one close: it is nested."""
        return all(after is not None and after[0] in CLOSING_MARKS for after in self._next_two(mark))

    def _is_inch(self, mark: re.Match[str]) -> bool:
        """Whether a straight mark behind a number, before the one that closes, means inches: ``12" wide,"``."""
        after = self._next_two(mark)[0]
        return (
            mark[0] == '"'
            and self.text[mark.start() - 1].isdigit()
            and after is not None
            and not self._looks_opening(after)
            and self._looks_closing(after)
        )

    def _reopen(self, mark: re.Match[str]) -> None:
        """A mark opens while a quotation is open: that one was never closed, and ends here."""
        self._close(mark.start(), mark.start(), closed=False)
        self.opened = (mark.start(), mark.end(), mark[0])

    def _close(self, end: int, after: int, *, closed: bool) -> None:
        """Keep the open quotation."""
        assert self.opened is not None  # noqa: S101 - every caller has looked
        outer, start, _ = self.opened
        span = Span(start, end).trimmed(self.text)
        if span.start < span.end:
            self.found.append(Quotation(*span, outer, after, closed, self.resumed, single=False))
        self.opened, self.inner, self.resumed = None, 0, False

    def _single(self, mark: re.Match[str]) -> int:
        """A quotation in single marks, if this mark opens one; where to read on."""
        start = mark.end()
        if (
            self.opened
            or mark[0] == "’"
            or not self._looks_opening(mark)
            or APOSTROPHE_WORD.match(self.text, mark.start())
        ):
            return start
        end = self._single_end(start)
        if end is None:
            return start
        self.found.append(Quotation(start, end, mark.start(), end + 1, closed=True, resumed=False, single=True))
        return end + 1

    def _single_end(self, start: int) -> int | None:
        """Where the mark stands that closes a single quotation; a plural's apostrophe only when there is no other."""
        possessive = None
        for at in self._closing_apostrophes(start):
            if self.text[at - 1] != "s" or not self.text[at + 1 : at + 3].strip()[:1].isalpha():
                return at
            possessive = at if possessive is None else possessive
        return possessive

    def _closing_apostrophes(self, start: int) -> Iterator[int]:
        """Single marks after *start* that may close."""
        for mark in QUOTATION_MARK.finditer(self.text, start, min(self.span.end, start + LONGEST_SINGLE_CHARS)):
            if mark[0] not in SINGLE_MARKS and mark[0] != "''":
                return
            at = mark.start()
            after = self.text[at + 1 : at + 2]
            if at - start > 1 and not self.text[at - 1].isspace() and not after.isalnum():
                yield at

    def _around(self, mark: re.Match[str]) -> tuple[str, str]:
        """The characters before and after a mark; a blank at the paragraph's ends."""
        before = self.text[mark.start() - 1] if mark.start() > self.span.start else " "
        after = self.text[mark.end()] if mark.end() < self.span.end else " "
        return before, after

    def _looks_opening(self, mark: re.Match[str]) -> bool:
        """A blank before it and none after it."""
        before, after = self._around(mark)
        return (before.isspace() or before in '([{-–—"“') and not (after.isspace() or after in ",.;:!?)")

    def _looks_closing(self, mark: re.Match[str]) -> bool:
        """A blank or a stop after it and none before it."""
        before, after = self._around(mark)
        return not before.isspace() and before not in "([—–" and (after.isspace() or after in ",.;:!?)-—–")
