"""Read from the clause around a time whether it lies ahead or behind."""

from __future__ import annotations

import re

from timeline.language.lexicon import future_words
from timeline.language.lexicon.finite_verbs import NO_VERBS_IN_ED, PAST_FORMS
from timeline.language.lexicon.words import tree

CHARS_BEFORE = 160
"""So many characters before a time its clause is read."""
CHARS_BEHIND = 100
"""So many characters behind a time its clause is read."""
FUTURE = re.compile(
    r"\b(?:will|won't|shall|'ll|(?:is|are|was|were|be|been|it's|'s)(?: \w+ly)? "
    rf"(?:{tree(future_words.AHEAD)})"
    r"|plans?(?: \w+)? (?:to|a|an|for)|expects?\b"
    r"|hopes? to|intends? to|aims? to|would|payable|set (?:to|for)|(?:scheduled|due|slated|expected) (?:to|for|in|on)"
    r"|deadline|upcoming|as (?:soon|early|late) as|postponed (?:until|to)|between now and|effective|extended"
    r"|starting|beginning|plan(?:ned|ning)|scheduled|hop(?:es|ed|ing) to)\b"
    r"|\b(?:when|once|before|after|if|until) (?:\w+ ){1,4}(?:(?:is|are)(?: \w+)?|takes"
    r"|meets|opens|begins|starts|ends|expires)\b"
)
TIMETABLED = re.compile(
    rf"\b(?:(?:{tree(future_words.TIMETABLED)}|{'|'.join(future_words.TIMETABLED_PHRASES)})\b"
    rf"|(?:\w{{3,}}s|people|men|women|children) (?:{tree(future_words.TIMETABLED_PLURAL)})\b"
    r"|(?:is|are) (?=(?:on |in |at )?$)|(?:when|once|before|after|if|until|as) (?:he|she|it) (?!was|has|does)[a-z]+s )"
)
"""The scheduled present."""
FARTHEST_TIMETABLED_CHARS = 60
"""A verb of the scheduled present stands so near before its time."""
UNTIL = re.compile(r"\b(?:until|till|through) (?:at (?:least|the earliest) )?(?:the |sometime |late |early )*$")
DURATIVE = re.compile(
    rf"\b(?:was|were) (?!(?:\w+ly )?(?:{tree(future_words.TERM_SETTING - {'closed', 'shut'})})\b)"
    r"|\bdid(?: not|n't)\b"
)
TERM = re.compile(rf"\b(?:{tree(future_words.TERM_SETTING)})\b")
"""Before ``until``: what went on, and what set a term."""
AHEAD_BEHIND = re.compile(
    r"\b(?:will|won't|shall|'ll|would|plans? to"
    rf"|(?:is|are)(?: \w+ly)? (?:{tree(future_words.ARRANGED)}))\b"
)
"""Cues of the future behind the time; the subject of what is planned stands before it."""
CALLED_OFF = re.compile(r" (?:was|were|has been|had been|got) ")
"""Behind a time for which something was planned: it is told from later."""
HAD_BEEN = re.compile(
    r"\bhad (?:been |originally |earlier |previously )*"
    rf"(?:{tree(future_words.HAD_BEEN_ARRANGED)})\b"
    r"|\bhad been .*\bthrough $"
)
"""What had been planned is told from later too."""
ARRANGED = re.compile(rf"\b(?:{tree(future_words.AGREED)}) (?:to|visit|trip|meeting|summit)\b")
"""What was agreed on lies ahead, though the agreement is past."""
NO_PAST_PATTERN = rf"un\w|{tree(NO_VERBS_IN_ED | future_words.AHEAD_IN_ED)}"
PAST = re.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!\bto )(?<!\bare )(?<!\bis )\b"
    rf"(?:(?:{tree(PAST_FORMS)})\b|(?!{NO_PAST_PATTERN})\w{{3,}}ed\b)"
)
EVENT_BEFORE = re.compile(
    r"\b(?:elections?|vote|referendum|primary|primaries|ballot|convention|conference|congress|summit|tournament|games"
    r"|championships?|contests?|concerts?|trial|hearing|festival|awards|launch|release|olympics|cup|finals?|wedding"
    r"|coronation|inauguration|exhibition|fair|expo) (?:here |due |planned |scheduled )?"
    r"(?:(?:in|of|at) (?:the )?\w+ )?(?:in|on|for)(?: the)? $"
)
"""What is prepared for long before; one of a coming month is more often told of than one of almost a year ago."""
DELIVERY_BEHIND = re.compile(r" (?:delivery|deliveries|contracts?|futures|settlement|expiry)\b")
"""Behind the month for which something is bought ahead."""
CLAUSE_BOUNDARY = re.compile(
    r"(?<=\w\w)[.!?][\"']? (?=\w|\Z)|[;:\n]|, (?:who|which|whom|where|but|with|and \w+ed)\b|\b(?:that|while|although)\b"
)


