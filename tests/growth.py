"""Measure how the CPU time of some work grows with its input; ratios, which hold on any machine."""

from __future__ import annotations

import gc
from itertools import pairwise
from time import process_time

MOST_GROWTH = 3
"""What takes time that grows with the square of the length takes four times as long for a text of twice the length."""
LEAST_SECONDS = 0.001
"""So much is added to each time measured: what takes less varies by chance."""
ATTEMPTS = 6
"""Something else may have disturbed a measurement; the least of so many counts."""


def grows_with_length(work, inputs):
    """Whether each input, twice as long as the one before, takes less than three times as long; tried several times."""
    least = [float("inf")] * len(inputs)
    gc.disable()
    try:
        for _ in range(ATTEMPTS):
            least = [min(before, _cpu_seconds(work, given)) for before, given in zip(least, inputs, strict=True)]
            if all(b + LEAST_SECONDS < MOST_GROWTH * (a + LEAST_SECONDS) for a, b in pairwise(least)):
                return True
    finally:
        gc.enable()
    return False


def _cpu_seconds(work, given):
    """CPU time of this process for some work."""
    begun = process_time()
    work(given)
    return process_time() - begun
