"""Tell once what is told several times: a statement and what only retells it, one happening and all reports of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

from timeline.digests.candidates import STATED_BASES
from timeline.digests.salience import same_words
from timeline.digests.sections import of_occurrence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.digests.request import OccurrenceRow, StatementRow

Stretch = tuple[int, int]
"""First character and the one behind the last."""

MOST_RETOLD_SHARE = 0.5
"""An undated sentence of which more than this is somebody's words tells no happening of its own."""


def without_retold(occurrences: Iterable[OccurrenceRow], statements: Iterable[StatementRow]) -> list[OccurrenceRow]:
    """Occurrences without the undated ones that consist mostly of the words of these statements."""
    spans: defaultdict[str, list[Stretch]] = defaultdict(list)
    for row in statements:
        spans[row.article].append((row.span_start, row.span_end))
    said = {article: _apart(found) for article, found in spans.items()}
    return [
        row
        for row in occurrences
        if row.basis in STATED_BASES or _retold_share(row, said.get(row.article, [])) <= MOST_RETOLD_SHARE
    ]


def same_happening(occurrences: Iterable[OccurrenceRow]) -> list[list[OccurrenceRow]]:
    """
    Reports of one happening together, in the order of the first of each.

    One are those that were linked, and the same words about the same time, whichever report of a happening has them.
    """
    groups: dict[tuple[str, ...], list[OccurrenceRow]] = {}
    for row in occurrences:
        words = of_occurrence(row).label, row.modality, same_words(row.text)
        own = [] if row.happening is None else [(row.happening,)]
        group = next((groups[key] for key in (*own, words) if key in groups), [])
        group.append(row)
        for key in (*own, words):
            groups.setdefault(key, group)
    return list({id(group): group for group in groups.values()}.values())


def told_by(occurrences: Iterable[OccurrenceRow], least: int) -> list[OccurrenceRow]:
    """What at least so many articles tell of which none prints a copy of another, in the same order."""
    rows = list(occurrences)
    groups = [group for group in same_happening(rows) if len({row.origin or row.article for row in group}) >= least]
    kept = {row.event_id for group in groups for row in group}
    return [row for row in rows if row.event_id in kept]


def best_first(reports: list[OccurrenceRow]) -> list[OccurrenceRow]:
    """The reports of one happening, before all others the one that is shown: see ``queries/views/timeline.sql``."""
    shown = min(reports, key=lambda row: (row.basis not in STATED_BASES, row.place == "headline", len(row.subject) > 0))
    return [shown, *(row for row in reports if row is not shown)]


def _apart(spans: list[Stretch]) -> list[Stretch]:
    """The same characters, in order, as stretches that do not overlap."""
    apart: list[Stretch] = []
    for start, end in sorted(spans):
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart


def _retold_share(row: OccurrenceRow, said: list[Stretch]) -> float:
    """The share of the sentence that lies in these stretches."""
    first = bisect_right(said, row.span_start, key=itemgetter(1))
    last = bisect_left(said, row.span_end, lo=first, key=itemgetter(0))
    covered = sum(min(end, row.span_end) - max(start, row.span_start) for start, end in said[first:last])
    return covered / max(1, row.span_end - row.span_start)
