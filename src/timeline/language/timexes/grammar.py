"""What a rule is, and the notation that its pattern is written in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.language import holidays, numbers, time_zones
from timeline.language.lexicon import times
from timeline.language.lexicon.number_words import ORDINALS, TEENS, TENS, UNITS, spelled
from timeline.language.lexicon.words import alternatives
from timeline.language.timexes import vocabulary
from timeline.language.timexes.beginnings import beginnings, has_open_letters
from timeline.language.timexes.context import Found, Meaning

if TYPE_CHECKING:
    from collections.abc import Iterable


_UNITS = alternatives(UNITS)
_BELOW_HUNDRED = rf"(?:{alternatives(TENS)})(?:[- ](?:{_UNITS}))?|{alternatives(TEENS)}|{_UNITS}"
_SPELLED_YEAR = (
    rf"(?:(?:the year )?two thousand(?:,? and (?:{_BELOW_HUNDRED})| (?:{_BELOW_HUNDRED}))?"
    rf"|nineteen (?:hundred(?: (?:and )?(?:{_BELOW_HUNDRED}))?|{alternatives(TEENS)}"
    rf"|(?:{alternatives(TENS)})(?:[- ](?:{_UNITS}))?|oh (?:{_UNITS}))"
    rf"|twenty (?:{alternatives(TEENS)}"
    rf"|twenty(?:[- ](?:{_UNITS}))?))"
)
_ORDINALS = alternatives(ORDINALS).replace(r"\-", "[- ]")
_HOURS = alternatives(spelled(1, 12))
_OF_DAY = rf"(?:in the (?:{alternatives(times.PARTS_IN_DAYLIGHT)})|at night)"
BLOCKS = {
    "number": numbers.PATTERN,
    "vague": r"several(?: more)?|a few(?: more)?|few|some|many|a number of|a handful of|dozens of|hundreds of"
r"|a couple(?: of)?",
    "units": alternatives(times.UNITS),
    "plural": alternatives(word for word in times.UNITS if word.endswith("s")),
    "month": rf"{alternatives(times.MONTHS)}|(?:{alternatives(times.MONTH_ABBREVIATIONS)})\b\.?",
    "bare_month": rf"{alternatives(times.MONTHS)}|(?:{alternatives(times.MONTH_ABBREVIATIONS)})\.",
    "weekday": rf"{alternatives(times.WEEKDAYS)}|(?:{alternatives(times.WEEKDAY_ABBREVIATIONS)})\.",
    "season": alternatives(times.SEASONS),
    "part": alternatives(times.PARTS_OF_DAY),
    "holiday": alternatives(holidays.NAMES),
    "year": r"(?:1[5-9]|20)\d\d",
    "spelled_year": _SPELLED_YEAR,
    "day": rf"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,]\d)|(?:{_ORDINALS})\b",
    "edge": r"(?:early|late|mid|later|earlier|sometime)~(?:in )?|(?:the )?(?:very )?(?:end|beginning|start"
r"|middle|close) of ",
    "hedge": r"about|around|approximately|nearly|almost|roughly|just over|just under|at least|at most"
r"|no more than|more than|less than|up to",
    "ordinal": alternatives(vocabulary.QUARTER_ORDINALS) + r"|1st|2nd|3rd|4th",
    "which": r"last|this|next|the (?:previous|prior|preceding|past|following|next|last|same|current|coming)"
r"|that(?: same)?",
    "clock": r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?(?:[ap]\.m\b\.?|[ap]m\b)|(?:[01]?\d|2[0-3]):[0-5]\d"
r"(?::[0-5]\d(?= ?(?:gmt|utc|[ap]\.?m)))?(?!\d|:)"
r"|(?<=\bat\x20)(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?!\d|:)"
rf"|(?:1[0-2]|0?[1-9]|{_HOURS}) o'clock(?: {_OF_DAY})?"
rf"|(?:1[0-2]|0?[1-9]|(?<=\bat\x20)(?:{_HOURS})) {_OF_DAY}|noon|midday|midnight"
rf"|(?<!\()(?:[01]\d|2[0-3])[0-5]\d(?= (?:{alternatives(time_zones.BEHIND_DIGITS)}|local time)\b)"
r"|(?<=\b(?:at|by)\x20)(?:[01]\d|2[0-3])[0-5]\d (?:hours|hrs)\b(?! of\b)"
r"|(?:(?<=\bfrom\x20)|(?<=\d{4}\x20and\x20))(?:[01]\d|2[0-3])[0-5]\d (?:hours|hrs)\b(?! of\b)",
    "zone": rf"(?:gmt|utc) ?[+-]\d\d?|(?:{alternatives(time_zones.MINUTES_EAST)})\b|e\.?t\b|p\.?t\b"
r"|(?:eastern|central|mountain|pacific)(?: (?:standard|daylight))? time|eastern|local time",
}  # fmt: skip
"""What ``<name>`` stands for in a pattern."""
BLOCK = re.compile(r"(\?P)?<(:?)([a-z_]+)>")
BLANK = re.compile(r"\[[^\]]*\]| (?![*?+])")
"""A blank, or a set of characters, which keeps its blanks."""
PRECEDED = re.compile(r"@\(([a-z|]+)\)")
WORD = re.compile(r"[a-z]+\??")
ESCAPE = re.compile(r"\\[A-Za-z]|\(\?P<\w+>")
SHORTEST_STEM_LETTERS = 3
"""The parts that words are put together from have so many letters."""
DIGIT = re.compile(r"\\d|\d")


@frozen
class Rule:
    """
    One way to name a time.

    Attributes:
        name: Names the rule in events.
        pattern: A regular expression over lower-case text in which a blank stands for blanks, ``~`` for a hyphen or
            blanks, ``<block>`` for a named group from `BLOCKS` (``<:block>`` for one without a name), and ``@(in|for)``
            says that one of these words stands before it.
        resolve: Gives what it means; None when it is no time after all.
    """

    name: str
    pattern: str
    resolve: Callable[[Found], Meaning | None]

    @cached_property
    def source(self) -> str:
        """The regular expression."""
        return expand(self.pattern)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The regular expression, compiled when a text first has a word that the rule may begin with."""
        return re.compile(self.source)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The letters and digits that an expression may begin with."""
        return beginnings(self.source)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in the pattern."""
        return words_of((self,))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Those that others may begin with."""
        return tuple(word for word in self.words if len(word) >= SHORTEST_STEM_LETTERS)

    def may_begin_with(self, word: str) -> bool:
        """Whether an expression may begin with a word; only a no is sure. Of one with digits only the first counts."""
        if word[0] not in self.beginnings:
            return False
        if not word.isalpha():
            return DIGIT.search(self.source) is not None
        return word.startswith(self.stems) or word in self.words

    def may_go_on_with(self, word: str) -> bool:
        """Whether behind the first word and blanks an expression may go on with a word; only a no is sure."""
        return self.has_open_letters or word.startswith(self.parts)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The words, and parts of words, in the pattern."""
        return tuple(filter(None, self.words))

    @cached_property
    def has_open_letters(self) -> bool:
        """An expression may hold letters that the pattern does not spell out."""
        return has_open_letters(self.source)


