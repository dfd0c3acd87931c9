"""How a clause is shown by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


def with_subject(text: str, subject: Collection[str]) -> str:
    """``[Jo Alder] She left``: the words behind the names that the pronoun that opens them stands for."""
    return f"[{', '.join(subject)}] {text}" if subject else text
