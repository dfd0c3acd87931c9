"""Find whose name a pronoun that opens a sentence stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from timeline.extractors.statements.genders import GENDERED, Genders
from timeline.extractors.statements.people import People
from timeline.language.lexicon.nationalities import ORIGINS
from timeline.language.lexicon.place_words import LISTED_PLACES
from timeline.language.lexicon.word_classes import PREPOSITIONS, PRONOUNS_OF_PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.language.document import Document
    from timeline.model.span import Span

OPENING_PRONOUN = re.compile(r"(He|She)\b")
MOST_SENTENCES = 4
"""A pronoun may stand behind so many sentences that open with the same one."""


class Subjects:
    """The people of one article, as the pronouns that open its sentences stand for them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._people = document.built(People)
        self._genders = Genders(document, self._people.full)
        self._starts = [sentence.start for sentence in document.sentences]

    def of(self, span: Span) -> str | None:
        """
        The full name of whom the pronoun stands for that opens some words.

        It is the subject of the sentence before; a sentence that opens with the same pronoun is passed over.
        """
        text = self.document.text
        pronoun = OPENING_PRONOUN.match(text, span.start)
        if pronoun is None:
            return None
        gender = pronoun[1].lower()
        at = bisect_right(self._starts, span.start) - 1
        for before in reversed(self.document.sentences[max(0, at - MOST_SENTENCES) : at]):
            earlier = OPENING_PRONOUN.match(text, before.start)
            if earlier is None or earlier[1] != pronoun[1]:
                return self._subject(before, gender)
        return None

    def _subject(self, sentence: Span, gender: str) -> str | None:
        """
        The only person of a gender in a sentence, where it is named first and no preposition stands before it.

        Neither does a pronoun of that gender. Else nobody: a wrong name is worse than none.
        """
        named = list(self._named(sentence))
        if not named:
            return None
        start, first = named[0]
        before = self.document.text[sentence.start : start]
        if PREPOSITIONS.intersection(before.lower().split()[-1:]) or any(
            PRONOUNS_OF_PEOPLE[found[0].lower()] == gender for found in GENDERED.finditer(before)
        ):
            return None
        return first if {whole for _, whole in named if self._may_be(whole, gender)} == {first} else None

    def _named(self, sentence: Span) -> Iterator[tuple[int, str | None]]:
        """
        Where, with their titles, which people are named in a sentence outside of quotations, in order.

        Of one who may be somebody else the name is None.
        """
        people, tokens = self._people, self.document.tokens
        first, end = (bisect_left(people.starts, place) for place in (sentence.start, sentence.end))
        for name in self.document.names[first:end]:
            if name.person is False or name.possessive or tokens.quoted[bisect_left(tokens.starts, name.start)]:
                continue
            whole = people.meant(name, frozenset(), None)
            if whole is not None and people.looks_like_person(whole) and people.is_shown(whole):
                yield name.outer, whole
            elif whole is None or (" " not in whole and not (whole in LISTED_PLACES or whole in ORIGINS)):
                yield name.outer, None

    def _may_be(self, whole: str | None, gender: str) -> bool:
        return whole is None or self._genders.of(whole) in (gender, None)
