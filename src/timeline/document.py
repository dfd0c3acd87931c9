"""This file gives an article its layers, each computed when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from timeline.language import paragraphs

if TYPE_CHECKING:
    from datetime import date

    from timeline.article import Article
    from timeline.span import Span


class Document:
    """
    An article as a reader sees it: paragraphs, sentences, quotations, names, times.

    Every layer is pure: the same article gives the same layers. A layer is a function in ``timeline.language``.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text

    @property
    def day(self) -> date:
        """The publication day where it was published."""
        return self.article.day

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Paragraphs, in order."""
        return paragraphs.paragraphs(self.text)
