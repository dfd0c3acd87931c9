"""Choose the reader of an input: by the suffix of its name, then by what it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

BEGINNING_BYTES = 4096
"""How much of an input a reader is shown to say whether it is one of its own."""

LAST = ("jsonl", "plain")
"""Readers of what no other knows: their forms are the most general."""


class Choice:
    """
    Readers by the suffixes that they name.

    Several may name one: ``.xml`` is a feed or a newswire's item. Then, and where a suffix says nothing, each is shown
    the beginning (its ``looks_like(beginning: bytes) -> bool``, where it has one), the general ones last.
    """

    def __init__(self, readers: Mapping[str, ModuleType]) -> None:
        self.names = tuple(readers)
        self._plain = readers["plain"]
        self._in_order = sorted(readers.values(), key=_is_last)
        self._by_suffix: dict[str, list[ModuleType]] = {}
        for module in self._in_order:
            for suffix in module.SUFFIXES:
                self._by_suffix.setdefault(suffix, []).append(module)

    @property
    def walked(self) -> frozenset[str]:
        """Suffixes of files that are read wherever they stand in a folder: all but those ``ONLY_WHEN_NAMED``."""
        named = {suffix for module in self._in_order for suffix in getattr(module, "ONLY_WHEN_NAMED", ())}
        return frozenset(self._by_suffix) - named

    def of(self, suffix: str, beginning: bytes) -> ModuleType | None:
        """
        The reader of an input; plain text where nothing says more, None where only an unknown suffix is there.

        Of several that share a suffix and do not know the beginning, the last is to say what is wrong with it.
        """
        named = self._by_suffix.get(suffix, [])
        if len(named) == 1:
            return named[0]
        told = next((module for module in named or self._in_order if _looks_like(module, beginning)), None)
        return told or (named[-1] if named else self._plain if suffix == "" else None)


def _is_last(module: ModuleType) -> bool:
    return module.__name__.rpartition(".")[2] in LAST


def _looks_like(module: ModuleType, beginning: bytes) -> bool:
    """Whether a reader takes what begins so for its own; it is shown no blanks or UTF-8 mark before it."""
    asked = getattr(module, "looks_like", None)
    return bool(asked and asked(beginning.removeprefix(b"\xef\xbb\xbf").lstrip()))
