"""Find who a description such as "the mayor" stands for: the one person whom the article gives that role."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.language.lexicon.titles import ROLES
from timeline.language.lexicon.words import alternatives

if TYPE_CHECKING:
    from timeline.language.document import Document

ROLE = alternatives(ROLES)
APPOSITION = re.compile(rf", (?:an?|the|its|their|\w+[’']s)? ?((?:[\w’'-]+ ){{0,3}}?)({ROLE})\b(?! [A-Z])")
"""After a name: ``, the mayor of Lisbon``."""
DESCRIPTION = re.compile(rf"the ((?:[\w-]+ ){{0,2}}?)({ROLE})$", re.IGNORECASE)
"""A mention by a role alone."""
WORD_BEFORE = re.compile(r"([\w-]+) $")
"""The word before a name."""


class Roles:
    """
    Who has which role in an article.

    A role that two people have stands for neither. *Former* and the like make it another role.
    """

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def holders(self) -> dict[str, set[str]]:
        """Last names by role."""
        found: dict[str, set[str]] = defaultdict(set)
        text = self.document.text
        for name in self.document.names:
            if name.person is False:
                continue
            words = [word.lower() for word in name.title.split()]
            if before := WORD_BEFORE.search(text, max(0, name.outer - 24), name.outer):
                words.append(before[1])
            if len(name.words) > 1 and (apposition := APPOSITION.match(text, name.end)):
                words += [*apposition[1].split(), apposition[2]]
            former = "former " if "former" in words else ""
            for word in words:
                found[former + word].add(name.words[-1])
        return dict(found)

    def holder(self, mention: str) -> str | None:
        """The last name of the one person whom a description fits, if it is a role alone: ``the mayor``."""
        found = DESCRIPTION.fullmatch(mention)
        if found is None:
            return None
        people = self.holders.get(found[1].lower() + found[2].lower(), set())
        return next(iter(people)) if len(people) == 1 else None
