"""What became of each input of an append, as rows."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, NamedTuple

from timeline.cli.lazy import withdrawal
from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.cli.inputs import Articles
    from timeline.ingest.appended import Appended
    from timeline.model.article import Article
    from timeline.model.withdrawal import Withdrawal

OUTCOMES = {
    "published": "appended",
    "revised": "revised",
    "unchanged": "unchanged",
    "withdrawn": "withdrawn",
    "ignored": "ignored",
}
"""What people are told of an article by what became of it."""


class Row(NamedTuple):
    """An input, and what became of it."""

    input: str
    article: str | None
    published: str | None
    title: str | None
    publisher: str | None
    characters: int | None
    outcome: str | None
    reason: str | None


class Delivery:
    """The inputs of an append, kept in order while they are read."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles
        self._rows: list[Row] = []

    def __iter__(self) -> Iterator[Article | Withdrawal | InputError]:
        for item in self._articles:
            self._rows.append(_row(self._articles.place, item))
            yield item

    def previewed(self, previews: Iterable[tuple[Article | Withdrawal, str] | InputError]) -> list[Row]:
        """A row for each input, with what would become of it."""
        outcomes = list(previews)
        return [
            row._replace(outcome="refused", reason=str(found))
            if isinstance(found, InputError)
            else row._replace(outcome=OUTCOMES[found[1]])
            for row, found in zip(self._rows, outcomes, strict=True)
        ]

    def report(self, appended: Appended) -> list[Row]:
        """A row for each input, with what became of it; extractors that failed are the reason given with an article."""
        outcomes: dict[str | None, deque[str]] = defaultdict(deque)
        for key, outcome in appended.outcomes:
            outcomes[key].append(OUTCOMES[outcome])
        return [
            row
            if row.outcome
            else row._replace(
                outcome=outcomes[row.article].popleft() if outcomes[row.article] else "refused",
                reason=row.reason or appended.reasons.get(str(row.article)),
            )
            for row in self._rows
        ]


def _row(place: str, item: Article | Withdrawal | InputError) -> Row:
    if isinstance(item, InputError):
        return Row(item.path or place, None, None, None, None, None, "refused", str(item))
    if isinstance(item, withdrawal.Withdrawal):
        return Row(place, item.key, None, None, None, None, None, item.reason)
    published = item.published.isoformat()
    return Row(place, item.key, published, item.title, item.source, len(item.text), None, None)