def expand(pattern: str) -> str:
    """A pattern of the notation as a regular expression."""
    pattern = PRECEDED.sub(_preceded, pattern).replace(",? ", "(?: *,)? ")
    seen: Counter[str] = Counter()

    def group(found: re.Match[str]) -> str:
        block = found[3]
        if found[2]:
            return f"(?:{BLOCKS[block]})"
        seen[block] += 1
        name = block if seen[block] == 1 else f"{block}{seen[block]}"
        return f"?P<{name}>" if found[1] else f"(?P<{name}>{BLOCKS[block]})"

    expanded = BLOCK.sub(group, pattern)
    blanks = BLANK.sub(lambda found: found[0] if len(found[0]) > 1 else " +", expanded)
    return f"(?:{blanks.replace('~', '(?:-| +)')})(?!\\w)"


def words_of(rules: Iterable[Rule]) -> frozenset[str]:
    """Words in the patterns of rules; those put together from parts are missing, and parts of them are there."""
    plain = " ".join(ESCAPE.sub(" ", rule.source) for rule in rules)
    found = WORD.findall(plain)
    return frozenset(word.rstrip("?") for word in found) | {word[:-2] for word in found if word.endswith("?")}


def _preceded(found: re.Match[str]) -> str:
    """One of the words stands before it, a single blank between."""
    return "(?:" + "|".join(rf"(?<=\b{word}\x20)" for word in found[1].split("|")) + ")"
