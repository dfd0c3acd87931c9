"""Record what publishers withdrew, as their newswires say it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from timeline import sql_files
from timeline.errors import NotFound
from timeline.events.types.article_withdrawn import ArticleWithdrawn
from timeline.log.streams import article_stream
from timeline.log.transaction import Origin
from timeline.store import connections

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from timeline.log.article_register import ItemOutcome
    from timeline.log.event_log import EventLog
    from timeline.model.withdrawal import Withdrawal

UNKNOWN = "{0} was withdrawn by its publisher; it is not in the log, so nothing was recorded."
OUTDATED = "{0} was withdrawn by its publisher, and a later text of it is in the log: it stands."


def withdraw_articles(log: EventLog, given: Iterable[Withdrawal], notes: list[str]) -> list[tuple[str, ItemOutcome]]:
    """
    Record withdrawals of articles that the log holds, the last given of each; returns what became of each.

    Why others were not recorded is added to *notes*.

    Raises:
        LogError: The log cannot be written; nothing was appended.
    """
    latest = {each.key: each for each in given}
    known = _last_words(log, list(latest))
    events = []
    outcomes: list[tuple[str, ItemOutcome]] = []
    for key, each in latest.items():
        is_withdrawn, captured = known.get(key, (None, None))
        if is_withdrawn is None:
            notes.append(UNKNOWN.format(key))
            outcomes.append((key, "ignored"))
        elif is_withdrawn:
            outcomes.append((key, "unchanged"))
        elif each.stated and captured and captured > each.stated:
            notes.append(OUTDATED.format(key))
            outcomes.append((key, "ignored"))
        else:
            origin = Origin(stream=article_stream(key), article=key)
            events.append((ArticleWithdrawn(reason=each.reason, by=each.by), origin))
            outcomes.append((key, "withdrawn"))
    if events:
        log.append(events)
    return outcomes


def _last_words(log: EventLog, keys: list[str]) -> dict[str, tuple[bool, datetime | None]]:
    """Of articles that the log holds, whether each stands withdrawn, and when its latest text was captured."""
    query = sql_files.find("ingest", "last_words").sql
    with suppress(NotFound), connections.reading(log.path, wait=log.wait) as connection:
        return {key: tuple(row) for key, *row in connection.execute(query, {"articles": keys}).fetchall()}
    return {}
