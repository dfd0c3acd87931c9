"""Name the speaker whom a noun phrase mentions: by the name at its end, its author or role, or a group's words."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from timeline.extractors.statements.roles import Roles
from timeline.language.lexicon.titles import (
    BODIES,
    ELEGANT_NOUNS,
    GROUPS,
    HE_TITLES,
    NO_PERSON,
    ROLES,
    SHE_TITLES,
    TITLES,
    WRITINGS,
)
from timeline.language.lexicon.word_classes import HEAD_ENDS, NOBODY, PREPOSITIONS, WRITTEN
from timeline.language.lexicon.words import tree
from timeline.model.span import Span

if TYPE_CHECKING:
    from timeline.extractors.statements.people import People
    from timeline.language.document import Document
    from timeline.language.names import Name

OF_PLACE = re.compile(
    r" (?:of|for)(?: the| an?)? [A-Z][\w’'-]*(?:(?:,? and| &| of| of the| for| for the)? [A-Z][\w’'-]*){0,6}"
)
OWNER = re.compile(r"(?:\b[Tt]he |^)((?:[A-Z][\w.-]* ){0,4}[A-Z][\w.-]*(?:['’]s|s['’]) )$")
"""Before a body: ``Cook County Sheriff's``."""
ELEGANT = re.compile(rf"[Tt]he (?:[\w-]+ ){{0,2}}?(?:{tree(ELEGANT_NOUNS)}|\d\d-year-old)")
"""Another word for who speaks already: ``the expert``, ``the 30-year-old``."""
SPEAKING_THINGS = GROUPS | WRITINGS
ALL_BODIES = NO_PERSON | BODIES
COURTEOUS = HE_TITLES | SHE_TITLES
RUNNING = ""
"""Stands for who spoke last."""
WRITING_WORDS = 2
"""Between an author's name and the end of the mention stand at most so many words: ``'s statement``."""
LONGEST_GROUP_WORDS = 3
"""A group has at most so many words after the name that tells it from others."""
ROLES_AND_TITLES = ROLES | {title.lower().rstrip(".") for title in TITLES} | {"founder", "co-founder"}


class References:
    """The noun phrases of an article that may mention somebody."""

    def __init__(self, document: Document, people: People) -> None:
        self.document, self.names, self.people = document, document.names, people
        self.starts = people.starts
        self.roles = Roles(document)

    def named(self, source: Span) -> Name | str | None:
        """The name of a noun phrase, as it stands or in full: that of its head, apposition, author or role."""
        mention = source.cut(self.document.text)
        if mention.lower() in SPEAKING_THINGS or mention.split(None, 1)[0].lower() in NOBODY:
            return None
        addressed = self._addressed(source) or self._author(source)
        if addressed is not None:
            return addressed
        if holder := self.roles.holder(mention):
            return self.people.holder(holder)
        if ELEGANT.fullmatch(mention):
            return RUNNING
        heads = self._heads(source)
        for head in heads:
            last = self._name_at_end(head)
            if last is not None:
                return None if self._joined(last, source) else self._body(last, source) or last
        return self._group(heads[0]) if heads else None

    def _body(self, name: Name, source: Span) -> str | None:
        """The whole name of an office or body: ``University of Lisbon``, ``Cook County Sheriff's Office``."""
        if name.words[-1] not in ALL_BODIES:
            return None
        text = self.document.text
        found = OF_PLACE.match(text, name.end, source.end)
        owner = OWNER.search(text[source.start : name.start]) if len(name.words) == 1 else None
        return f"{owner[1] if owner else ''}{name.text}{found[0] if found else ''}" if found or owner else None

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
        before = self.document.text[source.start : max(name.outer, source.start)].split()
        written = before[-1:] == ["by"] and before[-2:-1] != [] and before[-2] in WRITTEN
        governed = bool(before) and before[-1].lower() in PREPOSITIONS and not written
        courteous = name.title.split()[-1:] and name.title.split()[-1] in COURTEOUS
        joined = before[-1:] == ["and"] and not self._has_two_roles(before)
        return None if joined or (governed and not (courteous and " " in name.title)) else name

    def _has_two_roles(self, before: list[str]) -> bool:
        """What stands before a title and ``and`` is another role of the same person: ``president and CEO Ana Ruiz``."""
        return before[-2:-1] != [] and before[-2].lower() in ROLES_AND_TITLES and before[0].lower() != "the"

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
        if not (words[-1] in SPEAKING_THINGS or words[-1].endswith("s")) or at >= len(self.names):
            return None
        name = self.names[at]
        between = text[name.end : head.end].split()
        if name.title or not between or len(between) > LONGEST_GROUP_WORDS:
            return None
        plain = (re.sub(r"['’]s$|s['’]$", "", word) for word in between)
        return text[name.start : head.end] if all(word.isalpha() and word.islower() for word in plain) else None

    def _heads(self, source: Span) -> list[Span]:
        """What stands before the first comma or preposition, then the appositions; names are whole."""
        tokens = self.document.tokens
        first, after = tokens.within(source)
        heads, start, open_, named = [], first, True, source.start
        for k in range(first, after):
            word = tokens.words[k]
            if tokens.starts[k] < named:
                continue
            at = bisect_left(self.starts, tokens.starts[k])
            if at < len(self.names) and self.names[at].start == tokens.starts[k]:
                named = self.names[at].end
            if word in ",(" or tokens.lower[k] in HEAD_ENDS:
                if open_ and k > start:
                    heads.append(Span(tokens.starts[start], tokens.ends[k - 1]))
                start, open_ = k + 1, word == ","
        if open_ and start < after:
            heads.append(Span(tokens.starts[start], tokens.ends[after - 1]))
        return heads[:2]

    def _name_at_end(self, head: Span) -> Name | None:
        """The name that ends where a noun phrase ends."""
        at = bisect_left(self.starts, head.end) - 1
        if at < 0 or self.names[at].start < head.start:
            return None
        name = self.names[at]
        return name if name.end == head.end and not name.possessive else None
