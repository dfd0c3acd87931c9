"""
Measure temporal expressions.

Expressions of gold and prediction are paired one to one by overlap, those with the same extent first, then the longest
overlap. Punctuation at the ends makes no difference.

- ``strict``: F1 of pairs with the same extent
- ``value``: F1 of pairs with the same TIMEX3 value, whatever their extent (TempEval-3: N. UzZaman et al., SemEval-2013
  task 1)

Each for all expressions, and for the kinds of which a set has enough, on both sides.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from quality.contents import trimmed
from quality.scores import f1
from quality.sets import Row
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quality.sets import Case

MARKS = " \t\n\r.,;:!?\"'()[]``“”‘’"
KINDS = {"all": ("DATE", "TIME", "DURATION", "SET"), "date": ("DATE",), "duration": ("DURATION",)}
"""Times and sets are counted with all only: the sets here have a handful."""


@frozen
class Expression:
    """A temporal expression; its extent without punctuation at the ends."""

    row: Row
    at: Span


def score(cases: Iterable[Case]) -> dict[str, float]:
    """The figures of a set, by kind."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in KINDS}
    for case in cases:
        for name, kinds in KINDS.items():
            golds = expressions(case.text, (row for row in case.gold["dates"] if row["kind"] in kinds))
            found = expressions(case.text, (row for row in case.found["date_mentioned"] if row["kind"] in kinds))
            paired = [(golds[i], found[j]) for i, j in pairs(golds, found).items()]
            counts[name]["gold"] += len(golds)
            counts[name]["predicted"] += len(found)
            counts[name]["strict"] += sum(gold.at == other.at for gold, other in paired)
            counts[name]["value"] += sum(gold.row["timex"] == other.row["timex"] for gold, other in paired)
    return {
        f"{name}.{figure}": f1(tally[figure], tally["predicted"], tally["gold"])
        for name, tally in counts.items()
        for figure in ("strict", "value")
    }


def expressions(text: str, rows: Iterable[Row]) -> list[Expression]:
    """Rows with some extent, ready to be compared."""
    found = [Expression(row, trimmed(text, Span(*row["span"]), MARKS)) for row in rows]
    return [expression for expression in found if expression.at.start < expression.at.end]


def pairs(golds: list[Expression], found: list[Expression]) -> dict[int, int]:
    """Index of gold to index of prediction."""
    candidates = []
    for i, gold in enumerate(golds):
        for j, other in enumerate(found):
            common = min(gold.at.end, other.at.end) - max(gold.at.start, other.at.start)
            if common > 0:
                candidates.append((gold.at != other.at, -common, i, j))
    paired: dict[int, int] = {}
    for _, _, i, j in sorted(candidates):
        if i not in paired and j not in paired.values():
            paired[i] = j
    return paired
