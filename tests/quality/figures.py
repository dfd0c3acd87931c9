"""Take all figures of all sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quality import dates, dating, seed, statements
from quality.sets import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from quality.sets import Case

    Measure = Callable[[Iterable[Case]], Mapping[str, float]]

MEASURES: dict[str, dict[str, Measure]] = {
    "statements": {"gum_news": statements.score},
    "dates": {"meantime": dates.score},
    "dating": {"semeval_t4": dating.score},
    "acceptance": {"seed": seed.score},
}
"""What is measured on which collection."""


def measure() -> dict[str, float]:
    """Every figure by its name, ``measure.collection.figure``; counts are whole numbers."""
    return {
        f"{name}.{collection}.{figure}": value
        for name, collections in MEASURES.items()
        for collection, score in collections.items()
        for figure, value in score(load(collection)).items()
    }
