"""Find names: runs of capitalised words, with the title before them and whether they are a person's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.language.lexicon.first_names import HE_NAMES, SHE_NAMES
from timeline.language.lexicon.titles import (
    HE_TITLES,
    NO_NAME,
    NO_PERSON,
    PARTICLES,
    ROLES,
    SHE_TITLES,
    SURNAMES,
    TITLES,
)
from timeline.language.lexicon.words import alternatives, words
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

CAPITALIZED = (
    r"(?:(?:[^\W\d_a-zà-öø-ÿ]\.){2,}|(?:[ae]l-)?[^\W\d_a-zà-öø-ÿ][^\W_]*(?:[-’'][^\W_]+)*(?:\.(?:com|org|net)\b)?\.?)"
)
PARTICLES_BETWEEN = r"(?:(?:" + alternatives(PARTICLES) + r")[ \u00a0]){0,3}"
CAPITALIZED_RUN = re.compile(rf"(?<![\w’']){CAPITALIZED}(?:[ \u00a0]{PARTICLES_BETWEEN}{CAPITALIZED})*")
"""Capitalised words in a row, with particles between them; a stop may be that of an initial or a title."""
NOT_BLANK = re.compile(r"\S+")
POSSESSIVE_ENDINGS = ("'s", "’s", "'", "’")
NAME_PARTS_WITH_STOP = words("Jr. Sr. St.")
LONGEST_ROLE_CHARS = 20
DATELINE = re.compile(r",? ?[^—–\n(-]{0,30}(?:\([^)]{2,20}\) ?)?(?:—|–|--?)\s")
"""What follows a place in capitals that begins an article."""
OPENING_CHARACTERS = "\"“‘'([ \n\t "
"""May stand between the end of a sentence and the first word of the next."""
SENTENCE_ENDS = ".!?:\n"
WINDOW_CHARS = 12
"""So many characters before a name are searched for the end of a sentence."""


class Name(NamedTuple):
    """
    A name in the text.

    Attributes:
        start: Where the name starts, its title left out.
        end: Where it ends, a possessive ending left out.
        outer: Where its title starts, or the name.
        words: Its words.
        title: What stands before it, ``President``, ``Mr``, or an empty string.
        possessive: It owns what follows.
        person: True for a person, False for what is none, None when it does not show.
        gender: ``he`` or ``she`` where title or first name say so.
    """

    start: int
    end: int
    outer: int
    words: tuple[str, ...]
    title: str
    possessive: bool
    person: bool | None
    gender: str | None

    @property
    def span(self) -> Span:
        """The name without its title."""
        return Span(self.start, self.end)

    @property
    def text(self) -> str:
        """The name without its title, words joined by blanks."""
        return " ".join(self.words)


def names(text: str) -> tuple[Name, ...]:
    """The names of a text, in order. A possessive ends a name: ``Ana's Friday Club`` are two."""
    found: list[Name] = []
    for run in CAPITALIZED_RUN.finditer(text):
        if run[0] in NO_NAME or run[0] in NAME_PARTS_WITH_STOP:
            continue
        if len(run[0].split()) == 1:
            found += _lone_name(text, run.start(), _unstopped(run[0]))
            continue
        for parts in _parts(text, run):
            name = _name(text, parts)
            if name:
                found.append(name)
    return tuple(found)


def _parts(text: str, run: re.Match[str]) -> Iterator[list[tuple[int, str]]]:
    """The words of a run with their places, cut at stops that end sentences, possessives, and words of no name."""
    parts: list[tuple[int, str]] = []
    for part in NOT_BLANK.finditer(text, *run.span()):
        word = part[0]
        if word.rstrip(".") in NO_NAME and word not in TITLES:
            yield parts
            parts = []
            continue
        kept = _unstopped(word)
        parts.append((part.start(), kept))
        if kept is not word or word.endswith(POSSESSIVE_ENDINGS):
            yield parts
            parts = []
    yield parts


def _unstopped(word: str) -> str:
    """A word without the stop of its sentence; titles, initials and abbreviations keep theirs."""
    if not word.endswith(".") or len(word) == 2 or "." in word[:-1] or word in TITLES or word in NAME_PARTS_WITH_STOP:
        return word
    return word[:-1]


def _lone_name(text: str, start: int, word: str) -> list[Name]:
    """The name that a word makes on its own, or none: what `_name` makes of it, the commonest case."""
    if word in TITLES:
        return []
    possessive = word.endswith(POSSESSIVE_ENDINGS)
    bare = word.removesuffix("s").rstrip("'’") if possessive else word
    end = start + len(bare)
    return [Name(start, end, start, (bare,), "", possessive, _person(text, start, end, "", (bare,)), None)]


def _name(text: str, parts: list[tuple[int, str]]) -> Name | None:
    """The name that some words make."""
    last = -1
    for i, (_, word) in enumerate(parts):
        if word in TITLES:
            last = i
    title = " ".join(word for _, word in parts[: last + 1])
    named = [i for i, (_, word) in enumerate(parts) if i > last and word not in PARTICLES]
    if not named:
        return None
    kept = parts[named[0] : named[-1] + 1]
    outer, start, final = parts[0][0], kept[0][0], kept[-1][1]
    possessive = final.endswith(POSSESSIVE_ENDINGS)
    bare = final.removesuffix("s").rstrip("'’") if possessive else final
    end = kept[-1][0] + len(bare)
    spelled = (*(word for _, word in kept[:-1]), bare)
    gender = _gender(title.split(), spelled)
    return Name(start, end, outer, spelled, title, possessive, _person(text, outer, end, title, spelled), gender)


def _gender(titles: list[str], spelled: tuple[str, ...]) -> str | None:
    """The pronoun that title or first name ask for."""
    for title in titles:
        if title in HE_TITLES:
            return "he"
        if title in SHE_TITLES:
            return "she"
    if len(spelled) > 1 and spelled[0] in HE_NAMES:
        return "he"
    return "she" if len(spelled) > 1 and spelled[0] in SHE_NAMES else None


def _person(text: str, outer: int, end: int, title: str, spelled: tuple[str, ...]) -> bool | None:
    """Whether a name is a person's, so far as title, first name and the word before it show."""
    first = len(spelled) > 1 and (spelled[0] in HE_NAMES or spelled[0] in SHE_NAMES)
    named = first and spelled[-1] in SURNAMES
    if any(word in NO_PERSON for word in spelled[first : len(spelled) - named]) or (
        spelled[0].isupper() and DATELINE.match(text, end)
    ):
        return False
    if title or first:
        return True
    before = text[max(0, outer - LONGEST_ROLE_CHARS) : outer].rsplit(None, 1)
    return True if before and before[-1] in ROLES else None


def is_sure_name(text: str, name: Name) -> bool:
    """Whether something else than the beginning of a sentence or quotation explains its capital letter."""
    if len(name.words) > 1 or name.title or name.possessive or name.person:
        return True
    before = text[max(0, name.outer - WINDOW_CHARS) : name.outer].rstrip(OPENING_CHARACTERS)
    begins = name.outer == 0 or not before or before[-1] in SENTENCE_ENDS or "\n" in text[name.outer - 2 : name.outer]
    opens = text[name.outer - 1 : name.outer] in ("“", '"', "‘", "'")
    return not (begins or opens)
