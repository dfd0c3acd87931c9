"""Bring names to one spelling: what differs by language, alphabet and case becomes the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
"""Words behind a last name that tell relatives apart."""

SPELLINGS_OF_SOUNDS = (
    (re.compile(r"(?:yi|yy|iy|ii|ij|yj|ey|ie|y|i)$"), "i"),
    (re.compile(r"(?:eff|off|ow|ew|ov|ev|yov|iov)$"), "ov"),
    (re.compile(r"^(?:al|el)-"), ""),
    (re.compile(r"kh|gh(?=[aeiou])"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"tch|tsch"), "ch"),
    (re.compile(r"dzh|dj"), "j"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"[yj](?=[aeiou])|(?<=[aeiou])[yj]"), "i"),
    (re.compile(r"ae|oe|ue"), lambda found: found[0][0]),
    (re.compile(r"w"), "v"),
    (re.compile(r"[ck]s|x"), "ks"),
    (re.compile(r"q|ck|c(?![hei])"), "k"),
    (re.compile(r"(.)\1"), r"\1"),
)
"""Ways of writing one sound, in the order they are made one."""


def folded(name: str) -> tuple[str, ...]:
    """The words of a name in lower case without accents, stops and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN_LETTERS))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(re.sub(r"[.'’‘`]", "", kept).replace("-", " ").split())


@lru_cache(maxsize=1 << 16)
def sounded(word: str) -> str:
    """A folded word as it sounds, whatever the alphabet it was written over from."""
    for pattern, sound in SPELLINGS_OF_SOUNDS:
        word = pattern.sub(sound, word)
    return word
