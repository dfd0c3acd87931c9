"""Text in a cell of a spreadsheet."""

from __future__ import annotations

import re

from timeline.model.visible_text import visible

FORMULA = re.compile(r"^(?=[\t\r]|\s*[=+\-@＝＋－＠])|[;\t\r\n](?=[\s\"']*[=+\-@＝＋－＠])")
"""Where a spreadsheet would read a formula: at the beginning of a cell, or of what another separator makes one."""


def inert(text: str) -> str:
    """
    The text such that no spreadsheet takes it for a formula, even if it splits lines at semicolons or tabs.

    Before what could be one stands an apostrophe (OWASP, "CSV Injection"); control characters are shown as signs.
    """
    return visible(FORMULA.sub(r"\g<0>'", text))
