"""What a publication and a revision have in common: the text and what the publisher says about it."""

from __future__ import annotations

from datetime import datetime
from typing import Self

import attrs

from timeline.events import Event
from timeline.model.article import Article
from timeline.model.moments import Moment


@attrs.frozen(kw_only=True)
class ArticleText(Event):
    """
    An article's text as it was printed; see `timeline.model.article.Article` for its fields.
    """

    key: str
    text: str
    published: Moment
    title: str | None = None
    source: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    captured: datetime | None = None

    @classmethod
    def of(cls, article: Article) -> Self:
        """The event of an article that is submitted."""
        return cls(**{field.name: getattr(article, field.name) for field in attrs.fields(Article)})

    @property
    def article(self) -> Article:
        """The article as it was submitted."""
        return Article(**{field.name: getattr(self, field.name) for field in attrs.fields(Article)})
