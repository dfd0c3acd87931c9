"""A publisher's word that an article is withdrawn, as it comes in beside articles."""

from __future__ import annotations

from datetime import datetime

from attrs import field, frozen

from timeline.model.article import utc_or_none


@frozen(kw_only=True)
class Withdrawal:
    """
    The publisher no longer stands by an article.

    Attributes:
        key: The article's.
        reason: Why, in a sentence.
        by: Who says so.
        stated: When, naive UTC, if that is known: a text that was captured later stands.
    """

    key: str
    reason: str
    by: str | None = None
    stated: datetime | None = field(default=None, converter=utc_or_none)
