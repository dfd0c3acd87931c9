"""The register of articles: whether one is new, a revision, or already there."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from attrs import astuple, frozen

from timeline import sql_files
from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.model.article import Article
    from timeline.store.connection import Connection

Outcome = Literal["published", "revised", "unchanged"]
Verdict = Literal["published", "revised", "unchanged", "erased"]
ItemOutcome = Literal["published", "revised", "unchanged", "withdrawn", "ignored"]

ERASED = (
    "{0} was erased and cannot be appended again: `timeline history {0}` says why; use another key if it may be kept."
)


@frozen
class Text:
    """
    One text of an article: its number, what makes it the same, when it was seen, where in the log it is.

    Of an erased text nothing is left that could tell it from another: ``fingerprint`` is None.
    """

    revision: int
    fingerprint: str | None
    seen: datetime
    position: int


class ArticleRegister:
    """
    The texts known under each key, as the log has them and as this call is about to add them.

    Keys are looked up before they are asked about (`look_up`); without a log, there is nothing to look up.
    """

    def __init__(self) -> None:
        self._texts: dict[str, list[Text]] = {}
        self._added: list[tuple[str, Text]] = []

    def look_up(self, connection: Connection, keys: Iterable[str], *, positions: list[int] | None = None) -> None:
        """Read the texts of those keys that were not looked up yet; *positions* are all where they may stand."""
        missing = {key for key in keys if key not in self._texts}
        self._texts.update((key, []) for key in missing)
        if positions == []:
            return
        query = "texts_of_articles" if positions is None else "texts_at_positions"
        sought = list(missing) if positions is None else positions
        rows = connection.execute(sql_files.find("registers", query).sql, {"sought": sought})
        for article, *values in rows.fetchall():
            if article in missing:
                self._texts[article].append(Text(*values))

    def texts(self, key: str) -> list[Text]:
        """The texts of a key by revision."""
        return self._texts.setdefault(key, [])

    def is_erased(self, key: str) -> bool:
        """The texts of that key were erased: no other is taken in under it."""
        return any(text.fingerprint is None for text in self.texts(key))

    def judge(self, article: Article) -> Outcome:
        """
        What appending this article comes to.

        The current text again, or an earlier one that does not claim to have been captured later than the current one,
        is already there; so a crash between commit and answer is harmless: append again.

        Raises:
            InputError: The article was erased.
        """
        texts = self.texts(article.key)
        if self.is_erased(article.key):
            raise InputError(ERASED.format(article.key))
        if not texts:
            return "published"
        current = _current(texts)
        known = any(text.fingerprint == article.fingerprint for text in texts)
        if current.fingerprint == article.fingerprint:
            return "unchanged"
        if known and (article.captured is None or article.captured <= current.seen):
            return "unchanged"
        return "revised"

    def superseded(self, article: Article) -> tuple[int, int] | None:
        """The revision that a text is and the one that is current, if it is there as an earlier one."""
        texts = self.texts(article.key)
        same = [text.revision for text in texts if text.fingerprint == article.fingerprint]
        if not same:
            return None
        current = _current(texts).revision
        return None if current in same else (same[-1], current)

    def judge_and_enter(self, article: Article, *, at: Callable[[], datetime], position: int) -> tuple[Outcome, Text]:
        """
        Judge an article, and enter its text unless it is already there.

        Args:
            article: The article.
            at: Tells when it is recorded; not asked where nothing will be.
            position: Where in the log it will stand.

        Raises:
            InputError: The article was erased.
        """
        outcome = self.judge(article)
        if outcome == "unchanged":
            return outcome, self.texts(article.key)[-1]
        return outcome, self.add(article, seen=at(), position=position)

    def add(self, article: Article, *, seen: datetime, position: int) -> Text:
        """Enter a text as the next revision of its key."""
        return self._enter(article.key, article.fingerprint, article.captured or seen, position)

    def add_erased(self, key: str, *, seen: datetime, position: int) -> Text:
        """Enter that there was a text, which came without its payload."""
        return self._enter(key, None, seen, position)

    def _enter(self, key: str, fingerprint: str | None, seen: datetime, position: int) -> Text:
        texts = self.texts(key)
        text = Text(len(texts) + 1, fingerprint, seen, position)
        texts.append(text)
        self._added.append((key, text))
        return text

    def save(self, connection: Connection) -> None:
        """Write what was entered."""
        with connection.appender("revisions") as appender:
            appender.append_rows([(key, *astuple(text)) for key, text in self._added])


def _current(texts: Iterable[Text]) -> Text:
    """The text that was seen last."""
    return max(texts, key=lambda text: (text.seen, text.revision))
