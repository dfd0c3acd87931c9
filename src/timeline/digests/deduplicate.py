"""Leave out occurrences that only retell a statement: a sentence that is nothing but a statement stands once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

from timeline.digests.candidates import STATED_BASES

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
