"""This file finds expressions that name times, durations and sets of times, and resolves what they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.interval import Interval
from timeline.language.numbers import lowered
from timeline.language.timexes.context import Context, Found, Kind, Reading
from timeline.language.timexes.grammar import alternation
from timeline.language.timexes.rules import RULES
from timeline.language.timexes.words import FIRSTS, HEADS
from timeline.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from timeline.language.timexes.grammar import Rule

WORD = re.compile(r"[a-z0-9]+")
WRAPPED = re.compile(r"\n(?=[ \t]*[a-z])")
"""A line break inside of a sentence."""
PLAIN = (("’", "'"), ("‘", "'"), ("‑", "-"), ("–", "-"), ("\t", " "), ("\u00a0", " "))
"""Marks and blanks that rules need not tell apart."""
REACH = 9
"""An expression has at most so many words before its head."""
BY_NAME: dict[str, Rule] = {rule.name: rule for rule in RULES}
ANY_RULE = alternation(RULES)


@frozen
class Timex:
    """
    An expression that names a time.

    Attributes:
        span: The expression.
        kind: TIMEX3 type.
        value: TIMEX3 value, relative expressions resolved.
        interval: The time it names, open where that is vague; `timeline.interval.NEVER` for durations and sets.
        rule: Name of the rule that read it.
    """

    span: Span
    kind: Kind
    value: str
    interval: Interval
    rule: str


def timexes(text: str, day: date) -> tuple[Timex, ...]:
    """
    Temporal expressions of an article published on a day, in order, without overlaps.

    Head words are looked up token by token; only near one the rules are tried, at every word that may begin an
    expression. What lies outside of the years 1 to 9999, or on no day of the calendar, is no expression.
    """
    lower = lowered(WRAPPED.sub(" ", text))
    for mark, plain in PLAIN:
        lower = lower.replace(mark, plain)
    context = Context(lower, text, day)
    found = []
    last = 0
    for start in _starts(lower):
        if start < last or (match := ANY_RULE.match(lower, start)) is None:
            continue
        rule = BY_NAME[match.lastgroup or ""]
        reading = _read(rule, start, context)
        if reading is None:
            continue
        last = match.end()
        context.note(reading, last)
        found.append(Timex(Span(start, last), reading.kind, reading.value, reading.covers, rule.name))
    return tuple(found)


def _starts(lower: str) -> Iterator[int]:
    """Where an expression may begin: each word that may be its first, not far before a head."""
    words = [(found.start(), found[0]) for found in WORD.finditer(lower)]
    tried = -1
    for at, (_, word) in enumerate(words):
        if word not in HEADS and not word[0].isdigit():
            continue
        for start, first in words[max(tried + 1, at - REACH) : at + 1]:
            if first in FIRSTS or first[0].isdigit():
                yield start
        tried = at


def _read(rule: Rule, start: int, context: Context) -> Reading | None:
    """What a rule reads at a place."""
    match = rule.compiled.match(context.text, start)
    if match is None:
        return None
    try:
        reading = rule.resolve(Found(match, context))
    except (ValueError, OverflowError):  # a day or year the calendar does not have
        return None
    if reading is None or (reading.value[0].isdigit() and reading.covers.start is None):
        return None
    return reading
