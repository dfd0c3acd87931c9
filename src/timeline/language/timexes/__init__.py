"""Find expressions that name times, durations and sets of times, and resolve what they mean."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.language.numbers import lowered
from timeline.language.timexes.context import Basis, Context, Found, Kind, Meaning
from timeline.language.timexes.grammar import words_of
from timeline.language.timexes.rules import FIRST_RULES, NUMBER_RULES, RULES
from timeline.language.timexes.vocabulary import FIRST_WORDS, HEAD_WORDS
from timeline.model.interval import Interval
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, timedelta

    from timeline.language.timexes.grammar import Rule

WORD = re.compile(r"[a-z0-9]+")
TWO_WORDS = re.compile(rf"({WORD.pattern})(?: +([a-z]+)(?!\w))?")
"""A word, and the one behind it where only blanks stand between."""
PIECES = re.compile(rf"({WORD.pattern})")
"""Splits a text into what stands between words, and the words at odd places."""
INSIDE_NUMBER = re.compile(r"\d[.,:]$")
"""Before digits that a number or a time of day goes on with."""
WRAPPED_LINE = re.compile(r"\n(?=[ \t]*[a-z])")
"""A line break inside of a sentence."""
PLAIN_CHARACTERS = (("’", "'"), ("‘", "'"), ("‑", "-"), ("–", "-"), ("\t", " "))
"""Marks that rules need not tell apart."""
BLANK = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphens and other marks that nobody sees."""
VOCABULARY = HEAD_WORDS | FIRST_WORDS | words_of(RULES)
"""Words that an expression is made of, besides numbers."""
FIRST_NAMES = frozenset(rule.name for rule in FIRST_RULES)
"""Rules after which the others are tried where they read nothing."""
NUMBER_NAMES = frozenset(rule.name for rule in NUMBER_RULES)
MOST_PAIRS = 4096
"""The rules for so many pairs of words are kept."""
DAY_FIRST = re.compile(r"en-(?:gb|ie|au|nz|in|za)\b|(?!en\b)[a-z]")
"""Languages and countries that write the day before the month."""
DAY_FIRST_WRITTEN = re.compile(r"(?:1[3-9]|2\d|3[01])(?<![\d/]\d\d)/(?:0?\d|1[0-2])/\d\d")
"""
An article with such a date writes all with the day first.

A search is fast for what a pattern begins with, so the look behind comes second.
"""


@frozen
class Timex:
    """
    An expression that names a time.

    Attributes:
        span: The expression.
        kind: TIMEX3 type.
        value: TIMEX3 value, relative expressions resolved.
        interval: The time it names, open where that is vague; `timeline.model.interval.UNDATED` for durations and sets.
        rule: Name of the rule that read it.
        basis: What it was resolved from; None for durations and sets.
    """

    span: Span
    kind: Kind
    value: str
    interval: Interval
    rule: str
    basis: Basis | None


def timexes(
    text: str,
    day: date,
    *,
    offset: timedelta | None = None,
    language: str | None = None,
    captured: date | None = None,
) -> tuple[Timex, ...]:
    """
    Temporal expressions of an article published on a day, in order, without overlaps.

    Times of day are on the clock of the zone written beside them, else on one that is *offset* ahead of UTC, else taken
    as UTC. Days are days of the calendar, whatever the zone. The language, a BCP 47 tag, tells whether ``3/4/2024`` has
    the day first.

    Head words are looked up token by token; only near one the rules are tried, at every word that may begin an
    expression. A past weekday of a text that was *captured* later may be of an update. What lies outside of the years 1
    to 9999, or on no day of the calendar, is no expression.
    """
    if INVISIBLE.search(text):
        return _without_invisible(
            text, lambda shown: timexes(shown, day, offset=offset, language=language, captured=captured)
        )
    lower = lowered(BLANK.sub(" ", WRAPPED_LINE.sub(" ", text)))
    for mark, plain in PLAIN_CHARACTERS:
        lower = lower.replace(mark, plain)
    day_first = bool(DAY_FIRST.match((language or "en").lower()) or DAY_FIRST_WRITTEN.search(lower))
    context = Context(lower, text, day, offset, captured, day_first)
    context.meaning_at = lambda start: (found := _meaning_at(start, context, plain=True)) and found[1:]
    found = []
    last = 0
    for start in _starts(lower):
        if start < last or (expression := _meaning_at(start, context)) is None:
            continue
        rule, meaning, last = expression
        context.remember(meaning, rule.name, last)
        basis = None if meaning.kind in ("DURATION", "SET") else context.basis
        found.append(Timex(Span(start, last), meaning.kind, meaning.value, meaning.covers, rule.name, basis))
    return tuple(found)


