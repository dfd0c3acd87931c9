"""Names that are written like one that nobody has, for those who mistyped it or know another spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from timeline.language.name_spelling import folded, sounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEAST_LIKENESS = 0.75
"""Of four letters of each word asked for one may differ."""
SAME_SOUND = 0.95
"""How like two words are that sound the same."""
MOST_NAMES = 3


def near(asked: str, people: Iterable[tuple[str, Iterable[str]]]) -> list[str]:
    """
    Up to `MOST_NAMES` people each word asked for is like a word of one of whose names, the likest first.

    Args:
        asked: A name, or part of one.
        people: Who there is, each with other names; of people that are equally like it the first come first.

    Returns:
        None when somebody's name has what was asked for: then it is not the name that is wrong.
    """
    words = folded(asked)
    found = []
    for person, others in people:
        names = (person, *others)
        if any(asked.casefold() in name.casefold() for name in names):
            return []
        likeness = max(_likeness(words, folded(name)) for name in names)
        if likeness >= LEAST_LIKENESS:
            found.append((person, likeness))
    found.sort(key=lambda one: -one[1])
    return [person for person, _ in found[:MOST_NAMES]]


def meant(names: Sequence[str]) -> str:
    """The question whether one of these was meant; empty for none."""
    *first, last = names or ("",)
    return f"did you mean {', '.join(first)}{' or ' * bool(first)}{last}?" if last else ""


def _likeness(words: Sequence[str], others: Sequence[str]) -> float:
    """How like the least like of the words is to the one that is most like it."""
    return min((max((_alike(word, other) for other in others), default=0.0) for word in words), default=0.0)


def _alike(word: str, other: str) -> float:
    likeness = OSA.normalized_similarity(word, other, score_cutoff=LEAST_LIKENESS)
    return max(likeness, SAME_SOUND) if sounded(word) == sounded(other) else likeness
