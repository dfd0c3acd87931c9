"""The sentences of an article that say something, with their place in it and the times they name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.events.types.occurrence_reported import Place
from timeline.extractors.occurrences.comparisons import is_of_other, judged
from timeline.language import calendar
from timeline.language.timexes import Timex
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.language.document import Document

WORD = re.compile(r"[^\W\d_]{2,}")
LOWER = re.compile(r"\b(?!and\b|the\b|of\b|for\b|with\b|from\b|left\b|right\b|centre\b|in\b|at\b)[a-z]{2,}\b(?<!['’]s)")
"""A word that is no name; a caption without any only names what it shows."""
FEWEST_WORDS = 3
"""A line with fewer words besides its times says nothing: a dateline, ``Read more``."""
HEADER = re.compile(r"\s*(?:date|title|headline|published|updated|source|url)\b:? \S", re.IGNORECASE)
"""How a line begins that states something about the article."""
COMPARED_RULES = frozenset(("year_ago", "year_ago_period", "ago_quarter", "years"))
"""Rules of times that a figure is compared with, and of the years of a life or reign; nothing happened then."""
SENTENCE_END = (".", "!", "?", '"', "”", "'", "’", ":", "…", ")")


@frozen
class ContentSentence:
    """
    A sentence that says something.

    Attributes:
        number: Zero-based sentence in the article.
        paragraph: One-based paragraph.
        times: Times in it that something can be dated by, in order.
    """

    number: int
    span: Span
    paragraph: int
    place: Place
    times: tuple[Timex, ...]


def datable(document: Document) -> tuple[Timex, ...]:
    """Times of a text at which something can have happened: neither lengths nor what is open or compared."""
    return tuple(
        timex
        for timex, is_compared in document.once(_judged)
        if not (is_compared or timex.rule in COMPARED_RULES or is_of_other(document.text, timex))
    )


def compared(document: Document) -> tuple[Timex, ...]:
    """Times of a text at which something was that is compared."""
    return tuple(timex for timex, is_compared in document.once(_judged) if is_compared)


def _judged(document: Document) -> Iterator[tuple[Timex, bool]]:
    """Times of a text that are neither lengths nor open, and whether something is compared with what was then."""
    closed = (timex for timex in document.timexes if not timex.interval.is_open and timex.value != "PRESENT_REF")
    midnight = calendar.midnight(document.last_day) + timedelta(days=1)
    return judged(document.text, closed, midnight)


def content_sentences(document: Document, times: Sequence[Timex]) -> Iterator[ContentSentence]:
    """Sentences in order, but none of a repeated paragraph, of a header, or without words besides its times."""
    text = document.text
    starts = [paragraph.start for paragraph in document.paragraphs]
    repeated = {paragraph.start for paragraph in document.repeats}
    places = _places(document)
    at = [timex.span.start for timex in times]
    for number, sentence in enumerate(document.sentences):
        paragraph = bisect_right(starts, sentence.start)
        start = starts[paragraph - 1]
        if start in repeated or (paragraph == 1 and HEADER.match(text, sentence.start)):
            continue
        inside = tuple(times[bisect_left(at, sentence.start) : bisect_left(at, sentence.end)])
        place = places.get(start, "body")
        if place == "caption" and not LOWER.search(text, sentence.start, sentence.end):
            continue
        words = content_words(text, sentence, [timex.span for timex in inside])
        if says_something(list(islice(words, FEWEST_WORDS)), sentence):
            yield ContentSentence(number, sentence.trimmed(text), paragraph, place, inside)


def content_words(text: str, span: Span, times: Sequence[Span]) -> Iterator[int]:
    """Where the words in a place start that stand in none of some times, which are in order."""
    words = map(re.Match.start, WORD.finditer(text, span.start, span.end))
    return _outside(times, words) if times else words


def _outside(times: Sequence[Span], words: Iterable[int]) -> Iterator[int]:
    """Where the words start that stand in none of some times."""
    at = 0
    for start in words:
        while at < len(times) and times[at].end <= start:
            at += 1
        if at == len(times) or start < times[at].start:
            yield start


def says_something(words: Sequence[int], span: Span) -> bool:
    """There are some words besides the times in a place; *words* as `content_words` gives them."""
    at = bisect_left(words, span.start) + FEWEST_WORDS - 1
    return at < len(words) and words[at] < span.end


def _places(document: Document) -> dict[int, Place]:
    """Paragraphs, by their first character, that are no body: captions, and a first line that is the title."""
    found: dict[int, Place] = {paragraph.start: "caption" for paragraph in document.captions}
    if document.paragraphs:
        first = document.paragraphs[0]
        words, title = first.cut(document.text), document.article.title
        is_title = HEADER.match(words) or (title and title.strip() in words)
        if first.start not in found and (is_title or not words.endswith(SENTENCE_END)):
            found[first.start] = "headline"
    return found
