"""Resolve the mention of a speaker to a name within the article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from timeline.extractors.statements.genders import Genders
from timeline.extractors.statements.people import LONGEST_NAME_CHARS, People
from timeline.extractors.statements.roles import Roles
from timeline.language.lexicon.titles import (
    GROUPS,
    HE_TITLES,
    NO_PERSON,
    PLURAL_PEOPLE,
    SHE_TITLES,
    WRITINGS,
)
from timeline.language.lexicon.word_classes import HE_OR_SHE, HEAD_ENDS, PREPOSITIONS, PRONOUNS
from timeline.model.span import Span

if TYPE_CHECKING:
    from timeline.language.document import Document
    from timeline.language.names import Name

OF_PLACE = re.compile(r" of (?:the )?[A-Z]\w+(?: (?:and )?[A-Z]\w+)*")
FARTHEST_SENTENCES = 4
"""A pronoun's antecedent is looked for in so many sentences before its own."""
RECENT_CHARS = 900
"""Who spoke so few characters before still speaks."""
WRITING_WORDS = 2
"""Between an author's name and the end of the mention stand at most so many words: ``'s statement``."""
LONGEST_GROUP_WORDS = 3
"""A group has at most so many words after the name that tells it from others."""
NEXT_WORD = re.compile(r"\s*(\S+)")


