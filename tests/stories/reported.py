"""Reports of occurrences, as tests compare them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from timeline.stories.reports import Report, read

DAY = datetime(2026, 3, 4)


def report(text: str, trigger: str | None = None, *, article: str = "a", place: int = 0, **given: object) -> Report:
    """A report that is dated by the day of its publication, unless other is given."""
    return read(
        **{
            "id": uuid5(NAMESPACE_URL, f"{article} {place} {text}"),
            "article": article,
            "at": DAY,
            "place": place,
            "text": text,
            "trigger": trigger,
            "names": [],
            "subject": [],
            "since": DAY,
            "until": DAY + timedelta(days=1),
            "basis": "publication",
            "kind": "happening",
        }
        | given
    )
