"""What people decide about stories: that two are one, or that articles report another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import QueryError
from timeline.events.types.stories_merged import StoriesMerged
from timeline.events.types.story_split import StorySplit
from timeline.log.streams import STORY
from timeline.log.transaction import Origin
from timeline.store import upcasting
from timeline.stories import happenings
from timeline.stories.finding import articles_of, find
from timeline.stories.placing import Decision, replaced

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from timeline.events import Event
    from timeline.events.envelope import RecordedEvent
    from timeline.log.event_log import EventLog
    from timeline.log.transaction import Transaction

DECIDING = (StoriesMerged.type, StorySplit.type)
"""Types of events that say what people decided about stories."""


def merge(log: EventLog, story: str, other: str, *, reason: str, by: str | None = None) -> RecordedEvent:
    """
    Record that *other* is *story*: all articles of both report one.

    Raises:
        NotFound: There is no such story.
        QueryError: They are one already, or a name stands for several.
    """
    remains, merged = (find(log.path, each, wait=log.wait) for each in (story, other))
    if remains == merged:
        raise QueryError(f"{story!r} and {other!r} are one story already: {remains!r}.")
    event = StoriesMerged(story=remains, other=merged, reason=reason, by=by)
    return _decided(log, event, remains, [Decision(remains, merged, together=True)])


def split(
    log: EventLog, articles: Collection[str], *, into: str | None = None, reason: str, by: str | None = None
) -> RecordedEvent:
    """
    Record that articles of one story report another: *into*, by default one of their own.

    Raises:
        NotFound: There is no such article or story.
        QueryError: The articles are not those of one story, they are all that it has, or it is *into* already.
    """
    for article in articles:
        log.text(article)
    stories = {find(log.path, article, wait=log.wait) for article in articles}
    if len(stories) != 1:
        raise QueryError(f"the articles are of {len(stories)} stories: take them out of one at a time.")
    (story,) = stories
    members = articles_of(log.path, story, wait=log.wait)
    target = None if into is None else find(log.path, into, wait=log.wait)
    if target == story or (target is None and set(members) <= set(articles)):
        raise QueryError(f"that is all of the story {story!r} already: there is nothing to take apart.")
    taken = [member for member in members if member in articles]
    rest = [member for member in members if member not in articles]
    if target is None and story in taken:  # what stays loses the key, so it is what is taken out
        taken, rest = rest, taken
    event = StorySplit(story=story, into=target or taken[0], articles=tuple(taken), reason=reason, by=by)
    return _decided(log, event, event.into, _meaning(event))


def retracted(log: EventLog, decision: RecordedEvent) -> None:
    """Place the articles of a decision anew, which was retracted."""
    event = upcasting.event(decision)
    if isinstance(event, StoriesMerged | StorySplit):
        with log.transaction() as transaction:
            subjects = {key for each in _meaning(event) for key in (each.one, each.other)}
            _place(transaction, replaced(transaction.connection, subjects))


def _decided(log: EventLog, event: Event, story: str, decisions: Sequence[Decision]) -> RecordedEvent:
    """Record a decision, and what it changes in where articles are placed, in one commit."""
    with log.transaction() as transaction:
        (recorded,) = transaction.append([(event, Origin(stream=STORY + story))])
        subjects = {key for each in decisions for key in (each.one, each.other)}
        _place(transaction, replaced(transaction.connection, subjects, decisions))
        return recorded


def _place(transaction: Transaction, placed: Iterable[tuple[Event, Origin]]) -> None:
    """Record where articles are placed now, and what that changes in which happenings they tell of."""
    links = list(placed)
    links += happenings.moved(transaction.connection, links)
    if links:
        transaction.append(links)


def _meaning(event: StoriesMerged | StorySplit) -> list[Decision]:
    """What a decision says of articles, as `timeline.stories.placing` reads it from the projection."""
    if isinstance(event, StoriesMerged):
        return [Decision(event.story, event.other, together=True)]
    apart = [Decision(article, event.story, together=False) for article in event.articles]
    together = [Decision(article, event.into, together=True) for article in event.articles if article != event.into]
    return apart + together
