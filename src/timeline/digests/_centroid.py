"""
This file chooses the sentences that together say most of what a pool of sentences says.

Greedy approximation of the centroid by TF-IDF vectors, after D. Gholipour Ghalandari, "Revisiting the centroid-based
method", 2017. Rare words are counted among the texts of the pool itself; what no other text says cannot be near the
centre, it only makes a sentence longer.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from timeline.digests._stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

COPY = 0.8
"""Two sentences are near-copies when the cosine of their vectors is above this."""

FEW = 10
"""Of fewer texts, words that only one of them has count as well: there may be no others."""

_WORD = re.compile(r"\w\w+")

Vector = dict[str, float]


class Weights:
    """
    How rare each word is among some texts (smoothed inverse document frequency).

    *counted* keeps the words of texts for the weights of other pools they are in.
    """

    def __init__(self, texts: Sequence[str], counted: dict[str, dict[str, int]] | None = None) -> None:
        self._words = {} if counted is None else counted
        self._words.update((text, _counted(text)) for text in dict.fromkeys(texts) if text not in self._words)
        holding = Counter(chain.from_iterable(self._words[text] for text in texts))
        # as many logarithms as counts, not as words
        rarity = {count: math.log((1 + len(texts)) / (1 + count)) + 1 for count in set(holding.values())}
        shared = 1 if len(texts) < FEW else 2
        self._rarity = {word: rarity[count] for word, count in holding.items() if count >= shared}
        self._alone = rarity.get(1, 0.0)

    def vector(self, text: str) -> Vector:
        """The weighted words that one of the texts shares, of length 1 with those it has alone; maybe empty."""
        rarity, counts = self._rarity, self._words[text]
        weights = {word: count * rarity[word] for word, count in counts.items() if word in rarity}
        alone = (len(counts) - len(weights)) * self._alone * self._alone
        length = math.sqrt(alone + sum([weight * weight for weight in weights.values()]))
        return {word: weight / length for word, weight in weights.items()}


def choose(vectors: Sequence[Vector], most: int, favour: Sequence[float] = ()) -> list[tuple[int, float]]:
    """
    Up to *most* places in *vectors*, the most telling first, each with the cosine to the centroid reached with it.

    Near-copies of what is chosen are passed over; of equals the first is taken. *favour* weighs each place: it goes
    into the choice, not into the cosine.
    """
    holding = _holding(vectors)
    near = _near(vectors, holding)
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
        alike = _alike(vectors[best], holding)
        for i, similarity in alike.items():
            overlap[i] += similarity
        left = [i for i in left if i != best and alike.get(i, 0.0) <= COPY]
    return chosen


def _counted(text: str) -> dict[str, int]:
    words = [word for word in _WORD.findall(text.lower()) if word not in STOP_WORDS]
    once = dict.fromkeys(words, 1)  # most sentences have each word once, and counting takes longer
    return once if len(once) == len(words) else Counter(words)


def _holding(vectors: Sequence[Vector]) -> dict[str, list[tuple[int, float]]]:
    """Which vectors hold a word, and with what weight."""
    holding: dict[str, list[tuple[int, float]]] = {}
    for place, vector in enumerate(vectors):
        for word, weight in vector.items():
            if word in holding:
                holding[word].append((place, weight))
            else:
                holding[word] = [(place, weight)]
    return holding


def _near(vectors: Sequence[Vector], holding: dict[str, list[tuple[int, float]]]) -> list[float]:
    """The cosine of each vector to the centroid of all."""
    total = {word: sum([weight for _, weight in places]) for word, places in holding.items()}
    length = math.sqrt(sum([weight * weight for weight in total.values()])) or 1.0
    return [sum([weight * total[word] for word, weight in vector.items()]) / length for vector in vectors]


def _alike(vector: Vector, holding: dict[str, list[tuple[int, float]]]) -> dict[int, float]:
    """The cosine to each vector that shares a word with this one."""
    alike: dict[int, float] = {}
    for word, weight in vector.items():
        for place, other in holding[word]:
            alike[place] = alike.get(place, 0.0) + weight * other
    return alike