def _without_invisible(text: str, read: Callable[[str], tuple[Timex, ...]]) -> tuple[Timex, ...]:
    """The same of a text with marks that nobody sees, which count in spans."""
    places = [at for at, character in enumerate(text) if not INVISIBLE.match(character)]
    found = read(INVISIBLE.sub("", text))
    return tuple(evolve(timex, span=Span(places[timex.span.start], places[timex.span.end - 1] + 1)) for timex in found)


def _starts(lower: str) -> Iterator[int]:
    """Where an expression may begin: at a head, and at each first word before it with nothing foreign between."""
    pieces = PIECES.split(lower)
    words, places = pieces[1::2], tuple(accumulate(map(len, pieces)))[::2]
    tried = 0
    for at in [at for at, word in enumerate(words) if word in HEAD_WORDS or "0" <= word < ":"]:
        first = at
        while first > tried and words[first - 1] in VOCABULARY:
            first -= 1
        for start in range(first, at + 1):
            if words[start] in FIRST_WORDS or "0" <= words[start] < ":":
                yield places[start]
        tried = at + 1


@cache
def _rules_for(word: str) -> tuple[Rule, ...]:
    """The rules of which an expression may begin with a word; ``f0`` stands for any with digits behind an *f*."""
    return tuple(rule for rule in RULES if rule.may_begin_with(word))


@lru_cache(maxsize=MOST_PAIRS)
def _rules_for_two(word: str, following: str) -> tuple[Rule, ...]:
    """The same for two words of which the first is no expression by itself, unless it is a number."""
    return tuple(
        rule
        for rule in _rules_for(word)
        if rule.may_go_on_with(following) or (rule.name in NUMBER_NAMES and word[0].isdigit())
    )


def _key(word: str) -> str:
    """What the rules for a word are kept by."""
    return word if word.isalpha() else f"{word[0]}0"


def _meaning_at(start: int, context: Context, *, plain: bool = False) -> tuple[Rule, Meaning, int] | None:
    """
    What the first rule that fits at a place reads.

    When one of the first rules reads nothing, the others are tried; when plain, only these are.
    """
    text = context.text
    words = TWO_WORDS.match(text, start)
    if words is None or (start and (text[start - 1].isalnum() or text[start - 1] in "_$£€")):
        return None
    word, following = words.groups()
    if word[0].isdigit() and INSIDE_NUMBER.search(text, max(0, start - 2), start):
        return None
    if following is None or word in HEAD_WORDS or not (word.isalpha() or word.isdigit()):
        rules = _rules_for(_key(word))
    else:
        rules = _rules_for_two(_key(word), following)
    for rule in rules:
        if (match := rule.compiled.match(text, start)) is None:
            continue
        is_first = rule.name in FIRST_NAMES
        if plain and is_first:
            continue
        if not plain:
            context.basis = "absolute"
        meaning = _resolved(rule, match, context)
        if meaning is not None:
            return rule, meaning, meaning.end or match.end()
        if not is_first:
            return None
    return None


def _resolved(rule: Rule, match: re.Match[str], context: Context) -> Meaning | None:
    """What a rule reads in the words it found."""
    try:
        meaning = rule.resolve(Found(match, context))
    except (ValueError, OverflowError):  # a day or year the calendar does not have
        return None
    if meaning is None or (meaning.value[0].isdigit() and meaning.covers.start is None):
        return None
    return meaning
