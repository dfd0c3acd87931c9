"""
This file chooses the sentences that together say most of what a pool of sentences says.

Greedy approximation of the centroid by TF-IDF vectors, after D. Gholipour Ghalandari, "Revisiting the centroid-based
method", 2017. Rare words are counted among the texts of the pool itself.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from timeline.digests._stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

COPY = 0.8
"""Two sentences are near-copies when the cosine of their vectors is above this."""

_WORD = re.compile(r"\b\w\w+\b")

Vector = dict[str, float]


class Weights:
    """How rare each word is among some texts (smoothed inverse document frequency)."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = {text: Counter(_WORD.findall(text.lower())) for text in dict.fromkeys(texts)}
        holding = Counter(word for text in texts for word in self._words[text])
        self._rarity = {
            word: math.log((1 + len(texts)) / (1 + count)) + 1
            for word, count in holding.items()
            if word not in STOP_WORDS
        }

    def vector(self, text: str) -> Vector:
        """The weighted words of one of the texts, length 1; empty when it has none."""
        rarity = self._rarity
        weights = {word: count * rarity[word] for word, count in self._words[text].items() if word in rarity}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {word: weight / length for word, weight in weights.items()}


def choose(vectors: Sequence[Vector], most: int, favour: Sequence[float] = ()) -> list[tuple[int, float]]:
    """
    Up to *most* places in *vectors*, the most telling first, each with the cosine to the centroid reached with it.

    Near-copies of what is chosen are passed over; of equals the first is taken. *favour* weighs each place: it goes
    into the choice, not into the cosine.
    """
    centroid = _centroid(vectors)
    near = [_dot(vector, centroid) for vector in vectors]
    overlap = [0.0] * len(vectors)  # with the sum of what is chosen
    left = [place for place, vector in enumerate(vectors) if vector]
    chosen: list[tuple[int, float]] = []
    length, reached = 0.0, 0.0  # of that sum: its square, and its product with the centroid
    while left and len(chosen) < most:
        cosines = [(near[i] + reached) / math.sqrt(1 + 2 * overlap[i] + length) for i in left]
        merits = [cosine * favour[i] for cosine, i in zip(cosines, left, strict=True)] if favour else cosines
        first = merits.index(max(merits))
        best = left[first]
        chosen.append((best, cosines[first]))
        length, reached = length + 2 * overlap[best] + 1, reached + near[best]
        kept = []
        for i in left:
            similarity = _dot(vectors[i], vectors[best])
            overlap[i] += similarity
            if i != best and similarity <= COPY:
                kept.append(i)
        left = kept
    return chosen


def _centroid(vectors: Sequence[Vector]) -> Vector:
    total: Vector = {}
    for vector in vectors:
        for word, weight in vector.items():
            total[word] = total.get(word, 0.0) + weight
    length = math.sqrt(sum(weight * weight for weight in total.values())) or 1.0
    return {word: weight / length for word, weight in total.items()}


def _dot(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[word] for word, weight in one.items() if word in other])
