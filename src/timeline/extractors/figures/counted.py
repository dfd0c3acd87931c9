"""Tell what a quantity counts, and whether it counts or measures anything at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.extractors.figures.actions import counts_people
from timeline.extractors.figures.exclusions import counts_nothing
from timeline.extractors.figures.nouns import noun_behind, noun_joined, singular
from timeline.language.amounts import Kind
from timeline.language.lexicon.figure_words import PEOPLE
from timeline.language.numbers import lowered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.language.quantities import Quantity
    from timeline.model.span import Span

NUMBER_OF = re.compile(r"\b[Nn]umber of (?:[a-z-]+ ){0,2}?([a-z]+s|people|women|men|children)\b")
"""Before a number that nothing follows: ``the number of billionaires has grown to 255``."""
NUMBER_OF_CHARS = 200
"""So many characters before it that is looked for."""
NEAR_CHARS = 90
"""A number that nothing follows counts what the one before it counts, if that ends so near."""
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
LED = re.compile(r"\b(?:to|from|at|by|than|of|is|was|were|are) \Z")
LED_CHARS = 6
"""Before a number in digits that states something although nothing shows of what."""


@frozen
class What:
    """
    What a quantity counts or measures.

    Attributes:
        kind: What its unit is one of.
        unit: That unit, or the singular of the noun; None where none is stated.
        head: The noun of what is counted; None where it is not counted, or does not show.
        words: The noun with what stands before it; empty where none stands there.
        end: Where the figure ends, its noun counted.
    """

    kind: Kind
    unit: str | None
    head: str | None
    words: str
    end: int


class Counted:
    """What the quantities of one text count, asked in their order."""

    def __init__(self, text: str, times: Sequence[Span]) -> None:
        self.text, self.lower = text, lowered(text)
        self._times = times
        self._starts = [time.start for time in times]
        self._before: What | None = None

    def by(self, quantity: Quantity, sentence: Span) -> What | None:
        """What a quantity of a sentence counts or measures; None where it does neither."""
        found = self._counted(quantity, sentence) if quantity.kind == "count" else self._measured(quantity, sentence)
        self._before = found or self._before
        return found

    def _measured(self, quantity: Quantity, sentence: Span) -> What | None:
        if counts_nothing(self.text, quantity, sentence.start, has_noun=True):
            return None
        return What(quantity.kind, quantity.unit, None, "", quantity.span.end)

    def _counted(self, quantity: Quantity, sentence: Span) -> What | None:
        start, end = quantity.span
        noun = noun_joined(self.text, end)
        if noun is None and self.text.startswith("-", end) and self.text[end + 1 : end + 2].isalpha():
            return None
        noun = noun or noun_behind(self.text, end, sentence.end, is_one=self.lower[start:end] == "one")
        if self._is_none(quantity, sentence, noun.head):
            return None
        if noun.head is not None:
            unit = "person" if noun.head == "other" else noun.head
            return What("count", unit, unit, noun.words, noun.end)
        if counts_people(self.lower, quantity.span, sentence):
            return What("count", "person", "person", noun.words, end)
        if number_of := NUMBER_OF.search(self.text, max(sentence.start, start - NUMBER_OF_CHARS), start):
            return What("count", singular(number_of[1]), singular(number_of[1]), "", end)
        return None if quantity.hedge == "vague" else self._alone(quantity, noun.words)

    def _is_none(self, quantity: Quantity, sentence: Span, head: str | None) -> bool:
        """It is a time, one thing among others, or something else that counts nothing."""
        start, end = quantity.span
        if YEAR.fullmatch(self.text, start, end) and self.lower.endswith(("in ", "since "), 0, start):
            return True
        if self._is_time(quantity.span) and head not in PEOPLE:
            return True
        if self.lower[start:end] == "one" and (head not in PEOPLE or self.text.startswith(" of", end)):
            return True
        return counts_nothing(self.text, quantity, sentence.start, has_noun=head is not None)

    def _alone(self, quantity: Quantity, words: str) -> What | None:
        """What a number counts that nothing follows: what the one before it does, or what does not show."""
        start, end = quantity.span
        before = self._before
        if before is not None and not words and start - before.end < NEAR_CHARS and before.kind in ("count", "measure"):
            return What(before.kind, before.unit, before.head, "", end)
        digits = self.text[start:end]
        is_led = digits[0].isdigit() and LED.search(self.lower, max(0, start - LED_CHARS), start)
        if not quantity.is_plain or "," in digits or "." in digits or is_led:
            return What("count", None, None, words, end)
        return None

    def _is_time(self, span: Span) -> bool:
        """It is part of an expression for a time."""
        at = bisect_left(self._starts, span.end)
        return at > 0 and self._times[at - 1].end > span.start
