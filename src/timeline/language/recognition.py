"""Recognize that a text is not in English, and in which language it is, by its letters and its most frequent words."""

from __future__ import annotations

import re

from timeline.language.header import header_end
from timeline.language.lexicon.function_words import ENGLISH, OTHERS

SAMPLE_CHARS = 2000
"""So much of a text is looked at."""
FEWEST_WORDS = 20
"""Fewer words show nothing."""
ENGLISH_PER_CENT = 12
"""At least so many words of an English text are its most frequent ones; of 100 in news some 35 are."""
OTHER_PER_CENT = 15
"""At least so many are, where a text is taken for one in another language; and twice as many as English ones."""
FEWEST_DIFFERENT = 6
"""And so many are different ones: tables repeat few."""
WORD = re.compile(r"[^\W\d_]+")
SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("und-Cyrl", re.compile("[\u0400-\u04ff]")),
    ("und-Arab", re.compile("[\u0600-\u06ff]")),
    ("und-Deva", re.compile("[\u0900-\u097f]")),
)
"""Letters that only some languages are written with; of a script of many languages the script is told."""
LETTER = re.compile(r"[^\W\d_]")
NOT_LATIN = re.compile("[\u0370-\u1dff\u3040-\ud7af]")
FEWEST_LETTERS = 40
ENGLISH_TAG = re.compile(r"en(?:g|glish)?(?:[-_].*)?", re.IGNORECASE)
UNKNOWN_TAG = re.compile(r"(?:und|mul|zxx)?", re.IGNORECASE)


def is_english(tag: str) -> bool:
    """A BCP 47 tag, or what people write for one, is of English: ``en``, ``en-GB``, ``en_US``, ``English``."""
    return ENGLISH_TAG.fullmatch(tag.strip()) is not None


def stated_language(tag: str | None) -> str | None:
    """The language that an article states; None where it states none, or that it is not known."""
    return None if tag is None or UNKNOWN_TAG.fullmatch(tag.strip()) else tag.strip()


def other_language(text: str) -> str | None:
    """
    The language of a text that is not in English, as a BCP 47 tag; None where it is, or where nothing shows it.

    A header is passed over.
    Languages in Latin letters are those of `timeline.language.lexicon.function_words`.
    """
    start = header_end(text)
    sample = text[start : start + SAMPLE_CHARS]
    if NOT_LATIN.search(sample) and (script := _script(sample)):
        return script
    words = WORD.findall(sample.lower())
    if len(words) < FEWEST_WORDS:
        return None
    english = sum(word in ENGLISH for word in words)
    if 100 * english >= ENGLISH_PER_CENT * len(words):
        return None
    found = {tag: sum(word in known for word in words) for tag, known in OTHERS.items()}
    best = max(found, key=lambda tag: found[tag])
    is_frequent = 100 * found[best] >= OTHER_PER_CENT * len(words) and found[best] >= 2 * english
    return best if is_frequent and len(OTHERS[best].intersection(words)) >= FEWEST_DIFFERENT else None


def _script(sample: str) -> str | None:
    """The language or script that most letters of a sample are of; None where they are Latin."""
    letters = len(LETTER.findall(sample))
    if letters < FEWEST_LETTERS or 2 * len(NOT_LATIN.findall(sample)) < letters:
        return None
    found = {tag: len(pattern.findall(sample)) for tag, pattern in SCRIPTS}
    if 10 * found["ja"] >= letters:  # written with Chinese characters, too
        return "ja"
    best = max(found, key=lambda tag: found[tag])
    return best if found[best] else "und"
