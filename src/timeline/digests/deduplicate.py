"""Leave out occurrences that only retell a statement: a sentence that is nothing but a statement stands once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from timeline.digests.candidates import STATED_BASES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.digests.request import OccurrenceRow, StatementRow

MOST_RETOLD_SHARE = 0.5
"""An undated sentence of which more than this is somebody's words tells no happening of its own."""


def without_retold(occurrences: Iterable[OccurrenceRow], statements: Iterable[StatementRow]) -> list[OccurrenceRow]:
    """Occurrences without the undated ones that consist mostly of the words of these statements."""
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in statements:
        spans[row.article].append((row.span_start, row.span_end))
    for found in spans.values():
        found.sort()
    return [
        row
        for row in occurrences
        if row.basis in STATED_BASES or _retold_share(row, spans[row.article]) <= MOST_RETOLD_SHARE
    ]


def _retold_share(row: OccurrenceRow, spans: Iterable[tuple[int, int]]) -> float:
    """The share of the sentence that lies in the spans, which are sorted; an overlap counts once."""
    covered, reached = 0, row.span_start
    for said_from, said_to in spans:
        start, end = max(said_from, reached), min(said_to, row.span_end)
        if start < end:
            covered, reached = covered + end - start, end
    return covered / max(1, row.span_end - row.span_start)