class Speakers:
    """
    The people of an article, and who spoke last.

    Mentions are resolved in the order of the text, as a later pronoun stands for an earlier speaker.
    """

    def __init__(self, document: Document) -> None:
        self.document, self.names = document, document.names
        self.paragraph_starts = [paragraph.start for paragraph in document.paragraphs]
        self.sentence_starts = [sentence.start for sentence in document.sentences]
        self.starts = [name.start for name in self.names]
        self.people = People(document)
        self.genders = Genders(document, self.people.full)
        self.last: tuple[int, str, bool] | None = None
        self.spoken: set[str] = set()
        self.roles = Roles(document)
        self._groups: dict[Span, tuple[int, str | None]] = {}
        self._anew: dict[tuple[Span, str], str | None] = {}
        self._passed: dict[tuple[Span, str], tuple[int, int]] = {}
        """How many had spoken when the names up to an index did not fit, by sentence and pronoun."""

    def resolve(self, source: Span, *, quoted: bool) -> str | None:
        """
        The name that a mention stands for, or None where it is nobody's, or unclear.

        Args:
            source: Where the mention stands.
            quoted: It is the source of a quotation: then a pronoun is sooner the one who spoke last.
        """
        mention = source.cut(self.document.text).lower()
        pronoun = mention in PRONOUNS
        name = self._pronoun(source.start, mention, quoted=quoted) if pronoun else self._mention(source)
        name = None if name is not None and len(name) > LONGEST_NAME_CHARS else name
        if name is not None and self.people.may_be_person(name):
            self.last = (source.start, name, name.split()[-1] == mention.title() or mention in HE_OR_SHE)
            self.spoken.add(name)
        return name

    def is_known(self, source: Span) -> bool:
        """The words at a place name a person whose full name the article gives."""
        at = bisect_left(self.starts, source.start)
        at += at < len(self.names) and self.names[at].end < source.end
        if at >= len(self.names) or self.names[at].end > source.end or self.names[at].person is False:
            return False
        return " " in self.people.whole(self.names[at])

    def _mention(self, source: Span) -> str | None:
        """The name of a noun phrase: that of its head, or of its apposition; a group is named by its own words."""
        if source.cut(self.document.text).lower() in GROUPS | WRITINGS:
            return None
        addressed = self._addressed(source) or self._author(source)
        if addressed is not None:
            return self.people.whole(addressed)
        if holder := self.roles.holder(source.cut(self.document.text)):
            full = self.people.called(holder, None)
            return full.text if full else None
        heads = self._heads(source)
        for head in heads:
            last = self._name_at_end(head)
            if last is not None:
                return None if self._joined(last, source) else self._of(last, source) or self.people.whole(last)
        return self._group(heads[0]) if heads else None

    def _of(self, name: Name, source: Span) -> str | None:
        """The whole name of an office or body: ``University of Lisbon``."""
        found = OF_PLACE.match(self.document.text, name.end, source.end)
        if found is None or name.words[-1] not in NO_PERSON:
            return None
        return f"{name.text}{found[0]}"

    def _joined(self, name: Name, source: Span) -> bool:
        """Another name is joined to this one: two speak."""
        following = self.document.text[name.end : min(source.end, name.end + 12)].split()
        return len(following) > 1 and following[0] == "and" and (following[1][0].isupper() or following[1] == "the")

    def _addressed(self, source: Span) -> Name | None:
        """The person that a mention's first part ends with, after a title or role that no preposition governs."""
        comma = self.document.text.find(",", source.start, source.end)
        name = self._name_at_end(Span(source.start, source.end if comma < 0 else comma))
        if name is None or not name.person:
            return None
        before = self.document.text[source.start : name.outer].split()
        governed = bool(before) and before[-1].lower() in PREPOSITIONS | {"and"}
        courteous = name.title.split()[-1:] and name.title.split()[-1] in HE_TITLES | SHE_TITLES
        return None if governed and not (courteous and " " in name.title) else name

    def _author(self, source: Span) -> Name | None:
        """Who wrote or made what speaks: ``Ruiz's statement``."""
        words = self.document.text[source.start : source.end].split()
        at = bisect_left(self.starts, source.start)
        if words[-1] not in WRITINGS or at >= len(self.names):
            return None
        name = self.names[at]
        is_last = len(self.document.text[name.end : source.end].split()) <= WRITING_WORDS
        return name if name.possessive and name.person is not False and name.start < source.end and is_last else None

    def _group(self, head: Span) -> str | None:
        """A group or organisation that a name before a common noun tells from others: ``Tonga officials``."""
        text = self.document.text
        words = head.cut(text).split()
        at = bisect_left(self.starts, head.start)
        if not (words[-1] in GROUPS | WRITINGS or words[-1].endswith("s")) or at >= len(self.names):
            return None
        name = self.names[at]
        between = text[name.end : head.end].split()
        if name.title or not between or len(between) > LONGEST_GROUP_WORDS:
            return None
        return text[name.start : head.end] if all(word.isalpha() and word.islower() for word in between) else None

    def _heads(self, source: Span) -> list[Span]:
        """What stands before the first comma or preposition, then the appositions."""
        tokens = self.document.tokens
        first, after = tokens.within(source)
        heads, start, open_ = [], first, True
        for k in range(first, after):
            word = tokens.words[k]
            if word in ",(" or tokens.lower[k] in HEAD_ENDS:
                if open_ and k > start:
                    heads.append(Span(tokens.starts[start], tokens.ends[k - 1]))
                start, open_ = k + 1, word == ","
        if open_:
            heads.append(Span(tokens.starts[start], tokens.ends[after - 1]))
        return heads[:2]

    def _name_at_end(self, head: Span) -> Name | None:
        """The name that ends where a noun phrase ends."""
        at = bisect_left(self.starts, head.end) - 1
        if at < 0 or self.names[at].start < head.start:
            return None
        name = self.names[at]
        return name if name.end == head.end and not name.possessive else None

    def _pronoun(self, start: int, mention: str, *, quoted: bool) -> str | None:
        """Who he or she is: the subject of this sentence or one before it, or who spoke last."""
        if mention == "they":
            return self._people(start)
        if mention not in HE_OR_SHE:
            return None
        for sentence in self._back(start):
            if quoted and sentence.start < self._paragraph(start):
                return (
                    self._introduced(sentence, mention)
                    or self._named_anew(sentence, start, mention)
                    or self._speaker(mention, start - RECENT_CHARS)
                    or self._subject(sentence, start, mention)
                )
            subject = self._subject(sentence, start, mention)
            if subject:
                return subject
        return self._speaker(mention, 0)

    def _back(self, start: int) -> list[Span]:
        """The sentence of a place and those before it, nearest first."""
        at = bisect_right(self.sentence_starts, start) - 1
        return [self.document.sentences[k] for k in range(at, max(-1, at - FARTHEST_SENTENCES - 1), -1)]

    def _paragraph(self, start: int) -> int:
        """Where the paragraph of a place starts."""
        at = bisect_right(self.paragraph_starts, start) - 1
        return self.paragraph_starts[at]

    def _speaker(self, gender: str, after: int) -> str | None:
        """Who spoke last, if not before a place and of that gender."""
        if self.last is None or self.last[0] < after:
            return None
        if (self.genders.of(self.last[1]) or gender) == gender:
            return self.last[1]
        return self.people.namesake(self.last[1], gender) if self.last[2] else None

    def _subject(self, sentence: Span, before: int, gender: str) -> str | None:
        """Who speaks in a sentence or is named first in it, of that gender."""
        if self.last and sentence.start <= self.last[0] < min(sentence.end, before):
            speaker = self._speaker(gender, 0)
            if speaker:
                return speaker
        if (
            self.document.text[sentence.start : min(sentence.end, sentence.start + 8)]
            .lower()
            .startswith(("he ", "she "))
        ):
            return None
        return self._leading(sentence, before, gender)

    def _people(self, before: int) -> str | None:
        """The first group of people of the sentence before a place, told by a name: ``Lisbon officials``."""
        sentence = self._back(before)[0]
        if sentence not in self._groups:
            self._groups[sentence] = self._first_group(sentence)
        end, group = self._groups[sentence]
        return group if end <= before else None

    def _first_group(self, sentence: Span) -> tuple[int, str | None]:
        """The first group of people of a sentence, and where it ends."""
        for name in self.names[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]:
            following = NEXT_WORD.match(self.document.text, name.end, sentence.end)
            if following and following[1] in PLURAL_PEOPLE and not name.title:
                return following.end(), f"{name.text} {following[1]}"
        return 0, None

    def _named_anew(self, sentence: Span, before: int, gender: str) -> str | None:
        """The subject of the sentence before a quotation, when who spoke last is not in its paragraph."""
        if self.last is not None and self.last[0] >= self._paragraph(sentence.start):
            return None
        name = self._leading(sentence, before, gender)
        return name if name is not None and self.genders.of(name) == gender else None

    def _introduced(self, sentence: Span, gender: str) -> str | None:
        """A person whom the sentence before a quotation names for the first time, with a description."""
        if (sentence, gender) not in self._anew:
            self._anew[sentence, gender] = self._named_first(sentence, gender)
        return self._anew[sentence, gender]

    def _named_first(self, sentence: Span, gender: str) -> str | None:
        """The last of the persons whom a sentence names for the first time, with a description."""
        text = self.document.text
        for name in reversed(
            self.names[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]
        ):
            described = len(name.words) > 1 and text[name.end : name.end + 1] == "," and name.person is not False
            if (
                described
                and (self.genders.of(name.text) or gender) == gender
                and self.names[self.genders.places[name.words[-1]][0]].start >= name.start
            ):
                return name.text
        return None

    def _leading(self, sentence: Span, before: int, gender: str) -> str | None:
        """The first person named in a sentence outside of quotations, of that gender."""
        tokens = self.document.tokens
        spoken, passed = self._passed.get((sentence, gender), (-1, 0))
        begin = passed if spoken == len(self.spoken) else bisect_left(self.starts, sentence.start)
        end = bisect_left(self.starts, min(sentence.end, before))
        for name in self.names[begin:end]:
            k = bisect_left(tokens.starts, name.start)
            is_headline = name.end - name.start > LONGEST_NAME_CHARS
            if name.possessive or name.person is False or tokens.quoted[k] or is_headline:
                continue
            whole = self.people.whole(name)
            known = self.genders.of(whole) or name.gender
            if known == gender or (known is None and (whole in self.spoken or self.people.is_person(whole))):
                return whole
        self._passed[sentence, gender] = len(self.spoken), max(begin, end)
        return None
