"""Find the word of a clause that says what happens: its first finite verb, or what an auxiliary leads to."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from timeline.language.lexicon.auxiliaries import VERB_GROUP
from timeline.language.lexicon.finite_verbs import NO_PAST_IN_ED, TRIGGERS_PAST, TRIGGERS_PRESENT
from timeline.language.lexicon.word_classes import (
    BEFORE_PARTICIPLE,
    BEHIND_AUXILIARIES,
    NO_VERB,
    NO_VERB_BEHIND,
    NOT_ADVERBS,
)
from timeline.language.lexicon.words import tree
from timeline.model.span import Span

WORD = re.compile(r"\w[\w’'-]*")
FARTHEST_WORDS = 40
"""So many words of a clause are looked at."""
ASKED_AGAIN_CLAUSES = 16
"""What so many last clauses say is kept: whoever judges a clause asks for it as well."""
FINITE = TRIGGERS_PAST | TRIGGERS_PRESENT | VERB_GROUP


def trigger(text: str, span: Span) -> tuple[Span, ...]:
    """Where the word stands that says what happens; empty when none is known for a verb."""
    found = verb_place(span.cut(text))
    return () if found is None else (Span(span.start + found[0], span.start + found[1]),)


@lru_cache(maxsize=ASKED_AGAIN_CLAUSES)
def verb_place(clause: str) -> tuple[int, int] | None:
    """Where that word stands in a clause."""
    before, led = "to", None  # no clause begins with a finite form of the past
    for found in islice(WORD.finditer(clause), FARTHEST_WORDS):
        word = found[0]
        if led is None:
            if word in FINITE or (word[-2:] == "ed" and is_past(word)):  # a call for each word takes long
                if word in VERB_GROUP:
                    led = found
                elif before not in NO_VERB_BEHIND:
                    return found.span()
            if word not in BEFORE_PARTICIPLE and (word[-2:] != "ly" or word.lower() in NOT_ADVERBS):
                before = word
        elif word in VERB_GROUP:
            led = found
        elif word.islower() and word not in BEHIND_AUXILIARIES and word[-2:] != "ly":
            return (led if word in NO_VERB else found).span()
    return None if led is None else led.span()


SHORTEST_PAST_CHARS = 4
"""In "op ed" there is no verb."""


def is_past(word: str) -> bool:
    """A form in -ed of a verb."""
    return len(word) >= SHORTEST_PAST_CHARS and word.endswith("ed") and word not in NO_PAST_IN_ED and word.islower()


OF_PARTICIPLE = re.compile(r"\w+\s+(?:by|with|to|at)\b")
"""Begins no clause: ``compared with``."""
FIRST = re.compile(rf"(?:(?!(?i:{tree(NOT_ADVERBS)})\b)\w+ly )?(\w+)")
"""The first word of a clause, an adverb passed over."""


def begins_with_verb(clause: str) -> bool:
    """The words begin with a finite verb: their subject stands before them."""
    first = FIRST.match(clause)
    if first is None:
        return False
    return first[1] in FINITE or (is_past(first[1]) and not OF_PARTICIPLE.match(clause, first.start(1)))
