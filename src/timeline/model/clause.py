"""How a clause, and what somebody said, is shown by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def with_subject(text: str, subject: Collection[str]) -> str:
    """``[Jo Alder] She left``: the words behind the names that the pronoun that opens them stands for."""
    return f"[{', '.join(subject)}] {text}" if subject else text


def reporting_words(cue: str | None) -> str:
    """Words between who speaks and what was said, on one line; none where they stand before, as *according to*."""
    words = " ".join((cue or "").split())
    return "" if words.lower() == "according to" else words
