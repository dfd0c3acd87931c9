"""
Which articles report one story, by arithmetic on their terms.

1. A term weighs (1 + log count) * log((2,000 + n) / df), n and df of the log: as if 2,000 articles that have none of
   its terms had been there before, so that thresholds hold in a small log.
2. Two articles are alike by the cosine of their weights, which fades with the days between them.
3. Average link: the two clusters of articles that are most alike become one, while the mean over all their pairs is
   high enough. What is found does not depend on the order in which articles came.
4. A cluster is one story, unless its own articles part into two by what not all of them say: there its terms weigh by
   how few of its articles have them, so that what all say weighs nothing, and days, numbers and names count. So two
   earthquakes, or two fights of one boxer, that are told in the same words are told apart.

Average link over reciprocal nearest neighbours, after F. Murtagh, "A survey of recent advances in hierarchical
clustering algorithms", 1983.
"""

from __future__ import annotations

import math
from itertools import chain, combinations, pairwise, product
from statistics import fmean
from typing import TYPE_CHECKING

from timeline.stories.terms import DAY, KIND_BITS, MOST_COUNTED, NAME, NUMBER, PAIR, WORD

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    Counts = Mapping[int, int]
    Weights = dict[int, float]
    Likeness = Mapping[tuple[int, int], float]

ASSUMED_ARTICLES = 2_000
FADING_DAYS = 14.0
LEAST_LIKENESS = 0.12
"""The mean likeness of all pairs of two clusters that are one story."""
LEAST_OF_PAIR = 0.03
"""Pairs that are less alike are taken for not alike at all."""
KINDS = {WORD: 1.0, NAME: 1.0, PAIR: 1.0}
"""What the kinds of terms weigh among all articles; a name counts as a word, too."""
KINDS_WITHIN = {WORD: 1.0, NAME: 2.0, PAIR: 1.0, DAY: 2.0, NUMBER: 1.0}
"""And among the articles of one cluster."""
SMOOTHED_ARTICLES = 5
"""A cluster is weighed as if so many more articles were in it."""
LEAST_PART = 3
"""A part of a cluster that is a story of its own has so many articles."""
LEAST_CUT = 0.4
"""Two parts are two stories when the mean likeness across is at most this much of that within."""
LOGARITHMS = [0.0, *(1 + math.log(count) for count in range(1, MOST_COUNTED + 1))]
"""What a term counts that stands so often in an article."""
MOST_SHAVED = 6
"""The two largest of up to so many clusters, less one, are the parts: the others are single articles."""


def rarities(numbers: Iterable[int], frequency: Mapping[int, int], articles: int) -> Weights:
    """
    What terms weigh among all articles of a log, where they stand once in an article.

    Args:
        numbers: The terms; kinds that do not count there are left out.
        frequency: How many articles have each; one that is not there is one article's own.
        articles: How many there are.
    """
    size = ASSUMED_ARTICLES + articles
    return {
        number: math.log(size / max(frequency.get(number, 1), 1)) * KINDS[number & KIND_BITS]
        for number in numbers
        if number & KIND_BITS in KINDS
    }


def weighed(counts: Counts, rarity: Weights) -> Weights:
    """What the terms of an article weigh in it, of those that have a rarity."""
    return {number: LOGARITHMS[count] * rarity[number] for number, count in counts.items() if number in rarity}


def length_of(weights: Weights) -> float:
    """The length of a vector; 1 where it has none."""
    return math.sqrt(math.fsum([value * value for value in weights.values()])) or 1.0


def scaled(weights: Weights, length: float) -> Weights:
    """A vector of that length, or a part of one, as of one of length 1."""
    return {number: value / length for number, value in weights.items()}


def alike(one: Weights, other: Weights, days: int = 0) -> float:
    """The cosine of two vectors of length 1, less for each day between the articles."""
    shared = one.keys() & other.keys()
    return math.fsum([one[number] * other[number] for number in shared]) * math.exp(-days / FADING_DAYS)


