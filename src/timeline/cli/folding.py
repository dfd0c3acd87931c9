"""Notes and errors of a kind: the first few as they are, the others as a count."""

from __future__ import annotations

import re
from collections import Counter

from timeline.cli.exit_status import tell

SHOWN = 5
"""How many of a kind are told one by one."""

NUMBER = re.compile(r"\d+")
STATED = re.compile(r"'[^']*'|\"[^\"]*\"")


class Folding:
    """
    Tells notes about inputs at once, and of what is said again and again how often more it was said.

    Two are of a kind if they say so (``kind``), or say the same of two inputs, whatever the numbers and quoted words.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def tell(self, note: str) -> None:
        """Tell a note, or count it."""
        kind = _kind(note)
        self._counts[kind] += 1
        if self._counts[kind] <= SHOWN:
            tell(note)

    def finish(self) -> None:
        """Tell how often more than that each kind was said."""
        for kind, count in self._counts.items():
            if count > SHOWN:
                tell(f"and {count - SHOWN:,} more{kind}")
        self._counts.clear()


def _kind(note: str) -> str:
    """What is said of how many more: in a note's words for many, else without its input, numbers and quotes."""
    if (many := getattr(note, "kind", None)) is not None:
        return f" {many}"
    return ": " + STATED.sub("…", NUMBER.sub("…", note.partition(": ")[2] or note))
