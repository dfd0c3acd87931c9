"""
Which reports of one story tell of one happening, by arithmetic on their words.

Two reports are one happening

1. when their words are alike, weighed by how few reports of the story have them, and not by names alone; more so where
   they go by other acts, or no name is in both;
2. when they say the same act and their words are somewhat alike, or the one says little but what the other says;
3. when both say that it was on the same day, their names agree, and their words are somewhat alike;
4. when the verbs of both say the same act, or one of the same meaning, their names agree, and their words are a little
   alike; or less where they happened on the same days.

Who tells of two acts in one article tells of two: there only the first rule holds. They are not one when they name
other days, prices, percentages, measures or scores, or several numbers that all differ, when one of them denies it,
plans it or tells of an attempt, when each begins with somebody of whom the other does not tell, or when what one says
excludes what the other does (`oppositions`). Tolls may differ: they rise.
"""

from __future__ import annotations

import math
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from timeline.language.lexicon.acts import ACT_OF
from timeline.language.lexicon.figure_words import ACTIONS, OF_PEOPLE
from timeline.stories.oppositions import apart, exclude
from timeline.stories.report_numbers import differ

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.stories.reports import Report

ASSUMED_REPORTS = 2_000
"""As if so many reports that have none of the words had been there before."""
ALIKE = 0.52
LEAST_OTHER = 0.42
"""So alike are the words besides names."""
NEARLY_THE_SAME = 0.7
"""So alike are the words of what goes by other acts or other names."""
ALIKE_ACTS = 0.45
LEAST_OTHER_OF_ACTS = 0.38
WITHIN = 0.8
SAME_ACT = 0.35
LEAST_OTHER_OF_ACT = 0.25
SAME_ACT_AND_NAMES = 0.3
SAME_DAYS = 0.25
LEAST_OTHER_OF_NAMES = 0.18
ALIKE_OF_DAY = 0.44
LEAST_OTHER_OF_DAY = 0.3
NAMES_AGREE = 0.34
"""Of the names of the one with fewer."""
NAMES_DIFFER = 0.67
"""When each has names that the other has not, so many must be the same."""
NAMELESS = 0.45
SHARED_FIGURE = 0.12
"""A number that both have adds so much."""
TOLLS = frozenset(ACT_OF[word] for action in OF_PEOPLE for word in ACTIONS[action].split() if word in ACT_OF)
"""Acts of which people are counted: the numbers rise from report to report."""
LEAST_WORDS, LEAST_WITHIN = 3, 6
LEAST_LOOKED_AT = (SAME_DAYS - SHARED_FIGURE) ** 2
_DAY = timedelta(days=1)


class Match(NamedTuple):
    """By which rule two reports are one happening, and how alike they are: 0 to 1."""

    rule: str
    score: float


class _Alike(NamedTuple):
    """How alike two reports are: all in all, by the words that are no names, and how much of the shorter is in both."""

    words: float
    besides: float
    within: float


def weights(reports: Iterable[Report]) -> dict[str, float]:
    """Word -> what it weighs, squared: the fewer reports have it, the more."""
    having: Counter[str] = Counter()
    size = ASSUMED_REPORTS
    for report in reports:
        having.update(report.words)
        size += 1
    return {word: math.log(size / (count + 0.5)) ** 2 for word, count in having.items()}


