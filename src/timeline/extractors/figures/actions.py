"""Tell what happens to who or what is counted, by the words around the number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.language.lexicon.figure_words import ACTION_OF, OF_CHANGES, OF_MONEY, OF_PEOPLE
from timeline.language.lexicon.words import tree

if TYPE_CHECKING:
    from timeline.model.span import Span

WORDS = re.compile(rf"(?<![\w-])(?!up to\b)(?:{tree(ACTION_OF)})\b")
STOP = re.compile(r"[,;:.()—–]| and | while | but | as | that | which |\d")
"""Behind a number, what follows belongs to another one."""
BEHIND_CHARS, BEFORE_CHARS = 70, 90


def action_of(lower: str, figure: Span, sentence: Span, *, is_count: bool) -> str | None:
    """
    The class of what happens to what a figure counts.

    That a number rose says nothing of what is counted, and nobody kills or arrests a sum or share. Words of the figure
    itself go first (``30 injured``), then those behind it, then those before it, the nearest first. *lower* is the
    article in lower case.
    """
    own = [ACTION_OF[found[0]] for found in WORDS.finditer(lower, figure.start, figure.end)]
    if is_count and own and own[-1] in OF_PEOPLE:
        return own[-1]
    limit = min(sentence.end, figure.end + BEHIND_CHARS)
    stop = STOP.search(lower, figure.end, limit)
    behind = WORDS.search(lower, figure.end, stop.start() if stop else limit)
    before = [*WORDS.finditer(lower, max(sentence.start, figure.start - BEFORE_CHARS), figure.start)]
    around = [ACTION_OF[found[0]] for found in (behind, *reversed(before)) if found is not None]
    return next((each for each in around if (each not in OF_CHANGES if is_count else each in OF_MONEY)), None)


def counts_people(lower: str, figure: Span, sentence: Span) -> bool:
    """A number stands beside a word for what befalls people: ``12 were killed``, ``the death toll rose to 12``."""
    return action_of(lower, figure, sentence, is_count=True) in OF_PEOPLE
