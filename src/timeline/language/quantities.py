"""Read quantities: amounts, ranges of them, shares, and numbers that are stated vaguely, with what hedges them."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.language.amounts import SIX_PLACES, Amount, Kind, amount_around, amount_at
from timeline.language.hedges import bounds, hedge_before, hedge_behind
from timeline.language.lexicon.number_words import SCALES, TEENS, TENS, UNITS
from timeline.language.lexicon.quantity_words import CURRENCY_WORDS, PARTS, SHARES, VAGUE
from timeline.language.lexicon.words import alternatives, tree
from timeline.language.numbers import lowered, number_value
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SMALL = UNITS | TEENS | TENS
_FIRST_WORDS = (_SMALL.keys() | {name.split()[0] for name in VAGUE} | {"half"}) - {"a"}
START = re.compile(
    rf"\d|(?<![\w'’-])(?:(?:{tree(_FIRST_WORDS)})(?!\w)"
    rf"|an? (?=(?:{alternatives(SCALES)}|dozen|few|{tree(SHARES)})\b))"
)
"""Where the number of a quantity may begin."""
VAGUE_AT = re.compile(
    rf"(?P<number>(?!scores(?! of))(?:{alternatives(VAGUE)}))(?![\w-]| or\b)"
    rf"(?: of (?P<money>{tree(CURRENCY_WORDS)})\b)?"
)
SHARE_AT = re.compile(
    rf"(?P<part>{alternatives(PARTS)})(?P<joint>[ -])"
    rf"(?P<whole>{alternatives(SHARES.keys() - {'half'})})(?!\w)"
    r"|(?P<half>half)(?= (?:of|the|all|its|their|his|her|our)\b)"
    rf"|(?P<of>{alternatives(_SMALL)}|\d{{1,3}}) (?:in|out of)(?: every)? (?P<all>{alternatives(_SMALL)}|\d{{1,3}})"
    r"(?![\w-]|[,.]\d| (?:percent|million|years?|months?|weeks?|days?)\b)"
)
OF = re.compile(r" of\b")
JOINT = re.compile(r"(?:[-–—]| [-–—] )(?=[\d.$£€])|-to-| to | and | or ")
"""Between the two ends of a range."""
BETWEEN_LEFT = re.compile(r"\bbetween (?:about |around |roughly )?\Z")
FROM_LEFT = re.compile(r"\bfrom (?:about |around |roughly |an? |the )?\Z")
RANGING_LEFT = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|any(?:where|thing)|runs?|running|extend(?:s|ing)?"
    r"|scale of [a-z]+) (?:in \w+ )?from (?:about |around |roughly )?\Z"
)
CHANGED_LEFT = re.compile(r"\b(?:by|than|rose|fell|grew|gained|lost|dropped|climbed|increased?) (?:about |around )?\Z")
"""Before the first of two numbers: whether they are the ends of a range, or something went from one to the other."""
LEFT_CHARS = 48
"""So many characters before a number such words are looked for."""
COUNTED = re.compile(r" [a-z]")
THOUSAND, YEAR_DIGITS = 1000, 4


@frozen
class Quantity:
    """
    A number with its currency or unit of measurement, as the text states it.

    Attributes:
        span: Digits or words with sign, currency, scale and unit.
        value: What it amounts to, exactly; None for a range and for ``dozens``.
        low: The least that it can be, as far as the words say so.
        high: The most.
        unit: Code of a currency, ``%``, ``ratio``, or the singular of a unit of measurement; None where none is there.
        kind: What that unit is one of; a count where there is none.
        hedge: ``over``, ``at least``, ``nearly``, ``up to``, ``under``, ``around``, ``vague`` or None.
        is_plain: Nothing but a number: no scale, sign or unit.
    """

    span: Span
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    kind: Kind
    hedge: str | None
    is_plain: bool = False


def quantities(text: str, times: Sequence[Span] = ()) -> Iterator[Quantity]:
    """
    The quantities of a text in order, whatever the numbers stand for.

    Args:
        text: Any.
        times: Where it names times, in order: a number of one of them begins no range.
    """
    lower, done = lowered(text), 0
    for start in START.finditer(lower):
        at = start.start()
        if at >= done and (found := _vague(lower, at) or _share(lower, at) or _amount(text, lower, at, times)):
            done = found.span.end
            yield found


def decimal_text(value: Decimal | None) -> str | None:
    """A number in digits without exponent and without zeros that say nothing."""
    if value is None:
        return None
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _vague(lower: str, at: int) -> Quantity | None:
    """``dozens``: only the least is known."""
    found = VAGUE_AT.match(lower, at)
    if found is None:
        return None
    span, low = Span(at, found.end()), Decimal(VAGUE[found["number"]])
    if found["money"]:
        return Quantity(span, None, low, None, CURRENCY_WORDS[found["money"]], "money", "vague")
    return Quantity(span, None, low, None, None, "count", "vague")


def _share(lower: str, at: int) -> Quantity | None:
    """``two thirds``, ``one in five``, ``half of``: a part of a whole."""
    found = SHARE_AT.match(lower, at)
    value = None if found is None else _share_value(lower, found)
    if found is None or value is None:
        return None
    hedge = hedge_before(lower, at)
    return Quantity(Span(at, found.end()), value, *bounds(value, hedge), "ratio", "ratio", hedge)


def _share_value(lower: str, found: re.Match[str]) -> Decimal | None:
    """What a share amounts to; None where the words are none: ``a third person``."""
    if found["half"]:
        return Decimal("0.5")
    if found["of"]:
        part, whole = (Decimal(number_value(found[name]) or 0) for name in ("of", "all"))
        return (part / whole).quantize(SIX_PLACES) if part < whole else None
    if not (found["whole"].endswith("s") or found["joint"] == "-" or OF.match(lower, found.end())):
        return None
    return (Decimal(UNITS.get(found["part"], 1)) / SHARES[found["whole"]]).quantize(SIX_PLACES)


def _amount(text: str, lower: str, at: int, times: Sequence[Span]) -> Quantity | None:
    """An amount with what hedges it, or the range that it begins."""
    first = amount_around(text, lower, at)
    if first is None:
        return None
    hedge = hedge_before(lower, first.start)
    second = None if first.is_plain and _is_time(first, times) else _second(text, lower, first)
    if second is not None:
        least = first.value * second.scale if first.scale == 1 and _shares_scale(first, second) else first.value
        unit, kind = (second.unit, second.kind) if second.unit else (first.unit, first.kind)
        return Quantity(Span(first.start, second.end), None, least, second.value, unit, kind, hedge)
    hedge = hedge or hedge_behind(lower, first.end)
    low, high = bounds(first.value, hedge)
    span = Span(first.start, first.end)
    return Quantity(span, first.value, low, high, first.unit, first.kind, hedge, is_plain=first.is_plain)


def _second(text: str, lower: str, first: Amount) -> Amount | None:
    """The other end of the range that an amount begins; None where it stands alone."""
    joint = JOINT.match(lower, first.end)
    second = None if joint is None else amount_at(text, lower, joint.end())
    if joint is None or second is None or second.value <= 0 or not _fit(first, second):
        return None
    left = lower[max(0, first.start - LEFT_CHARS) : first.start]
    return second if _is_range(lower, first, second, (left, joint[0].strip())) else None


def _fit(first: Amount, second: Amount) -> bool:
    """Two amounts may be of one kind: the second has the unit of the first, unless it is the first that has none."""
    if first.unit is None or (first.kind == "money" and second.unit is None):
        return True
    return second.unit is not None and second.unit.partition("/")[0] == first.unit.partition("/")[0]


def _is_range(lower: str, first: Amount, second: Amount, between: tuple[str, str]) -> bool:
    """Two amounts are the ends of a range, by what stands before and *between* them."""
    left, word = between
    if word == "and":
        return BETWEEN_LEFT.search(left) is not None
    if word == "or":
        return first.is_plain and first.value + 1 == second.value
    if word == "to":
        if (first.scale == 1 and _shares_scale(first, second)) or RANGING_LEFT.search(left):
            return True
        return not (FROM_LEFT.search(left) or (first.unit not in (None, "%") and CHANGED_LEFT.search(left)))
    return not (first.is_plain and second.is_plain) or _is_rising(lower, first, second)


def _shares_scale(first: Amount, second: Amount) -> bool:
    """The scale of the second number is the first's: ``$3 to 5 billion``, but not ``$800,000 to $1.3 million``."""
    return second.scale > 1 and first.value < THOUSAND


def _is_rising(lower: str, first: Amount, second: Amount) -> bool:
    """``10-15 homes``, but not the score ``3-2`` or the years ``1914-18``."""
    is_year = first.end - first.start == YEAR_DIGITS and first.value > THOUSAND
    return first.value < second.value and not is_year and COUNTED.match(lower, second.end) is not None


def _is_time(first: Amount, times: Sequence[Span]) -> bool:
    """A number is part of an expression for a time."""
    at = bisect_left(times, first.end, key=lambda time: time.start)
    return at > 0 and times[at - 1].end > first.start
