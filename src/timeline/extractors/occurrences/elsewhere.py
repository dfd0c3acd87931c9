"""
Tell a time of something that a clause only names from one at which its own happening is.

In ``approved a referendum that could net four seats in November``, ``the campaign Trump set off last year`` or
``according to an affidavit released on Tuesday`` the time says nothing of what was approved, or when.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extractors.occurrences.attributes import DAY_OR_FINER, precedes
from timeline.language.lexicon.auxiliaries import MODALS
from timeline.language.lexicon.finite_verbs import TRIGGERS_PAST
from timeline.language.lexicon.reporting_words import OF_REPORTS
from timeline.language.lexicon.times import PARTS_OF_DAY
from timeline.language.lexicon.word_classes import PREPOSITIONS
from timeline.language.lexicon.words import tree

if TYPE_CHECKING:
    from datetime import datetime

    from timeline.language.timexes import Timex
    from timeline.model.span import Span

REACH = 160
"""So many characters before a time such words are looked for."""
BEFORE_CHARS = 40
"""So many where they stand right before it."""

_PAST = rf"(?:{tree(TRIGGERS_PAST)}|was|were|had|[a-z-]{{2,}}ed)\b"
_MODAL = rf"(?:{tree(MODALS)})\b"
_ADVERB = r"(?:\w+ly |also |first |once |now |then )?"
_ON = r"[^,;:()–—“”]*"
"""Words up to the time, without a pause."""

RELATIVE = re.compile(
    rf"(?<=\w)(?<! those) (?:(?:who|which|that) {_ADVERB}(?:{_PAST}|has |have )|(?:whom|whose|where) ){_ON}$"
)
"""A clause about what was just named; behind ``that`` a verb, since with a subject it may be what was said."""
RELATIVE_AHEAD = re.compile(rf"(?<=\w) (?:who|which|that|whose|where)(?: \w+)? {_MODAL}{_ON}$")
BARE_RELATIVE = re.compile(
    rf"(?P<before>\b\w+) (?:(?:the|an?|its|his|her|their|this) (?:[\w.-]+['’]s )?|[\w.-]+['’]s )"
    rf"(?:[a-z][\w’'-]* ){{0,3}}(?P<thing>[a-z][\w’'-]*) "
    rf"(?:(?:former |then-|late )?(?:[A-Z][\w.’'-]* ){{1,5}}|(?:he|she|they|it|we) ){_ADVERB}{_PAST}{_ON}$"
)
"""The same without its pronoun: a noun, a subject, and a verb in the past."""
NOT_NOUNS = re.compile(
    r"(?:and|but|or|as|when|after|before|because|while|if|than|so|time|day|moment|end|once|week|month|year|that|since|until"
    r"|where|how|what|why)$"
)
INFINITIVE = re.compile(rf"\bto (?!(?:an?|the|its|his|her|their|this) )[a-z]+ {_ON}$")
"""Before a time: an infinitive, ``efforts to redraw the map last year``, where the verb of the clause comes behind."""
VERB_BEHIND = re.compile(r" (?:has|have|had|is|are|was|were|will|would|could)\b")
CLAUSE = re.compile(r"\b(?:whether|that|if|because) |, ")
"""A clause begins behind it."""
FINITE = re.compile(rf"\b(?:{_PAST}|{_MODAL}|is|are|has|have)\b")
VOTES = r"(?:elections?|midterms|primar(?:y|ies)|runoffs?|referendum|ballot|votes?|caucuses)\b"
_VOTE_THEN = rf"(?:[\w’'-]+ ){{0,8}}?{VOTES} (?:(?:in|on) )?(?:early |late )?$"
BEFORE_VOTE = re.compile(rf"\b(?:[Aa]head of|[Bb]efore|[Uu]ntil) {_VOTE_THEN}")
FOR_VOTE = re.compile(
    r"(?<!set )(?<!scheduled )(?<!slated )(?<!due )(?<!headed )(?<!heading )(?<!called )(?<!planned )"
    rf"\b(?:for|into|towards?) {_VOTE_THEN}"
)
VOTE_BEHIND = re.compile(rf"(?:['’]s)? (?:[a-z-]+ ){{0,2}}{VOTES}")
OF_VOTE = re.compile(r"\b(?:[Aa]head of|[Bb]efore|[Uu]ntil|for|after|into|towards?)(?: the| this)? $")
"""A time of a vote that something else is ahead of, or for; not where the vote is what is set."""
SOURCE = re.compile(
    r"\w,? according to [^,;:]*?(?:released|published|filed|issued|obtained|unsealed|posted|reviewed|seen|shared|dated"
    r"|sent|signed|provided|made public)\b[^,;:]*$"
)
"""When a source was released; a count that was made then, or a sentence that begins with a source, tells what held."""
TO_BE = re.compile(
    r"\b(?!(?:is|are|was|were|be|been|set|due|expected|scheduled|likely|planned|supposed|going|about|has|have|had|used|ought"
    r"|c[ao]mes?|began|begins?|started|continue[sd]?|seem(?:s|ed)?|appear(?:s|ed)?|needs?|needed|wants?|wanted|hope[sd]?"
    r"|asked|proved|refused)\b)"
    r"[a-z]+ to be (?:\w+ed|held|made|given|shown|built|sold)(?: [\w-]+){0,4}? (?:(?:on|in|at|by|from) )?(?:the )?$"
)
"""When a thing is to be used, that something was done to before."""
NO_DAY_OF_ITS_OWN = re.compile(
    r"\b(?:years of(?: \d{4},?(?: and)?)?|same (?:point|time|stage|period|week|month|day) (?:in|of|during)(?: the| a)?)"
    r"(?: last)? $"
)
COULD_BE = re.compile(rf"\b{_MODAL}(?: (?!to )[\w’'-]+){{1,8}}? (?:in|by|during|this|come)(?: early| late)? $")
"""``whether she could win in November``: a month that lies ahead, whatever was read."""
GENITIVE = ("'s ", "’s ")
OF_EVENT = re.compile(
    r"\b(?:into|over|about|behind|against|in connection with|(?:linked|related|relating) to"
    r"|(?:causes?|victims?|aftermath|wake|impact|effects?|results?|details|news|reports?"
    r"|videos?|footage|images|photos|accounts?|critics?|supporters?|opponents|organi[sz]ers) (?:of|from))(?: the)? $"
)
"""Before a day's event that what happens is about: ``an inquiry into Sunday's crash``."""
LATER_THAN = re.compile(r"\b(?:after|following|since) (?:the|an?|its|his|her|their) $", re.IGNORECASE)
NOUN_BEHIND = re.compile(r",? (?:[A-Z][\w.-]+ ){0,3}[a-z]+")
NO_NOUN = re.compile(
    r",? (?:and|or|but|in|on|at|to|of|by|for|when|as|with|from|that|who|which|where|after|before|until|was|were|is)\b"
)
"""``after the January 6 attack``: the day of what went before."""
DEADLINE = re.compile(r"\b(?:gave|given|gives|sets?|imposed|issued|offered|faces?|faced|ha(?:s|ve|d)) [^,;]*\ban? $")
DEADLINE_BEHIND = re.compile(rf"(?: (?:{tree(PARTS_OF_DAY.keys())}))? (?:deadline|ultimatum)\b")
"""``gave them a Friday deadline``."""
AHEAD_OF = re.compile(r"\b[Aa]head of(?: the)? $")
BEFORE = re.compile(
    r"(?<!just )(?<!shortly )(?<!right )(?<!immediately )(?<!soon )(?<!days )(?<!day )(?<!hours )(?<!minutes )"
    r"(?<!moments )\b(?:before|prior to)(?: the)?(?: early| late)? $",
    re.IGNORECASE,
)


def is_bound(text: str, timex: Timex, midnight: datetime) -> bool:
    """What happened was over when that time began, as in ``before 1 February``."""
    start, precision = timex.interval.start, timex.interval.precision
    return (
        start is not None
        and start < midnight
        and precision not in ("hour", "minute")
        and precedes(text, BEFORE, timex, BEFORE_CHARS)
    )


def is_elsewhere(text: str, clause: Span, timex: Timex, midnight: datetime) -> bool:
    """The time is that of something which the clause only names; *midnight* ends the day of publication."""
    start, end = timex.span.start, timex.span.end
    before = text[max(clause.start, start - REACH) : start]
    if SOURCE.search(before) or NO_DAY_OF_ITS_OWN.search(before) or TO_BE.search(before) or AHEAD_OF.search(before):
        return True
    is_of_vote = VOTE_BEHIND.match(text, end) is not None
    if BEFORE_VOTE.search(before) or (is_of_vote and OF_VOTE.search(before)):
        return True
    is_of_event = _is_of_event(before, text, timex)
    if is_of_event or timex.interval.precision in DAY_OR_FINER:
        return is_of_event
    if FOR_VOTE.search(before) or (is_of_vote and INFINITIVE.search(before)):
        return True
    is_over = timex.interval.end is not None and timex.interval.end < midnight
    if is_over and timex.rule in ("month", "season") and COULD_BE.search(before):
        return True
    return _is_in_relative(before) or _is_in_subject(before, text[end : end + 8])


def _is_of_event(before: str, text: str, timex: Timex) -> bool:
    """The time is that of an event which what happens is about, or comes after, or of a deadline that is set."""
    end = timex.span.end
    if DEADLINE.search(before) and DEADLINE_BEHIND.match(text, end):
        return True
    if text.startswith(GENITIVE, end):
        return OF_EVENT.search(before) is not None
    return (
        LATER_THAN.search(before) is not None
        and NOUN_BEHIND.match(text, end) is not None
        and NO_NOUN.match(text, end) is None
    )


def _is_in_relative(before: str) -> bool:
    """The words before a time are of a clause about something that was just named."""
    if RELATIVE_AHEAD.search(before):
        return True
    if (relative := RELATIVE.search(before)) is not None:
        return FINITE.search(before, 0, relative.start()) is not None
    bare = BARE_RELATIVE.search(before)
    return (
        bare is not None
        and not NOT_NOUNS.match(bare["thing"])
        and bare["before"].lower() not in OF_REPORTS
        and not NOT_NOUNS.match(bare["before"])
        and (
            bare["before"] in PREPOSITIONS
            or bare["before"].endswith("s")
            or FINITE.search(before, 0, bare.end("before")) is not None
        )
    )


def _is_in_subject(before: str, behind: str) -> bool:
    """The verb of the clause follows a time that belongs to what its subject was to do."""
    if VERB_BEHIND.match(behind) is None or INFINITIVE.search(before) is None:
        return False
    begins = max((opener.end() for opener in CLAUSE.finditer(before)), default=0)
    return FINITE.search(before, begins) is None
