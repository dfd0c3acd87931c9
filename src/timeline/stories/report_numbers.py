"""The numbers of a report: what money, percentages and measures amount to, and how much or how many there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.language.lexicon.figure_words import TIME_UNITS
from timeline.language.lexicon.times import MONTH_ABBREVIATIONS, MONTHS
from timeline.language.lexicon.words import alternatives
from timeline.language.numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.language.numbers import Number

LEAST_COUNTED = 2
LATEST_YEAR, EARLIEST_YEAR = 2100, 1800
AS_MUCH = 0.1
"""Numbers that differ by no more than this part of the larger one may be one, rounded."""

_MONEY = "dlrs?|dollars?|euros?|pounds|francs|marks|yen|yuan|rupees|rubles?|pesos|crowns|lire|stg|sterling"
_AMOUNT_BEHIND = re.compile(
    r"\s?-?(mln|bln|m|bn|k)?\s?-?"
    rf"(?:(?:[a-z]+ )?(?:{_MONEY})|%|per ?cent|pct|percentage points?|cts|cents?|basis points|points?|tonnes|tons"
    r"|barrels|bpd|bushels|acres)(?![a-z])"
)
_SCALE_BEHIND = re.compile(r"\s?-?(mln|bln|m|bn|k)\b")
_NO_COUNT_BEHIND = re.compile(rf"[- ](?:{alternatives(TIME_UNITS)}|time|[ap]\.?m|gmt|e[sd]t)\b|[-/:]\d|th\b")
_NO_COUNT_BEFORE = re.compile(
    rf"(?:\b(?:{alternatives(MONTHS.keys() | MONTH_ABBREVIATIONS.keys())})\.?|\b(?:aged?|no\.?|number|part|title)) $"
)
_BEFORE = 14
"""So many letters before a number are looked at."""
_COUNTED = re.compile(r"\d|hundred|thousand|[mb]illion|dozen|per ?cent|pct|(?:teen|ty)\b")
_SCALES = {"mln": 1e6, "m": 1e6, "bln": 1e9, "bn": 1e9, "k": 1e3}


def counted(text: str) -> Sequence[Number]:
    """The numbers of a text that has some besides the smallest, which are shared by chance."""
    return numbers(text) if _COUNTED.search(text.lower()) else ()


def amounts(low: str, found: Sequence[Number]) -> Iterator[float]:
    """What money, percentages and measures amount to."""
    for one in found:
        behind = _AMOUNT_BEHIND.match(low, one.span.end)
        if behind is not None or low[max(0, one.span.start - 2) : one.span.start].strip()[-1:] in ("$", "£", "€", "¥"):
            yield round(one.value * _SCALES.get((behind and behind[1]) or "", 1), 3)


def counts(low: str, found: Sequence[Number]) -> Iterator[float]:
    """How much or how many there are; no ages, times, dates and years."""
    for one in found:
        start, end = one.span.start, one.span.end
        is_year = low[start:end].isdigit() and EARLIEST_YEAR <= one.value <= LATEST_YEAR
        if one.value < LEAST_COUNTED or is_year or _NO_COUNT_BEHIND.match(low, end):
            continue
        if _NO_COUNT_BEFORE.search(low, max(0, start - _BEFORE), start) is None:
            scale = _SCALE_BEHIND.match(low, end)
            yield round(one.value * (_SCALES[scale[1]] if scale else 1), 3)


def differ(some: frozenset[float], others: frozenset[float]) -> bool:
    """Three or more in all, of both, and none of the one is as much as any of the other, not even about."""
    return (
        bool(some and others)
        and len(some) + len(others) > 2
        and not any(abs(one - other) <= AS_MUCH * max(one, other) for one in some for other in others)
    )
