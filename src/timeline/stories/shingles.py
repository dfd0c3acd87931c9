"""The runs of words of a text as numbers: texts that share many of them are found by a few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN_WORDS = 5
"""Texts are compared by the runs of so many words that they have, their shingles."""
SAMPLED = 16
"""So many of a text's shingles, those of the smallest numbers, tell which texts are worth comparing."""
LEAST_WORDS = 16
"""What is shorter is a line of a table as often as a report."""
MOST_WORDS = 5_000
"""Of a text so many are looked at."""

WORD = re.compile(r"\d+-\d+/\d+|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
"""A number, ``6-1/8`` among them, or a word."""


def words(text: str) -> list[str]:
    """The words and numbers of a text, as far as it is looked at."""
    return WORD.findall(text)[:MOST_WORDS]


def shingles(low: Sequence[str]) -> set[int]:
    """A number of 32 bits for each run of words in lower case."""
    runs = zip(*(low[start:] for start in range(RUN_WORDS)), strict=False)
    return {crc32(" ".join(run).encode()) for run in runs}


def sample(text: str) -> list[int]:
    """
    The smallest of a text's shingles, in order; none of a text that is too short to be compared.

    Two samples share, but for chance, the part that the texts share of theirs (Broder 1997).
    """
    low = words(text.lower())
    return sorted(shingles(low))[:SAMPLED] if len(low) >= LEAST_WORDS else []
