"""Find who a description such as "the mayor" stands for: the one person whom the article gives that role."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.language.lexicon.places import STATE_ABBREVIATIONS
from timeline.language.lexicon.titles import ROLES, SHORT_TITLES, TELLING
from timeline.language.lexicon.words import tree

if TYPE_CHECKING:
    from timeline.language.document import Document
    from timeline.language.names import Name

ROLE = tree(ROLES)
APPOSITION = re.compile(rf", (?:an?|the|its|their|\w+[’']s)? ?((?:[\w’'-]+ ){{0,3}}?)({ROLE})\b(?! [A-Z])")
"""After a name: ``, the mayor of Lisbon``."""
PARTY = re.compile(r",? \(?([RD])-([A-Z][\w.]*(?: [A-Z][\w.]*)?)")
"""After a name: ``(R-Ohio)``."""
PARTIES = {"R": "republican", "D": "democrat"}
DESCRIPTION = re.compile(rf"the ((?:[\w-]+ ){{0,3}}?)({ROLE})$", re.IGNORECASE)
"""A mention by a role, perhaps with a country, state or party."""
WORD_BEFORE = re.compile(r"([\w-]+) $")
"""The word before a name."""
SAME = {"us": "american", "uk": "british"}
"""Words for one country before a role."""


class Roles:
    """
    Who has which role in an article.

    A role that two people have stands for neither. *Former* and the like make it another role.
    """

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def holders(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """Last names, with all words of the title or description that gives the role, by role."""
        found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for name in self.document.names:
            if name.person is False:
                continue
            for given in self._descriptions(name):
                telling = frozenset(map(_plain, given))
                for word in telling & ROLES:
                    found[word].append((name.words[-1], telling))
        return dict(found)

    def _descriptions(self, name: Name) -> list[list[str]]:
        """The words before a name, and those of the description behind it."""
        text = self.document.text
        before = WORD_BEFORE.search(text, max(0, name.outer - 24), name.outer)
        found = [[*name.title.split(), *([before[1]] if before else [])]]
        if len(name.words) > 1 and (apposition := APPOSITION.match(text, name.end)):
            found.append([*apposition[1].split(), apposition[2]])
        if party := PARTY.match(text, name.end):
            state = party[2].rstrip(".")
            found.append([PARTIES[party[1]], *STATE_ABBREVIATIONS.get(state, state).split()])
        return found

    def holder(self, mention: str) -> str | None:
        """The last name of the one person whom a description fits: ``the mayor``, ``the Ohio Republican``."""
        found = DESCRIPTION.fullmatch(mention)
        if found is None:
            return None
        wanted = frozenset(map(_plain, found[1].split()))
        people = {
            last
            for last, given in self.holders.get(found[2].lower(), ())
            if wanted <= given and given & TELLING == wanted & TELLING
        }
        return next(iter(people)) if len(people) == 1 else None


def _plain(word: str) -> str:
    """A word of a title or description as it is compared."""
    word = word.lower().removesuffix("'s").removesuffix("’s").rstrip(".").replace("u.s", "us").replace("u.k", "uk")
    return SAME.get(word, SHORT_TITLES.get(word, word))
