"""The scores by which days and sentences are chosen, as `--why` prints them."""

from __future__ import annotations

from typing import NamedTuple

LATER_WEIGHT = 0.5
"""Weight of an article that mentions the period after it was over, on top of 1 for mentioning it."""


class Salience(NamedTuple):
    """
    How much a period matters.

    Attributes:
        rank: One-based: 1 is the most salient period of the range.
        articles: Distinct articles that mention a day of it.
        later: Those of them that were published after it was over.
    """

    rank: int
    articles: int
    later: int

    @property
    def score(self) -> float:
        """Articles, later ones one and a half times."""
        return self.articles + LATER_WEIGHT * self.later


class Choice(NamedTuple):
    """
    How telling a sentence is for its period.

    Attributes:
        rank: One-based: 1 was taken first.
        score: The cosine to the centroid of all candidates that was reached with it.
        gain: By how much it raised that cosine; below 0 where a further sentence leads away from the centre.
        candidates: How many sentences there were to choose from.
    """

    rank: int
    score: float
    gain: float
    candidates: int
