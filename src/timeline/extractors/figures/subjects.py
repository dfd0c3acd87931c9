"""Find the words for what is counted or measured, and the noun among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.extractors.figures.nouns import singular
from timeline.language.lexicon.figure_words import (
    ACTION_OF,
    BREAKS,
    CHANGING,
    NO_WHOLE,
    SKIPPED,
    SUPPOSED,
    VERBS,
    WEAK_VERBS,
)
from timeline.language.lexicon.happenings import HAPPENED, IRREGULAR_PARTICIPLES
from timeline.language.lexicon.word_classes import PREPOSITIONS
from timeline.language.lexicon.words import alternatives, tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAMING_NOTHING = BREAKS | SKIPPED
PARTICIPLES = HAPPENED | IRREGULAR_PARTICIPLES | ACTION_OF.keys()
WHOLE = re.compile(
    r" (?:worth )?(?:of|in|for) (?:(?:the|its|their|his|her|our|all|a|an|those|these) )?((?:[^\W_][\w,’'-]*\s?){1,6})"
)
"""Behind a sum or share: what it is a part of, or for."""
ATTRIBUTED = re.compile(r"[ -]((?:[^\W\d_][\w’'-]*\s?){1,4})")
"""Behind a sum, share or measure: what has it, ``$12 billion bailout for farmers``."""
FATE = re.compile(
    r" (?:others? )?(?:(?:have|has|had)(?: already| also)?(?: been)? |(?:were|are|was|is|being) )?"
    rf"(?:(?:{alternatives(SUPPOSED)}) )?(?:to (?:have |be )?(?:been )?)?([a-z]+)(?: [a-z]+){{0,2}}"
)
"""Behind what is counted: what happens to it."""
VERB = re.compile(rf"\b(?:{tree(VERBS)})\b")
BORDER = re.compile(r"[;:—–\"“”]|, (?:and|but|while|with|which|who|as)\b")
WORD = re.compile(r"[^\W\d_][\w’'&-]*")
MOST_WORDS, MOST_BEFORE, MOST_OF_FATE = 9, 4, 3
LEFT_CHARS, RIGHT_CHARS = 160, 90


class Subject(NamedTuple):
    """
    What is counted or measured.

    Attributes:
        words: Words of the sentence, nine at most; None where none shows.
        head: The noun among them, singular and in lower case.
    """

    words: str | None
    head: str | None


def subject_of(left: str, right: str, noun: str, *, is_count: bool) -> Subject:
    """
    What a figure counts or measures.

    Args:
        left: The sentence before it.
        right: The sentence behind it.
        noun: What is counted, as far as it stands behind the number.
        is_count: It is a count, and neither money, measure nor share.
    """
    left = BORDER.split(left)[-1]
    verbs = list(VERB.finditer(left))
    strong = next((each for each in reversed(verbs) if each[0] not in WEAK_VERBS), None)
    if is_count and noun:
        said = [noun, _fate(right)]
        if strong is not None and strong[0] in ACTION_OF:
            said += [_opening(left, verbs[0].start()), strong[0]]
        return Subject(_joined(said), None)
    behind = _fate(right) if is_count else _behind(right)
    opening = _opening(left, verbs[0].start()) if verbs else _last_words(left)
    between = _last_words(left[strong.end() :]) if strong else ""
    verb = strong[0] if strong else ""
    said = [behind, between, opening, verb] if verb not in CHANGING else [opening, verb, between, behind]
    if not (behind or between or opening):
        said = [_last_words(left)]
    return Subject(_joined(said), _head([opening] if verb in CHANGING and opening else [behind, between, opening]))


def _head(parts: Sequence[str]) -> str | None:
    """The last word of the first part that has any before one that ends a noun phrase."""
    for part in parts:
        words = [*_up_to_break(part.split())]
        if words and words[-1] not in VERBS:
            return singular(re.sub(r"['’]s?$", "", words[-1]))
    return None


def _behind(right: str) -> str:
    """``of the budget``, or the noun that a sum or share stands before, and what that is of."""
    if (whole := WHOLE.match(right)) and not whole[1][0].isdigit() and whole[1].split()[0].lower() not in NO_WHOLE:
        return " ".join(_up_to_break(whole[1].split()))
    attributed = ATTRIBUTED.match(right)
    if attributed is None or not (words := " ".join(_up_to_break(attributed[1].split()))):
        return ""
    rest = WHOLE.match(right, attributed.start(1) + len(words))
    return f"{words} {rest[0].split()[0]} {' '.join(_up_to_break(rest[1].split()))}" if rest else words


def _fate(right: str) -> str:
    """``were killed``: a participle behind what is counted, with what stands behind it."""
    found = FATE.match(right)
    if found is None or found[1] in BREAKS or not (found[1] in PARTICIPLES or found[1].endswith(("ed", "ing"))):
        return ""
    participle, *rest = right[found.start(1) : found.end()].split()[:MOST_OF_FATE]
    return " ".join([participle, *_up_to_noun(rest)])


def _opening(left: str, verb: int) -> str:
    """The words before the first verb of a clause, what is inserted or stands in front of it left out."""
    parts = [part for part in left[:verb].split(",") if part.strip()]
    parts = [part for part in parts if part.split()[0].lower() not in PREPOSITIONS] or parts
    return _last_words(parts[0]) if parts else ""


def _up_to_noun(words: Sequence[str]) -> Sequence[str]:
    """Words up to the last that names something: ``forced to flee``, but not ``killed in the``."""
    end = max((at for at, word in enumerate(words, 1) if word not in NAMING_NOTHING), default=0)
    return words[:end] if words[:1] != ["and"] else ()


def _up_to_break(words: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        if word.lower() in BREAKS or (at and word in VERBS):
            return
        yield word.rstrip(",")


def _last_words(text: str) -> str:
    """The last words that name something."""
    return " ".join([word for word in WORD.findall(text) if word.lower() not in SKIPPED][-MOST_BEFORE:])


def _joined(parts: Sequence[str]) -> str | None:
    words = dict.fromkeys(" ".join(filter(None, parts)).split())
    return " ".join(list(words)[:MOST_WORDS]) or None
