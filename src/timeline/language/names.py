"""Find names: runs of capitalised words, with the title before them and whether they are a person's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.language.lexicon.first_names import HE_NAMES, SHE_NAMES
from timeline.language.lexicon.titles import (
    DEGREES,
    HE_TITLES,
    NAMES_AND_WORDS,
    NO_NAME,
    NO_PERSON,
    PARTICLES,
    QUALIFIERS,
    ROLES,
    SHE_TITLES,
    SURNAMES,
    TITLES,
)
from timeline.language.lexicon.words import tree, words
from timeline.language.name_parts import (
    FIRST_NAMES,
    TO_OFFICE,
    body_words,
    is_body,
    is_body_word,
    is_dated,
    is_name_here,
    office_words,
    title_end,
)
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.language.name_parts import Parts

CAPITALIZED = (
    r"(?:(?:[^\W\d_a-zà-öø-ÿ][a-z]?\.){2,}"
    r"|(?:[ae]l-)?[^\W\d_a-zà-öø-ÿ][^\W_]*(?:[-’'][^\W_]+)*(?:\.(?:com|org|net)\b)?\.?)"
)
PARTICLES_BETWEEN = r"(?:(?:" + tree(PARTICLES) + r")[ \u00a0]){0,3}"
NICKNAME = r"(?:[\"“‘'(][A-Z][^\W\d_]{1,20}[\"”’')][ \u00a0])?"
"""Between first and last name: ``Ana “Annie” Ruiz``."""
CAPITALIZED_RUN = re.compile(rf"(?<![\w’']){CAPITALIZED}(?:[ \u00a0]{NICKNAME}{PARTICLES_BETWEEN}{CAPITALIZED})*")
"""Capitalised words in a row, with particles between them; a stop may be that of an initial or a title."""
NOT_BLANK = re.compile(r"\S+")
POSSESSIVE_ENDINGS = ("'s", "’s", "'", "’")
NAME_PARTS_WITH_STOP = words("Jr. Sr. St.")
NO_NAME_ALONE = NAME_PARTS_WITH_STOP | DEGREES
NICKNAMING = "\"“‘'("
"""Opens a nickname."""
WORDS_AND_SURNAMES = TITLES | NAMES_AND_WORDS
"""Words that alone are last names only where somebody has that name in full."""
LONGEST_ROLE_CHARS = 20
DATELINE = re.compile(r",? ?[^—–\n(-]{0,30}(?:\([^)]{2,20}\) ?)?(?:—|–|--?)\s")
"""What follows a place in capitals that begins an article."""
STOPS = "'’."
SHORTEST_PARTICIPLE_LETTERS = 6
"""Shorter words in *-ing* are names, many of them Chinese."""
NAMED_AGAIN_CHARS = 3000
"""A name that begins behind the first word of its sentence stands so many characters before or behind without it."""
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
    """
    The names of a text, in order. A possessive ends a name: ``Ana's Friday Club`` are two.

    What a title is of belongs to it: ``Secretary of State Ana Ruiz`` has the title ``Secretary of State``.
    """
    found: list[Name] = []
    office: Span | None = None
    for run in CAPITALIZED_RUN.finditer(text):
        given = run[0]
        if given in NO_NAME_ALONE or given.rstrip(".") in NO_NAME:
            continue
        for parts in _parts(text, run) if " " in given or "\u00a0" in given else _lone_parts(run.start(), given):
            if not parts:
                continue
            start, end = parts[0][0], parts[-1][0] + len(parts[-1][1])
            ruled = office_words(parts) if office and TO_OFFICE.fullmatch(text, office.end, start) else 0
            if office and 0 < ruled < len(parts):
                found += _titled(text, parts[ruled:], office.start)
                office = None
                continue
            found += _name(text, parts)
            opens = Span(start, end) if parts[-1][1] in TITLES else None
            office = Span(office.start, end) if office and ruled else opens
    return tuple(_with_surnames(text, found))


def _titled(text: str, parts: Parts, outer: int) -> list[Name]:
    """The name behind a title that begins at *outer* and its office."""
    return [
        name._replace(
            outer=outer,
            title=(title := text[outer : name.start].strip()),
            person=True,
            gender=_gender(title.split(), name.words),
        )
        for name in _name(text, parts)
    ]


def _with_surnames(text: str, found: list[Name]) -> Iterable[Name]:
    """The names, with those last names that are also words, wherever they stand alone: ``Bishop``, ``May``."""
    last = {name.words[-1] for name in found if len(name.words) > 1 and name.person} & WORDS_AND_SURNAMES
    if not last:
        return found
    alone = re.compile(rf"(?<![\w’'.-])(?:{tree(last)})\b(?!\.?[-\w]| [A-Z\d])")
    taken = {place for name in found for place in range(name.outer, name.end)}
    more: list[Name] = []
    for match in alone.finditer(text):
        is_word = match.start() in taken or (match[0] in NAMES_AND_WORDS and is_dated(text, match.start()))
        owns = text[match.end() : match.end() + 2] in POSSESSIVE_ENDINGS
        more += [] if is_word else _lone_name(text, match.start(), match[0] + ("’s" if owns else ""))
    return sorted([*found, *more])


def _lone_parts(start: int, word: str) -> tuple[Parts, ...]:
    """The word of a run that has only one, the commonest case; none where it says where something belongs."""
    return () if word.endswith(QUALIFIERS) else ([(start, _unstopped(word))],)


def _parts(text: str, run: re.Match[str]) -> Iterator[Parts]:
    """The words of a run with their places, cut at stops that end sentences, possessives, and words of no name."""
    parts: Parts = []
    given = [(part.start(), part[0]) for part in NOT_BLANK.finditer(text, *run.span()) if part[0][0] not in NICKNAMING]
    for at, (start, word) in enumerate(given):
        bare = word.rstrip(".")
        is_none = bare in NO_NAME and word not in TITLES and not is_name_here(text, given, at)
        if is_none or word.endswith(QUALIFIERS) or (not parts and _is_participle(text, given[at:])):
            yield parts
            parts = []
            continue
        kept = _unstopped(word)
        parts.append((start, kept))
        if kept is not word or word.endswith(POSSESSIVE_ENDINGS):
            yield parts
            parts = []
    yield parts


def _is_participle(text: str, given: Parts) -> bool:
    """
    A run begins with what opens a sentence, as in ``Applauding Lund``.

    The text has the next word without it, too, and the first in no other place where only names have capitals.
    """
    if len(given) < 2 or not given[0][1].endswith("ing") or not begins_sentence(text, given[0][0]):
        return False
    (start, first), (_, second) = given[:2]
    if first in FIRST_NAMES or len(first) < SHORTEST_PARTICIPLE_LETTERS:
        return False
    near = text[max(0, start - NAMED_AGAIN_CHARS) : start + NAMED_AGAIN_CHARS]
    alone = rf"(?<!{re.escape(first)} )(?<!\w){re.escape(second.removesuffix('s').rstrip(STOPS))}\b"
    return re.search(alone, near) is not None and re.search(rf"[a-z,] {re.escape(first)}\b", near) is None


def _unstopped(word: str) -> str:
    """A word without the stop of its sentence; titles, initials and abbreviations keep theirs."""
    if not word.endswith(".") or len(word) == 2 or "." in word[:-1] or word in TITLES or word in NAME_PARTS_WITH_STOP:
        return word
    return word[:-1]


def _lone_name(text: str, start: int, word: str) -> list[Name]:
    """The name that a word makes on its own: what `_name` makes of it, the commonest case."""
    possessive = word.endswith(POSSESSIVE_ENDINGS)
    bare = word.removesuffix("s").rstrip("'’") if possessive else word
    end = start + len(bare)
    return [Name(start, end, start, (bare,), "", possessive, _person(text, start, end, "", (bare,)), None)]


def _name(text: str, parts: Parts) -> list[Name]:
    """The name that some words make, or none."""
    if len(parts) == 1:
        return [] if parts[0][1] in TITLES else _lone_name(text, *parts[0])
    given = [word for _, word in parts]
    first = 0 if is_body(given) else title_end(given)
    title = " ".join(given[:first])
    named = [k for k in range(first, len(given)) if given[k] not in PARTICLES]
    if not named:
        return []
    kept = parts[named[0] : named[-1] + 1]
    cut = body_words([word for _, word in kept])
    kept = kept[cut:]
    outer = kept[0][0] if cut else parts[0][0]
    start, final = kept[0][0], kept[-1][1]
    possessive = final.endswith(POSSESSIVE_ENDINGS)
    bare = final.removesuffix("s").rstrip("'’") if possessive else final
    end = kept[-1][0] + len(bare)
    spelled = (*(word for _, word in kept[:-1]), bare)
    gender = _gender(title.split(), spelled)
    return [Name(start, end, outer, spelled, title, possessive, _person(text, outer, end, title, spelled), gender)]


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
    if not NO_PERSON.isdisjoint(spelled[first : len(spelled) - named]) or (
        spelled[0].isupper() and DATELINE.match(text, end)
    ):
        return False
    if title or first:
        return True
    before = text[max(0, outer - LONGEST_ROLE_CHARS) : outer].rsplit(None, 1)
    return True if before and before[-1] in ROLES and not is_body_word(spelled[0]) else None


def sure_names(text: str, names: Iterable[Name]) -> frozenset[str]:
    """The names that are sure somewhere in a text."""
    found: set[str] = set()
    for name in names:
        written = name.text
        if written not in found and is_sure_name(text, name):
            found.add(written)
    return frozenset(found)


def is_sure_name(text: str, name: Name) -> bool:
    """Whether something else than the beginning of a sentence or quotation explains its capital letter."""
    if len(name.words) > 1 or name.title or name.possessive or name.person:
        return True
    opens = text[name.outer - 1 : name.outer] in ("“", '"', "‘", "'")
    return not (opens or begins_sentence(text, name.outer))


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence or paragraph begins at a place, by what stands before it."""
    before = text[max(0, start - WINDOW_CHARS) : start].rstrip(OPENING_CHARACTERS)
    return start == 0 or not before or before[-1] in SENTENCE_ENDS or "\n" in text[max(0, start - 2) : start]