def candidates(reports: Sequence[Report], weight: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """The pairs of reports, by their places, that are alike enough to be looked at; the lower place first."""
    having: dict[str, list[int]] = {}
    sizes: list[float] = []
    for place, report in enumerate(reports):
        shared: dict[int, float] = {}
        for word in report.words:
            weighs = weight[word]
            before = having.setdefault(word, [])
            for other in before:
                shared[other] = shared.get(other, 0.0) + weighs
            before.append(place)
        sizes.append(_sum(report.words, weight))
        least = LEAST_LOOKED_AT * sizes[place]
        for other, both in shared.items():
            if both * both >= least * sizes[other]:
                yield other, place


def match(one: Report, other: Report, weight: Mapping[str, float]) -> Match | None:
    """By which rule the two are one happening; None where they are not, as far as can be told."""
    both = one.words & other.words
    shared = _sum(both, weight)
    mine, theirs = _sum(one.words, weight), _sum(other.words, weight)
    if not shared:
        return None
    bonus = SHARED_FIGURE if one.figures & other.figures else 0.0
    alike = shared / math.sqrt(mine * theirs) + bonus
    if alike < SAME_DAYS or contradicts(one, other):
        return None
    besides = _besides_names(one, other, both, weight) + bonus
    rule = _rule(one, other, _Alike(alike, besides, shared / min(mine, theirs)))
    return None if rule is None else Match(rule, min(1.0, alike))


def _rule(one: Report, other: Report, alike: _Alike) -> str | None:
    """The rule by which two that do not contradict each other are one."""
    shared = _shared_names(one, other)
    if _says_the_same(one, other, alike, shared):
        return "words"
    if (
        one.article == other.article
        or one.is_attempt != other.is_attempt
        or one.marks.is_further != other.marks.is_further
    ):
        return None
    if _is_of_day(one, other, alike, shared):
        return "day"
    strangers = one.names - other.names and other.names - one.names and (shared or 0) < NAMES_DIFFER
    return None if strangers else _by_acts(one, other, alike) or _by_verb(one, other, alike, shared)


def _says_the_same(one: Report, other: Report, alike: _Alike, shared: float | None) -> bool:
    """Their words are alike, and more so where the act of neither is said by the other, or no name is in both."""
    of_other_acts = one.act and other.act and one.act not in other.acts and other.act not in one.acts
    return (
        min(len(one.words), len(other.words)) >= LEAST_WORDS
        and alike.words >= (NEARLY_THE_SAME if of_other_acts or shared == 0 else ALIKE)
        and alike.besides >= LEAST_OTHER
    )


def _is_of_day(one: Report, other: Report, alike: _Alike, shared: float | None) -> bool:
    """Both say that it was on the same day, of the same names, in words that are somewhat alike; not by other acts."""
    if one.act and other.act and one.act != other.act:
        return False
    least = SAME_ACT if one.act and one.act == other.act else ALIKE_OF_DAY
    return (
        one.day is not None
        and one.day == other.day
        and alike.words >= least
        and alike.besides >= LEAST_OTHER_OF_DAY
        and min(len(one.words), len(other.words)) >= LEAST_WORDS
        and (shared is None or shared >= NAMES_AGREE)
    )


def _by_acts(one: Report, other: Report, alike: _Alike) -> str | None:
    """What the verb of one says is said by the other too, and more."""
    if alike.besides < LEAST_OTHER_OF_ACTS or not (one.act in other.acts or other.act in one.acts):
        return None
    shorter = min(len(one.words), len(other.words))
    if shorter >= LEAST_WITHIN and alike.within >= WITHIN:
        return "within"
    return "act" if shorter >= LEAST_WORDS and alike.words >= ALIKE_ACTS else None


def _by_verb(one: Report, other: Report, alike: _Alike, shared: float | None) -> str | None:
    """Both verbs say the same."""
    if not one.act or one.act != other.act or alike.besides < LEAST_OTHER_OF_NAMES:
        return None
    agree = alike.words >= NAMELESS if shared is None else shared >= NAMES_AGREE
    known = shared is not None and shared >= NAMES_DIFFER and len(one.names & other.names) > 1
    if agree and alike.words >= SAME_ACT and alike.besides >= LEAST_OTHER_OF_ACT:
        return "verb"
    if known and alike.words >= SAME_ACT_AND_NAMES:
        return "verb"
    says_no_more = max(alike.words, alike.within - SAME_ACT) >= SAME_ACT
    return "verb and day" if (says_no_more if shared is None else agree) and _same_days(one, other) else None


def contradicts(one: Report, other: Report) -> bool:
    """What the one says cannot be what the other does."""
    if one.is_planned != other.is_planned or _denies(one, other) or _denies(other, one):
        return True
    if apart(one.amounts, other.amounts) or apart(one.scores, other.scores) or apart(one.days, other.days):
        return True
    if not TOLLS & (one.acts | other.acts) and differ(one.counts, other.counts):
        return True
    if one.is_stated and other.is_stated and not one.dates & other.dates and _disjoint(one, other):
        return True
    strangers = one.leading and other.leading
    return exclude(one, other) or bool(strangers and not one.leading & other.names and not other.leading & one.names)


def _denies(one: Report, other: Report) -> bool:
    """It was not done, and the other does not say so; of an act that the other does not tell of nothing follows."""
    return one.is_denied and not other.is_denied and (not one.act or one.act in other.acts)


def _disjoint(one: Report, other: Report) -> bool:
    """They happened at times that do not overlap."""
    ends_before = one.until is not None and other.since is not None and one.until <= other.since
    return ends_before or (other.until is not None and one.since is not None and other.until <= one.since)


def _same_days(one: Report, other: Report) -> bool:
    """They happened within a day of each other, as far as is known, and in no longer time."""
    spans = []
    for report in (one, other):
        if report.until is None:
            return False
        since = report.since or report.until - _DAY
        if report.until - since > 2 * _DAY:
            return False
        spans.append((since, report.until))
    (since, until), (other_since, other_until) = spans
    return since < other_until + _DAY and other_since < until + _DAY


def _shared_names(one: Report, other: Report) -> float | None:
    """The share of the names of the one with fewer that both have; None where one has none."""
    fewer = min(len(one.names), len(other.names))
    return len(one.names & other.names) / fewer if fewer else None


def _besides_names(one: Report, other: Report, both: frozenset[str], weight: Mapping[str, float]) -> float:
    """How alike they are by the words that are no names."""
    named = one.named | other.named
    shared = _sum(both - named, weight)
    if not shared:
        return 0.0
    return shared / math.sqrt(_sum(one.words - one.named, weight) * _sum(other.words - other.named, weight))


def _sum(some: frozenset[str], weight: Mapping[str, float]) -> float:
    return sum(weight[word] for word in some)
