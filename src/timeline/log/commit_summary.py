"""What a commit added, for those who follow the log inside of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.log.streams import article_stream

if TYPE_CHECKING:
    from timeline.log.transaction import Transaction

DECIDING = frozenset((
    "article_revised", "article_withdrawn", "assertion_retracted", "assertion_corrected",
    "extraction_pinned", "extraction_unpinned",
))  # fmt: skip
"""Types of events that have a say in what other events are worth."""


@frozen
class CommitSummary:
    """
    What a commit added, for those who follow the log.

    Attributes:
        after: Last position before it.
        position: Last position after it.
        articles: Keys of those that were in the log before and are touched again.
        links: Streams of people, copies, stories and happenings of which the same is true.
        positions: Where in the log what was known of them stands; there may be others' events among it.
        types: Event types that were added.
        simple: Nothing that was added ends, changes or hides what was said before or beside it.
    """

    after: int
    position: int
    articles: frozenset[str]
    links: frozenset[str]
    positions: list[int]
    types: frozenset[str]
    simple: bool

    @classmethod
    def of(cls, transaction: Transaction) -> CommitSummary:
        """What a transaction is about to commit."""
        articles, links = transaction.known_articles(), transaction.known_links()
        types = frozenset(row.type for row in transaction.rows)
        read = Counter((row.article, row.extractor) for row in transaction.rows if row.type == "extraction_completed")
        positions = transaction.streams.positions([*map(article_stream, articles), *links])
        simple = not (articles or types & DECIDING) and max(read.values(), default=0) <= 1
        return cls(transaction.after, transaction.position, articles, links, positions, types, simple)

    def known(self, by: str) -> frozenset[str]:
        """What was there before and is touched again, of that partition: ``article``, ``story_id`` ..."""
        if by == "article":
            return self.articles
        kind = f"{by.removesuffix('_id')}/"
        return frozenset(stream.removeprefix(kind) for stream in self.links if stream.startswith(kind))
