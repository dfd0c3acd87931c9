"""
Choose the rows of a story that a reader needs first.

A row counts by itself, as happenings do by their salience, by the articles that print it and are no copies of each
other, and by how much of what it says the other articles of the story say as well; less if others of its day count
more, the fewer of all rows are shown. In four stories of 7 to 10 long articles, for which an editor had written down
75 main happenings before seeing any row, the half that counts most has 56 of the 61 that all rows have, and four rows
of five are worth their line instead of three (see ``docs/how-stories-are-told-apart.md``).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.model.periods import day_of
from timeline.stories.report_words import compared
from timeline.stories.reports import STATED_BASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

SHARE = 0.5
"""Of all reports of a story."""
LEAST_ROWS, MOST_ROWS = 20, 100
"""Of fewer none is left out; more nobody reads at once."""

SHARED, SOURCES = 1.0, 0.15
"""What a row counts that shares as much as the one of ten that shares most, and for twice the sources."""
SAME_DAY = 0.05
"""What the second row of a day counts less where all are shown; where a half is, twice as much, and so on."""
AHEAD = 0.3
"""What a row counts more that says when something is to take place: what comes next is asked first."""
HELD_BACK = 4
"""So many words more, and a short row does not count for being short."""
_WORD = re.compile(r"[^\W\d_][\w'’-]+|\d[\d.,:]*")


class Told(NamedTuple):
    """
    A row of a story.

    Attributes:
        text: Its words.
        article: Key of the article whose words these are.
        sources: How many articles tell it that print no copy of each other.
        salience: How much it counts by itself, 0 to 1.
        day: On which it happened or was said, at the latest where that is all that is known; None where nothing is.
    """

    text: str
    article: str
    sources: int
    salience: float
    day: date | None


def of_timeline(rows: Iterable[Mapping[str, Any]]) -> list[int]:
    """As `essential`, of rows of the view `timeline`: half of what articles tell before it is joined."""
    reports, told = 0, []
    for row in rows:
        reports += row["articles"]
        ahead = AHEAD if row["kind"] == "planned" and row["basis"] in STATED_BASES else 0.0
        told.append(Told(
            row["text"], row["article"], row["independent"], row["salience"] / 1000 + ahead,
            day_of(row["occurred_from"], row["occurred_to"]),
        ))  # fmt: skip
    return essential(told, reports)


def of_statements(rows: Iterable[Mapping[str, Any]]) -> list[int]:
    """As `essential`, of rows of the view `who_said_what_when`."""
    return essential([
        Told(row["quote"], row["article"], row["articles"], 0, day_of(row["said_from"], row["said_to"]))
        for row in rows
    ])  # fmt: skip


def essential(rows: Sequence[Told], reports: int | None = None) -> list[int]:
    """
    The places of the rows that count most, in their order; of equals those that come first.

    Args:
        rows: All of a story.
        reports: How many these were before those of several articles were joined; else as many.
    """
    most = min(MOST_ROWS, max(LEAST_ROWS, math.ceil(SHARE * (reports or len(rows)))))
    if len(rows) <= most:
        return list(range(len(rows)))
    counts = [
        row.salience + SHARED * share + SOURCES * math.log2(row.sources)
        for row, share in zip(rows, _shared(rows), strict=True)
    ]
    of_day: Counter[date | None] = Counter()
    for place in sorted(range(len(rows)), key=lambda place: (-counts[place], place)):
        of_day[rows[place].day] += 1
        counts[place] -= SAME_DAY * len(rows) / most * math.log2(of_day[rows[place].day])
    return sorted(sorted(range(len(rows)), key=lambda place: (-counts[place], place))[:most])


def _shared(rows: Sequence[Told]) -> list[float]:
    """Of each row how much of its words the articles share; 1 where one row in ten shares more."""
    words = [{stem for word in _WORD.findall(row.text) if (stem := compared(word).stem)} for row in rows]
    having: defaultdict[str, set[str]] = defaultdict(set)
    for row, said in zip(rows, words, strict=True):
        for word in said:
            having[word].add(row.article)
    found = [sum(len(having[word]) for word in said) / math.sqrt(len(said) + HELD_BACK) for said in words]
    high = sorted(found)[9 * len(found) // 10] or 1.0
    return [each / high for each in found]
