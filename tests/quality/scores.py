"""Turn counts into scores: fractions between 0 and 1."""

from __future__ import annotations


def ratio(part: float, whole: float) -> float:
    """``part / whole``; 0 for an empty whole."""
    return part / whole if whole else 0.0


def f1(hits: int, predicted: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return ratio(2 * hits, predicted + gold)
