"""Tell a time with which something is compared, as in ``down from its peak in May``, from one at which it happens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.extractors.occurrences.attributes import DAY_OR_FINER
from timeline.language.lexicon.comparison_words import MEASURED
from timeline.language.lexicon.number_words import spelled
from timeline.language.lexicon.words import capitalized, tree, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from timeline.language.timexes import Timex

REACH = 120
"""So many characters before a time words of comparison are looked for."""
BEFORE_CHARS = 48
"""What goes before these words stands so near to them, and the owner of a time to it."""

_CHARACTER = r"(?:[^,;:.()“”—\n]|[,:](?=\d)|\.(?! ))"
GAP = rf"{_CHARACTER}*"
"""Between a word of comparison and a time: no pause."""
NEAR = rf"(?:(?! (?:to|by|and|but|that|who|which|was|were|is|are) ){_CHARACTER})*"
"""The same, and nothing that leads on from what is compared."""
AT = r"(?: (?:in|at|on|of|for|the|early|late|mid|back|about|around|only|just|even|as|its|his|her|their))*"
"""Right before a time."""
NUMBER = r"(?:(?:about|around|nearly|almost|just|only|over|under|an?|the|record) )*[A-Z]{0,3}[$£€]?\d(?:[\d/]|[.,]\d)*"
UNIT = r"(?:%| ?(?:per ?cent|pct|points?|mln|bln|[mbtr]+illion|thousand|cents?|cts|dlrs|dollars|euros|pounds|yen)\b)?"
OF_FIGURE = rf" {NUMBER}{UNIT}(?: (?!to |and |by )[\w-]+){{0,3}}?{AT}"
"""A figure that something had at a time."""
OWNER = r"(?:the|an?|its|his|her|their|[\w.-]+['’]s)"
EXTREME = r"(?: [\w%$-]+){0,4}? (?:peaks?|highs?|lows?|records?|troughs?|bottom)\b"
THEY = r"(?:he|she|it|they|we|you|I|(?:[\w.’'-]+ ){1,3}?)"
DID = r"(?:did|does|do|was|were|is|are|had|has|have)\b"
SEEN = rf"(?:{tree(MEASURED)})"
PREPOSITION = r"(?:in|at|on|during|after|before|when|for|under|with)\b"
AMOUNT = rf"(?:\d|(?:an?|half|twice|{tree(spelled(2, 12))}) )"
"""Behind ``more than`` it is counted, and nothing compared."""

CHANGED = (
    r"\b(?:[Uu]p|[Dd]own|off(?= \d)|higher|lower|ris(?:es?|en|ing)|rose|f[ae]ll(?:en|ing|s)?|slow\w*|turnaround"
    r"|drop\w*|declin\w+|(?:in|de)creas\w+|jump\w*|leap\w*|climb\w*|plung\w+|slump\w*|tumbl\w+|slip\w*|slid\w*|dip\w*"
    r"|gr[eo]w\w*|surg\w+|soar\w*|shift\w*|shr[aiu]nk\w*|reduc\w+|edged|eased|narrow\w*|widen\w*|improve\w*"
    r"|rebound\w*|advanc\w+|changed?|revised|cut)\b"
)
_BEHIND_CHANGE = r"(?:[^;:.()\n]|\.(?! ))"
CHANGED_FIGURE = re.compile(rf"{CHANGED}{_BEHIND_CHANGE}{{0,{BEFORE_CHARS}}}$")
"""Before a figure that something is counted from."""
CHANGED_SINCE = re.compile(rf"{CHANGED}(?:(?! to ){_BEHIND_CHANGE}){{0,{BEFORE_CHARS}}}$")
"""Before a time that something is counted from; ``raised to 5 percent from 1 May`` says since when."""
RANGE = re.compile(r" ?(?:to|until|till|through|-|–) ")
"""Behind the first end of a range."""


class Sign(NamedTuple):
    """
    Words before a time that say that something is compared with what was then.

    Attributes:
        cues: None of them without one of these; a look at a set takes less long than a search.
        words: From the first of them to the time.
        before: What has to stand before them.
        behind: What must not stand behind the time.
        is_sharp: The time may be a day or a time of day; of others that would be when it happens.
    """

    cues: frozenset[str]
    words: re.Pattern[str]
    before: re.Pattern[str] | None = None
    behind: re.Pattern[str] | None = None
    is_sharp: bool = True


def _sign(
    cues: str,
    *patterns: str,
    before: re.Pattern[str] | None = None,
    behind: re.Pattern[str] | None = None,
    is_sharp: bool = True,
) -> Sign:
    """A sign, of one of whose patterns the words are."""
    found = words(cues)
    return Sign(
        found | capitalized(found), re.compile(rf"\b(?:{'|'.join(patterns)}) $"), before, behind, is_sharp=is_sharp
    )


FROM_EXTREME = rf"(?:from|off|below|above|since) {OWNER}{EXTREME}{NEAR}"
SIGNS = (
    _sign(
        "than",
        *(
            rf"than(?<!rather than)(?<!other than)(?<!no sooner than) {what}"
            for what in (
                rf"{PREPOSITION}{GAP}",
                rf"(?!{AMOUNT}){THEY} ?(?:also |ever )?{DID}{GAP}",
                rf"(?:that|those|what|any|the same|the ones?|the {NUMBER})\b{GAP}",
                rf"{OWNER}{EXTREME}{NEAR}",
                rf"{OWNER} {GAP}\b{SEEN}{AT}",
                rf"(?:[A-Z]\w+ ){{1,3}}{SEEN}\b{GAP}",
            )
        ),
    ),
    _sign(
        "compared comparison comparable contrast similar identical equal equivalent akin",
        r"(?:[Cc]ompar(?:ed|ison|able)|[Cc]ontrast|[Ss]imilar|[Ii]dentical|[Ee]qual|[Ee]quivalent|akin) (?:with|to)\b"
        rf"{GAP}(?:, or {GAP},(?: in| for| during)?)?",
    ),
    _sign("versus vs vs. against", rf"(?:versus|vs\.?|against){OF_FIGURE}"),
    _sign("from", rf"from{OF_FIGURE}", before=CHANGED_FIGURE),
    _sign("from", rf"from{AT}", before=CHANGED_SINCE, behind=RANGE),
    _sign("from off below above since", FROM_EXTREME, before=CHANGED_FIGURE),
    _sign("from off below above since", FROM_EXTREME, is_sharp=False),
    _sign("previous old", rf"(?:previous|old)(?: [\w-]+)?{EXTREME}{NEAR}"),
    _sign(
        "record records",
        r"records?,?(?: (?!(?:was|were|is|are|been|be|and|who) )[\w.:%$’'-]+){0,6} (?:(?:that|which) (?:was|were) )?set"
        rf"(?: (?:by|in|on|at|during|when|there)\b{GAP}|{AT})",
    ),
    _sign(
        "as",
        rf"[Aa]s {THEY} ?(?:also )?(?:did|done)\b{GAP}",
        rf"[Aa]s {THEY} ?(?:also )?(?:had|has|have|was|were)(?: also)?(?: done| been)?"
        rf"(?: (?:during|throughout)\b{GAP}|{AT})",
        rf"[Aa]s (?:in|during|happened|occurred|was the case|was done|seen)\b{GAP}",
    ),
    _sign(
        "like unlike",
        rf"(?:[Uu]n)?[Ll]ike (?:in|that|those|the ones?|what|(?:it|he|she|they) (?:did|was|were))\b{GAP}",
    ),
    _sign("same", rf"[Ss]ame (?:as|thing as|one as)\b{GAP}"),
    _sign(
        "repeat rerun replay rematch reminiscent echo echoes echoed echoing",
        rf"reminiscent of\b{GAP}",
        rf"(?:re\w+ of|echo\w*)(?: {OWNER})?",
    ),
    _sign(
        "twice double triple times",
        rf"(?:twice|double|triple|times) (?:that|those|what)\b{GAP}",
        rf"(?:twice|double|triple|times) the(?: [\w.%]+(?: \w+)?(?: {SEEN})? (?:in|of|from|for))?",
    ),
    _sign(
        "same corresponding comparable equivalent prior previous preceding",
        r"(?:with|to|from|over|on|than|against|versus|as|like) (?:the|a) (?:same|corresponding|comparable|equivalent"
        r"|prior|previous|preceding) (?:[\w-]+ )?(?:period|time|month|quarter|week|point|stage|season|half)"
        r"(?: of| in| for| the)*",
        is_sharp=False,
    ),
)
CUES = frozenset[str]().union(*(sign.cues for sign in SIGNS))
CHAIN = re.compile(
    rf"(?:,? (?:and|or)(?:(?: from| to| with)?{AT}|{OF_FIGURE}| also the\b{GAP})"
    rf"|(?:['’]s)?{EXTREME} (?:of|at){OF_FIGURE}) "
)
"""Between two times that something is compared with, also of one: ``from its 2010 low of 27 dollars on 25 June``."""

LEVEL = re.compile(
    r"['’]s(?: [\w$%.-]+){0,2}? (?:clos(?:e|ing)|gains?|loss(?:es)?|declines?|drop|fall|rise|slump|rally|rebound"
    r"|advance|sell-?off|levels?|highs?|lows?|peaks?|records?|totals?|figures?|average)\b(?!-)"
    r"| (?:levels?|highs?|lows?|peaks?|totals?|figures?|average)\b"
)
"""Behind the time of a level or a result."""
REACHED = re.compile(
    r"\b(?:par(?:ed?|ing)|revers(?:ed?|ing)|eras(?:ed?|ing)|extend(?:ed|ing)?|trim(?:med|ming)?|recoup(?:ed|ing)?"
    r"|recover(?:ed|ing)?|offset(?:ting)?|match(?:ed|ing)?|beat(?:ing)?|exceed(?:ed|ing)?|surpass(?:ed|ing)?"
    r"|top(?:ped|ping)?|add(?:ed|ing)? to|follow(?:ed|ing)?|down on|up on|after|from|below|above|than|over|under"
    r"|despite|against|near|around|beyond|past|to)(?: (?:some|most|much|all|part|half) of)?"
    r"(?: the| its| their| his| her)? $"
)
"""Before it, where something else happens to that: ``pared Monday's losses``, ``fell below 2019 levels``."""
DELIVERY = re.compile(r" (?:deliver(?:y|ies)|futures|contracts?|shipments?|settlement)\b")
"""Behind the month of a delivery."""
OF_LIFE = re.compile(r"(?:\b(?:his|her|its|their|my|our)|['’]s) $")
"""Before a last year that is not the one before this: ``his last year in office``."""
BEFORE_IT = ("previous", "preceding", "prior")
"""In a time that is counted from what happens: ``reversed the previous day's rise``."""
APART = re.compile(r"(?:^|[.,;:\n“”(] ?|\b(?:[Ii]n|[Dd]uring|[Aa]t|[Oo]n) )$")
"""Before the time of what happens then, or is told itself."""


