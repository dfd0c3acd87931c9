"""Find who takes part in what happens, and where it happens, as a clause names them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from timeline.extractors.occurrences.trigger import FINITE, is_past
from timeline.language.lexicon.first_names import HE_NAMES, SHE_NAMES
from timeline.language.lexicon.nationalities import NO_PARTICIPANTS, ORIGINS
from timeline.language.lexicon.place_words import (
    BEFORE_ANY_PLACE,
    BEFORE_PLACES,
    LISTED_PLACES,
    PLACE_FIRST_WORDS,
    PLACE_NOUNS,
    PLACE_UNITS,
)
from timeline.language.lexicon.places import QUALIFYING
from timeline.language.lexicon.titles import NO_NAME, NO_PERSON
from timeline.language.lexicon.word_classes import BEFORE_NAMES, NO_VERB
from timeline.language.lexicon.words import tree
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.language.document import Document
    from timeline.language.names import Name

OFFICE_HEADS = NO_PERSON - LISTED_PLACES
OFFICE_LINKS = (" of ", " of the ", " for ", " for the ", " on ")
"""What joins the two names of one office: ``Department of Justice``."""
TITLE_CASE_SHARE = 0.7
"""A name that is more of a clause than this is a line with capitals for emphasis."""
PREPOSITION_CHARS = 24
"""So many characters before a name its preposition is looked for."""
COMPOUNDED = re.compile(r"-[a-z]")
NEXT = re.compile(r" ([a-z-]{2,})")
UNIT_BEHIND = re.compile(rf" (?:{tree(PLACE_UNITS)})\b")
UNIT_BEFORE = re.compile(rf"\b(?:{tree(PLACE_UNITS)}) of \Z")
NO_NOUN = FINITE | NO_VERB
Kind = Literal["nobody", "listed", "office", "any"]


class NameIndex:
    """The names of an article, those of places apart, to be looked up by clause."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self._starts: list[int] = []
        self._named: list[tuple[int, int, bool]] = []
        """Start, end, and whether it is a place."""
        names, times = document.names, document.timexes
        begun = [timex.span.start for timex in times]
        for name in _joined(self.text, names):
            if len(name.words) == 1 and name.words[0] not in document.sure_names and name.words[0] not in LISTED_PLACES:
                continue
            kind = _kind(name.words)
            if kind == "any" and self._has_unit(name):
                kind = "listed"
            if name.words[0] in QUALIFYING and self._qualifies(name):
                continue
            at = bisect_left(begun, name.end)
            if kind != "nobody" and not (at and times[at - 1].span.end > name.start):
                place = kind != "office" and not name.person and self._is_place(name, kind)
                self._starts.append(name.start)
                self._named.append((name.start, name.end, place))

    def participants_and_places(self, span: Span) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Who takes part and where, each once, in the order of the text."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        most = TITLE_CASE_SHARE * (span.end - span.start)
        participants: dict[str, Span] = {}
        places: dict[str, Span] = {}
        backwards: list[str] = []
        for start, end, place in self._named[first:last]:
            text = self.text[start:end]
            at = bisect_left(backwards, text[::-1])
            if end > span.end or end - start >= most or (at < len(backwards) and backwards[at].startswith(text[::-1])):
                continue
            if place:
                places.setdefault(text, Span(start, end))
            else:
                participants[text] = Span(start, end)
                backwards.insert(at, text[::-1])
        return tuple(participants.values()), tuple(places.values())

    def _is_place(self, name: Name, kind: Kind) -> bool:
        """It is known for a place and stands where a place does, or where nothing else stands; or behind a place."""
        words = self.text[max(0, name.start - PREPOSITION_CHARS) : name.start].rsplit(None, 2)
        if not words:
            return False
        before = words[-2:][0] if words[-1] in BEFORE_NAMES else words[-1]
        if kind != "listed":
            return before in BEFORE_ANY_PLACE and not name.possessive
        last = self._named[-1] if self._named else None
        return before.lower() in BEFORE_PLACES or (
            last is not None and last[2] and self.text[last[1] : name.start] in (", ", " and ", " and the ")
        )

    def _has_unit(self, name: Name) -> bool:
        """A noun beside it says that it is a place's: ``Belovsky district``, ``the town of Mayfield``."""
        before = self.text[max(0, name.start - PREPOSITION_CHARS) : name.start]
        return bool(UNIT_BEHIND.match(self.text, name.end) or UNIT_BEFORE.search(before))

    def _qualifies(self, name: Name) -> bool:
        """It only qualifies the next word: ``US troops``."""
        following = NEXT.match(self.text, name.end)
        return following is not None and following[1] not in NO_NOUN and not is_past(following[1])


def _joined(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Names, the two of one office as one."""
    before: Name | None = None
    is_joined = False
    for name in names:
        if before is not None:
            if before.words[-1] in OFFICE_HEADS and text[before.end : name.start] in OFFICE_LINKS:
                last = text[name.start : name.end].rsplit(maxsplit=1)[-1]
                before = before._replace(end=name.end, words=(*before.words[:1], last), possessive=name.possessive)
                is_joined = True
                continue
            yield _respelled(text, before) if is_joined else before
        before, is_joined = name, False
    if before is not None:
        yield _respelled(text, before) if is_joined else before


def _respelled(text: str, name: Name) -> Name:
    """A name with all words that stand between its ends."""
    return name._replace(words=tuple(text[name.start : name.end].split()))


@lru_cache(maxsize=4096)
def _kind(name: tuple[str, ...]) -> Kind:
    """
    What a name can be by its words alone.

    Nobody: a word of origin, a language, a medium, capitals for emphasis; else a place, an office, or anything.
    """
    text = " ".join(name)
    if text in LISTED_PLACES:
        return "listed"
    last = name[-1]
    if len(name) > 1:
        if text.isupper() or last in NO_PARTICIPANTS or last in ORIGINS:
            return "nobody"
        known = (
            last in PLACE_NOUNS
            or name[0] in PLACE_FIRST_WORDS
            or (last in LISTED_PLACES and name[0] not in HE_NAMES and name[0] not in SHE_NAMES)
        )
        return "listed" if known else "office" if last in NO_PERSON else "any"
    if (
        last in NO_PARTICIPANTS
        or last in ORIGINS
        or last in NO_NAME
        or len(last.rstrip(".")) < 2
        or COMPOUNDED.search(last)
    ):
        return "nobody"
    return "office" if last in NO_PERSON or last.isupper() else "any"
