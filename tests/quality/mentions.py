"""Compare mentions of people by their head, and tell cues of speech from other cues."""

from __future__ import annotations

import re

from timeline.language.lexicon import words

TITLES = frozenset(["the", "a", "an", "of", "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "president", "former"])
"""Words that name nobody."""

AFTER_HEAD = re.compile(r",|\b(?:of|who|at|from|in)\b")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s\b")

SPEECH_VERBS = words.words("""
    accuse acknowledge add admit agree allege announce argue ask assert assure boast call charge cite claim comment
    complain concede conclude confess confirm contend continue counter criticize declare deny describe disclose
    emphasize exclaim explain express indicate inform insist joke maintain mention note observe pledge point predict
    proclaim promise propose quip quote read recall refer reiterate remark remind repeat reply report respond reveal say
    speak state stress suggest talk tell testify tout tweet urge vow warn wonder write
""")

ENDINGS = {
    "": ("s", "es", "d", "ed", "ing", "ting", "ted", "ning", "ned", "ping", "ped"),
    "e": ("ing", "ed"),
    "y": ("ies", "ied"),
}
"""What a verb takes in place of its own last letters."""

SPEECH_FORMS = {"said", "told", "wrote", "written", "spoke", *SPEECH_VERBS} | {
    verb.removesuffix(last) + ending
    for last, endings in ENDINGS.items()
    for ending in endings
    for verb in SPEECH_VERBS
    if verb.endswith(last)
}


def is_speech(cue: str) -> bool:
    """The cue is a form of a speech verb, "according to" or a colon."""
    lower = cue.lower()
    return cue.strip() == ":" or "according to" in lower or not SPEECH_FORMS.isdisjoint(re.findall("[a-z]+", lower))


def words(mention: str) -> list[str]:
    """The words of a mention; titles, articles and possessive endings are left out."""
    return [word for word in WORD.findall(POSSESSIVE.sub("", mention)) if word.lower() not in TITLES]


def head(mention: str) -> str:
    """The last capitalised word before an apposition or a phrase, else the last word; in lower case."""
    found = words(AFTER_HEAD.split(mention)[0]) or words(mention)
    capitalised = [word for word in found if word[0].isupper()]
    return (capitalised or found or [""])[-1].lower()


def same_head(one: str, other: str) -> bool:
    """The head of one mention is a word of the other."""
    return bool(one and other) and (has_word(other, head(one)) or has_word(one, head(other)))


def has_word(mention: str, wanted: str) -> bool:
    """A word, in lower case, is one of the mention's."""
    return wanted in {word.lower() for word in words(mention)}
