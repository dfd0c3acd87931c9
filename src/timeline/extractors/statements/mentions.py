"""Find whom and what a statement is about: the people, places and bodies that its content names."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from timeline.extractors.statements.people import LONGEST_NAME_CHARS
from timeline.language.lexicon.titles import NO_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.language.document import Document
    from timeline.model.span import Span


class Naming:
    """
    The names of an article, ready to be asked for by place.

    A word that only ever begins sentences is no name; a last name alone is the first full name with that last name.
    """

    def __init__(self, document: Document) -> None:
        self._names = [name for name in document.names if name.end - name.start <= LONGEST_NAME_CHARS]
        self._starts = [name.start for name in self._names]
        self._sure = document.sure_names - NO_NAME
        self._whole: dict[str, str] = {}
        for name in self._names:
            if len(name.words) > 1 and name.person is not False:
                self._whole.setdefault(name.words[-1], name.text)

    def inside(self, content: Iterable[Span]) -> tuple[str, ...]:
        """The names inside of spans, as the article gives them in full, each once, in the order of the text."""
        found: dict[str, None] = {}
        for span in content:
            for name in self._names[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]:
                if name.end <= span.end and (written := name.text) in self._sure:
                    found[self._whole.get(written, written)] = None
        return tuple(found)
