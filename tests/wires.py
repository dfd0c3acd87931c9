"""A report of a wire as outlets print it, and forms that are filled in anew, for tests of what copies are."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.model.article import Article
from timeline.stories.near_copies import Printed

REPORT = (
    "The harbour of Port Lindow will close for 11 weeks from June so that its two oldest quays can be rebuilt, the town"
    " council said on Tuesday. Mayor Tessa Marchetti told reporters that 340 boats would have to move to Verrin, where"
    " the marina has 412 berths. The work costs 27.5 million crowns, of which the state pays half. Owners of fishing"
    " boats protested outside the town hall. They fear that buyers will not come back after the summer, as they did not"
    " when the quay of Verrin was rebuilt, said Jo Brook, who speaks for 60 families."
)
FORM = (
    "The Bank of Lindow sold bills of 400 million crowns at its weekly auction on Thursday at an average yield of 3.12"
    " pct, compared with 3.20 pct the week before, officials said. Bids came to 980 million crowns in all. The bills"
    " will be paid back in full after three months, as those of the auctions before it."
)
NOON = datetime(2026, 3, 2, 12)


def text(words: str, hours: float = 0, title: str | None = "Harbour of Port Lindow to close") -> Printed:
    """A text that was printed so many hours after noon."""
    return Printed(words, title, NOON + timedelta(hours=hours))


def article(key: str, words: str = REPORT, hours: float = 0, **more: str) -> Article:
    """An article that an outlet, named first in its key, printed so many hours after noon."""
    published = (NOON + timedelta(hours=hours)).isoformat()
    return Article(**{"key": key, "text": words, "published": published, "source": key.partition("-")[0], **more})


def changed(words: str, *changes: tuple[str, str]) -> str:
    """The words with some in the place of others, which stand in them."""
    for old, new in changes:
        assert old in words
        words = words.replace(old, new)
    return words
