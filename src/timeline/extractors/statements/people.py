"""The people of an article by the words of their names."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.language.lexicon.nationalities import ORIGINS
from timeline.language.lexicon.nicknames import SHORT_FORMS
from timeline.language.lexicon.places import ABBREVIATIONS, PLACES
from timeline.language.lexicon.titles import NO_PERSON, NOBLE, PARTICLES
from timeline.language.name_parts import FIRST_NAMES

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from timeline.language.document import Document
    from timeline.language.names import Name

LONGEST_NAME_WORDS = 4
"""More capitals in a row are a headline's."""
LONGEST_NAME_CHARS = 250
"""No name has more characters; each event that it is in repeats it."""
INSIDE = re.compile(r"(?:in(?<!\win)|near(?<!\wnear)) ([^\W_]+(?:[-'’.][^\W_]+)*)")
"""What something is in is no person; a search is slow for a pattern that begins with a look behind."""
ALPHABETICALLY_FIRST = {word: min(forms) for forms in reversed(SHORT_FORMS) for word in forms}
"""Of the forms of a first name the one that they are compared by."""
VOWELS = re.compile("[aeiouy]")
FEWEST_CONSONANTS = 4
"""First names with so many consonants, and the same, are writings of one."""
ESTABLISHED_MENTIONS = 2
"""Who was called by a last name alone so often goes on to be called so."""
NEAR_CHARS = 700
"""Who was named in full so few characters before is who is talked about."""


