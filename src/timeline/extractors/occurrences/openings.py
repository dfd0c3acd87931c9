"""Find where a clause begins when it is shown by itself, if it can be read so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extractors.occurrences.predicate import predicate
from timeline.extractors.occurrences.trigger import begins_with_verb
from timeline.extractors.occurrences.word_signs import word_signs
from timeline.language.lexicon.word_classes import CLAUSE_SUBJECTS, CONCESSIVE, LEADING_CONJUNCTIONS
from timeline.language.lexicon.words import tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.extractors.occurrences.clauses import Clause
    from timeline.extractors.occurrences.sentences import ContentSentence

BETWEEN = re.compile(r"[,(]? ?\Z")
BETWEEN_CHARS = 2
"""Between a name and its relative clause."""
JOINING = re.compile(rf"(?:and|but|that|whereas|{tree(LEADING_CONJUNCTIONS | CONCESSIVE)})\s+(?:then\s+|later\s+)?")
"""What joins a clause to the words before it."""
WHEN = re.compile(r",?\s+when\s+")
"""Between a time from which something is counted and what happened then."""
NO_SUBJECT = re.compile(rf"(?:{tree(CLAUSE_SUBJECTS)})\b|\w+ing\b")
"""Begins what has only a pronoun for its subject, or none: ``she left``, ``leaving``."""
LONGEST_LEAD_CHARS = 160
"""What somebody says begins with who says so where no more stands before it."""


def opening(
    text: str, sentence: ContentSentence, parts: Sequence[Clause], at: int, named: Mapping[int, int]
) -> int | None:
    """
    Where the words begin by which a clause can be read by itself; None if it cannot.

    A relative clause begins with the name that it is about, what somebody says with who says so: ``Alder, which burned
    down in 1990``. Any other begins behind the word that joins it to the words before, and has a subject of its own,
    which is no pronoun, and a verb or the name of an event.

    Args:
        text: The article.
        sentence: The sentence.
        parts: Its clauses.
        at: Which of them.
        named: Where names end, and where each of them starts.
    """
    part = parts[at]
    start, end = part.span.start, part.span.end
    if part.link == "relative":
        before = BETWEEN.search(text, max(0, start - BETWEEN_CHARS), start)
        return named.get(before.start()) if before else None
    if part.link == "content" and start - sentence.span.start <= LONGEST_LEAD_CHARS:
        if parts[at - 1].link != "coordinate":
            return sentence.span.start
        start = parts[at - 1].span.start
    joined = JOINING.match(text, start, end)
    start = joined.end() if joined else start
    counted_from = next((time.span for time in sentence.times if time.span.start == start), None)
    if counted_from is not None:
        when = WHEN.match(text, counted_from.end, end)
        if when is None:
            return None
        start = when.end()
    clause = text[start:end]
    if begins_with_verb(clause) or NO_SUBJECT.match(clause):
        return None
    return start if predicate(clause).tense != "none" or "event" in word_signs(clause) else None
