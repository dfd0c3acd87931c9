"""
What an article is about, in numbers: its terms, and how often it has each.

A term is a word, a word of a name, a pair of words of a name, a number, or a day. Words stand for all that begin with
the same six letters: measured on which articles report the same, that does what a stemmer does. A term is given as a
number, its checksum with its kind in the last three bits: so terms are compared, kept and counted cheaply.
"""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

from timeline.language.lexicon.news_words import IN_ALL_ARTICLES
from timeline.language.lexicon.stop_words import STOP_WORDS
from timeline.language.lexicon.times import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS
from timeline.language.lexicon.words import words

WORD, NAME, PAIR, NUMBER, DAY = range(5)
"""Kinds of terms."""

KIND_BITS = 0b111

READ_CHARACTERS = 6_000
"""What stands behind is background, or about something else."""
LEAD_WORDS = 60
LEAD_COUNT = 3
"""A word of the lead counts as so many."""
WORD_LETTERS = 6
"""Words that begin with the same letters are forms of one."""
MOST_COUNTED = 255

SAYS_NOTHING = STOP_WORDS | MONTHS.keys() | MONTH_ABBREVIATIONS.keys() | WEEKDAYS.keys() | IN_ALL_ARTICLES
"""Words that stand in all news; of a day its number counts."""
WITHIN_NAMES = words("of the")
"""Words that may stand between two words of a name."""

_PIECES = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?")
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?][\"”’)]?\s+|\n\s*)(?=[\"“‘]?[^\W\d_])")
_MONTH = "|".join(sorted(MONTHS.keys() | MONTH_ABBREVIATIONS.keys(), key=len, reverse=True))
_DAYS = re.compile(rf"\b({_MONTH})\.?\s+(\d\d?)\b|\b(\d\d?)\s+({_MONTH})\b|\b((?:19|20)\d\d)\b", re.IGNORECASE)


@lru_cache(maxsize=1 << 17)
def term(kind: int, text: str) -> int:
    """The number of a term."""
    return crc32(text.encode("utf-8", "surrogatepass")) & ~KIND_BITS | kind


def kind_of(number: int) -> int:
    """Which kind a term is of."""
    return number & KIND_BITS


def terms_of(title: str | None, text: str) -> dict[int, int]:
    """The terms of an article, and how often each stands there; words of the lead count `LEAD_COUNT` times."""
    said = text if not title or text.startswith(title) else f"{title}\n{text}"
    said = said[:READ_CHARACTERS]
    counts: dict[int, int] = {}
    starts = {match.end() for match in _SENTENCE_STARTS.finditer(said)}
    before = ""
    for place, found in enumerate(_PIECES.finditer(said)):
        count = LEAD_COUNT if place < LEAD_WORDS else 1
        plain, alone, name = _read(found[0])
        if alone < 0:
            before = before if plain in WITHIN_NAMES else ""
            continue
        counts[alone] = counts.get(alone, 0) + count
        if name >= 0 and found.start() not in starts:
            counts[name] = counts.get(name, 0) + count
            if before:
                pair = term(PAIR, f"{before} {plain}")
                counts[pair] = counts.get(pair, 0) + count
        before = plain if name >= 0 else ""
    for month, day, earlier_day, behind, year in _DAYS.findall(said):
        named = term(DAY, year or f"{(month or behind)[:3].lower()}{int(day or earlier_day)}")
        counts[named] = counts.get(named, 0) + 1
    return {number: min(count, MOST_COUNTED) for number, count in counts.items()}


@lru_cache(maxsize=1 << 17)
def _read(word: str) -> tuple[str, int, int]:
    """A word in plain letters, its term, and that of the name which it may be; -1 for none."""
    if word[0].isdigit():
        return "", term(NUMBER, word.replace(",", "").rstrip("dhnrst")), -1
    plain = word.lower().replace("’", "'").removesuffix("'s")
    if plain in SAYS_NOTHING or len(plain) < 2:
        return plain, -1, -1
    return plain, term(WORD, plain[:WORD_LETTERS]), term(NAME, plain) if word[0].isupper() else -1
