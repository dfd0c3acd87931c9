"""
Measure who said what.

Contents are compared in normal form. Statements of gold and prediction are paired one to one, the best intersection
over union of their characters first, when it is at least a half. Gold whose cue is no speech, and predictions paired
with such, do not count.

- ``match50``: F1 of the pairs
- ``exact``: F1 of pairs with the same content
- ``e2e``: F1 of pairs with the right speaker
- ``speaker``: share of pairs whose gold has a source that have the right speaker
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from quality.contents import letters, normal_form
from quality.mentions import is_speech, same_head
from quality.scores import f1, ratio
from quality.sets import Row
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quality.sets import Case


@frozen
class Statement:
    """A statement of gold or prediction; its content in normal form, and where the characters of it are."""

    row: Row
    content: tuple[Span, ...]
    letters: frozenset[int]


def score(cases: Iterable[Case]) -> dict[str, float]:
    """The figures of a set."""
    counts: Counter[str] = Counter()
    for case in cases:
        _count(case, counts)
    predicted, gold = counts["predicted"], counts["gold"]
    return {
        "match50": f1(counts["paired"], predicted, gold),
        "exact": f1(counts["exact"], predicted, gold),
        "e2e": f1(counts["right"], predicted, gold),
        "speaker": ratio(counts["right with source"], counts["with source"]),
    }


def statements(text: str, rows: Iterable[Row]) -> list[Statement]:
    """Rows that have some content, ready to be compared."""
    contents = [(row, normal_form(text, row["content"])) for row in rows]
    found = [Statement(row, content, letters(text, content)) for row, content in contents]
    return [statement for statement in found if statement.letters]


def pairs(golds: list[Statement], found: list[Statement]) -> dict[int, int]:
    """Index of gold to index of prediction."""
    candidates = []
    for i, gold in enumerate(golds):
        for j, other in enumerate(found):
            share = ratio(len(gold.letters & other.letters), len(gold.letters | other.letters))
            if share >= 0.5:
                candidates.append((-share, i, j))
    paired: dict[int, int] = {}
    for _, i, j in sorted(candidates):
        if i not in paired and j not in paired.values():
            paired[i] = j
    return paired


def right_speaker(text: str, gold: Row, found: Row) -> bool:
    """The predicted mention, or the name where there is no mention, is the gold source; both may be missing."""
    if not gold["source"]:
        return not found["source"] and not found["speaker"]
    if any(Span(*one).overlaps(Span(*other)) for one in gold["source"] for other in found["source"]):
        return True
    return same_head(_cut(text, gold["source"]), _cut(text, found["source"]) or found["speaker"] or "")


def _count(case: Case, counts: Counter[str]) -> None:
    text = case.text
    golds, found = statements(text, case.gold["statements"]), statements(text, case.found["statement_reported"])
    paired = pairs(golds, found)
    speech = {i: is_speech(_cut(text, gold.row["cue"])) for i, gold in enumerate(golds)}
    counts["gold"] += sum(speech.values())
    counts["predicted"] += len(found) - sum(not speech[i] for i in paired)
    for i, j in paired.items():
        if speech[i]:
            right = right_speaker(text, golds[i].row, found[j].row)
            counts["paired"] += 1
            counts["exact"] += golds[i].content == found[j].content
            counts["right"] += right
            if golds[i].row["source"]:
                counts["with source"] += 1
                counts["right with source"] += right


def _cut(text: str, places: Iterable[Iterable[int]]) -> str:
    return " ".join(Span(*place).cut(text) for place in places)
