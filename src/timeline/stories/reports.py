"""What is compared of a reported occurrence: its words, its act, and what must not differ."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from attrs import astuple, fields, frozen

from timeline.language.lexicon.acts import SAYING_NO_ACT, SAYS_ACT
from timeline.language.lexicon.times import DAYS_FROM_TODAY, MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS
from timeline.language.lexicon.words import alternatives
from timeline.stories import marks, report_numbers
from timeline.stories.report_words import NONE, OF_MANY_NAMES, compared, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.stories.report_words import Token

STATED_BASES = frozenset(("clause-timex", "sentence-timex", "corrected"))
"""Bases of a time that the sentence states, or that somebody has put right."""
LEAST_TELLING = 13
"""A larger number is shared by chance more rarely."""

ATTEMPTED = re.compile(r"\b(?:try|tries|tried|trying|attempt(?:s|ed|ing)?|plot(?:s|ted|ting)?|fail(?:s|ed|ing)? to)\b")
DENYING_START = re.compile(r"\W*(?:no|nobody|none|neither|no-one)\b")
DENYING_END = re.compile(r"(?:\bnot|\bnever|n ?['’] ?t)\s+(?:\w+\s+)?$")

_WORD = re.compile(r"[^\W\d_][\w'’-]*[^\W_]|[^\W\d_]|\d+(?:[.,:]\d+)*")
_MONTH = alternatives(MONTHS.keys() | MONTH_ABBREVIATIONS.keys())
_CALENDAR = re.compile(rf"\b({_MONTH})\.? (\d\d?)\b(?!,\d)|\b(\d\d?) ({_MONTH})\b|\b((?:19|20)\d\d)\b")
_DAY_WORD = re.compile(
    rf"\b(?:{_MONTH}|{alternatives(WEEKDAYS.keys() | DAYS_FROM_TODAY)}|days?|week|weekend)\b|\d{{4}}"
)
_SCORE = re.compile(r"\b\d{1,3} ?[-–] ?\d{1,3}\b(?! ?-?(?:year|month|day|mile|foot|page|member|hour))")
_DAY = timedelta(days=1)


@frozen
class Report:
    """
    A reported occurrence, as far as it is compared with others.

    Attributes:
        id: Of the event.
        article: Key of the article.
        at: When that was printed.
        place: First character of the clause.
        words: What says something, by stems and acts.
        named: Those of them that are names.
        names: Words of names, in lower case.
        leading: The first two of them before the verb, and whom a pronoun stands for.
        act: What its verb says that happens; empty where it says none.
        acts: All acts that it says.
        amounts: Prices, percentages and measures.
        counts: How much or how many there are of whatever.
        scores: Results of games and votes.
        figures: Numbers that are rarely shared by chance.
        dates: Days of the calendar and years that it names.
        marks: Where things go, for how long, and whether they did before.
        since, until: When it happened, half-open; open where that is None.
        is_stated: The sentence says so, and not by a time of day alone.
        is_planned, is_denied, is_attempt: It has not happened yet; it has not happened; somebody tried.
    """

    id: UUID
    article: str
    at: datetime
    place: int
    words: frozenset[str]
    named: frozenset[str]
    names: frozenset[str]
    leading: frozenset[str]
    act: str
    acts: frozenset[str]
    amounts: frozenset[float]
    counts: frozenset[float]
    scores: frozenset[str]
    figures: frozenset[float]
    dates: frozenset[str]
    marks: marks.Marks
    since: datetime | None
    until: datetime | None
    is_stated: bool
    is_planned: bool
    is_denied: bool
    is_attempt: bool

    @property
    def order(self) -> tuple[datetime, str, int, str]:
        """Which was printed first, whatever the order in which they came."""
        return self.at, self.article, self.place, str(self.id)

    @property
    def days(self) -> frozenset[str]:
        """The days of the calendar that it names."""
        return frozenset(one for one in self.dates if not one.isdigit())

    @property
    def day(self) -> date | None:
        """The one on which it says that it happened."""
        if not self.is_stated or self.since is None or self.until is None or self.until - self.since > _DAY:
            return None
        return self.since.date()


def read(
    *, id: UUID, article: str, at: datetime, place: int, text: str,  # noqa: A002 - as the column
    trigger: str | None, names: Iterable[str], subject: Iterable[str],
    since: datetime | None, until: datetime | None, basis: str, kind: str,
) -> Report:  # fmt: skip
    """What is compared of an occurrence; *names* are those of who takes part and of where."""
    low = text.lower()
    pieces = [(found.start(), compared(found[0])) for found in _WORD.finditer(text)]
    said = [token for _, token in pieces]
    named = [(place, token.name) for place, token in pieces if token.name and place > 0]
    meant = frozenset(_in_names(subject))
    every = meant.union((name for _, name in named), _in_names(names))
    verb = (trigger or "").lower()
    act, acts = _act(said, verb)
    at_verb = low.find(verb) if verb else len(low)
    counted = report_numbers.counted(text)
    return Report(
        id=id,
        article=article,
        at=at,
        place=place,
        words=frozenset([token.stem for token in said if token.stem]),
        named=frozenset(stem(name) for name in every),
        names=every,
        leading=meant.union([name for before, name in named if before < at_verb][:2]),
        act=act,
        acts=acts,
        amounts=frozenset(report_numbers.amounts(low, counted)) or NONE,
        counts=frozenset(report_numbers.counts(low, counted)) or NONE,
        scores=frozenset(score.replace(" ", "").replace("–", "-") for score in _SCORE.findall(text)) or NONE,
        figures=frozenset(float(one.value) for one in counted if one.value >= LEAST_TELLING) or NONE,
        dates=frozenset(_dates(low)) or NONE,
        marks=marks.marks(low, pieces, verb, act),
        since=since,
        until=until,
        is_stated=basis in STATED_BASES and _names_day(low, since, until),
        is_planned=kind == "planned",
        is_denied=_is_denied(low, verb),
        is_attempt=ATTEMPTED.search(low) is not None,
    )


def _in_names(names: Iterable[str]) -> Iterator[str]:
    """The words of names."""
    for name in names:
        for word in name.split():
            plain = compared(word.strip("“”\"'()[].,")).plain
            if len(plain) > 1 and plain not in OF_MANY_NAMES:
                yield plain


def _act(said: list[Token], trigger: str) -> tuple[str, frozenset[str]]:
    """What the verb says that happens, else the first verb behind it that says something; and all acts."""
    acts = frozenset([token.act for token in said if token.act]) or NONE
    if trigger and trigger not in SAYING_NO_ACT and (trigger in SAYS_ACT or trigger.endswith("ed")):
        return stem(trigger), acts | {stem(trigger)}
    begin = next((place for place, token in enumerate(said) if token.plain == trigger), 0)
    return next((token.act for token in said[begin:] if token.is_done), ""), acts


def _dates(low: str) -> Iterator[str]:
    """Days of the calendar as ``mar 4``, and years."""
    for month, day, day_before, month_behind, year in _CALENDAR.findall(low):
        yield year or f"{(month or month_behind)[:3]} {int(day or day_before)}"


def _names_day(low: str, since: datetime | None, until: datetime | None) -> bool:
    """A time of day says nothing of the day."""
    if since is None or until is None:
        return False
    return until - since >= _DAY or _DAY_WORD.search(low) is not None


def _is_denied(low: str, trigger: str) -> bool:
    """Nobody did it, or it was not done."""
    if DENYING_START.match(low):
        return True
    place = low.find(trigger) if trigger else -1
    return place > 0 and DENYING_END.search(low, max(0, place - 22), place) is not None


def packed(report: Report) -> str:
    """A report as text, from which `unpacked` makes it again."""
    return json.dumps([_plain(value) for value in astuple(report, recurse=False)])


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, marks.Marks):
        return marks.packed(value)
    return str(value) if isinstance(value, UUID | datetime) else value


def unpacked(text: str) -> Report:
    """The report that a text stands for."""
    values: dict[str, Any] = dict(zip(FIELDS, json.loads(text), strict=True))
    for name in SETS:
        values[name] = frozenset(values[name]) or NONE
    for name in TIMES:
        values[name] = values[name] and datetime.fromisoformat(values[name])
    return Report(**values | {"id": UUID(values["id"]), "marks": marks.unpacked(values["marks"])})


FIELDS = tuple(field.name for field in fields(Report))
SETS = ("words", "named", "names", "leading", "acts", "amounts", "counts", "scores", "figures", "dates")
TIMES = ("at", "since", "until")
