"""An article with its layers, each computed when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from timeline.language import (
    boilerplate,
    names,
    numbers,
    paragraphs,
    quotation_marks,
    recognition,
    sentences,
    timexes,
    tokens,
)
from timeline.language.readable import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from timeline.language.boilerplate import Line
    from timeline.language.names import Name
    from timeline.language.numbers import Number
    from timeline.language.quotation_marks import Quotation
    from timeline.language.timexes import Timex
    from timeline.language.tokens import Tokens
    from timeline.model.article import Article
    from timeline.model.span import Span

T = TypeVar("T")


class Document:
    """
    An article as a reader sees it: paragraphs, sentences, quotations, names, times.

    Layers and extractors read the text through what is not seen in it (soft hyphens, entities); `Reading.place` gives
    their places in the text as given. Every layer is pure: the same article gives the same layers. A layer is a
    function in ``timeline.language``.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.reading = Reading(article.text)
        self.text = self.reading.text
        self._read: dict[object, tuple[object, ...]] = {}
        self._built: dict[object, object] = {}

    @property
    def day(self) -> date:
        """The publication day where it was published."""
        return self.article.day

    @cached_property
    def is_english(self) -> bool:
        """The article states so, or it states nothing and its text shows no other language."""
        stated = recognition.stated_language(self.article.language)
        return (
            recognition.other_language(self.article.text) is None if stated is None else recognition.is_english(stated)
        )

    def once(self, read: Callable[[Document], Iterable[T]]) -> tuple[T, ...]:
        """What *read* finds in this document, read but once, whoever asks."""
        if read not in self._read:
            self._read[read] = tuple(read(self))
        return self._read[read]  # type: ignore[return-value]

    def built(self, build: Callable[[Document], T]) -> T:
        """What *build* makes of this document, made but once, whoever asks."""
        if build not in self._built:
            self._built[build] = build(self)
        return self._built[build]  # type: ignore[return-value]

    @cached_property
    def last_day(self) -> date:
        """The publication day, or the day of an update that the text speaks of."""
        updates = (timex.interval.start for timex in self.timexes if timex.basis == "captured")
        return max((start.date() for start in updates if start is not None), default=self.day)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Paragraphs, in order."""
        return paragraphs.paragraphs(self.text)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Outermost quotations, in order, each within one paragraph."""
        return quotation_marks.quotations(self.text, self.paragraphs)

    @cached_property
    def tokens(self) -> Tokens:
        """Words and marks, in order."""
        return tokens.tokens(self.text, self.quotations)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences, in order, each within one paragraph."""
        return sentences.sentences(self.text, self.paragraphs, self.quotations)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Names of people and other things, in order."""
        return names.names(self.text)

    @cached_property
    def sure_names(self) -> frozenset[str]:
        """Names that are names for sure, as they are written."""
        return names.sure_names(self.text, self.names)

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        return boilerplate.lines(self.text, self.paragraphs)

    @cached_property
    def repeats(self) -> tuple[Span, ...]:
        """Paragraphs that repeat an earlier one: not to be counted again."""
        return boilerplate.repeats(self._lines)

    @cached_property
    def captions(self) -> tuple[Span, ...]:
        """Paragraphs that are captions of pictures."""
        return boilerplate.captions(self._lines)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Numbers in digits or words, in order."""
        return numbers.numbers(self.text)

    @cached_property
    def timexes(self) -> tuple[Timex, ...]:
        """Expressions that name times, in order, resolved from the publication day, or from that of an update."""
        article = self.article
        return timexes.timexes(
            self.text, self.day, offset=article.offset, language=article.language, captured=article.captured_day
        )