def stories(
    likeness: Likeness,
    counts: Sequence[Counts],
    *,
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
    whole: Iterable[Sequence[int]] = (),
) -> list[list[int]]:
    """
    Which articles report one story, each by its place in *counts*, earliest first.

    Args:
        likeness: Of two places, the lower one first; pairs that are not there are not alike.
        counts: The terms of each article; the articles stand in an order that does not depend on when they came.
        together: Pairs that are one story whatever their words.
        apart: Pairs that are not.
        whole: Clusters that are taken as they are: none of them is parted, nor made one with another of them.
    """
    settled, pairs, kept_apart = [list(part) for part in whole], list(together), list(apart)
    kept_apart += [(one[0], other[0]) for one, other in combinations(settled, 2)]
    linked = [*pairs, *(pair for part in settled for pair in pairwise(part))]
    around: list[dict[int, float]] = [{} for _ in counts]
    for (one, other), value in likeness.items():
        around[one][other] = around[other][one] = value
    cluster = _Clusters(around, linked, kept_apart)
    cluster.link(LEAST_LIKENESS)
    whole_places = {place for part in settled for place in part}
    found = [
        piece
        for part in cluster.parts()
        for piece in ([part] if whole_places.intersection(part) else parted(part, counts))
    ]
    return sorted(_reunited(found, pairs) if pairs else found)


def parted(part: Sequence[int], counts: Sequence[Counts]) -> list[list[int]]:
    """One cluster, or the two and more stories that it is made of, each sorted."""
    members, size = sorted(part), len(part)
    if size < 2 * LEAST_PART:
        return [members]
    vectors = _weighed_within([counts[place] for place in members])
    around: list[dict[int, float]] = [{} for _ in members]
    for one, other in combinations(range(size), 2):
        around[one][other] = around[other][one] = alike(vectors[one], vectors[other])
    halves = _halves(around)
    if halves is None:
        return [members]
    return [piece for half in halves for piece in parted([members[place] for place in half], counts)]


def _halves(around: Sequence[dict[int, float]]) -> tuple[list[int], list[int]] | None:
    """The best cut in two of articles all of which are compared, if they are two stories."""
    cluster = _Clusters([dict(each) for each in around])
    cluster.link(0.0)
    for number in range(2, min(MOST_SHAVED, len(around))):
        one, other, *rest = sorted(cluster.parts(number), key=lambda part: (-len(part), part))
        if len(other) >= LEAST_PART:
            break
    else:
        return None

    def mean(pairs: Iterable[tuple[int, int]]) -> float:
        return fmean(around[first][second] for first, second in pairs)

    within = mean(chain(combinations(one, 2), combinations(other, 2)))
    if mean(product(one, other)) > LEAST_CUT * within:
        return None
    left, right = list(one), list(other)
    for place in chain.from_iterable(rest):
        is_left = mean((place, member) for member in one) >= mean((place, member) for member in other)
        (left if is_left else right).append(place)
    return left, right


def _weighed_within(counts: Sequence[Counts]) -> list[Weights]:
    """The weights of terms among the articles of a cluster alone; what one of them has alone is left out."""
    frequency: dict[int, int] = {}
    for number in chain.from_iterable(counts):
        frequency[number] = frequency.get(number, 0) + 1
    size = len(counts) + SMOOTHED_ARTICLES
    weight = {
        number: math.log(size / having) * KINDS_WITHIN[number & KIND_BITS]
        for number, having in frequency.items()
        if having > 1
    }
    vectors = [weighed(each, weight) for each in counts]
    return [scaled(vector, length_of(vector)) for vector in vectors]


