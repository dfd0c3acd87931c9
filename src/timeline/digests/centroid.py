"""
Choose the sentences that together say most of what a pool of sentences says.

Greedy approximation of the centroid by TF-IDF vectors, after D. Gholipour Ghalandari, "Revisiting the centroid-based
method", 2017. Rare words are counted among the texts of the pool itself; what no other text says cannot be near the
centre, it only makes a sentence longer. A word counts once in a sentence, however often it stands there.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from timeline.language.lexicon.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Words = set[str]

COPY_COSINE = 0.8
"""Two sentences are near-copies when the cosine of their vectors is above this."""

FEW_TEXTS = 10
"""Of fewer texts, words that only one of them has count as well: there may be no others."""

WEIGHT_ONE = 1 << 20
"""Weights are whole numbers, this is 1: their sums are then the same in any order, as a set has none."""

_WORD = re.compile(r"\w\w+")
_CHARACTERS = [chr(code) for code in range(128)]
_BLANKS = "".join(mark if mark.isalnum() or mark == "_" else " " for mark in _CHARACTERS)
"""ASCII with blanks for what stands between words, for `str.translate`."""
SAYS_NOTHING = STOP_WORDS.union(_CHARACTERS)


def telling_words(text: str) -> Words:
    """What a text is about: its words of two letters or more, but for those that say nothing."""
    lowered = text.lower()
    if lowered.isascii():  # most texts are, and this takes half the time
        return set(lowered.translate(_BLANKS).split()).difference(SAYS_NOTHING)
    return set(_WORD.findall(lowered)).difference(STOP_WORDS)


def choose(texts: Sequence[Words], most: int, favour: Sequence[float] = ()) -> list[tuple[int, float]]:
    """
    Up to *most* places in *texts*, the most telling first, each with the cosine to the centroid reached with it.

    Near-copies of what is chosen are passed over; of equals the first is taken. *favour* weighs each place: it goes
    into the choice, not into the cosine.
    """
    shared, alone = _squares(texts)
    keys = set(shared)
    common = [words & keys for words in texts]
    lengths = [
        math.sqrt(sum(map(shared.__getitem__, theirs)) + alone * (len(words) - len(theirs))) or 1.0
        for words, theirs in zip(texts, common, strict=True)
    ]
    near = _near(common, lengths, shared)
    overlap = [0.0] * len(texts)  # with the sum of what is chosen
    left = [place for place, words in enumerate(common) if words]
    chosen: list[tuple[int, float]] = []
    length, reached = 0.0, 0.0  # of that sum: its square, and its product with the centroid
    while left and len(chosen) < most:
        cosines = [(near[i] + reached) / math.sqrt(1 + 2 * overlap[i] + length) for i in left]
        merits = [cosine * favour[i] for cosine, i in zip(cosines, left, strict=True)] if favour else cosines
        first = merits.index(max(merits))
        best = left.pop(first)
        chosen.append((best, cosines[first]))
        if len(chosen) == most:
            break
        length, reached = length + 2 * overlap[best] + 1, reached + near[best]
        mine, scale = common[best], lengths[best]
        distinct = []
        for i in left:
            alike = sum(map(shared.__getitem__, mine & common[i])) / (scale * lengths[i])
            overlap[i] += alike
            if alike <= COPY_COSINE:
                distinct.append(i)
        left = distinct
    return chosen


def _squares(texts: Sequence[Words]) -> tuple[dict[str, int], int]:
    """
    The square of the weight of each word: how rare it is among the texts (smoothed inverse document frequency).

    Of each word that more than one text has, then of any other.
    """
    holding = Counter(chain.from_iterable(texts))
    # as many logarithms as counts, not as words
    weight = {n: round(WEIGHT_ONE * (math.log((1 + len(texts)) / (1 + n)) + 1) ** 2) for n in set(holding.values())}
    few = 0 if len(texts) < FEW_TEXTS else 1
    return {word: weight[count] for word, count in holding.items() if count > few}, weight.get(1, 0)


def _near(texts: Sequence[Iterable[str]], lengths: Sequence[float], shared: dict[str, int]) -> list[float]:
    """The cosine of each text to the centroid of all."""
    pull = dict.fromkeys(shared, 0.0)
    for words, length in zip(texts, lengths, strict=True):
        part = 1 / length
        for word in words:
            pull[word] += part
    pulled = {word: round(WEIGHT_ONE * square * pull[word]) for word, square in shared.items()}
    whole = WEIGHT_ONE * math.sqrt(math.fsum([square * pull[word] ** 2 for word, square in shared.items()])) or 1.0
    return [
        sum(map(pulled.__getitem__, words)) / (length * whole) for words, length in zip(texts, lengths, strict=True)
    ]
