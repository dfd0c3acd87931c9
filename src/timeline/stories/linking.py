"""
Link what stands in several articles, each kind of link by a module of this folder.

A kind of link has an ``EXTRACTOR`` and a ``VERSION`` and two functions. ``link(new)`` yields what articles mean that a
transaction adds, from inside of it: so they are linked when they are there, or neither. ``relink(log)`` yields what the
whole log means, whatever the order in which it came, for what is not linked so already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

from timeline.events import Event
from timeline.events.envelope import RecordedEvent
from timeline.log.transaction import Origin
from timeline.model.article import Article
from timeline.projections import tables
from timeline.store import connections
from timeline.store.connection import Connection
from timeline.stories import copies, happenings, placing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    from timeline.log.append import Receipt
    from timeline.log.event_log import EventLog
    from timeline.log.transaction import Transaction

KINDS: tuple[ModuleType, ...] = (copies, placing, happenings)
"""Modules by kind of link, each after those that it builds on."""


@frozen
class NewArticle:
    """
    An article that a transaction adds, or a new text of one.

    Attributes:
        article: As it was given.
        rows: All events that were recorded of this text.
        revision: Its number among the texts of the article.
    """

    article: Article
    rows: tuple[RecordedEvent, ...]
    revision: int


@define
class New:
    """
    What a transaction adds, before it is written.

    Attributes:
        connection: To the log as it was before, and to the tables in ``queries/indexes``, which may be written to.
        articles: What is added, in the order of the log.
        links: What the kinds before this one said of it, with the streams they go to.
        numbers: Of these articles and those of their stories, by their keys, as the index of stories has them.
    """

    connection: Connection
    articles: list[NewArticle]
    links: list[tuple[Event, Origin]] = Factory(list)
    numbers: dict[str, int] = Factory(dict)


def link_new(transaction: Transaction, added: Iterable[tuple[Article, Receipt]]) -> list[tuple[Event, Origin]]:
    """The links of articles that a transaction adds; what was there already is passed over."""
    fresh = [NewArticle(article, receipt.rows, receipt.revision) for article, receipt in added if receipt.rows]
    new = New(transaction.connection, fresh)
    if fresh and KINDS:
        tables.ensure(new.connection)
        for kind in KINDS:
            new.links += kind.link(new)
    return new.links


def relink(log: EventLog, progress: Callable[[str], None] | None = None) -> list[RecordedEvent]:
    """
    Link everything again by this version's rules; what is linked so already appends nothing.

    Each kind is a commit of its own, as the next one builds on it.

    Args:
        log: Where it stands.
        progress: Told which kind of link is looked for.
    """
    with connections.committing(log.path, wait=log.wait) as connection:
        tables.ensure(connection)
    recorded: list[RecordedEvent] = []
    for kind in KINDS:
        if progress is not None:
            progress(kind.EXTRACTOR)
        if links := list(kind.relink(log)):
            recorded += log.append(links)
    return recorded
