"""An article as its publisher printed it."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from attrs import field, frozen

from timeline.model.moments import Moment, naive_utc, parse_moment

if TYPE_CHECKING:
    from collections.abc import Iterable


def utc_or_none(value: str | Moment | None) -> datetime | None:
    """A moment in UTC; None where there is none."""
    return None if value is None else naive_utc(parse_moment(value))


def _as_tuple(value: Iterable[str]) -> tuple[str, ...]:
    """Names of authors, from any collection of them."""
    return tuple(value)


@frozen(kw_only=True)
class Article:
    """
    One text of one article.

    Attributes:
        key: Names the article through all its revisions: its id, else its URL, else the hash of its text.
        text: Exactly as given; every span of every event points into it.
        published: When the publisher says it was published.
        source: The outlet (``publisher`` in SQL).
        language: BCP 47 tag: as stated, else of what the text shows to be another language than English; else None.
        captured: When this text was seen, naive UTC, when stated; orders revisions.
    """

    key: str
    text: str
    published: Moment = field(converter=parse_moment)
    title: str | None = None
    source: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = field(default=(), converter=_as_tuple)
    language: str | None = None
    captured: datetime | None = field(default=None, converter=utc_or_none)

    @property
    def day(self) -> date:
        """The publication day where it was published: what "today" means in the text."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def offset(self) -> timedelta | None:
        """How far the publisher's clock is ahead of UTC; None where nothing says so."""
        return self.published.utcoffset() if isinstance(self.published, datetime) else None

    @property
    def captured_day(self) -> date | None:
        """The day on which the text was seen, where that is known and later than the publication day."""
        if self.captured is None:
            return None
        day = (self.captured + (self.offset or timedelta())).date()
        return day if day > self.day else None

    def reported_at(self, revision: int) -> datetime:
        """When the text was printed, UTC: a revision when it was captured, if that is known."""
        return self.captured if revision > 1 and self.captured else naive_utc(self.published)

    @property
    def fingerprint(self) -> str:
        """
        Hash of what makes two submitted articles the same: text, title, published, authors and URL.

        Each is written as ``<bytes>:<UTF-8 text>,`` and None as ``-,``, so that SQL can check it.
        """
        parts = (self.text, self.title, self.published.isoformat(), *self.authors, self.url)
        written = (None if part is None else part.encode("utf-8", "surrogatepass") for part in parts)
        return hashlib.sha256(
            b"".join(b"-," if part is None else b"%d:%b," % (len(part), part) for part in written)
        ).hexdigest()


def text_key(text: str) -> str:
    """The key of an article that has neither an id nor a URL."""
    return "sha256-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
