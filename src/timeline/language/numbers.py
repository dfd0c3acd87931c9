"""Find numbers, in digits or spelled, and read their values."""

from __future__ import annotations

import re

from attrs import frozen

from timeline.language.lexicon.number_words import DOZEN, FRACTIONS, SCALES, TEENS, TENS, UNITS
from timeline.language.lexicon.words import alternatives
from timeline.model.span import Span

_SMALL = alternatives(UNITS | TEENS)
_SPELLED = rf"(?:(?:{alternatives(TENS)})(?:[- ](?:{alternatives(UNITS)}))?|{_SMALL})"
_SCALE = alternatives(SCALES)
_FRACTION = alternatives(FRACTIONS)
_DIGITS = r"\d{1,3}(?:,\d{3}){1,9}(?:\.\d+)?|\d+(?:\.\d+)?"
_SPELLED_BEHIND = rf"(?:(?:{alternatives(TENS)})(?:-(?:{alternatives(UNITS)}))?|{_SMALL})"
_TAIL = rf"(?:[- ](?:{_SCALE}|dozen)(?:[- ](?:{_SCALE}|dozen)|,? (?:and )?{_SPELLED_BEHIND}){{0,24}})?"
"""Behind the first word; written so that a text can be read in one way only, else a match may take for ever."""
SPELLED = rf"half a (?:{_SCALE}|dozen)|(?:{_SPELLED}|an? (?:{_SCALE}|dozen)){_TAIL}(?:[- ]and[- ]a[- ]half)?"
PATTERN = rf"(?:(?:{_DIGITS})(?: (?:{_FRACTION})(?![/\d]))?(?:[- ](?:{_SCALE})\b)*|{SPELLED})"
"""A number in lower-case text, and one without digits, as sources of regular expressions without groups."""
NUMBER = re.compile(rf"(?<![\w$£€.,/-])(?:{PATTERN})(?![\w/]|[.,]\d)|(?<=[$£€])(?:{PATTERN})(?!\w|[.,]\d)")
TOKEN = re.compile(r"[\d.,]*\d(?:/\d)?|[a-z½¼¾]+")


@frozen
class Number:
    """
    A number in a text.

    Attributes:
        span: Its digits or words, without a currency sign, hedge or unit.
        value: What it amounts to; a whole number stays an int.
    """

    span: Span
    value: float


def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text in order; digits that are part of a name or code (``F-16``) are none."""
    lower = lowered(text)
    found = []
    for match in NUMBER.finditer(lower):
        value = number_value(match[0])
        if value is not None:
            found.append(Number(Span(*match.span()), value))
    return tuple(found)


def number_value(words: str) -> float | None:
    """
    The value of a number that `PATTERN` matches, None for words that are no number.

    Scales multiply what stands before them, as in ``two hundred and six thousand``.
    """
    words = words.replace("-and-a-half", " and a half")
    total: float = 0
    part: float | None = None
    halved = " and a half" in words or words.startswith("half a ")
    for word in TOKEN.findall(words.replace(" and a half", "").removeprefix("half ")):
        part, total = _step(word, part, total)
    if part is None and not total:
        return None
    value = total + (part or 0)
    if halved:
        value = value / 2 if words.startswith("half") else value + 0.5
    return int(value) if value == int(value) else value


def lowered(text: str) -> str:
    """The text in lower case with every character at its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(one.lower()[:1] for one in text)


def _step(word: str, part: float | None, total: float) -> tuple[float | None, float]:
    """One more word of a number: what is being counted, and what is finished."""
    if word in SCALES:
        product = (1 if part is None else part) * SCALES[word]
        return (product, total) if word == "hundred" else (None, total + product)
    if word == "dozen":
        return None, total + (1 if part is None else part) * DOZEN
    if word in FRACTIONS:
        return (part or 0) + FRACTIONS[word], total
    for table in (UNITS, TEENS, TENS):
        if word in table:
            return (part or 0) + table[word], total
    if word[-1].isdigit():
        return float(word.replace(",", "")), total
    return part, total
