"""This file decides whether a delivered article is new, a revision, or already there."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from attrs import astuple, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    import duckdb

    from timeline.article import Article

Outcome = Literal["published", "revised", "unchanged"]


@frozen
class Text:
    """One text of an article: its number, what makes it the same, when it was seen, where in the log it is."""

    revision: int
    fingerprint: str
    seen: datetime
    position: int


class Register:
    """
    The texts known under each key, as the log has them and as this call is about to add them.

    Keys are looked up before they are asked about (`look_up`); without a log, there is nothing to look up.
    """

    def __init__(self) -> None:
        self._texts: dict[str, list[Text]] = {}
        self._added: list[tuple[str, Text]] = []

    def look_up(self, connection: duckdb.DuckDBPyConnection, keys: Iterable[str]) -> None:
        """Read the texts of those keys that were not looked up yet."""
        missing = [key for key in dict.fromkeys(keys) if key not in self._texts]
        self._texts.update((key, []) for key in missing)
        rows = connection.execute(
            "select article, revision, fingerprint, seen, position from revisions"
            " where article in (select unnest($keys)) order by article, revision",
            {"keys": missing},
        )
        for article, *values in rows.fetchall():
            self._texts[article].append(Text(*values))

    def texts(self, key: str) -> list[Text]:
        """The texts of a key by revision."""
        return self._texts.setdefault(key, [])

    def decide(self, article: Article) -> Outcome:
        """
        What appending this article comes to.

        The current text again, or an earlier one that does not claim to have been captured later than the current one,
        is already there; so a crash between commit and answer is harmless: append again.
        """
        texts = self.texts(article.key)
        if not texts:
            return "published"
        current = max(texts, key=lambda text: (text.seen, text.revision))
        known = any(text.fingerprint == article.fingerprint for text in texts)
        if current.fingerprint == article.fingerprint:
            return "unchanged"
        if known and (article.captured is None or article.captured <= current.seen):
            return "unchanged"
        return "revised"

    def add(self, article: Article, *, seen: datetime, position: int) -> Text:
        """Enter a text as the next revision of its key."""
        texts = self.texts(article.key)
        text = Text(len(texts) + 1, article.fingerprint, article.captured or seen, position)
        texts.append(text)
        self._added.append((article.key, text))
        return text

    def save(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Write what was entered."""
        with connection.appender("revisions") as appender:
            appender.append_rows([(key, *astuple(text)) for key, text in self._added])
