"""What an expression stands in: the publication day, the times mentioned before it, and its clause."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen, mutable

from timeline.language import calendar
from timeline.language.lexicon.first_names import HE_NAMES, SHE_NAMES
from timeline.language.lexicon.times import AMBIGUOUS_MONTHS, MONTHS
from timeline.language.lexicon.titles import FREQUENT_TITLES
from timeline.language.lexicon.words import alternatives, capitalized
from timeline.language.timexes.tense import CHARS_BEHIND, tense
from timeline.model.interval import Interval, Precision

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["absolute", "publication", "captured", "reference"]
"""What a time was resolved from: its words, the publication or capture day, or a time mentioned before or beside it."""
REFERABLE_PRECISIONS = (
    "minute", "hour", "part-of-day", "day", "weekend", "week", "month", "quarter", "season", "half-year", "year",
)  # fmt: skip
"""Precisions of times that a later expression may refer to, from the finest."""
COUNTED_MONTHS = re.compile(r"P[2-9]M|P1[0-9]M")
"""A stretch of months that figures are given for, as quarters are."""
NEAR_CHARS = 600
"""A reference reaches back so many characters."""
PERSON_NAMED_AS_MONTH = re.compile(rf"\b([A-Z][a-z]+)\.? ({alternatives(capitalized(AMBIGUOUS_MONTHS))})\b(?! ?\d)")
CAPITALIZED_BEFORE = re.compile(r"\b[A-Z][\w'’]* $")
STATION_BEFORE = re.compile(r"\b[A-Z]{2,4} $")
"""A broadcaster before the name of a programme or newspaper."""
QUOTATION_MARKS = frozenset("\"'“”‘’`")
NAMED_BEFORE = re.compile(r"\b(?:called|named|titled|entitled|magazine|newspaper|programme) [\"'“‘]?$")
"""Before a name."""
SHOW_BEHIND = re.compile(r"['\"”’]? (?:show|programme|program|host|anchor)\b")
"""Behind the name of a programme."""


@frozen
class Meaning:
    """
    What an expression means.

    Attributes:
        kind: TIMEX3 type.
        value: TIMEX3 value.
        interval: What it covers, where the value does not say it.
        is_comparison: A time another one is compared with; nothing later refers to it.
        end: Where the expression ends, when that is behind what its rule found.
    """

    kind: Kind
    value: str
    interval: Interval | None = None
    is_comparison: bool = False
    end: int | None = None

    @property
    def covers(self) -> Interval:
        """The time it names; durations and sets name none."""
        if self.interval is not None:
            return self.interval
        return calendar.interval(self.value)


@frozen
class Reference:
    """A time mentioned before: its first day, how fine it was, where it ended, whether it was a night."""

    day: date
    precision: Precision
    at: int
    is_night: bool = False


@frozen
class Latest:
    """The expression read last: what it means, which rule read it, where it ends."""

    meaning: Meaning
    rule: str
    end: int


@mutable(slots=False)
class Context:
    """
    What is known where an expression stands.

    Attributes:
        text: The article in lower case.
        raw: The article.
        day: The publication day.
        offset: How far the clock of the publication is ahead of UTC; None where nothing says so.
        captured: The day on which the text was seen, where that is known and later than the publication day.
        day_first: ``3/4/2024`` is a day of April.
        meaning_at: What an expression that begins at a place means, and its end; None when none begins there.
        references: The times mentioned so far.
        period: The quarter, or longer period, that figures are of.
        latest: The expression read last.
        basis: What the expression that is being read was resolved from so far.
    """

    text: str
    raw: str
    day: date
    offset: timedelta | None = None
    captured: date | None = None
    day_first: bool = False
    meaning_at: Callable[[int], tuple[Meaning, int] | None] | None = None
    references: list[Reference] = field(factory=list)
    period: Reference | None = None
    latest: Latest | None = None
    basis: Basis = "absolute"

    @cached_property
    def namesake_months(self) -> frozenset[int]:
        """Months after which somebody in the article is called."""
        called = {
            MONTHS[found[2].lower()]
            for found in PERSON_NAMED_AS_MONTH.finditer(self.raw)
            if found[1] in FREQUENT_TITLES or found[1] in HE_NAMES or found[1] in SHE_NAMES
        }
        return frozenset(called)

    def remember(self, meaning: Meaning, rule: str, at: int) -> None:
        """Remember a time that what follows may refer to."""
        covers = meaning.covers
        self.latest = Latest(meaning, rule, at)
        if COUNTED_MONTHS.fullmatch(meaning.value):
            self.period = Reference(self.day, "year", at)
        if covers.start is None or meaning.is_comparison:
            return
        if covers.precision in REFERABLE_PRECISIONS:
            reference = Reference(covers.start.date(), covers.precision, at, meaning.value.endswith("TNI"))
            self.references.append(reference)
            if covers.precision == "quarter":
                self.period = reference

    def last_mentioned(self, at: int, coarsest: Precision, near: int = NEAR_CHARS) -> Reference | None:
        """The time mentioned last before a place that is at least so fine; None when none is near."""
        limit = REFERABLE_PRECISIONS.index(coarsest)
        for reference in reversed(self.references):
            if at - reference.at > near:
                return None
            if REFERABLE_PRECISIONS.index(reference.precision) <= limit:
                return reference
        return None

    def quarter(self, at: int, near: int) -> Reference | None:
        """The quarter that figures at a place are of; None when they are of another stretch, or none was named near."""
        if self.period is None or self.period.precision != "quarter" or at - self.period.at > near:
            return None
        return self.period


@frozen(slots=False)
class Found:
    """
    What a rule found: the words, and its place.

    ``found["month"]`` is the text of a group, empty when it is not there; of several of a name the first that is.
    """

    match: re.Match[str]
    context: Context

    def __getitem__(self, group: str) -> str:
        names, name, number = self.match.re.groupindex, group, 1
        while name in names:
            if words := self.match[name]:
                return " ".join(words.split())
            number += 1
            name = f"{group}{number}"
        return ""

    @cached_property
    def words(self) -> str:
        """The words, a blank between them."""
        return " ".join(self.match[0].split())

    @property
    def start(self) -> int:
        """First character."""
        return self.match.start()

    @property
    def day(self) -> date:
        """The publication day."""
        if self.context.basis == "absolute":
            self.context.basis = "publication"
        return self.context.day

    @property
    def before(self) -> str:
        """The words just before it, in lower case."""
        return self.context.text[max(0, self.start - 24) : self.start]

    @property
    def raw_after(self) -> str:
        """The words just after it as they are written."""
        return self.context.raw[self.match.end() : self.match.end() + 24]

    def is_near(self, pattern: re.Pattern[str]) -> bool:
        """Something stands in the text around it."""
        return (
            pattern.search(self.context.text, max(0, self.start - CHARS_BEHIND), self.match.end() + CHARS_BEHIND)
            is not None
        )

    @property
    def after(self) -> str:
        """The words just after it, in lower case."""
        return self.context.text[self.match.end() : self.match.end() + 24]

    @cached_property
    def tense(self) -> int:
        """1 where its clause speaks of the future, -1 of the past, 0 where nothing says so."""
        return tense(self.context.text, self.start, self.match.end())

    @property
    def is_future(self) -> bool:
        """Its clause speaks of the future."""
        return self.tense > 0

    @cached_property
    def is_capitalised(self) -> bool:
        """A word of it begins with a capital letter."""
        return any(letter.isupper() for letter in self.context.raw[self.start : self.match.end()])

    @property
    def is_capitalised_within(self) -> bool:
        """Its last word begins with a capital letter, its first does not."""
        first, *_, last = self.context.raw[self.start : self.match.end()].split()
        return last[0].isupper() and not first[0].isupper()

    @property
    def is_followed_by_capital(self) -> bool:
        """The next word begins with a capital letter."""
        return re.match(r" [A-Z][a-z]", self.context.raw[self.match.end() : self.match.end() + 3]) is not None

    @property
    def is_titled(self) -> bool:
        """It is the name of a programme or newspaper: ``USA Today``, ``the "Today" show``, ``"This Week"``."""
        raw, start, end = self.context.raw, self.start, self.match.end()
        *first, last = raw[start:end].split()
        if not last.istitle():
            return False
        is_quoted = start > 0 and raw[start - 1] in QUOTATION_MARKS and (first or raw[end : end + 1] in QUOTATION_MARKS)
        is_named = NAMED_BEFORE.search(self.context.text, max(0, start - 16), start)
        return bool(
            is_quoted or is_named or SHOW_BEHIND.match(raw, end) or STATION_BEFORE.search(raw, max(0, start - 6), start)
        )

    @property
    def is_behind_capital(self) -> bool:
        """The word before it begins with a capital letter."""
        return CAPITALIZED_BEFORE.search(self.context.raw, max(0, self.start - 24), self.start) is not None

    @property
    def units_are_capitalised(self) -> bool:
        """Minutes or hours in capitals are the name of a programme."""
        return self["units"] in ("minutes", "hours") and self.context.raw[self.match.start("units")].isupper()

    def meaning_behind(self) -> tuple[Meaning, int] | None:
        """The expression that begins behind it, and its end."""
        at = self.match.end() + 1
        if self.context.text.startswith("the ", at):
            at += 4
        return self.meaning_at(at)

    def meaning_at(self, at: int) -> tuple[Meaning, int] | None:
        """The expression that begins at a place, and its end."""
        return self.context.meaning_at(at) if self.context.meaning_at is not None else None

    def last_mentioned(self, coarsest: Precision, near: int = NEAR_CHARS) -> Reference | None:
        """The time mentioned last before it that is at least so fine."""
        return self._referred(self.context.last_mentioned(self.start, coarsest, near))

    def quarter(self, near: int) -> Reference | None:
        """The quarter that the figures around it are of."""
        return self._referred(self.context.quarter(self.start, near))

    def _referred(self, reference: Reference | None) -> Reference | None:
        """The same, noted as what the expression is resolved from."""
        if reference is not None:
            self.context.basis = "reference"
        return reference


def date_of(day: date, unit: str = "day") -> Meaning:
    """What a day means, or of the week, month, quarter, year ... that it lies in."""
    return Meaning("DATE", calendar.value(day, unit))
