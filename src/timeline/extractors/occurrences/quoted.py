"""What of a text stands in quotation marks, and who is said to say so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.extractors.occurrences.trigger import verb_place
from timeline.language.lexicon.reporting_words import OF_REPORTS
from timeline.language.lexicon.words import tree
from timeline.model.span import Span

if TYPE_CHECKING:
    from timeline.language.document import Document
    from timeline.language.quotation_marks import Quotation

REPORTING = re.compile(rf" (?:{tree(OF_REPORTS)}|according to)\b")
VERB_CHARS = 160
"""So many characters before a quotation the verb of the narrator is looked for."""
REPORT_CHARS = 20
"""No such word is longer, with the blank before it."""


class Quoted:
    """The quotations of one article."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.quotations = document.quotations
        self._starts = [quotation.start for quotation in self.quotations]

    def without(self, span: Span) -> str:
        """The words of a place without those in quotation marks, a blank before each."""
        first = bisect_left(self._starts, span.start)
        words, at = "", span.start
        for quotation in self.quotations[first : bisect_left(self._starts, span.end)]:
            words += f" {self.text[at : quotation.start]}"
            at = quotation.end
        return f"{words} {self.text[at : span.end]}"

    def holds(self, time: Span, clause: Span) -> bool:
        """The time stands in quotation marks, and somebody outside of them says so, or does something else."""
        at = bisect_right(self._starts, time.start)
        if not at or not self.quotations[at - 1].span.covers(time):
            return False
        quotation = self.quotations[at - 1]
        return (
            self._holds_report(clause.start, quotation.outer - 1)
            or self._holds_report(quotation.after, clause.end)
            or self._is_report_beside(clause, quotation)
            or verb_place(self.text[max(clause.start, quotation.outer - VERB_CHARS) : quotation.outer]) is not None
        )

    def _holds_report(self, start: int, end: int) -> bool:
        """Somebody is said to say so in a place."""
        at = bisect_left(self._reports, start, key=lambda report: report.start)
        return at < len(self._reports) and self._reports[at].end <= end

    def _is_report_beside(self, clause: Span, quotation: Quotation) -> bool:
        """The clause begins with a word that reports, or one stands right before or behind the marks."""
        left = f" {self.text[clause.start : quotation.outer]}"[-REPORT_CHARS:]
        right = self.text[quotation.after : min(clause.end, quotation.after + 2 * REPORT_CHARS)]
        beside = REPORTING.search(left + right)
        opening = f" {self.text[clause.start : min(quotation.outer, clause.start + 2 * REPORT_CHARS)]}"
        return REPORTING.match(opening) is not None or (beside is not None and beside.start() <= len(left))

    @cached_property
    def _reports(self) -> list[Span]:
        """Where somebody is said to say something."""
        return [Span(*found.span()) for found in REPORTING.finditer(self.text)]
