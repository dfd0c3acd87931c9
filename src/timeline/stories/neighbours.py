"""Which articles are worth comparing, and how alike they are: those that share several of their heaviest terms."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from timeline.stories.partition import LEAST_OF_PAIR, alike, length_of, rarities, scaled, weighed
from timeline.stories.terms import KIND_BITS, NAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.stories.partition import Weights

HEAVY_TERMS = 40
"""By so many of its heaviest terms an article is found."""
LEAST_SHARED = 2
"""What is compared has so many of them in common."""
MOST_DAYS = 30
"""Articles of which one was printed longer before the other are not compared."""
MOST_FOUND = 200
"""By each term only so many are found, the newest."""
MOST_ASKED = 80
"""Of known articles only so many are compared with a new one, those that share most."""
LEAST_COMMON = 50
COMMON_SHARE = 0.02
"""A term of so many articles, and of such a share of all, says of none what it is about: by it nothing is found."""


def heavy(weights: Weights, frequency: Mapping[int, int], articles: int) -> list[int]:
    """
    The terms by which an article is found, the heaviest first; what is a name is a word, too.

    Args:
        weights: Of all its terms.
        frequency: How many articles of the log have each.
        articles: How many there are.
    """
    most = max(LEAST_COMMON, COMMON_SHARE * articles)
    telling = [
        (-weight, number)
        for number, weight in weights.items()
        if number & KIND_BITS != NAME and frequency.get(number, 1) <= most
    ]
    telling.sort()
    return [number for _, number in telling[:HEAVY_TERMS]]


def pairs(heavies: Sequence[Sequence[int]], days: Sequence[int]) -> Iterator[tuple[int, int]]:
    """
    The pairs of articles that are worth comparing, by their places, the lower one first.

    Args:
        heavies: The heavy terms of each article, those that were printed first before others.
        days: When each was printed, in days.
    """
    having: dict[int, array[int]] = {}
    for place, terms in enumerate(heavies):
        earliest = bisect_left(days, days[place] - MOST_DAYS)
        near: Counter[int] = Counter()
        for number in terms:
            found = having.setdefault(number, array("i"))
            near.update(found[max(bisect_left(found, earliest), len(found) - MOST_FOUND) :])
            found.append(place)
        yield from ((other, place) for other, shared in near.items() if shared >= LEAST_SHARED)


def found_by(terms: Sequence[int], day: int, having: Mapping[int, Sequence[tuple[int, int]]]) -> list[int]:
    """
    The articles that are worth comparing with one that has these heavy terms.

    Args:
        terms: Its heavy terms.
        day: When it was printed, in days.
        having: Day and number of the articles that are found by each term, sorted.
    """
    near: Counter[int] = Counter()
    for term in terms:
        found = having.get(term, ())
        earliest, latest = bisect_left(found, (day - MOST_DAYS,)), bisect_left(found, (day + MOST_DAYS + 1,))
        near.update(number for _, number in found[max(earliest, latest - MOST_FOUND) : latest])
    return [number for number, shared in near.most_common(MOST_ASKED) if shared >= LEAST_SHARED]


class Compared:
    """
    Articles of a log, compared.

    Attributes:
        lengths: Of the vector of each article.
        heavies: Its heavy terms.
        likeness: How alike those pairs are that are alike, by their places, the lower one first.
    """

    def __init__(
        self, counts: Sequence[Mapping[int, int]], days: Sequence[int], frequency: Mapping[int, int], articles: int
    ) -> None:
        """
        Compare articles.

        Args:
            counts: The terms of each, those that were printed first before others.
            days: When each was printed, in days.
            frequency: How many articles of the log have each term, these among them.
            articles: How many there are.
        """
        self.rarity = rarities(set().union(*counts), frequency, articles)
        vectors = [weighed(each, self.rarity) for each in counts]
        self.lengths = [length_of(vector) for vector in vectors]
        self.vectors = [scaled(*each) for each in zip(vectors, self.lengths, strict=True)]
        self.heavies = [heavy(vector, frequency, articles) for vector in self.vectors]
        self.likeness: dict[tuple[int, int], float] = {}
        for other, place in pairs(self.heavies, days):
            value = alike(self.vectors[other], self.vectors[place], days[place] - days[other])
            if value >= LEAST_OF_PAIR:
                self.likeness[other, place] = value
