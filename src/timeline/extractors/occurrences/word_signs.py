"""Signs that words of a clause give: an event is named, people are counted, the writer speaks, it is boilerplate."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.language.lexicon.auxiliaries import CONTRACTED
from timeline.language.lexicon.happenings import COUNTED_PEOPLE, EVENTS, FINDING_VERBS
from timeline.language.lexicon.number_words import spelled
from timeline.language.lexicon.words import capitalized, either_apostrophe, tree, words

WORD = re.compile(r"\w[\w’']*|©")
_COUNTS = tree(spelled(1, 10).keys() | words("dozens hundreds thousands"))
COUNTED = re.compile(rf"\b(?:\d[\d,.]*|(?i:{_COUNTS}))(?: \w+){{0,3}} (?:{tree(COUNTED_PEOPLE)})\b")
FINDING = re.compile(rf"\b(?:{tree(FINDING_VERBS)}) (?:that|how|whether)\b")
EVERY = re.compile(r"\bevery (?:day|week|month|year|time)\b")
BOILERPLATE = re.compile(
    r"contributed (?:reporting|to this (?:report|story|article))|[Tt]his (?:story|article|report|page) (?:has been|was"
    r"|is) (?:updated|corrected|first published|originally|developing)|^(?:Read|See|Watch|Listen|Click|Sign up"
    r"|Subscribe|Follow us|Advertisement|Related)\b|\b[Nn]ewsletter|See Full|[Aa]ll rights reserved|©"
)
ASKED_FOR_COMMENT = re.compile(
    r"\b(?:reached out to|contacted|approached|attempted to (?:reach|contact)|asked)\b[^.]*? (?:for|with) "
    r"(?:a |any |further |additional |more )*(?:comments?|information|details|clarification|response)\b"
    r"|^[A-Z]{2,6} (?:has|have) (?:also )?(?:reached out|attempted to reach|contacted)\b"
    r"|^(?:When [^,;]*, )?(?:(?! and )[^,;])*? (?:(?:declined|refused) to comment"
    r"|(?:not|n[’']t)(?: \w+)? (?:respond|return|reply) )"
)
"""What an outlet did to hear the other side, and that it did not."""
NOT_YET = re.compile(r"^[^,;]*? (?:has|have)(?: not|n['’]t)\b")
LASTED = re.compile(r"\b(?:has|have) been (?:\w+ ){1,4}?for (?:\w+ ){0,3}?(?:years|decades|months|a (?:year|decade))\b")
"""``have been married for 25 years``."""
_SINGULAR = EVENTS | capitalized(EVENTS)
_FIRST_OR_SECOND = words("we my our you your")
FIRST_OR_SECOND = (
    _FIRST_OR_SECOND
    | capitalized(_FIRST_OR_SECOND)
    | words("I us me")
    | {form for word in CONTRACTED if word.startswith(("i'", "i’", "we", "you")) for form in (word, word.capitalize())}
)
HABITS = words("always often usually typically generally regularly sometimes frequently tend tends normally rarely")
CONNECTIVES = words(
    """But And So Yet However Still Because If Although Though Instead Moreover Indeed Perhaps Maybe Such Despite Even
    Unlike Whether Typically Usually Often Sometimes Generally"""
)
POINTING_BACK = words("This That These Those There It What How Why Who Here")


class WordSign(NamedTuple):
    """A sign that one of some words gives, where a pattern is found as well if there is one."""

    name: str
    words: frozenset[str]
    pattern: re.Pattern[str] | None = None


ANYWHERE = (
    WordSign("event", _SINGULAR | {f"{word}{ending}" for word in _SINGULAR for ending in ("s", "es")}),
    WordSign("people counted", COUNTED_PEOPLE, COUNTED),
    WordSign("writer or reader", FIRST_OR_SECOND),
    WordSign("habit", HABITS),
    WordSign("habit", words("every"), EVERY),
    WordSign("habit", words("years decades months year decade"), LASTED),
    WordSign(
        "boilerplate",
        words("comment comments information details clarification response")
        | words("reached contacted respond return reply"),
        ASKED_FOR_COMMENT,
    ),
    WordSign("not yet", either_apostrophe("not hasn't haven't"), NOT_YET),
    WordSign("finding", FINDING_VERBS, FINDING),
    WordSign(
        "boilerplate",
        words(
            """contributed updated corrected published originally developing Read See Watch Listen Click Sign Subscribe
            Follow Advertisement Related newsletter Newsletter newsletters Newsletters reserved ©"""
        ),
        BOILERPLATE,
    ),
)
TELLING = frozenset[str]().union(*(sign.words for sign in ANYWHERE))
AT_THE_START = (
    WordSign("subject clause", words("What How Why Whether")),
    WordSign("connective", CONNECTIVES),
    WordSign("pointing back", POINTING_BACK),
)


def word_signs(clause: str) -> list[str]:
    """The names of the signs that a clause's words give; each look is at a set, as a search through it takes long."""
    found = WORD.findall(clause)
    telling = TELLING.intersection(found)
    signs = [
        sign.name
        for sign in (ANYWHERE if telling else ())
        if not sign.words.isdisjoint(telling) and (sign.pattern is None or sign.pattern.search(clause))
    ]
    return signs + [sign.name for sign in AT_THE_START if found and found[0] in sign.words]
