"""Where a page begins, in the answer that the page before it began."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Self

from timeline.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_ROWS = 2**53
"""No answer has more."""

NO_CURSOR = "the cursor is none: take it from the `next` of a page, unchanged."


class Cursor(NamedTuple):
    """
    Where a page begins.

    All pages of an answer are of the log as it was when the first was asked for, however it grows meanwhile.

    Attributes:
        position, log: How far the log went then, and what tells it from another, see `Position.name`.
        day: Today then, which days such as ``yesterday`` are counted from.
        begins: So many rows stand before the page.
        question: Which one is answered, see `fingerprint`.
    """

    position: int
    log: str
    day: date
    begins: int
    question: str

    @property
    def text(self) -> str:
        """As it stands in an address."""
        told = json.dumps((self.position, self.log, self.day.isoformat(), self.begins, self.question))
        return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")

    @classmethod
    def of_text(cls, text: str) -> Self:
        """
        Read it.

        Raises:
            QueryError: It is none of ours.
        """
        try:
            told = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            position, log, day, begins, question = json.loads(told)
            found = cls(position, log, date.fromisoformat(day), begins, question)
        except (binascii.Error, ValueError, TypeError, RecursionError):
            raise QueryError(NO_CURSOR) from None
        numbers = all(isinstance(each, int) and 0 <= each < MOST_ROWS for each in (position, begins))
        if not (numbers and isinstance(log, str) and isinstance(question, str)):
            raise QueryError(NO_CURSOR)
        return found


def fingerprint(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """What tells one question from another, whatever its pages are."""
    told = json.dumps((path, sorted(pair for pair in pairs if pair[0] not in ("cursor", "limit"))))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]
