"""This file resolves the mention of a speaker to a name within the article."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from timeline.extractors._word_classes import PREPOSITIONS, PRONOUNS

if TYPE_CHECKING:
    from timeline.document import Document
    from timeline.language.names import Name
    from timeline.span import Span

HE_OR_SHE = frozenset(("he", "she"))
SENTENCES_BACK = 4
"""A pronoun's antecedent is looked for in so many sentences before its own."""
ENDS_HEAD = PREPOSITIONS | {"who", "whose", "which", "and", "or"}


class Speakers:
    """
    The people of an article, and who spoke last.

    Mentions are resolved in the order of the text, as a later pronoun stands for an earlier speaker.
    """

    def __init__(self, document: Document) -> None:
        self.document, self.names = document, document.names
        self.starts = [name.start for name in self.names]
        self.full = [name for name in self.names if len(name.words) > 1 and name.person is not False]
        self.genders = {name.text: name.gender for name in self.full if name.gender}
        self.last: tuple[int, str] | None = None

    def resolve(self, source: Span) -> str | None:
        """The name that a mention stands for, or None where it is nobody's, or unclear."""
        mention = source.cut(self.document.text).lower()
        name = self._pronoun(source.start, mention) if mention in PRONOUNS else self._mention(source)
        if name is not None:
            self.last = (source.start, name)
        return name

    def is_known(self, source: Span) -> bool:
        """The words at a place name a person whose full name the article gives."""
        at = bisect_left(self.starts, source.start)
        at += at < len(self.names) and self.names[at].end < source.end
        if at >= len(self.names) or self.names[at].end > source.end or self.names[at].person is False:
            return False
        return " " in self._whole(self.names[at])

    def _mention(self, source: Span) -> str | None:
        """The name of a noun phrase: that of its head, or of its apposition."""
        for head in self._heads(source):
            last = self._name_at_end(head)
            if last is not None:
                return self._whole(last)
        return None

    def _heads(self, source: Span) -> list[Span]:
        """What stands before the first comma or preposition, then the appositions."""
        from timeline.span import Span as Place  # noqa: PLC0415

        tokens = self.document.tokens
        first, after = tokens.within(source)
        heads, start, open_ = [], first, True
        for k in range(first, after):
            word = tokens.words[k]
            if word in ",(" or tokens.lower[k] in ENDS_HEAD:
                if open_ and k > start:
                    heads.append(Place(tokens.starts[start], tokens.ends[k - 1]))
                start, open_ = k + 1, word == ","
        if open_ and after > start:
            heads.append(Place(tokens.starts[start], tokens.ends[after - 1]))
        return heads[:2]

    def _name_at_end(self, head: Span) -> Name | None:
        """The name that ends where a noun phrase ends."""
        at = bisect_left(self.starts, head.end) - 1
        if at < 0 or self.names[at].start < head.start:
            return None
        name = self.names[at]
        return name if name.end == head.end and not name.possessive else None

    def _whole(self, name: Name) -> str:
        """The full name that a name stands for: the nearest before it with that last word, else the first after."""
        if len(name.words) > 1:
            return name.text
        word = name.words[0]
        fits = [full for full in self.full if full.words[-1] == word and self._agrees(full, name.gender)]
        fits = fits or [full for full in self.full if full.words[0] == word]
        before = [full for full in fits if full.start < name.start]
        chosen = before[-1] if before else fits[0] if fits else name
        return chosen.text

    @staticmethod
    def _agrees(name: Name, gender: str | None) -> bool:
        return gender is None or name.gender is None or name.gender == gender

    def _pronoun(self, start: int, mention: str) -> str | None:
        """Who he or she is: the subject of this sentence or one before it, or who spoke last."""
        if mention not in HE_OR_SHE:
            return None
        sentences = self.document.sentences
        at = bisect_left([sentence.start for sentence in sentences], start + 1) - 1
        for back in range(SENTENCES_BACK + 1):
            if at - back < 0:
                break
            sentence = sentences[at - back]
            if self.last and sentence.start <= self.last[0] < min(sentence.end, start):
                name = self.last[1]
                if self.genders.get(name, mention) == mention:
                    return name
            lead = self._leading(sentence, start, mention)
            if lead:
                return lead
        if self.last and self.genders.get(self.last[1], mention) == mention:
            return self.last[1]
        return None

    def _leading(self, sentence: Span, before: int, gender: str) -> str | None:
        """The first person named in a sentence outside of quotations, of that gender."""
        tokens = self.document.tokens
        for at in range(bisect_left(self.starts, sentence.start), len(self.names)):
            name = self.names[at]
            if name.start >= min(sentence.end, before):
                return None
            k = bisect_left(tokens.starts, name.start)
            if name.possessive or name.person is False or (k < len(tokens.quoted) and tokens.quoted[k]):
                continue
            whole = self._whole(name)
            known = self.genders.get(whole, name.gender)
            if known == gender or (known is None and (name.person or " " in whole) and self._is_person(whole)):
                return whole
        return None

    def _is_person(self, whole: str) -> bool:
        """Somewhere in the article the name has a title, a role or a first name."""
        return any(name.person and name.text == whole for name in self.names)
