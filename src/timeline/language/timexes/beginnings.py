"""Tell with which characters a match of a regular expression may begin."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_lowercase, digits

CHARACTERS = ascii_lowercase + digits
"""Those that are told apart."""
PIECE = re.compile(
    r"\((?:\?(?:P<\w+>|<?[=!]|:))?|\[\^?\]?(?:\\.|[^\]\\])*\]|[?*+][?+]?|\{[\d,]+\}[?+]?|\\x..|\\.|.", re.DOTALL
)
"""What opens a group, a set, a quantifier, or a single character."""
LOOKS_AROUND = ("(?=", "(?!", "(?<")
WIDTHLESS = frozenset(("^", "$", r"\b", r"\B", r"\A", r"\Z"))
OPTIONAL = ("?", "*", "{0", "{,")
"""How a quantifier begins with which there need be nothing."""


def beginnings(source: str) -> frozenset[str]:
    """
    The `CHARACTERS` with which a match may begin; only a no is sure, as looks around are passed over.

    The source has neither flags nor references to groups.
    """
    return _of_group([")", *reversed(PIECE.findall(source))])[0]


def has_open_letters(source: str) -> bool:
    """Whether a match may hold letters that the source does not spell out; looks around are passed over."""
    around: list[bool] = []
    for piece in PIECE.findall(source):
        if piece[0] == "(":
            around.append(piece.startswith(LOOKS_AROUND) or around[-1:] == [True])
        elif piece == ")":
            around.pop()
        elif piece[0] not in "?*+{|" and around[-1:] != [True] and len(_of_piece(piece)[0] - frozenset(digits)) > 1:
            return True
    return False


def _of_group(pieces: list[str]) -> tuple[frozenset[str], bool]:
    """The same of a group that is open, and whether it may be empty; the pieces, last first, are taken away."""
    found, may_be_empty, is_at_start = frozenset[str](), False, True
    while (piece := pieces.pop()) != ")":
        if piece == "|":
            may_be_empty, is_at_start = may_be_empty or is_at_start, True
            continue
        first, is_optional = _of_group(pieces) if piece[0] == "(" else _of_piece(piece)
        if piece.startswith(LOOKS_AROUND):
            first, is_optional = frozenset(), True
        if pieces[-1][0] in "?*+{":
            is_optional = pieces.pop().startswith(OPTIONAL) or is_optional
        if is_at_start:
            found, is_at_start = found | first, is_optional
    return found, may_be_empty or is_at_start


@cache
def _of_piece(piece: str) -> tuple[frozenset[str], bool]:
    """The same of a single character or a set."""
    return frozenset(filter(re.compile(piece).fullmatch, CHARACTERS)), piece in WIDTHLESS
