"""
Text of strangers is made harmless for those who read it: on a terminal, in a file for people, in JSON.

A control character in a title can rename the window, hide the next line or answer in the reader's name; a bidirectional
override shows words in another order than they are written. Both are shown as signs instead. Text of scripts written
from right to left, marks that combine and joined emoji have none of these characters and stay as they are.
"""

from __future__ import annotations

import os
import re

CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
"""C0 without tab and newline, DEL, C1."""

OVERRIDES = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates of the bidirectional algorithm (UAX 9), and what ends them."""

_UNSAFE = re.compile(f"[{CONTROLS}{OVERRIDES}\ud800-\udfff]")
LINE_ENDS = "\u2028\u2029"
"""What ends a line or paragraph for some who read text, and not for others."""

_UNSAFE_JSON = re.compile(f"[{CONTROLS}{OVERRIDES}{LINE_ENDS}]")
_LINE_ENDS = re.compile(r"(?<!\s)\s*[\n\x0b\x0c\r\x85\u2028\u2029]\s*")

PICTURES = 0x2400
"""Where Unicode has a picture of each C0 character: ␛ for ESC, ␇ for BEL."""

DELETE = "\x7f"


def visible(text: str) -> str:
    """
    The text with a sign for each control character, bidirectional override and lone surrogate.

    ESC is written ␛, DEL ␡, others as ``⟨U+202E⟩``; tabs and newlines stay.
    """
    return text if text.isprintable() else _UNSAFE.sub(_sign, text)


def printable(name: str) -> str:
    r"""A file name, or another argument, whose bytes need not be UTF-8: those that are not as ``\xff``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def one_line(text: str) -> str:
    """The same on one line, so that what is told in it cannot look like a line of ours."""
    return visible(_LINE_ENDS.sub(" ", text))


def escaped_json(text: str) -> str:
    r"""
    JSON that says the same with ``\u202e`` for what `visible` would show as a sign, or what may end a line.

    Lone surrogates stay.
    """
    if text.isprintable():  # true of most lines, and known ten times sooner
        return text
    return _UNSAFE_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _sign(found: re.Match[str]) -> str:
    character = found[0]
    if character < " ":
        return chr(PICTURES + ord(character))
    return "␡" if character == DELETE else f"⟨U+{ord(character):04X}⟩"
