"""Tell from its words whether a sentence speaks of the past, and how."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extractors.occurrences.predicate import predicate
from timeline.language.lexicon.finite_verbs import PAST_VERBS
from timeline.language.lexicon.happenings import IRREGULAR_PARTICIPLES
from timeline.language.lexicon.number_words import spelled
from timeline.language.lexicon.reporting_words import OF_REPORTS
from timeline.language.lexicon.words import tree

if TYPE_CHECKING:
    from timeline.model.span import Span

INSERTED = re.compile(r", (?:which|who|whom|whose|where)\b[^,;()]*,")
"""A relative clause within a main one."""
SAID_BEHIND = re.compile(rf",? (?:[\w.’'-]+ ){{0,4}}(?:{tree(OF_REPORTS)})\b")
SAID_BEFORE = re.compile(rf"\b(?:{tree(OF_REPORTS)})(?: [\w’'-]+){{0,4}}? (?:(?:on|late|early|earlier) )?$")
"""Beside a time that says when somebody said so."""
SAID_CHARS = 48
"""So many characters before a time such words are looked for."""
PRESENT = re.compile(
    rf" (?:is|are|has (?:an?|the|no|{tree(spelled(2, 4))})"
    r"|comes|costs|uses|includes|remains?|continues?)\b"
)
NOT_SIMPLE = re.compile(
    r" (?:later|earlier|recently|previously|once|formerly|originally|already|since"
    r"|ago|used to|eventually|meanwhile|first|then|during|decades?|years?|months?|weeks?|always|often|never)\b"
)
"""What is told with one of these happened on another day than the lede's, or nobody can tell."""
PERFECT = re.compile(r" (?:has|have|had|having)\b|['’](?:ve|d)\b")
HAS = re.compile(r"ha(?<!\wha)(?:s|ve) (?!to |an? |the |no )")
"""A search is fast for the letters that a pattern begins with."""
EARLIER_WORDS = ("earlier", "reviously", "ormerly")
EARLIER = re.compile(r" (?:[Pp]reviously|[Ff]ormerly|(?:had|has|have|was|were|[Hh]e|[Ss]he|[Tt]hey) earlier)\b")
PAST_PERFECT = re.compile(
    r" (?:had (?:(?:\w+ly|also|already|long|never|once|been) )*(?:\w+ed|"
    rf"{tree(IRREGULAR_PARTICIPLES)})|ha(?:s|ve) long \w+)\b"
)
"""What had happened when the rest did; ``have long fought`` did not begin today either."""
SUBORDINATE = re.compile(
    r" (?:that|which|who|whom|whose|where|when|after|before|because|as|if|once|since|until|while)\b"
)
"""Between these and the verb of the sentence stands that of another clause."""
AHEAD = re.compile(r" (?:will|would|could|may|might|plans? to|expected to|is to|are to|should)\b")
"""What is ahead did not happen on the lede's day."""
PAST = re.compile(rf" (?:(?:{tree(PAST_VERBS)})|[a-z-]{{2,}}ed)\b")
"""What is told in the present holds at publication."""


def is_simple_past(words: str) -> bool:
    """The first verb that shows its tense is in the simple past; a blank stands before each word."""
    past, present = PAST.search(words), PRESENT.search(words)
    if past is None or PERFECT.search(words, 0, past.start()) or NOT_SIMPLE.search(words):
        return False
    return present is None or past.start() < present.start()


def is_perfect(text: str, span: Span) -> bool:
    """A clause tells what has happened, at a time that no other clause says."""
    perfect = HAS.search(text, span.start, span.end)
    return perfect is not None and not PAST.search(text, span.start, perfect.start())


def is_of_saying(text: str, time: Span) -> bool:
    """A time says when somebody said so."""
    return (
        SAID_BEFORE.search(text, max(0, time.start - SAID_CHARS), time.start) is not None
        or SAID_BEHIND.match(text, time.end) is not None
    )


def is_earlier(words: str) -> bool:
    """Something happened before what the article tells; a blank stands before each word."""
    return any(word in words for word in EARLIER_WORDS) and EARLIER.search(words) is not None


def is_past_perfect(words: str) -> bool:
    """The first verb that shows its tense is in the past perfect; a blank stands before each word."""
    had = PAST_PERFECT.search(words)
    return had is not None and not any(sign.search(words, 0, had.start()) for sign in (PAST, PRESENT, SUBORDINATE))


def is_ahead(words: str) -> bool:
    """The main clause of a sentence lies ahead."""
    return AHEAD.search(f" {words}") is not None and predicate(words).tense == "ahead"


def is_inserted(words: str, at: int) -> bool:
    """A place in a sentence lies in a relative clause behind which the main clause goes on."""
    return any(inserted.start() < at < inserted.end() for inserted in INSERTED.finditer(words))
