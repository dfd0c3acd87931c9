"""Tell names that look like adverbs, auxiliaries and participles from these: Reilly, Will, May, Ted, Boeing."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.language.lexicon.reporting_verbs import REPORTING_VERBS
from timeline.language.lexicon.titles import NAMES_AND_WORDS
from timeline.language.lexicon.word_classes import ADVERBS
from timeline.language.name_parts import FIRST_NAMES
from timeline.language.names import begins_sentence

if TYPE_CHECKING:
    from timeline.extractors.statements.unit import Unit
    from timeline.language.document import Document

ENDINGS = ("ly", "ed", "ing")
"""Adverbs, participles and some names end so."""
BEFORE_SENTENCE = frozenset((".", "!", "?", "…", ":", ";", "—", "–", "―", "-", "--"))
"""Behind one of these, or a quotation mark, a capital letter may begin a sentence."""


class NameWords:
    """The words of an article's names."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def spell(self, unit: Unit) -> None:
        """Write in capitals, in ``unit.lower``, the words of names that look like adverbs and verbs."""
        for k, (word, lower) in enumerate(zip(unit.words, unit.lower, strict=True)):
            if word != lower and word[0].isupper() and len(word) > 1:
                if word in NAMES_AND_WORDS:
                    is_name = self._is_inside(unit.span(k, k + 1).start)
                else:
                    is_name = lower.endswith(ENDINGS) and self._is_name(unit, k)
                if is_name:
                    unit.lower[k] = word.upper()

    def first_of_name(self, unit: Unit, end: int) -> int | None:
        """The first token of the name of several words that ends before token *end*; None where no person's does."""
        after = unit.span(end - 1, end).end
        at = bisect_right(self._starts, after) - 1
        if at < 0 or self.document.names[at].end != after:
            return None
        name = self.document.names[at]
        return unit.end_before(name.outer) if len(name.words) > 1 and name.person is not False else None

    def _is_inside(self, start: int) -> bool:
        """Whether a place lies in a name."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and start < self.document.names[at].end

    @cached_property
    def _starts(self) -> list[int]:
        """Where the article's names start."""
        return [name.start for name in self.document.names]

    def _is_name(self, unit: Unit, k: int) -> bool:
        """Whether a capitalised word is a name: inside a sentence, or as elsewhere, or by what follows it."""
        if k > 0 and unit.words[k - 1] not in BEFORE_SENTENCE and not unit.is_mark(k - 1):
            return not unit.is_headline
        if unit.words[k] in self._sure:
            return True
        if unit.words[k + 1 : k + 2] == [","] and unit.lower[k + 2 : k + 3] and _describes(unit.lower[k + 2]):
            return True
        following = next((word for word in unit.lower[k + 1 : k + 4] if word not in ADVERBS and word[-2:] != "ly"), "")
        verb = REPORTING_VERBS.get(following)
        return verb is not None and verb.form == "past" and not unit.lower[k].endswith("ed")

    @cached_property
    def _sure(self) -> frozenset[str]:
        """Words of names whose capitals nothing else explains."""
        text, found = self.document.text, set[str]()
        for name in self.document.names:
            if len(name.words) == 1:
                found.update(self.document.sure_names.intersection(name.words))
            else:
                known = bool(name.title) or name.words[0] in FIRST_NAMES or not begins_sentence(text, name.outer)
                found.update(name.words if known else name.words[1:])
        return frozenset(found)


def _describes(word: str) -> bool:
    """Whether a word behind a comma begins what describes a name: ``who``, an age."""
    return word in {"who", "whose", "which"} or word.isdigit()
