"""Split paragraphs into sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.language.lexicon.abbreviations import BEFORE_NAME, MAY_END, SENTENCE_STARTERS
from timeline.language.lexicon.reporting_words import BEHIND_QUOTATIONS
from timeline.language.lexicon.words import tree
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.language.quotation_marks import Quotation

STOP = re.compile(
    r"[.!?…](?:(?<=[^\s.!?…].)|(?<=\s[.!?…].)|(?<=\A[.!?…].))[.!?…]*+[)\]\"”’'»]*+\s++"
    r"(?=[(\[\"“‘'«`]*+[^\W_a-z]|[\"“‘«`]++[a-z$£€#])"
)
"""
An end of a sentence by its looks: a stop, closing marks, a blank, then what may begin a sentence.

It begins at the first of several stops, or at the second when a blank stands before the first.
"""
WORD = re.compile(r"[^\W_]+")
LAST_WORD = re.compile(r"[^\s(\[\"“‘'—–-]+$")
CUE_FOLLOWS = re.compile(
    rf"(?:[A-Z][\w.'’-]*,? ){{1,5}}(?:{tree(BEHIND_QUOTATIONS)})\b(?: [A-Z][\w’' ]{{1,30}}?(?=[.,\n]))?"
    r"(?=\s*[.,:;\n]|\s*$|(?: \w+ly)? (?:on|in|at|to|during|after|before|as|when|while|with|from|of|about|by|for"
    r"|earlier|later|last|this|today|yesterday|[A-Z][a-z]+day)\b)"
)
"""After a closed quotation: a name and a reporting verb that nothing else follows belong to its sentence."""
CLOSING_MARK = re.compile(r"[\"”’'»]\s*$")


def sentences(text: str, paragraphs: Iterable[Span], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """
    Sentences of a text in order, each within one paragraph.

    What is quoted ends no sentence while words outside the marks belong to it (``"I came. I saw," he said.`` is one);
    a quotation that stands alone is split, and so is one that is never closed.
    """
    found: list[Span] = []
    at = 0
    for paragraph in paragraphs:
        inside: list[Span] = []
        while at < len(quotations) and quotations[at].start < paragraph.end:
            goes_on = at + 1 < len(quotations) and quotations[at + 1].resumed
            if quotations[at].closed or goes_on:
                inside.append(Span(quotations[at].outer, quotations[at].after))
            at += 1
        found += _split(text, paragraph, inside)
    return tuple(found)


def sentence_ends(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Each end of a sentence within a span, the last one left out: (where it ends, where the next begins)."""
    for stop in STOP.finditer(text, span.start, span.end):
        if _is_end(text, span.start, stop):
            yield stop.start() + len(stop[0].rstrip()), stop.end()


def _split(text: str, paragraph: Span, quoted: list[Span]) -> list[Span]:
    """Sentences of one paragraph."""
    found: list[Span] = []
    ends = {one.start: one.end for one in quoted}
    start, at, held = paragraph.start, 0, []
    for end, following in sentence_ends(text, paragraph):
        while at < len(quoted) and quoted[at].end < end:
            at += 1
        if at < len(quoted) and quoted[at].start < end < quoted[at].end:
            held.append((end, following))
            continue
        found += _unless_tied(Span(start, end), held, ends)
        start, held = following, []
    return found + _unless_tied(Span(start, paragraph.end), held, ends)


def _unless_tied(whole: Span, held: list[tuple[int, int]], ends: dict[int, int]) -> list[Span]:
    """A sentence, or the sentences of a quotation that stands alone; *ends* of quotations by their starts."""
    if ends.get(whole.start, -1) < whole.end - 1:
        return [whole]
    starts = [whole.start, *(following for _, following in held)]
    stops = [*(end for end, _ in held), whole.end]
    return [Span(start, stop) for start, stop in zip(starts, stops, strict=True)]


def _is_end(text: str, begin: int, stop: re.Match[str]) -> bool:
    """A stop that is not an abbreviation's, and no quotation's own before its cue."""
    if CLOSING_MARK.search(stop[0]) and CUE_FOLLOWS.match(text, stop.end()):
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    last = LAST_WORD.search(text, max(begin, stop.start() - 24), stop.start())
    word = last[0] if last else ""
    if word in BEFORE_NAME:
        return False
    if word not in MAY_END and "." not in word and not (len(word) == 1 and word.isupper()):
        return True
    following = WORD.search(text, stop.end())
    return CLOSING_MARK.search(stop[0]) is not None or (following is not None and following[0] in SENTENCE_STARTERS)
