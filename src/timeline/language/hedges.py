"""Read the words that hedge a number, and what they say of the least and the most that it can be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.language.lexicon.quantity_words import BOUNDED_ABOVE, BOUNDED_BELOW, HEDGES

if TYPE_CHECKING:
    from decimal import Decimal

_GROUPS = {name.replace(" ", "_"): name for name in HEDGES}
BEFORE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<{group}>{HEDGES[name]})' for group, name in _GROUPS.items())})"
    r"(?: (?:a|an|the|another|about|around|additional|further|total of|of|some|its|their|other|only|record))* ?\Z"
)
BEFORE_CHARS = 44
"""So many characters before a number its hedge is looked for."""
MAY_END = re.compile(r"[a-z~.] ?\Z")
"""Before a number: a hedge may end there."""
BEHIND = re.compile(
    r"(?P<at_least>\+|-?plus\b| or more\b| and (?:up|more|counting)\b)|(?P<up_to> or (?:less|fewer)\b)"
    r"|(?P<around>-odd\b| or so\b)"
)


def hedge_before(lower: str, at: int) -> str | None:
    """How the words before a number, in lower case, hedge it."""
    if not MAY_END.search(lower, max(0, at - 2), at):
        return None
    found = BEFORE.search(lower, max(0, at - BEFORE_CHARS), at)
    return None if found is None else _GROUPS[str(found.lastgroup)]


def hedge_behind(lower: str, at: int) -> str | None:
    """How the words behind a number hedge it."""
    found = BEHIND.match(lower, at)
    return None if found is None else _GROUPS[str(found.lastgroup)]


def bounds(value: Decimal, hedge: str | None) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a hedged number can be, as far as its hedge says."""
    return value if hedge in BOUNDED_BELOW else None, value if hedge in BOUNDED_ABOVE else None
