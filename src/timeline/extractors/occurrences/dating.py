"""Date a clause: by a time in it, in its sentence, in the lede, else by the publication."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from timeline.extractors.occurrences.attributes import DAY_OR_FINER, is_attribute, is_of_thing, precedes
from timeline.extractors.occurrences.dated import Dating, day_of, fineness, names_days_before
from timeline.extractors.occurrences.elsewhere import is_bound, is_elsewhere
from timeline.extractors.occurrences.fitting import fitting
from timeline.extractors.occurrences.quoted import REPORTING, Quoted
from timeline.extractors.occurrences.tenses import (
    AHEAD,
    PAST,
    is_ahead,
    is_earlier,
    is_inserted,
    is_of_saying,
    is_past_perfect,
    is_perfect,
    is_simple_past,
)
from timeline.extractors.occurrences.unread import unread
from timeline.language.lexicon.finite_verbs import PAST_VERBS
from timeline.language.lexicon.reporting_words import OF_SPEECH
from timeline.language.lexicon.words import tree
from timeline.model.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extractors.occurrences.clauses import Clause, Link
    from timeline.extractors.occurrences.sentences import ContentSentence
    from timeline.language.document import Document
    from timeline.language.timexes import Timex
    from timeline.model.span import Span

LEDE_SENTENCES = 3
"""The day of what happened is looked for in so many first sentences of the body."""
SAID_SENTENCES = 4
"""The day of what was said is looked for in so many."""
SHORT_SENTENCES = 20
"""A report of no more tells what is new; a longer one how it came to that, too."""
LEDE_WINDOW = timedelta(days=7)
"""A lede day lies at most so far before the end of the publication day."""
ONE_DAY = timedelta(days=1)
BASELINE = re.compile(
    r"\b(?:since|than|prior to|compared (?:with|to)|up from|down from)"
    r"(?: (?:in|at|on|the|early|late|mid|at least))*\s*$",
    re.IGNORECASE,
)
"""Before a time from which something is counted, or with which it is compared."""
BASELINE_CHARS = 24
"""So many characters before a time such words are looked for."""
RANGE_START = re.compile(r"\b(?:from|between)(?: (?:the|about|around|early|mid|late))*\s*$", re.IGNORECASE)
RANGE_JOIN = re.compile(r",? (?:to|and|until|till|through|up to)(?: the)?(?: (?:early|mid|late))? ")
"""Before, and between, the two ends of a range."""
JOINED = re.compile(r" and (?:the |in |on )?")
"""Between a time and the one right behind it: ``in 2019 and 2020``."""
NESTED = re.compile(r",? (?:on |in |at |over )?")
"""Between a year and a day of it: ``last year, on 12 May``."""
SPEECH = re.compile(rf" (?:{tree(OF_SPEECH)})\b")
"""Behind the subject of a sentence: somebody says something."""
RELATIVE = re.compile(r"(?<=\w) (?:who|whom|which|that|whose|where) ")
FINITE_BEHIND = re.compile(rf" (?:\w+ly )?(?:(?:{tree(PAST_VERBS)}|is|are|has|have|had|will|[a-z-]{{2,}}ed)\b)")
"""Around a time in a clause about the subject: its relative pronoun, and the verb of the clause that it stands in."""
SUBJECT_CHARS = 120
"""So many characters before a time, and before the pronoun, such words are looked for."""


class Dater:
    """Date the sentences and clauses of one article."""

    def __init__(self, document: Document, sentences: Sequence[ContentSentence]) -> None:
        self.text = document.text
        self._day = document.last_day
        self.today = Interval.of_day(document.last_day)
        self.midnight = datetime.combine(document.last_day, time()) + ONE_DAY
        seen = max(document.last_day, document.article.captured_day or document.last_day)
        self._seen = datetime.combine(seen, time()) + ONE_DAY
        self._quoted = Quoted(document)
        self._all = document.timexes
        self._begun = [timex.span.start for timex in self._all]
        self._earlier = Dating(Interval(None, self.today.start, "vague"), "publication")
        self._reported = Dating(Interval(None, self.today.end, "day"), "reporting-verb")
        self._published = Dating(self.today, "publication")
        self._by = Dating(Interval(None, self.today.end, "day"), "publication")
        body = [sentence for sentence in sentences if sentence.place == "body"]
        self._first_end = body[0].span.end if body else 0
        self.lede = self._find_lede(body[:LEDE_SENTENCES], takes_sayings=False)
        self._lede_end, self._paragraphs_of_earlier = self._end_of_lede(sentences)
        self._looks_back = len(body) > SHORT_SENTENCES and names_days_before(self._all, document.last_day, LEDE_WINDOW)
        self.said = self.lede or self._find_lede(body[:SAID_SENTENCES], takes_sayings=True)

    def of_clause(self, clause: Clause, times: Sequence[Timex]) -> Dating | None:
        """
        The date a time in the clause gives it.

        Of several a sharp one goes before a vague one, and an adverbial before one inside of a noun phrase. ``since
        2014`` dates nothing, ``since the invasion in 2014`` its own clause. What is said in quotation marks does not
        say when it was said.
        """
        if not times:
            return None
        first = bisect_left(times, clause.span.start, key=lambda timex: timex.span.start)
        after = bisect_right(times, clause.span.end, key=lambda timex: timex.span.end)
        inside = [timex for timex in times[first:after] if not self._quoted.holds(timex.span, clause.span)]
        inside = [timex for timex in inside if not self._is_of_other(timex, clause.span) and not self._is_of_old(timex)]
        inside = fitting(self.text, clause.span, inside, self._seen)
        if clause.link != "baseline":
            inside = [timex for timex in inside if not precedes(self.text, BASELINE, timex, BASELINE_CHARS)]
        bounds = [timex for timex in inside if is_bound(self.text, timex, self.midnight)]
        inside = [timex for timex in inside if timex not in bounds]
        if not inside:
            return self._before(bounds[0]) if bounds else None
        best = min(
            inside, key=lambda timex: (timex.interval.precision == "vague", is_attribute(self.text, timex), timex.span)
        )
        behind = inside.index(best) + 1
        if behind < len(inside) and NESTED.fullmatch(self.text, best.span.end, inside[behind].span.start):
            best = min(best, inside[behind], key=fineness)
        return self._range(best, inside) or Dating(best.interval, "clause-timex", (best.span,))

    def _before(self, bound: Timex) -> Dating:
        """Something was over when a time began."""
        return Dating(Interval(None, bound.interval.start, "vague"), "clause-timex", (bound.span,))

    def _range(self, first: Timex, times: Sequence[Timex]) -> Dating | None:
        """From the beginning of one time to the end of the next, where the two are the ends of a range, or adjoin."""
        at = times.index(first) + 1
        if at == len(times):
            return None
        last = times[at]
        is_range = precedes(self.text, RANGE_START, first, BASELINE_CHARS)
        is_next = first.interval.end == last.interval.start and JOINED.fullmatch(
            self.text, first.span.end, last.span.start
        )
        if not is_next and not (is_range and RANGE_JOIN.fullmatch(self.text, first.span.end, last.span.start)):
            return None
        start, end = first.interval.start, last.interval.end
        if start is None or end is None or end <= start:
            return None
        return Dating(Interval(start, end, last.interval.precision), "clause-timex", (first.span, last.span))

    def of_sentence(self, sentence: ContentSentence, parts: Sequence[Clause], own: Sequence[Dating | None]) -> Dating:
        """The date of a sentence: of its main clause, else of one that happens with it, else from outside."""
        dated = [(part.link, dating) for part, dating in zip(parts, own, strict=True) if dating is not None]
        if dated and (found := self._from_clauses(sentence, parts, dated)) is not None:
            return found
        words = f" {sentence.span.cut(self.text)}"
        if sentence.place == "headline" and self.lede is not None and not AHEAD.search(words):
            return self.lede
        return self._from_outside(sentence, words)

    def _from_clauses(
        self, sentence: ContentSentence, parts: Sequence[Clause], dated: Sequence[tuple[Link, Dating]]
    ) -> Dating | None:
        """The date of a sentence by those of its clauses."""
        if any(self._is_over(dating) for _, dating in dated) and is_ahead(sentence.span.cut(self.text)):
            dated = [(link, dating) for link, dating in dated if not self._is_over(dating)]
        for link, dating in dated:
            if link == "main":
                return dating
        has_happened = any(part.link == "main" and is_perfect(self.text, part.span) for part in parts)
        for link, dating in dated:
            if link in ("temporal", "coordinate") and not (has_happened and link == "temporal"):
                return Dating(dating.interval, "sentence-timex", dating.dated_by)
        return None

    def _is_over(self, dating: Dating) -> bool:
        return dating.interval.end is not None and dating.interval.end < self.midnight

    def _from_outside(self, sentence: ContentSentence, words: str) -> Dating:
        """The date of a sentence that no time in it dates; a blank stands before each of its words."""
        ahead = AHEAD.search(words)
        found = None if ahead else unread(words, sentence.span, self._times(sentence.span), self._day)
        if is_earlier(words) or (found is None and is_past_perfect(words)):
            return self._earlier
        if found is not None:
            return Dating(found.interval, found.basis, (found.span,))
        if self.said is not None and (speech := SPEECH.search(words)) is not None:
            first = PAST.search(words) if ahead is None else ahead
            if first is None or speech.start() <= first.start():
                return self.said
        told = REPORTING.search(words)
        is_near = told is None and ahead is None and self._is_near_lede(sentence)
        if self.lede is not None and is_near and is_simple_past(self._quoted.without(sentence.span)):
            return self.lede
        if told is not None:
            return self._reported
        is_open = ahead is None and self._looks_back and is_simple_past(self._quoted.without(sentence.span))
        return self._by if is_open else self._published

    def _times(self, span: Span) -> Sequence[Timex]:
        """All times in a place, lengths and recurrences too."""
        return self._all[bisect_left(self._begun, span.start) : bisect_left(self._begun, span.end)]

    def _find_lede(self, first: Sequence[ContentSentence], *, takes_sayings: bool) -> Dating | None:
        """The first day in the first sentences, in the week before publication, on which something happened."""
        for sentence in first:
            for timex in sentence.times:
                match timex.interval:
                    case Interval(datetime() as start, datetime() as end, precision) if (
                        precision in DAY_OR_FINER
                        and end - start <= ONE_DAY
                        and end <= self.midnight
                        and self.midnight - start <= LEDE_WINDOW
                        and not self._quoted.holds(timex.span, sentence.span)
                        and not self._is_of_other(timex, sentence.span)
                        and not precedes(self.text, BASELINE, timex, BASELINE_CHARS)
                        and (takes_sayings or not is_of_saying(self.text, timex.span))
                    ):
                        return Dating(day_of(timex.interval), "lede-day", (timex.span,))
        return None

    def _is_near_lede(self, sentence: ContentSentence) -> bool:
        """No earlier day was named since the lede's, nor an earlier month or year in the same paragraph."""
        return sentence.span.end <= self._lede_end and sentence.paragraph not in self._paragraphs_of_earlier

    def _end_of_lede(self, sentences: Sequence[ContentSentence]) -> tuple[int, frozenset[int]]:
        """
        Up to where the lede's day dates what follows, and the paragraphs that it does not date.

        An earlier day ends it, an earlier month or year takes its paragraph.
        """
        if self.lede is None or self.lede.interval.start is None:
            return 0, frozenset()
        day, behind = self.lede.interval.start, self.lede.dated_by[0].end
        paragraphs: set[int] = set()
        for sentence in sentences:
            for timex in sentence.times:
                start = timex.interval.start
                if timex.span.start < behind or start is None or start >= day or is_attribute(self.text, timex):
                    continue
                if timex.interval.precision in DAY_OR_FINER:
                    return timex.span.start, frozenset(paragraphs)
                paragraphs.add(sentence.paragraph)
        return len(self.text), frozenset(paragraphs)

    def _is_of_other(self, timex: Timex, clause: Span) -> bool:
        """The time is that of a plan, as in ``the 2040 goals``, of a thing, or of a clause about the subject."""
        if is_of_thing(self.text, timex) or is_elsewhere(self.text, clause, timex, self.midnight):
            return True
        start = timex.interval.start
        if self.today.end is None or start is None:
            return False
        if start >= self.today.end and is_attribute(self.text, timex) and timex.interval.precision == "year":
            return True
        if is_inserted(clause.cut(self.text), timex.span.start - clause.start):
            return True
        *_, relative = (
            None,
            *RELATIVE.finditer(self.text, max(clause.start, timex.span.start - SUBJECT_CHARS), timex.span.start),
        )
        if relative is None or not FINITE_BEHIND.match(self.text, timex.span.end, clause.end):
            return False
        return PAST.search(self.text, max(clause.start, relative.start() - SUBJECT_CHARS), relative.start()) is None

    def _is_of_old(self, timex: Timex) -> bool:
        """The year of a noun does not date the first sentence, which tells what is new: ``in the 2022 death``."""
        is_first = timex.span.end <= self._first_end and timex.rule == "year" and is_attribute(self.text, timex)
        return is_first and timex.interval.end is not None and timex.interval.end.year <= self._day.year
