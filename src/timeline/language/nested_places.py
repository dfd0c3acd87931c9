"""Read in what a place lies, as the words beside it say: ``Sudzha in the Kursk region``, ``Paris, Texas``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.language.lexicon.place_words import LISTED_PLACES, PLACE_UNITS
from timeline.language.lexicon.places import STATE_ABBREVIATIONS
from timeline.language.lexicon.words import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NAME = r"[A-Z][\w’'-]*(?:\.[A-Z])*(?: [A-Z][\w’'-]*){0,4}"
UNIT = rf"(?: ({tree(PLACE_UNITS)})\b)?"
PART = r"(?:the )?(?:(?:far |north|south)?(?:north|south|east|west|central)(?:ern)? )?"
OUTER = re.compile(rf"(?:(?P<comma>, )|,? (?:in|of) |, in ){PART}(?P<name>{NAME}){UNIT}")
"""What stands behind a place and what that lies in."""
INNER = re.compile(rf"['’]s? {PART}(?P<name>{NAME}){UNIT}")
"""What stands behind a place that what follows lies in: ``Russia's Belgorod region``."""
LISTED = re.compile(rf"(?:, {NAME})*,? (?:and|or) {NAME}")
"""What stands behind the second of several places that lie beside each other."""
OWN_UNIT = re.compile(UNIT)
MOST_LEVELS = 4


class NamedPlace(NamedTuple):
    """
    A place as a text names it.

    Attributes:
        name: ``Kursk``.
        unit: The noun behind it, ``region``; None where there is none.
    """

    name: str
    unit: str | None = None

    def __str__(self) -> str:
        """As it is written."""
        return f"{self.name} {self.unit}" if self.unit else self.name


Nested = tuple[NamedPlace, ...]
"""A place and what it lies in, the smallest first."""


def nested(text: str, names: Iterable[str]) -> tuple[Nested, ...]:
    """
    Places of a text with all that the words beside them put them in, in the order of the text.

    Args:
        text: A sentence or clause.
        names: Those of its places, as they are written there; one that another lies in is told with that one alone.
    """
    known = frozenset(names)
    found: list[Nested] = []
    end = 0
    for start, name in sorted(_placed(text, known)):
        if start >= end:
            chain, end = _chain(text, start, name, known)
            found.append(chain)
    return tuple(dict.fromkeys(found))


def _placed(text: str, names: frozenset[str]) -> Iterator[tuple[int, str]]:
    for name in names:
        at = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        if at:
            yield at.start(), name


def _chain(text: str, start: int, name: str, known: frozenset[str]) -> tuple[Nested, int]:
    """What begins there, and where its words end."""
    end = start + len(name)
    own = OWN_UNIT.match(text, end)
    unit = own[1] if own else None
    chain: Nested = (NamedPlace(name, unit),)
    end += len(f" {unit}") if unit else 0
    inner = INNER.match(text, end)
    if inner and (inner[2] or inner["name"] in known):
        return (NamedPlace(inner["name"], inner[2]), *chain), inner.end()
    while len(chain) < MOST_LEVELS:
        outer = OUTER.match(text, end)
        if not outer or (outer["comma"] and LISTED.match(text, outer.end())):
            break
        place = _outer(outer["name"], outer[3], known)
        if place is None:
            break
        chain, end = (*chain, place), outer.end()
    return chain, end


def _outer(name: str, unit: str | None, known: frozenset[str]) -> NamedPlace | None:
    """The place behind another; None where nothing shows that it is one."""
    if name in STATE_ABBREVIATIONS:
        return NamedPlace(STATE_ABBREVIATIONS[name])
    return NamedPlace(name, unit) if unit or name in known or name in LISTED_PLACES else None
