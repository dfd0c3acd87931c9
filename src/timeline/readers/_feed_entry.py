"""An entry of a feed as an article, whatever the feed is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.model.moments import Moment, naive_utc
from timeline.readers._page_furniture import article_paragraphs
from timeline.readers._paragraphs import paragraphs

if TYPE_CHECKING:
    from timeline.model.article import Article
    from timeline.readers._origin import InputContext

FULL_TEXT = 1000
"""Characters; a description that is longer, of several paragraphs, is the text of the article."""


@frozen(kw_only=True)
class Entry:
    """
    What a feed has of an article.

    Attributes:
        guid: Its id; names the article through all its revisions.
        full: Its text, as HTML or plain; empty where the feed has none.
        summary: What is shown of it in lists.
        updated: When it was last changed.
    """

    guid: str
    url: str
    title: str
    full: str
    summary: str
    authors: tuple[str, ...]
    source: str
    language: str
    published: Moment | None
    updated: Moment | None

    def text(self) -> tuple[str, bool]:
        """The paragraphs of the full text, else of the summary, parted by empty lines; and whether it is the former."""
        full, summary = (self._paragraphs(markup) for markup in (self.full, self.summary))
        is_summary_full = len("".join(summary)) > FULL_TEXT and len(summary) > 1
        is_full = len("".join(full)) > len("".join(summary)) or (bool(full) and not is_summary_full)
        return "\n\n".join(full if is_full else summary), is_full or is_summary_full

    def _paragraphs(self, markup: str) -> list[str]:
        return article_paragraphs(paragraphs(markup).split("\n\n") if markup.strip() else [], [self.title])

    def article(self, text: str, context: InputContext) -> Article:
        """
        The article.

        Raises:
            InputError: It has no text, or nothing dates it.
        """
        published = self.published or self.updated
        stated = {
            "id": self._key(),
            "title": self.title,
            "published": published.isoformat() if published else "",
            "source": self.source,
            "url": self.url,
            "language": self.language,
        }
        captured = context.captured or self._captured(context)
        return evolve(context, captured=captured).article(stated, text, self.authors)

    def _key(self) -> str:
        """The guid; with the outlet's host before it where it is a bare number, as many outlets count from 1."""
        if self.guid.isdigit() and "://" in self.url:
            return f"{self.url.split('/')[2]}/{self.guid}"
        return self.guid

    def _captured(self, context: InputContext) -> Moment | None:
        """When it was changed, if that is later than its publication, else when the feed was saved."""
        if self.updated and self.published and naive_utc(self.updated) > naive_utc(self.published):
            return self.updated
        known = context.modified
        return max(known, self.published, key=naive_utc) if known and self.published else known
