"""
Choose the periods that matter and the sentences that say what happened in them.

In a week or month the lines go to its days, as seats go to parties: the more an own day counts, the more lines it has.

A period counts with the distinct articles that mention a day of it, plus half of those that were published later: what
is still mentioned afterwards mattered. Its candidates are the sentences that state such a day, then the first sentences
of the articles published in it or the day after; those that say most of what all of them say are taken.

On Timeline17 this is as good as the best published systems without a language model. The choice is flat: 3 to 8 first
sentences, near-copies above a cosine of .5 to 1, and a weight of later articles from .25 to 2 differ by less than .01.
Counting only sentences about the topic is worse (date-F1 .64 for .66), as is leaving out what was printed outside the
range (.63). Rare words are counted among the candidates of one period alone: a new article then changes no sentence
of a day that it says nothing of, and the timelines are no worse (see ``docs/how-digests-are-made.md``).
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.digests.candidates import candidates_by_period, said_day, stated_day
from timeline.digests.centroid import COPY_COSINE, choose, telling_words
from timeline.digests.request import MentionRow, OccurrenceRow, Request, StatementRow
from timeline.digests.scores import LATER_WEIGHT, Choice, Salience
from timeline.model.periods import period_end, period_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

SHORT_WORDS = 20
"""Words of a sentence that is not too long for a timeline."""

LENGTH_EXPONENT = 0.1
"""How much a longer sentence counts less: one of 40 words 7 %."""


UNNAMED_SCORE = 0.5
"""What a day counts for that articles were printed on, besides those that name it."""


class Pick(NamedTuple):
    """
    A sentence that was chosen.

    Attributes:
        rows: Every candidate with these words, at least one, the first as it was handed in first.
        choice: Its scores.
    """

    rows: tuple[OccurrenceRow, ...]
    choice: Choice


class PeriodPicks(NamedTuple):
    """A period that was chosen, by its first day, with its sentences, the most telling first."""

    day: date
    salience: Salience
    picks: tuple[Pick, ...]


def pick_periods(
    request: Request, rows: Sequence[OccurrenceRow], mentions: Iterable[MentionRow] | None = None
) -> list[PeriodPicks]:
    """
    The most salient periods, in the order of time, each with its most telling sentences.

    Args:
        request: How many, and of what range and topic.
        rows: Occurrences; those that state a day in the range and the first of the articles published in it, or the
            day after it, are used.
        mentions: Which articles mention which days, by default what *rows* state; only articles that have a candidate
            about the topic count.
    """
    found = candidates_by_period(rows, request)
    topical = {row.article for pool in found.values() for row in pool}
    mentions = [
        mention for mention in (_mentions(rows) if mentions is None else mentions) if mention.article in topical
    ]
    if request.by_days:
        return _long_periods(request, candidates_by_period(rows, request._replace(period="day")), mentions)
    chosen: list[PeriodPicks] = []
    counted: dict[str, set[str]] = {}
    taken: set[str] = set()  # a first sentence can stand for two days
    for day, salience in rank(mentions, request):
        if request.max_dates is not None and len(chosen) >= request.max_dates:
            break
        pool = [(text, row) for row in found.get(day, ()) if (text := same_words(row.text)) not in taken]
        picks = _picks(pool, request.most_per_period, counted)
        if picks:
            chosen.append(PeriodPicks(day, salience, picks))
            taken.update(same_words(picked.rows[0].text) for picked in picks)
    return sorted(chosen, key=lambda period: period.day)


def _long_periods(
    request: Request, found: Mapping[date, Sequence[OccurrenceRow]], mentions: Iterable[MentionRow]
) -> list[PeriodPicks]:
    """The most salient weeks or months, in the order of time, each with the most telling sentences of its days."""
    mentions = list(mentions)
    scores = {day: salience.score for day, salience in rank(mentions, request._replace(period="day"))}
    chosen: list[PeriodPicks] = []
    for start, salience in rank(mentions, request):
        if request.max_dates is not None and len(chosen) >= request.max_dates:
            break
        days = {day: scores.get(day, 0) for day in found if period_start(day, request.period) == start}
        if picks := _seated({day: found[day] for day in days}, days, request.most_per_period):
            chosen.append(PeriodPicks(start, salience, picks))
    return sorted(chosen, key=lambda period: period.day)


def _seated(found: Mapping[date, Sequence[OccurrenceRow]], scores: Mapping[date, float], most: int) -> tuple[Pick, ...]:
    """
    The most telling sentences of several days, as many of each as its score gives it (D'Hondt's highest averages).

    What tells no happening is taken where nothing else is to be had of a day. Near-copies are passed over.
    """
    counted: dict[str, set[str]] = {}
    waiting = {}
    for day, rows in found.items():
        pool = [(same_words(row.text), row) for row in rows if row.told] or [
            (same_words(row.text), row) for row in rows
        ]
        waiting[day] = list(_picks(pool, most, counted))
    seats = dict.fromkeys(waiting, 0)
    picks: list[Pick] = []
    while len(picks) < most and (left := [day for day, rest in waiting.items() if rest]):
        day = max(left, key=lambda day: ((scores[day] + UNNAMED_SCORE) / (seats[day] + 1), -day.toordinal()))
        pick = waiting[day].pop(0)
        words = counted[same_words(pick.rows[0].text)]
        if all(_alike(words, counted[same_words(other.rows[0].text)]) <= COPY_COSINE for other in picks):
            seats[day] += 1
            picks.append(pick._replace(choice=pick.choice._replace(rank=len(picks) + 1)))
    return tuple(picks)


def _alike(one: set[str], other: set[str]) -> float:
    """The cosine of two sentences whose words all weigh the same."""
    return len(one & other) / ((len(one) * len(other)) ** 0.5 or 1)


def rank(mentions: Iterable[MentionRow], request: Request) -> list[tuple[date, Salience]]:
    """Periods of the range by their first day, the most salient first; of equals the earlier."""
    first, last = request.since or date.min, request.until or date.max
    seen = {
        (period_start(mention.day, request.period), mention.article, mention.published)
        for mention in mentions
        if first <= mention.day <= last
    }
    articles = Counter(day for day, _, _ in seen)
    later = Counter(day for day, _, published in seen if published > period_end(day, request.period))
    ranked = sorted(articles, key=lambda day: (-articles[day] - LATER_WEIGHT * later[day], day))
    return [(day, Salience(place, articles[day], later[day])) for place, day in enumerate(ranked, 1)]


def pick_statements(
    request: Request, rows: Iterable[StatementRow], days: Iterable[date]
) -> dict[date, list[StatementRow]]:
    """
    The most telling statements of periods, given by their first days, in the order of *rows*.

    What is not dated more finely than by its publication belongs to the day it was published.
    """
    said: dict[date, list[StatementRow]] = {day: [] for day in days}
    for row in rows:
        day = period_start(said_day(row), request.period)
        if day in said:
            said[day].append(row)
    for day, pool in said.items():
        places = choose([telling_words(row.quote) for row in pool], request.most_per_period)
        said[day] = [pool[place] for place, _ in sorted(places)]
    return said


def same_words(text: str) -> str:
    """What two texts share that differ in nothing but blanks."""
    return " ".join(text.split())


def _picks(pool: Sequence[tuple[str, OccurrenceRow]], most: int, counted: dict[str, set[str]]) -> tuple[Pick, ...]:
    """The most telling sentences of a pool, each with the rows that have its words."""
    for text, _ in pool:
        if text not in counted:
            counted[text] = telling_words(text)
    picks: list[Pick] = []
    before = 0.0
    favour = [brevity(text.count(" ") + 1) for text, _ in pool]
    for place, score in choose([counted[text] for text, _ in pool], most, favour):
        own = pool[place][0]
        rows = tuple(row for text, row in pool if text == own)
        picks.append(Pick(rows, Choice(len(picks) + 1, score, score - before, len(pool))))
        before = score
    return tuple(picks)


@cache
def brevity(words: int) -> float:
    """What a sentence of so many words counts: 1, less when it is long."""
    return float((SHORT_WORDS / max(SHORT_WORDS, words)) ** LENGTH_EXPONENT)


def _mentions(rows: Iterable[OccurrenceRow]) -> Iterator[MentionRow]:
    """What days the rows state."""
    for row in rows:
        if day := stated_day(row):
            yield MentionRow(row.article, row.published, day)
