"""Tell a time that belongs to a noun, as in ``the 2010 election``, from one at which something happens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.language.timexes import Timex

DAY_OR_FINER = frozenset(("day", "part-of-day", "hour", "minute"))
ATTRIBUTE = re.compile(r"(?:\b(?:the|a|an|its|his|her|their)|['’]s) $", re.IGNORECASE)
"""Before a year that belongs to a noun."""
ATTRIBUTE_CHARS = 8
"""So many characters before a time such words are looked for."""
GENITIVES = ("'s ", "’s ")
ATTRIBUTIVE_RULES = frozenset(("year", "quarter", "month_year", "decade"))
OF_THING = re.compile(
    r"\b(?:(?:to|against|under|about|by|for|over|into|like) (?:the|an?|its|his|her|their)|on an?)(?: \w+)? $",
    re.IGNORECASE,
)
"""Before the year of a thing that something happens to or with, as in ``relied on a 1981 case``."""
OF_OWNER = re.compile(
    r"\b(?!(?:in|during|since|after|before|from|until|by|throughout|at|on|of)\b)[a-z]+"
    r" (?:[A-Z][\w.-]+ ){0,2}[A-Z][\w.-]+['’]s $"
)
"""The same of somebody's: ``helped steer Lee's 2024 campaign``, but not ``in Lee's 2024 campaign``."""
OF_THING_CHARS = 30
OF_OWNER_CHARS = 60
AGES = frozenset(("century", "decade"))
AGE_BEFORE = re.compile(r"(?:\b(?:an?|of|its|his|her|their|this|that)|['’]s) $", re.IGNORECASE)
TIME_BEFORE = re.compile(r"\b(?:in|during|since|from|until|by) $", re.IGNORECASE)
"""Before the age of a thing, as in ``a 16th-century monument``, and before one in which something happens."""


def is_attribute(text: str, timex: Timex) -> bool:
    """The time belongs to a noun."""
    if timex.interval.precision not in DAY_OR_FINER and text.startswith(GENITIVES, timex.span.end):
        return True
    return timex.rule in ATTRIBUTIVE_RULES and precedes(text, ATTRIBUTE, timex, ATTRIBUTE_CHARS)


def is_of_thing(text: str, timex: Timex) -> bool:
    """The time says of when a thing is, or what it is like, and not when something happens to it."""
    behind = text[timex.span.end : timex.span.end + 2]
    if not behind[1:].isalpha() or behind[0] not in " -":
        return False
    if timex.rule not in AGES:
        return timex.rule == "year" and (
            precedes(text, OF_THING, timex, OF_THING_CHARS) or precedes(text, OF_OWNER, timex, OF_OWNER_CHARS)
        )
    written = timex.span.cut(text).lower()
    if behind[0] == "-" or (not written.startswith("the ") and precedes(text, AGE_BEFORE, timex, ATTRIBUTE_CHARS)):
        return True
    is_named = "century" in written and not written.startswith("the ")
    return ("-century" in written or is_named) and not precedes(text, TIME_BEFORE, timex, ATTRIBUTE_CHARS)


def precedes(text: str, pattern: re.Pattern[str], timex: Timex, reach: int) -> bool:
    """A pattern, which ends with ``$``, stands within *reach* characters before a time."""
    return pattern.search(text, max(0, timex.span.start - reach), timex.span.start) is not None
