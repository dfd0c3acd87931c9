"""Find where a blank is missing between two words: pages lose them at the ends of links, ``theTimes``, ``Ruizsaid``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.language.lexicon.glued_words import BEFORE_NAMES, BEHIND_NAMES
from timeline.language.lexicon.times import MONTHS
from timeline.language.lexicon.words import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

GLUED_BEFORE = re.compile(r"[A-Z0-9](?<=[a-z].)(?=[a-z]{2}|\d)")
GLUED_BEHIND = re.compile(rf"[A-Z][a-z]{{2,}}(?P<word>{tree(BEHIND_NAMES)})\b")
UNSPACED = re.compile(r"[,.?!](?=[A-Za-z][a-z])(?:(?<=[\w’”\"],)(?=[a-z])|(?<=[a-z]{3}[.?!])(?=[A-Z]))")
"""A comma before a small letter, or a stop before a capital one; the first look keeps the search fast."""
OWNER = re.compile(r"['’]s(?=[A-Z][a-z]{2})(?<=[a-z]..)")
"""A genitive right before a capital letter: ``Norway’sPrime Minister``."""
LAST_WORD = re.compile(r"(?<![\w.@/-])[a-z]+\Z")
LONGEST_BEFORE_CHARS = max(map(len, BEFORE_NAMES)) + 1


def missing_blanks(text: str, start: int = 0) -> Iterator[tuple[int, int, str]]:
    """Each character behind which a blank is missing, from a place on: its ends, and the two that are read for it."""
    for found in GLUED_BEFORE.finditer(text, start):
        at = found.start()
        before = LAST_WORD.search(text, max(start, at - LONGEST_BEFORE_CHARS), at)
        if before is not None and before[0] in BEFORE_NAMES:
            yield at - 1, at, text[at - 1] + " "
    for found in GLUED_BEHIND.finditer(text, start):
        at = found.start("word")
        name = text[found.start() : at]
        if name.lower() not in MONTHS and re.search(rf"\b{name}\b", text):
            yield at - 1, at, text[at - 1] + " "
    for pattern in (UNSPACED, OWNER):
        for found in pattern.finditer(text, start):
            yield found.start(), found.end(), found[0] + " "