def _reunited(parts: Sequence[list[int]], together: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The same with those parts made one that hold a pair."""
    part_of = {place: part for part in parts for place in part}
    for one, other in together:
        if part_of[one] is not part_of[other]:
            merged = sorted(part_of[one] + part_of[other])
            part_of.update(dict.fromkeys(merged, merged))
    return list({id(part): part for part in part_of.values()}.values())


class _Clusters:
    """
    Clusters of places that become fewer, each by the lowest of its places.

    Attributes:
        around: For each cluster the sum of likeness over all pairs with each other one that has any.
        mergers: The two clusters of each merger and the mean likeness at which they became one.
    """

    def __init__(
        self,
        around: list[dict[int, float]],
        together: Iterable[tuple[int, int]] = (),
        apart: Collection[tuple[int, int]] = (),
    ) -> None:
        self.around = around
        self.size = [1] * len(around)
        self.mergers: list[tuple[float, int, int]] = []
        self._into = list(range(len(around)))
        self._apart: dict[int, set[int]] = {}
        for one, other in together:
            first, second = sorted((self._now(one), self._now(other)))
            if first != second:
                self._merge(first, second, 1.0)
        for one, other in apart:
            first, second = self._now(one), self._now(other)
            if first != second:
                self._apart.setdefault(first, set()).add(second)
                self._apart.setdefault(second, set()).add(first)
                self.around[first].pop(second, None)
                self.around[second].pop(first, None)

    def link(self, least: float) -> None:
        """
        Make clusters one while any two have a mean likeness of *least* or more.

        From each cluster to the one nearest to it, and on, until two are each other's nearest: they are one in the tree
        of average link, whatever is done elsewhere.
        """
        for start in range(len(self.around)):
            path: list[tuple[int, float]] = []
            if self._into[start] == start:
                path.append((start, -1.0))
            while path:
                cluster, reached = path[-1]
                nearest, mean = self._nearest(cluster)
                if nearest < 0 or mean < least:
                    path.pop()
                elif len(path) > 1 and mean <= reached:
                    before = path[-2][0]
                    del path[-2:]
                    self._merge(min(cluster, before), max(cluster, before), reached)
                    if not path:
                        path.append((min(cluster, before), -1.0))
                else:
                    path.append((nearest, mean))

    def parts(self, number: int = 1) -> list[list[int]]:
        """The places of each cluster, or of the clusters that there were when there were so many."""
        mergers = sorted(self.mergers, key=lambda merger: -merger[0]) if number > 1 else self.mergers
        into = list(range(len(self.around)))
        for _, one, other in mergers[: len(into) - number]:
            into[other] = one
        found: dict[int, list[int]] = {}
        for place, target in enumerate(into):
            into[place] = into[target]  # lower places come first, so they are where they belong already
            found.setdefault(into[place], []).append(place)
        return list(found.values())

    def _nearest(self, cluster: int) -> tuple[int, float]:
        """The cluster with the highest mean, of equals the lowest, and that mean; -1 where none is alike."""
        sizes, own, best, nearest = self.size, self.size[cluster], -1.0, -1
        for other, total in self.around[cluster].items():
            mean = total / (own * sizes[other])
            if mean > best or (mean == best and other < nearest):
                best, nearest = mean, other
        return nearest, best

    def _merge(self, one: int, other: int, mean: float) -> None:
        """Make the second a part of the first."""
        self.mergers.append((mean, one, other))
        around = self.around
        sums, theirs = around[one], around[other]
        around[other] = {}
        sums.pop(other, None)
        theirs.pop(one, None)
        for each, value in theirs.items():
            del around[each][other]
            sums[each] = around[each][one] = sums.get(each, 0.0) + value
        self.size[one] += self.size[other]
        self._into[other] = one
        if self._apart:
            self._keep_apart(one, other)

    def _keep_apart(self, one: int, other: int) -> None:
        for each in self._apart.pop(other, set()):
            self._apart[each].discard(other)
            self._apart[each].add(one)
            self._apart.setdefault(one, set()).add(each)
        for each in self._apart.get(one, ()):
            self.around[one].pop(each, None)
            self.around[each].pop(one, None)

    def _now(self, place: int) -> int:
        """The cluster that a place is in now."""
        while self._into[place] != place:
            place = self._into[place]
        return place
