"""Which reports of a story are one happening: average link over the pairs that are, whatever the order they came in."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.stories.happening_links import Match, candidates, contradicts, match, weights
from timeline.stories.reports import Report

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

LEAST_LINKED = 0.25
"""Of all pairs of two groups that become one, such a share is one happening; contradictions count against it."""


@frozen
class Happening:
    """
    Reports of one happening.

    Attributes:
        reports: They, earliest first.
        matches: For each but the earliest the best match with one of the others.
    """

    reports: tuple[Report, ...]
    matches: tuple[Match, ...]

    @property
    def earliest(self) -> Report:
        """By which the happening is known."""
        return self.reports[0]


def happenings(reports: Collection[Report]) -> list[Happening]:
    """The happenings of the reports of one story, each report in one of them."""
    ordered = sorted(reports, key=lambda report: report.order)
    weight = weights(ordered)
    matches: dict[tuple[int, int], Match] = {}
    for one, other in candidates(ordered, weight):
        if found := match(ordered[one], ordered[other], weight):
            matches[one, other] = found
    return [_happening(ordered, group, matches) for group in _groups(ordered, matches)]


def _happening(ordered: Sequence[Report], group: Sequence[int], matches: Mapping[tuple[int, int], Match]) -> Happening:
    best: dict[int, Match] = {}
    for pair in combinations(group, 2):
        if found := matches.get(pair):
            for place in pair:
                best[place] = max(best.get(place, found), found, key=lambda one: one.score)
    return Happening(tuple(ordered[place] for place in group), tuple(best[place] for place in group[1:]))


def _groups(ordered: Sequence[Report], matches: Mapping[tuple[int, int], Match]) -> list[list[int]]:
    """Places of reports that are one happening, the earliest first."""
    groups: list[list[int]] = []
    for part in _connected(len(ordered), matches):
        if len(part) < 3:
            groups.append(part)
        else:
            groups += _average_link(ordered, part, matches)
    return sorted(groups)


def _connected(size: int, pairs: Collection[tuple[int, int]]) -> list[list[int]]:
    """Places that pairs connect, those that no pair has by themselves."""
    part_of = {place: [place] for place in range(size)}
    for one, other in pairs:
        if part_of[one] is not part_of[other]:
            few, many = sorted((part_of[one], part_of[other]), key=len)
            many += few
            part_of.update(dict.fromkeys(few, many))
    return [sorted(part) for part in {id(part): part for part in part_of.values()}.values()]


def _average_link(
    ordered: Sequence[Report], part: Sequence[int], matches: Mapping[tuple[int, int], Match]
) -> list[list[int]]:
    """The groups of connected places, those that are most alike made one first; of equals the earliest."""
    groups = {place: [place] for place in part}
    linked: dict[int, dict[int, tuple[float, float]]] = defaultdict(dict)
    for one, other in combinations(part, 2):
        found = matches.get((one, other))
        if found is not None:
            linked[one][other] = linked[other][one] = (1.0, found.score)
        elif contradicts(ordered[one], ordered[other]):
            linked[one][other] = linked[other][one] = (-1.0, 0.0)
    while pair := _nearest(groups, linked):
        one, other = pair
        groups[one] = sorted(groups[one] + groups.pop(other))
        for third, (count, score) in linked.pop(other).items():
            del linked[third][other]
            if third != one:
                before = linked[one].get(third, (0.0, 0.0))
                linked[one][third] = linked[third][one] = (before[0] + count, before[1] + score)
    return list(groups.values())


def _nearest(
    groups: Mapping[int, Sequence[int]], linked: Mapping[int, Mapping[int, tuple[float, float]]]
) -> tuple[int, int] | None:
    """The two groups that are to become one next."""
    best: tuple[float, float, int, int] | None = None
    for one, others in linked.items():
        for other, (count, score) in others.items():
            pairs = len(groups[one]) * len(groups[other])
            if one < other and count / pairs >= LEAST_LINKED:
                key = (count / pairs, score / pairs, -one, -other)
                best = key if best is None else max(best, key)
    return None if best is None else (-best[2], -best[3])
