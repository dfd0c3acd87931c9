"""Read which figures an article states: how many, how much, how far, and of what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.types.figure_reported import FigureReported
from timeline.extractors import occurrences
from timeline.extractors.figures.actions import action_of
from timeline.extractors.figures.counted import Counted
from timeline.extractors.figures.subjects import LEFT_CHARS, RIGHT_CHARS, subject_of
from timeline.extractors.occurrences.sentences import compared
from timeline.language.quantities import decimal_text, quantities
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.events.types.occurrence_reported import OccurrenceReported
    from timeline.extractors.figures.counted import What
    from timeline.language.document import Document
    from timeline.language.quantities import Quantity

VERSION = 4
CLAUSE_CHARS = 160
"""Of a long sentence so many characters on both sides of a figure are kept."""
NESTED = 12
"""So many occurrences that begin before a figure are looked at for the one that tells of it."""
OF_THEN = re.compile(
    r"(?: (?!(?:and|to|by|from|than|as|what|that|those) )[\w-]+){0,3}?"
    r"(?: (?:in|at|on|of|for|the|early|late|mid|set|reached|recorded))* "
)
"""Between a figure that another is compared with and its time: ``from 95 crowns a sack in April``."""
CONFIDENCE_PER_MILLE = {"count": 900, "money": 950, "measure": 900, "percent": 950, "ratio": 850}
"""How often a figure of each kind is right."""


def extract(document: Document) -> Iterator[FigureReported]:
    """
    The figures of an article in order, each dated as what happens in its clause, or by its own time.

    What repeats, and lines that only date or credit the article, is not read; in a language other than English nothing
    is.
    """
    if not document.is_english:
        return
    told, times = _Told(document), [timex.span for timex in document.timexes]
    counted = Counted(document.text, times)
    sentences, at = document.sentences, 0
    for quantity in quantities(document.text, times):
        while at < len(sentences) and sentences[at].end <= quantity.span.start:
            at += 1
        occurrence = told.of(quantity.span)
        if occurrence is None or at == len(sentences):
            continue
        what = counted.by(quantity, sentences[at])
        if what is not None:
            yield _figure(counted, quantity, what, sentences[at], told.at_own_time(occurrence, what.end))


def _figure(
    counted: Counted, quantity: Quantity, what: What, sentence: Span, told: OccurrenceReported
) -> FigureReported:
    """The event of a quantity, of what it counts or measures, and of the occurrence that tells of it."""
    text, is_count = counted.text, quantity.kind == "count"
    span = Span(quantity.span.start, what.end)
    subject = subject_of(
        text[max(sentence.start, span.start - LEFT_CHARS) : span.start],
        text[span.end : min(sentence.end, span.end + RIGHT_CHARS)],
        what.words,
        is_count=is_count,
    )
    clause = _around(text, sentence, span)
    return FigureReported(
        span=span,
        text=span.cut(text),
        value=decimal_text(quantity.value),
        low=decimal_text(quantity.low),
        high=decimal_text(quantity.high),
        kind=what.kind,
        unit=what.unit,
        hedge=quantity.hedge,  # type: ignore[arg-type]
        subject=subject.words,
        head=what.head or subject.head,
        action=action_of(counted.lower, span, sentence, is_count=is_count),
        clause=clause,
        clause_text=clause.cut(text),
        names=tuple(name for name in told.participants if clause.covers(name)),
        places=tuple(name for name in told.places if clause.covers(name)),
        modality=told.modality,
        start=told.start,
        end=told.end,
        precision=told.precision,
        basis=told.basis,
        place=told.place,
        paragraph=told.paragraph,
        sentence=told.sentence,
        rule=quantity.kind,
        confidence=CONFIDENCE_PER_MILLE[quantity.kind],
    )


class _Told:
    """What an article says happened, to be looked up by a place in it."""

    def __init__(self, document: Document) -> None:
        self._occurrences = sorted(_occurrences(document), key=lambda each: each.span.start)
        self._starts = [each.span.start for each in self._occurrences]
        self._text = document.text
        self._compared = compared(document)
        self._compared_starts = [timex.span.start for timex in self._compared]

    def of(self, span: Span) -> OccurrenceReported | None:
        """The occurrence with the fewest words around a place; None where none tells of it."""
        at = bisect_right(self._starts, span.start)
        around = [each for each in self._occurrences[max(0, at - NESTED) : at] if each.span.covers(span)]
        return min(around, key=lambda each: each.span.end - each.span.start, default=None)

    def at_own_time(self, told: OccurrenceReported, end: int) -> OccurrenceReported:
        """The same at the time of the figure that ends at a place, where another is compared with it."""
        at = bisect_left(self._compared_starts, end)
        if at == len(self._compared):
            return told
        timex = self._compared[at]
        if not OF_THEN.fullmatch(self._text, end, timex.span.start):
            return told
        then = timex.interval
        return evolve(  # type: ignore[misc]
            told, start=then.start, end=then.end, precision=then.precision, basis="clause-timex"
        )


def _around(text: str, sentence: Span, figure: Span) -> Span:
    """As much of a sentence as is near a figure."""
    start, end = sentence.trimmed(text)
    if figure.start - start > CLAUSE_CHARS:
        start = text.find(" ", figure.start - CLAUSE_CHARS, figure.start) + 1 or figure.start
    if end - figure.end > CLAUSE_CHARS:
        end = max(figure.end, text.rfind(" ", figure.end, figure.end + CLAUSE_CHARS))
    return Span(start, end)


def _occurrences(document: Document) -> tuple[OccurrenceReported, ...]:
    """What is told in the article, as far as that can be read."""
    try:
        return document.once(occurrences.extract)
    except Exception:  # noqa: BLE001 - its own extractor says what failed
        return ()
