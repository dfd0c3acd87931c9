"""Which article stands for those that print it again: the earliest, whatever the order in which they came."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from timeline.stories.near_copies import Kind

RANKS = {"copy": 0, "update": 1, "series": 2}
"""An article that is a copy of one and an update of another is a copy."""


class Likeness(NamedTuple):
    """
    What an article is to an earlier one.

    Attributes:
        article, of: Their keys, the later one first.
        shared: Per mille of the runs of words that either has.
        through: It is a copy of a copy, and shares less with the one that stands for both.
    """

    article: str
    of: str
    kind: Kind
    shared: int
    through: bool = False


def origins(
    found: Iterable[Likeness], printed: Mapping[str, datetime], refused: Collection[frozenset[str]] = frozenset()
) -> dict[str, Likeness]:
    """
    What articles are, each to one earlier article, by key.

    A copy is one of the earliest that it is a copy of, and of what that is a copy of; so copies of one have one origin.

    Args:
        found: Pairs that share enough, either way round.
        printed: When each article was printed first; of those of one moment the key orders.
        refused: Pairs that somebody said are none. An article is then no copy of what the other is a copy of, either.
    """
    earlier: defaultdict[str, list[Likeness]] = defaultdict(list)
    for each in found:
        of, article = sorted((each.article, each.of), key=lambda key: (printed[key], key))
        earlier[article].append(each._replace(article=article, of=of))
    chosen: dict[str, Likeness] = {}
    families: defaultdict[str, set[str]] = defaultdict(set)
    for article in sorted(earlier, key=lambda key: (printed[key], key)):
        for each in sorted(earlier[article], key=lambda one: (RANKS[one.kind], printed[one.of], one.of)):
            likeness = _from_origin(each, chosen)
            if not any(frozenset((article, other)) in refused for other in {likeness.of, *families[likeness.of]}):
                chosen[article] = likeness
                if likeness.kind == "copy":
                    families[likeness.of].add(article)
                break
    return chosen


def _from_origin(each: Likeness, chosen: Mapping[str, Likeness]) -> Likeness:
    """A copy of a copy is a copy of what that is one of."""
    before = chosen.get(each.of)
    if each.kind != "copy" or before is None or before.kind != "copy":
        return each
    return each._replace(of=before.of, through=True)
