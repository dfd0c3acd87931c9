"""Tell numbers that count and measure nothing: ages, lengths of time, ordinals, scores, names, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.language.lexicon.figure_words import NUMBERED, TIME_UNITS, UNCOUNTED
from timeline.language.lexicon.times import MONTH_ABBREVIATIONS, MONTHS
from timeline.language.lexicon.words import capitalized, tree

if TYPE_CHECKING:
    from timeline.language.quantities import Quantity

_MONTHS = tree(capitalized(MONTHS | MONTH_ABBREVIATIONS))
LENGTH = re.compile(
    r"(?:[ -](?:more|other|straight|consecutive|full|short|long|additional|whole|working|business|or more))?[ -]?"
    rf"(?:{tree(TIME_UNITS)})\b"
)
"""Behind a number that is an age or a length of time."""
CODE = re.compile(
    r"(?:st|nd|rd|th)\b|['’]?s\b|\([a-z]\)|-?[A-Z]|[a-z]\b|-something\b|[-–/:]\d|\.\d|[ap]\.?m\b| ?[ap]\.m\."
    r"| o['’]clock\b| or (?:older|over|under|younger)\b|[ -](?:cali(?:ber|bre)|gauge|figures?)\b"
)
"""Behind a number that is an ordinal, a decade, a score, a time of day, or part of a code."""
NUMBERED_BEFORE = re.compile(
    rf"(?:\b(?:{tree(NUMBERED | capitalized(NUMBERED))})\.? (?:of )?|[#№§&] ?P? ?|\b[A-Z]{{1,4}} |[a-z]+[A-Z]\w* )\Z"
)
"""Before a number that is one of a series, or part of a name."""
MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS})\.? (?:\d+ (?:and|to|or|-|–) )?\Z")
MONTH_BEHIND = re.compile(rf" (?:and \d+ )?(?:of )?(?:{_MONTHS})\b")
NAME_BEFORE = re.compile(r"(?:^|[ (“\"])[A-Z][\w’'-]* \Z")
STREET = re.compile(
    r" (?:[NSEW]\.? )?(?:[A-Z][\w’'.]* ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Way|Place|Court"
    r"|Square|Highway)\b"
)
LISTED = re.compile(r"[.)] [A-Z]")
"""Behind the number of a point in a list, at the beginning of a line."""
AGE_BEFORE = re.compile(
    r"(?:\b(?:at|aged?|ages|turn(?:s|ed|ing)?)|\bage of|\b(?:[Hh]e|[Ss]he|who|I|[A-Z]\w+) (?:was|is|were)"
    r"(?: just| only)?) \Z"
)
AGE_BEHIND = re.compile(r"[,.;)]| when | and | or |\Z")
IN_COMMAS = re.compile(r"[A-Z][\w’'.-]*\)?(?:,| \() ?\Z")
COMMA_BEHIND = re.compile(r"[,;.)]|\Z")
WORD_BEFORE = re.compile(r"([A-Za-z]+) \Z")
OPENING = " \n\t\"“‘'([—–-•:"
"""What may stand before the first word of a sentence or line."""
BEFORE_CHARS = 32
"""So many characters before a number are looked at."""
FEW, OLDEST_YEARS = 2, 115


def counts_nothing(text: str, found: Quantity, sentence_start: int, *, has_noun: bool) -> bool:
    """
    What stands around a number says that it neither counts nor measures anything.

    Args:
        text: The article.
        found: The number; one with a scale, sign or unit can only be a length of time.
        sentence_start: Where its sentence begins.
        has_noun: A noun that can be counted stands behind it.
    """
    if LENGTH.match(text, found.span.end):
        return True
    if not found.is_plain:
        return False
    left = text[max(sentence_start, found.span.start - BEFORE_CHARS) : found.span.start]
    if _is_code(text, left, found, has_noun=has_noun):
        return True
    if text[found.span.start].isdigit():
        return not has_noun and _is_age(text, left, found)
    return _is_of_few(left, found)


def _is_code(text: str, left: str, found: Quantity, *, has_noun: bool) -> bool:
    """It says which one, or is part of a name, a day or an address."""
    start, end = found.span
    if CODE.match(text, end) or MONTH_BEHIND.match(text, end) or MONTH_BEFORE.search(left):
        return True
    if NUMBERED_BEFORE.search(left) or (text[start].isupper() and left.strip(OPENING)):
        return True
    if not text[start].isdigit():
        return False
    if STREET.match(text, end) or (LISTED.match(text, end) and not left.strip()):
        return True
    return not has_noun and NAME_BEFORE.search(left) is not None


def _is_age(text: str, left: str, found: Quantity) -> bool:
    """``Ana Ruiz, 42, said``; ``she was 42``."""
    if found.value is None or found.value > OLDEST_YEARS:
        return False
    if IN_COMMAS.search(left) and COMMA_BEHIND.match(text, found.span.end):
        return True
    return AGE_BEFORE.search(left) is not None and AGE_BEHIND.match(text, found.span.end) is not None


def _is_of_few(left: str, found: Quantity) -> bool:
    """``The two``, ``those two``: of whom was spoken before, not how many they are."""
    before = WORD_BEFORE.search(left)
    if before is None or found.value is None or found.value > FEW:
        return False
    return before[1].lower() in UNCOUNTED or before[1] == "The"
