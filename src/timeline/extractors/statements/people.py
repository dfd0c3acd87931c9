"""The people of an article by the words of their names."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.language.lexicon.titles import NO_PERSON, PARTICLES

if TYPE_CHECKING:
    from timeline.language.document import Document
    from timeline.language.names import Name

LONGEST_NAME_WORDS = 4
"""More capitals in a row are a headline's."""
LONGEST_NAME_CHARS = 250
"""No name has more characters; each event that it is in repeats it."""
INSIDE = re.compile(r"\b(?:in|near) ([^\W_]+(?:[-'’.][^\W_]+)*)")
"""What something is in is no person."""


class People:
    """
    The names of an article, to be looked up by a word of them.

    Attributes:
        full: Names of several words that may be people's.
    """

    def __init__(self, document: Document) -> None:
        self._text, self._names = document.text, document.names
        self._known: dict[str, bool] = {}
        """Whether a name may be a person's."""
        self.full = [
            name for name in self._names if 1 < len(name.words) <= LONGEST_NAME_WORDS and name.person is not False
        ]

    def whole(self, name: Name) -> str:
        """The full name that a name stands for: the first of the article with that last word, else with that first."""
        if len(name.words) > 1:
            return name.text
        word = name.words[0]
        fit = self.called(word, name.gender) or (self.called(word.title(), None) if word.isupper() else None)
        fit = fit or self._by_first_word.get(word)
        return fit.text if fit else name.text

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
            self._known[whole] = whole not in self._entered and not any(
                word in NO_PERSON or (word[0].islower() and word not in PARTICLES) for word in whole.split()
            )
        return self._known[whole]

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
        return frozenset(name.text for name in self._names if name.person)
