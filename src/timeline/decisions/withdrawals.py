"""Withdrawals: a publisher took an article back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.types.article_withdrawn import ArticleWithdrawn
from timeline.log.transaction import Origin

if TYPE_CHECKING:
    from timeline.events.envelope import RecordedEvent
    from timeline.log.event_log import EventLog


def withdraw(log: EventLog, article: str, *, reason: str, by: str | None = None) -> RecordedEvent:
    """
    Record that the publisher withdrew an article.

    Raises:
        NotFound: No such article.
    """
    _, text = log.text(article)
    origin = Origin(stream=text.stream, article=article)
    (row,) = log.append([(ArticleWithdrawn(reason=reason, by=by), origin)])
    return row
