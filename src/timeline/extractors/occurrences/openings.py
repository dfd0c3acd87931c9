"""Find where a clause begins when it is shown by itself, if it can be read so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extractors.occurrences.predicate import predicate
from timeline.extractors.occurrences.trigger import begins_with_verb, verb_place
from timeline.extractors.occurrences.word_signs import word_signs
from timeline.language.lexicon.word_classes import CLAUSE_SUBJECTS, CONCESSIVE, LEADING_CONJUNCTIONS, PREPOSITIONS
from timeline.language.lexicon.words import tree, words
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.extractors.occurrences.clauses import Clause
    from timeline.extractors.occurrences.sentences import ContentSentence

BETWEEN = re.compile(r"[,(]? ?\Z")
BETWEEN_CHARS = 2
"""Between a name and its relative clause."""
JOINING = re.compile(
    rf"(?:and|but|that|whereas|(?i:{tree(LEADING_CONJUNCTIONS | CONCESSIVE)}))\s+(?:then\s+|later\s+)?"
)
"""What joins a clause to the words before it."""
COORDINATED = re.compile(r"\b(?:and|but|or) \Z")
"""Before a clause it says that the main clause follows: ``and when the war began, he left``."""
COORDINATED_CHARS = 5
WHEN = re.compile(r",?\s+when\s+")
"""Between a time from which something is counted and what happened then."""
NO_SUBJECT = re.compile(
    rf"(?:{tree(CLAUSE_SUBJECTS | LEADING_CONJUNCTIONS | words('his her its their despite'))})\b|\w+ing\b"
)
"""Begins what has only a pronoun for its subject, or none: ``she left``, ``her home burned``, ``leaving``."""
BEFORE_TIME = re.compile(r"((?:in|on|by|at|until) )(?:the )?")
"""Before a time with which a clause begins; its subject follows."""
BEHIND_TIME = re.compile(r",? ")
WHERE_SHE = re.compile(rf"where (?:{tree(CLAUSE_SUBJECTS)})\b")
WHOSE = re.compile(r"who(?:se|m)?\b")
OF_SOME = re.compile(r"\b(?:at|by|for|from|in|of|with) the \Z")
"""Before a name of which *who* and *whose* may not be said: ``the head of the Bank, whose term ends``."""
OF_CHARS = 10
JOINTS = " \n,;:–—-"
"""They stand between the clauses of a sentence."""
SHARED = re.compile(r",? and ")
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
        return _of_name(text, part.span, named)
    if part.link == "content" and start - sentence.span.start <= LONGEST_LEAD_CHARS:
        if parts[at - 1].link != "coordinate":
            return sentence.span.start
        start = parts[at - 1].span.start
    if COORDINATED.search(text, max(0, start - COORDINATED_CHARS), start):
        return None
    joined = JOINING.match(text, start, end)
    start = joined.end() if joined else start
    counted_from = next((time.span for time in sentence.times if time.span.start == start), None)
    if counted_from is not None:
        when = WHEN.match(text, counted_from.end, end)
        if when is None:
            return part.span.start if part.span.start == sentence.span.start else None
        start = when.end()
    return start if _stands_alone(text[_behind_time(text, start, sentence) : end]) else None


def _stands_alone(clause: str) -> bool:
    """A clause has a subject, which is no pronoun, and a verb, or the name of an event."""
    if begins_with_verb(clause) or NO_SUBJECT.match(clause) or _is_shared(clause):
        return False
    if predicate(clause).tense != "none":
        return True
    return PREPOSITIONS.isdisjoint(clause.split(None, 1)[:1]) and "event" in word_signs(clause)


def _of_name(text: str, clause: Span, named: Mapping[int, int]) -> int | None:
    """
    Where the name begins that a relative clause is about.

    Of a name behind a preposition a clause about somebody may not be, and where *she* did something says no name.
    """
    before = BETWEEN.search(text, max(0, clause.start - BETWEEN_CHARS), clause.start)
    start = named.get(before.start()) if before else None
    if start is None or WHERE_SHE.match(text, clause.start, clause.end):
        return None
    is_of = WHOSE.match(text, clause.start) and OF_SOME.search(text, max(0, start - OF_CHARS), start)
    return None if is_of else start


def _behind_time(text: str, start: int, sentence: ContentSentence) -> int:
    """Where a clause goes on behind the time with which it begins."""
    preposition = BEFORE_TIME.match(text, start)
    places = (preposition.end(1), preposition.end()) if preposition else (start,)
    time = next((time.span for time in sentence.times if time.span.start in places), None)
    behind = BEHIND_TIME.match(text, time.end) if time else None
    return behind.end() if behind else start


def _is_shared(clause: str) -> bool:
    """Words without a verb, and one behind ``and`` that goes on from before: ``a rise in May and were down``."""
    coordination = SHARED.search(clause)
    if coordination is None or not begins_with_verb(clause[coordination.end() :]):
        return False
    return predicate(clause[: coordination.start()]).tense == "none"


def is_told(text: str, span: Span) -> bool:
    """Some words say by themselves that something happens: they have a verb."""
    return span.start < span.end and verb_place(span.cut(text)) is not None


def unjoined(text: str, span: Span) -> Span:
    """Some words without what joins them to those behind: ``The port was shut,``."""
    return Span(span.start, span.start + len(span.cut(text).rstrip(JOINTS)))