class People:
    """
    The names of an article, to be looked up by a word of them.

    Attributes:
        full: Names of several words that may be people's.
        starts: Where the article's names start.
    """

    def __init__(self, document: Document) -> None:
        self._text, self._names = document.text, document.names
        self.starts = [name.start for name in self._names]
        self._known: dict[str, bool] = {}
        """Whether a name may be a person's."""
        alone = frozenset(name.words[0] for name in self._names if len(name.words) == 1)
        self.full = [
            _without_verb(name, alone)
            for name in self._names
            if 1 < len(name.words) <= LONGEST_NAME_WORDS and name.person is not False
        ]

    def whole(self, name: Name) -> str:
        """The full name that a name stands for: the first of the article with that last word, else with that first."""
        if len(name.words) > 1:
            return self._longer.get(_lower(name.words), name).text
        word = name.words[0]
        fit = self.called(word, name.gender) or (self.called(word.title(), None) if word.isupper() else None)
        fit = fit or self._by_first_word.get(word)
        return self._longer.get(_lower(fit.words), fit).text if fit else self._noble.get(word, name.text)

    def meant(self, name: Name, spoken: AbstractSet[str], running: tuple[int, str] | None) -> str | None:
        """
        The full name that a name stands for where it stands.

        Of two with one last name it is the only one named before, or the first one unless another was named since and
        near, or has spoken. Who was often called so before there was another stays the first one. Where that does not
        show it is None.

        Args:
            name: Where it stands.
            spoken: Who has spoken before.
            running: Where somebody spoke last in this paragraph, and who.
        """
        word = name.words[-1]
        if len(name.words) > 1 or name.gender or name.possessive or len(self.bearers(word)) < 2:
            return self.whole(name)
        named = self._named_in_full[word]
        before = named[: bisect_left(named, (name.start, ""))]
        if not before:
            return None
        first, (last_at, last) = before[0][1], before[-1]
        if running and running[1] in self.bearers(word) and (last_at < running[0] or last == running[1]):
            return running[1]
        if first == last:
            return first
        others = {one for _, one in before if one != first}
        if others & spoken:
            return None
        second_at = next(at for at, one in before if one != first)
        alone = self._alone.get(word, [])
        is_established = bisect_left(alone, second_at) >= ESTABLISHED_MENTIONS
        return first if is_established or name.start - last_at > NEAR_CHARS else None

    @cached_property
    def _alone(self) -> dict[str, list[int]]:
        """Where each word is a name alone."""
        found: dict[str, list[int]] = {}
        for name in self._names:
            if len(name.words) == 1:
                found.setdefault(name.words[0], []).append(name.start)
        return found

    def bearers(self, word: str) -> frozenset[str]:
        """The full names of the people with a last name; writings of one with the same first name are one."""
        return self._bearers.get(word, frozenset())

    @cached_property
    def _bearers(self) -> dict[str, frozenset[str]]:
        """The people with each last name by their full names."""
        found: dict[str, dict[str, str]] = {}
        for full in self.full:
            whole = self._longer.get(_lower(full.words), full)
            if full.person or whole.person or self.may_be_person(whole.text):
                found.setdefault(full.words[-1], {}).setdefault(_first_name(whole.words[0]), whole.text)
        return {word: frozenset(people.values()) for word, people in found.items()}

    @cached_property
    def _named_in_full(self) -> dict[str, list[tuple[int, str]]]:
        """Where which of several people with one last name is named in full, or with a title that tells who."""
        found: dict[str, list[tuple[int, str]]] = {}
        for name in self._names:
            word = name.words[-1]
            if (len(name.words) > 1 or name.gender) and len(self.bearers(word)) > 1:
                found.setdefault(word, []).append((name.start, self._one_of(word, self.whole(name))))
        return found

    def _one_of(self, word: str, whole: str) -> str:
        """The name among those of the people with a last name that begins as a full name does."""
        first = _first_name(whole.split(maxsplit=1)[0])
        return next((one for one in self.bearers(word) if _first_name(one.split()[0]) == first), whole)

    def holder(self, last: str) -> str | None:
        """The full name of the person with a last name whom a role told from others."""
        full = self.called(last, None)
        return full.text if full else self._noble.get(last)

    def called(self, word: str, gender: str | None) -> Name | None:
        """The first full name of the article with that last word, and no other gender."""
        return next((full for full in self._by_last_word.get(word, ()) if self._agrees(full, gender)), None)

    @cached_property
    def _by_last_word(self) -> dict[str, list[Name]]:
        """The first full name of each gender, and without one, by last word."""
        found: dict[str, dict[str | None, Name]] = {}
        for full in self.full:
            found.setdefault(full.words[-1], {}).setdefault(full.gender, full)
        return {word: list(names.values()) for word, names in found.items()}

    @cached_property
    def _by_first_word(self) -> dict[str, Name]:
        """The first full name of a person by first word."""
        return {full.words[0]: full for full in reversed(self.full) if full.person}

    @cached_property
    def _longer(self) -> dict[tuple[str, ...], Name]:
        """The first full name by its last words, in lower case, where these are several: ``Van den Bosch``."""
        found: dict[tuple[str, ...], Name] = {}
        for full in sorted(self.full, key=lambda name: -len(name.words)):
            for first in range(1, len(full.words) - 1):
                found.setdefault(_lower(full.words[first:]), full)
        return found

    @cached_property
    def _noble(self) -> dict[str, str]:
        """Names of one word that are only given with a title that belongs to them: ``Prince Andrew``."""
        return {
            name.words[0]: f"{name.title.split()[-1]} {name.words[0]}"
            for name in reversed(self._names)
            if len(name.words) == 1 and name.title and name.title.split()[-1] in NOBLE
        }

    @staticmethod
    def _agrees(name: Name, gender: str | None) -> bool:
        return gender is None or name.gender is None or name.gender == gender

    @cached_property
    def _entered(self) -> frozenset[str]:
        """Words that something is said to be in or near."""
        return frozenset(found[1] for found in INSIDE.finditer(self._text))

    def may_be_person(self, whole: str) -> bool:
        """Nothing in a name says that it is no person's, and nothing is said to be in it."""
        if whole not in self._known:
            given = whole.split()
            self._known[whole] = (
                whole not in self._entered
                and NO_PERSON.isdisjoint(given)
                and not any(word[0].islower() and word not in PARTICLES for word in given)
            )
        return self._known[whole]

    def looks_like_person(self, whole: str) -> bool:
        """A full name without words of places, origins and bodies, or a name that is a person's somewhere."""
        if self.is_person(whole):
            return True
        given = whole.split()
        unlike = any(
            word in ABBREVIATIONS or word in ORIGINS or (len(word) > 1 and word.isupper()) for word in given
        ) or (given[0] in PLACES)
        return len(given) > 1 and not unlike and self.may_be_person(whole)

    def may_be_surname(self, whole: str) -> bool:
        """One word in which nothing says that it is the name of a place, of its people, or of a body."""
        unlike = whole.isupper() or whole in PLACES or whole in ORIGINS or whole in ABBREVIATIONS
        return " " not in whole and whole[:1].isupper() and not unlike and self.may_be_person(whole)

    def is_shown(self, whole: str) -> bool:
        """A person's name, or one whose last word alone names the same elsewhere: bodies are not called so."""
        first, last = whole.split(maxsplit=1)[0], whole.rsplit(maxsplit=1)[-1]
        return self.is_person(whole) or last in self._alone or first in self._persons

    def namesake(self, whole: str, gender: str) -> str | None:
        """The first full name with the last word of a name, and of that gender."""
        namesakes = self._by_last_word.get(whole.rsplit(maxsplit=1)[-1], ())
        return next((full.text for full in namesakes if full.gender == gender), None)

    def is_person(self, whole: str) -> bool:
        """Somewhere in the article the name has a title, a role or a first name."""
        return whole in self._persons

    @cached_property
    def _persons(self) -> frozenset[str]:
        """Names that have a title, a role or a first name."""
        return frozenset(name.text for name in self._names if name.person) | frozenset(self._noble.values())


def _lower(given: tuple[str, ...]) -> tuple[str, ...]:
    """Words in lower case: ``van den Bosch`` is ``Van den Bosch`` where a sentence begins."""
    return tuple(word.lower() for word in given)


def _first_name(word: str) -> str:
    """A first name as it is compared: short forms are the same, and so are writings with the same consonants."""
    word = word.lower()
    word = ALPHABETICALLY_FIRST.get(word, word)
    consonants = VOWELS.sub("", word)
    return word[0] + consonants if len(consonants) >= FEWEST_CONSONANTS else word


def _without_verb(name: Name, alone: AbstractSet[str]) -> Name:
    """A name without what follows it in a headline: ``Ana Ruiz Says``, where ``Ruiz`` is a name elsewhere."""
    given = name.words
    cut = len(given) > 2 and given[0] in FIRST_NAMES and given[1] in alone and given[-1] not in alone
    return name._replace(words=given[:2]) if cut else name
