"""Tell which pronoun goes with a name: by title or first name, else by the pronouns that follow it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.language.lexicon.word_classes import PRONOUNS_OF_PEOPLE
from timeline.language.lexicon.words import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.language.document import Document
    from timeline.language.names import Name

FEWEST_VOTES = 3
"""So many of one pronoun make it certain, if it is twice as many as of any other."""
GENDERED = re.compile(r"\b(?:" + tree(PRONOUNS_OF_PEOPLE) + r")\b", re.IGNORECASE)


class Genders:
    """The pronouns of the people of an article, ``he`` or ``she``, each found when it is first asked for."""

    def __init__(self, document: Document, full: Iterable[Name]) -> None:
        self.document, self.names = document, document.names
        self.votes: dict[tuple[str, ...], Counter[str]] = {}
        self.known: dict[str, str | None] = {name.text: name.gender for name in full if name.gender}
        self._said = frozenset(self.known)

    def of(self, whole: str) -> str | None:
        """The pronoun that goes with a full name; None where none does, and for words of a headline in capitals."""
        if whole not in self.known:
            self.known[whole] = self._followed_by(whole) if " " in whole and not whole[1].isupper() else None
        return self.known[whole]

    def may_be(self, whole: str, gender: str, *, is_running: bool) -> bool:
        """A pronoun may go with a full name; of who spoke just before, unless it is certain that another one does."""
        return (self.of(whole) or gender) == gender or (is_running and not self._is_certain(whole))

    def _is_certain(self, whole: str) -> bool:
        """A title or a first name says which pronoun goes with a full name, or several behind it do, and few others."""
        best = [*(count for _, count in self._pronouns(tuple(whole.split())).most_common(2)), 0, 0]
        return whole in self._said or best[0] >= max(FEWEST_VOTES, 2 * best[1])

    def _followed_by(self, whole: str) -> str | None:
        """The pronoun that most often follows a name, in full or else its last word, in its sentence."""
        given = tuple(whole.split())
        best = self._pronouns(given).most_common(2) or self._pronouns(given[-1:]).most_common(2)
        return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None

    def _pronouns(self, given: tuple[str, ...]) -> Counter[str]:
        """How often which pronoun follows a full name, or any name with a last word."""
        if given not in self.votes:
            text, votes = self.document.text, Counter[str]()
            for at in self.places.get(given[-1], ()):
                name = self.names[at]
                if len(given) > 1 and name.words != given:
                    continue
                following = self.names[at + 1].start if at + 1 < len(self.names) else len(text)
                end = min(following, self._sentence_end(name.start))
                votes.update(PRONOUNS_OF_PEOPLE[found[0].lower()] for found in GENDERED.finditer(text, name.end, end))
            self.votes[given] = votes
        return self.votes[given]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The indices of the names that end with a word."""
        found: dict[str, list[int]] = {}
        for at, name in enumerate(self.names):
            found.setdefault(name.words[-1], []).append(at)
        return found

    def _sentence_end(self, at: int) -> int:
        """Where the sentence of a place ends."""
        sentences = self.document.sentences
        return sentences[bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1].end
