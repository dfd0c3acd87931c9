"""Read tables of words that are written as plain text, and turn them into parts of regular expressions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def words(table: str) -> frozenset[str]:
    """The words of a table, white space between them."""
    return frozenset(table.split())


def either_apostrophe(table: str) -> frozenset[str]:
    """The words of a table that is written with straight apostrophes, and the same with curly ones."""
    return words(table) | words(table.replace("'", "’"))


def capitalized(table: Iterable[str]) -> frozenset[str]:
    """Words as they are written at the beginning of a sentence."""
    return frozenset(word.capitalize() for word in table)


def alternatives(table: Iterable[str]) -> str:
    """The source of a regular expression for any of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(table, key=lambda word: (-len(word), word)))


def tree(table: Iterable[str]) -> str:
    """What matches as `alternatives` does, common beginnings written once: a search compares them one by one."""
    rests: dict[str, set[str]] = {}
    for word in table:
        rests.setdefault(word[:1], set()).add(word[1:])
    return "|".join(
        re.escape(first) + (re.escape(*behind) if len(behind) == 1 else f"(?:{tree(behind)})")
        for first, behind in sorted(rests.items(), reverse=True)
    )
