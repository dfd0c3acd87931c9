"""This file knows what an expression stands in: the publication day, the times mentioned before it, and its clause."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import Literal

from attrs import field, frozen, mutable

from timeline.interval import Interval, Precision
from timeline.language import calendar
from timeline.language.timexes.words import PAST_FORMS

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
FINE = ("minute", "hour", "part-of-day", "day", "weekend", "week", "month", "quarter", "season", "half-year", "year")
"""Precisions of times that a later expression may refer to, from the finest."""
COUNTED_MONTHS = re.compile(r"P[2-9]M|P1[0-9]M")
"""A stretch of months that figures are given for, as quarters are."""
NEAR = 600
"""A reference reaches back so many characters."""
FUTURE = re.compile(
    r"\b(?:will|won't|shall|'ll|(?:is|are|was|were|be|been|it's|'s)(?: \w+ly)? (?:expected|scheduled|due|set"
    r"|slated|planned|planning|likely|supposed|to|going|payable|effective|preparing|poised|hoping|aiming)"
    r"|plans?(?: \w+)? (?:to|a|an|for)|expects?\b"
    r"|hopes? to|intends? to|aims? to|would|payable|set (?:to|for)|(?:scheduled|due|slated|expected) (?:to|for|in|on)"
    r"|deadline|upcoming|as (?:soon|early|late) as|postponed (?:until|to)|between now and|effective|extended"
    r"|starting|beginning|plan(?:ned|ning)|scheduled|hop(?:es|ed|ing) to)\b|\b(?:until|through) $"
)
AHEAD = re.compile(
    r"\b(?:will|won't|shall|'ll|would|(?:is|are)(?: \w+ly)? (?:to|expected|scheduled|due|set|slated|planned|likely))\b"
)
"""Cues of the future behind the time; the subject of what is planned stands before it."""
NO_PAST = "un\\w|need|hundred|indeed|exceed|proceed|succeed|speed|scheduled|planned|extended|expected"
PAST = re.compile(
    rf"(?<!\bbe )(?<!\bbeen )(?<!\bto )\b(?:(?:{'|'.join(sorted(PAST_FORMS))})\b|(?!{NO_PAST})\w{{3,}}ed\b)"
)
BOUNDARY = re.compile(
    r"(?<=\w\w)[.!?][\"']? (?=\w)|[;:\n]|, (?:who|which|whom|where|but|and \w+ed)\b|\b(?:that|while|although)\b"
)


@frozen
class Reading:
    """
    What an expression means.

    Attributes:
        kind: TIMEX3 type.
        value: TIMEX3 value.
        interval: What it covers, where the value does not say it.
        is_comparison: A time another one is compared with; nothing later refers to it.
    """

    kind: Kind
    value: str
    interval: Interval | None = None
    is_comparison: bool = False

    @property
    def covers(self) -> Interval:
        """The time it names; durations and sets name none."""
        if self.interval is not None:
            return self.interval
        return calendar.interval(self.value) if self.kind in ("DATE", "TIME") else Interval()


@frozen
class Reference:
    """A time mentioned before: its first day, how fine it was, where it ended."""

    day: date
    precision: Precision
    at: int


@mutable
class Context:
    """
    The text in lower case, the publication day, the times mentioned so far, and the period that figures are of.
    """

    text: str
    raw: str
    day: date
    references: list[Reference] = field(factory=list)
    period: Reference | None = None

    def note(self, reading: Reading, at: int) -> None:
        """Remember a time that what follows may refer to."""
        covers = reading.covers
        if COUNTED_MONTHS.fullmatch(reading.value):
            self.period = Reference(self.day, "year", at)
        if covers.start is None or reading.is_comparison:
            return
        if covers.precision in FINE and reading.value[:1].isdigit():
            reference = Reference(covers.start.date(), covers.precision, at)
            self.references.append(reference)
            if covers.precision == "quarter":
                self.period = reference

    def last(self, at: int, coarsest: Precision, near: int = NEAR) -> Reference | None:
        """The time mentioned last before a place that is at least so fine; None when none is near."""
        limit = FINE.index(coarsest)
        for reference in reversed(self.references):
            if at - reference.at > near:
                return None
            if FINE.index(reference.precision) <= limit:
                return reference
        return None

    def quarter(self, at: int, near: int) -> Reference | None:
        """The quarter that figures at a place are of; None when they are of another stretch, or none was named near."""
        if self.period is None or self.period.precision != "quarter" or at - self.period.at > near:
            return None
        return self.period

    def tense(self, start: int, end: int) -> int:
        """1 where the clause around a place speaks of the future, -1 of the past, 0 where nothing says so."""
        window = self.text[max(0, start - 160) : start]
        left = window[max((found.end() for found in BOUNDARY.finditer(window)), default=0) :]
        future = max((found.end() for found in FUTURE.finditer(left)), default=-1)
        past = max((found.end() for found in PAST.finditer(left)), default=-1)
        if future >= 0 or past >= 0:
            return 1 if future >= past else -1
        right = self.text[end : end + 60]
        right = right[: next((found.start() for found in BOUNDARY.finditer(right)), len(right))]
        cue, verb = AHEAD.search(right), PAST.search(right)
        if cue is not None and (verb is None or cue.start() <= verb.start()):
            return 1
        return -1 if verb is not None else 0


@frozen(slots=False)
class Found:
    """
    What a rule found: the words, and its place.

    ``found["month"]`` is the text of a group, empty when it is not there; of several of a name the first that is.
    """

    match: re.Match[str]
    context: Context
    words: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "words", " ".join(self.match[0].split()))

    def __getitem__(self, group: str) -> str:
        for name, words in self.match.groupdict().items():
            if words and name.rstrip("23456789") == group:
                return " ".join(words.split())
        return ""

    @property
    def start(self) -> int:
        """First character."""
        return self.match.start()

    @property
    def day(self) -> date:
        """The publication day."""
        return self.context.day

    @property
    def before(self) -> str:
        """The words just before it, in lower case."""
        return self.context.text[max(0, self.start - 24) : self.start]

    @property
    def after(self) -> str:
        """The words just after it, in lower case."""
        return self.context.text[self.match.end() : self.match.end() + 24]

    @cached_property
    def tense(self) -> int:
        """1 where its clause speaks of the future, -1 of the past, 0 where nothing says so."""
        return self.context.tense(self.start, self.match.end())

    @property
    def is_future(self) -> bool:
        """Its clause speaks of the future."""
        return self.tense > 0

    @cached_property
    def is_capitalised(self) -> bool:
        """A word of it begins with a capital letter."""
        return any(letter.isupper() for letter in self.context.raw[self.start : self.match.end()])

    @property
    def units_are_capitalised(self) -> bool:
        """Minutes or hours in capitals are the name of a programme."""
        at = max(self.match.start("units"), -1) if "units" in self.match.groupdict() else -1
        return at > self.start and self["units"] in ("minutes", "hours") and self.context.raw[at].isupper()

    def last(self, coarsest: Precision, near: int = NEAR) -> Reference | None:
        """The time mentioned last before it that is at least so fine."""
        return self.context.last(self.start, coarsest, near)

    def quarter(self, near: int) -> Reference | None:
        """The quarter that the figures around it are of."""
        return self.context.quarter(self.start, near)


def date_of(day: date, unit: str = "day") -> Reading:
    """The reading of a day, or of the week, month, quarter, year ... that it lies in."""
    return Reading("DATE", calendar.value(day, unit))