def judged(text: str, times: Iterable[Timex], midnight: datetime) -> Iterator[tuple[Timex, bool]]:
    """
    The times of a text, and for each whether something is compared with what was then.

    Args:
        text: The article.
        times: Times in it, in order.
        midnight: The end of the publication day. Nothing is compared with what lies ahead.
    """
    end, was_compared = 0, False
    for timex in times:
        start = timex.interval.start
        was_compared = (
            start is not None
            and start < midnight
            and ((was_compared and _is_chained(text, end, timex)) or _is_compared(text, timex, end))
        )
        end = timex.span.end
        yield timex, was_compared


def _is_chained(text: str, end: int, timex: Timex) -> bool:
    """A time follows the one before it, which ends there, in a list of such times."""
    return timex.span.start - end <= REACH and CHAIN.fullmatch(text, end, timex.span.start) is not None


def _is_compared(text: str, timex: Timex, after: int) -> bool:
    """Words before a time, but behind the one before it, say that something is compared with what was then."""
    first, start = max(after, timex.span.start - REACH), timex.span.start
    cues = CUES.intersection(text[first:start].split())
    if not cues:
        return False
    is_sharp = timex.interval.precision in DAY_OR_FINER
    return any(
        _says(sign, text, first, timex.span.start, timex.span.end)
        for sign in SIGNS
        if not cues.isdisjoint(sign.cues) and (sign.is_sharp or not is_sharp)
    )


def _says(sign: Sign, text: str, first: int, start: int, end: int) -> bool:
    """A sign stands between a place and a time that begins and ends at two others."""
    found = sign.words.search(text, first, start)
    if found is None or (sign.behind is not None and sign.behind.match(text, end)):
        return False
    at = found.start()
    return sign.before is None or sign.before.search(text, max(0, at - 2 * BEFORE_CHARS), at) is not None


def is_of_other(text: str, timex: Timex) -> bool:
    """The time belongs to a level, a result or a delivery, or is the last of a life or a reign."""
    start, end = timex.span.start, timex.span.end
    if timex.rule == "month" and DELIVERY.match(text, end):
        return True
    near = text[max(0, start - BEFORE_CHARS) : start]
    if LEVEL.match(text, end) and REACHED.search(near):
        return True
    written = text[start:end]
    if written.startswith("last "):
        return OF_LIFE.search(near) is not None
    is_genitive = text.startswith(("'s ", "’s "), end)
    return is_genitive and any(word in written for word in BEFORE_IT) and not APART.search(near)