def tense(text: str, start: int, end: int) -> int:
    """1 where the clause around a place speaks of the future, -1 of the past, 0 where nothing says so."""
    left, right = _left(text, start).removesuffix("after "), _right(text, end)
    future = max((found.end() for found in FUTURE.finditer(left)), default=-1)
    past = max((found.end() for found in PAST.finditer(left)), default=-1)
    for found in TIMETABLED.finditer(left, max(0, len(left) - FARTHEST_TIMETABLED_CHARS)):
        future = max(future, found.end())
    if UNTIL.search(left) and not _went_on_until(left, right, future):
        return 1
    if CALLED_OFF.match(right) or HAD_BEEN.search(left) or UNTIL.search(left):
        return -1
    if future >= 0 or past >= 0:
        return 1 if future >= past else -1
    cue, verb = AHEAD_BEHIND.search(right), PAST.search(right)
    if cue is not None and (verb is None or cue.start() <= verb.start()):
        return 1
    return -1 if verb is not None else 0


def _went_on_until(left: str, right: str, future: int) -> bool:
    """What went on until a time is over; not where a term was set, or the clause speaks of the future."""
    durative = max((found.end() for found in DURATIVE.finditer(left)), default=-1)
    past = max((found.end() for found in PAST.finditer(left)), default=durative)
    if past < 0:
        cue, verb = AHEAD_BEHIND.search(right), PAST.search(right)
        return future < 0 and verb is not None and (cue is None or verb.start() < cue.start())
    return future < past and durative >= max((found.start() for found in TERM.finditer(left)), default=-1)


def is_subject_ahead(text: str, start: int, end: int) -> bool:
    """The clause begins with the place and goes on with what will be: ``Friday's vote will ...``."""
    left, right = _left(text, start), _right(text, end)
    cue, verb = AHEAD_BEHIND.search(right), PAST.search(right)
    return cue is not None and (verb is None or cue.start() < verb.start()) and not PAST.search(left)


def is_arranged(text: str, start: int) -> bool:
    """The clause before a place speaks of something agreed on."""
    return ARRANGED.search(_left(text, start)) is not None


def is_event(text: str, start: int, end: int) -> bool:
    """The words before a place name something that is prepared for long before, or those behind it, goods to come."""
    return (
        EVENT_BEFORE.search(text, max(0, start - 40), start) is not None or DELIVERY_BEHIND.match(text, end) is not None
    )


def _left(text: str, start: int) -> str:
    """The clause before a place."""
    window = text[max(0, start - CHARS_BEFORE) : start]
    return window[max((found.end() for found in CLAUSE_BOUNDARY.finditer(window)), default=0) :]


def _right(text: str, end: int) -> str:
    """The clause behind a place."""
    window = text[end : end + CHARS_BEHIND]
    return window[: next((found.start() for found in CLAUSE_BOUNDARY.finditer(window)), len(window))]
