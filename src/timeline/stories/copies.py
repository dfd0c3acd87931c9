"""Link articles that print earlier ones again, after an append those that came, or all of a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.types.copies_linked import CopiesLinked, Kind
from timeline.log.streams import COPY
from timeline.log.transaction import Origin
from timeline.model.moments import naive_utc
from timeline.store import connections
from timeline.stories import samples
from timeline.stories.near_copies import Printed, judged, shared
from timeline.stories.origins import Likeness, origins
from timeline.stories.samples import Sampled
from timeline.stories.shingles import sample

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from timeline.events import Event
    from timeline.log.event_log import EventLog
    from timeline.store.connection import Connection
    from timeline.stories.linking import New

    Links = list[tuple[Event, Origin]]

EXTRACTOR, VERSION = "copies", 1
"""Who links, in the envelope of the log."""

RULES = {"copy": ("same words", 980), "update": ("few figures", 900), "series": ("form", 900)}
"""By kind: the rule that tells it, and how sure it is, per mille."""
COPY_OF_COPY = "copy of a copy"
NO_LONGER = ("no longer", 1000)
COMPARED_AT_ONCE = 500
"""So many pairs of texts are in memory."""

Named = tuple[str, Printed]
"""A text with the key of its article."""


def link(new: New) -> Links:
    """What the articles that a transaction adds are to those that are there and to each other, and these to them."""
    connection = new.connection
    samples.catch_up(connection)
    added = _added(new)
    sampled = [Sampled(at, each.at.date(), sample(each.text)) for at, (_, each) in added.items()]
    pairs = samples.similar(connection, sampled)
    samples.add(connection, sampled)
    revised = {each.article.key for each in new.articles if each.revision > 1}
    if not pairs and not revised:
        return []
    found, printed = _judged(connection, pairs, added)
    keys = {key for each in found for key in (each.article, each.of)} | revised
    known = _known(connection, list(keys))
    kept = [each for each in known if not {each.article, each.of} & revised]
    printed |= _printed(connection, {key for each in kept for key in (each.article, each.of)} - printed.keys())
    return list(_changes(known, origins([*found, *kept], printed, _refused(connection) if found else frozenset())))


def relink(log: EventLog) -> Links:
    """What all articles are to each other, where that is not what is known."""
    with connections.committing(log.path, wait=log.wait) as connection:
        samples.refill(connection)
        pairs = samples.all_similar(connection)
        found: list[Likeness] = []
        printed: dict[str, datetime] = {}
        for at in range(0, len(pairs), COMPARED_AT_ONCE):
            some, when = _judged(connection, pairs[at : at + COMPARED_AT_ONCE], {})
            found += some
            printed |= when
        return list(_changes(_known(connection, None), origins(found, printed, _refused(connection))))


def _added(new: New) -> dict[int, Named]:
    """The last text of each article that is added, by its position."""
    last = {each.article.key: each for each in new.articles}
    before = _printed(new.connection, [key for key, each in last.items() if each.revision > 1])
    added = {}
    for key, each in last.items():
        at = before.get(key, naive_utc(each.article.published))
        added[each.rows[0].position] = (key, Printed(each.article.text, each.article.title, at))
    return added


def _judged(
    connection: Connection, pairs: Collection[tuple[int, int]], added: Mapping[int, Named]
) -> tuple[list[Likeness], dict[str, datetime]]:
    """What texts at two positions are to each other, and when each article was printed first."""
    near = dict(added)
    revised = {key for key, _ in added.values()}
    for text in samples.texts(connection, {at for pair in pairs for at in pair} - added.keys()):
        if text.article not in revised:
            near[text.position] = (text.article, Printed(text.text, text.title, text.printed))
    found = []
    for one, other in pairs:
        if one in near and other in near and (kind := judged(near[one][1], near[other][1])) is not None:
            found.append(Likeness(near[one][0], near[other][0], kind, shared(near[one][1], near[other][1])))
    return found, {key: text.at for key, text in near.values()}


def _known(connection: Connection, keys: Sequence[str] | None) -> list[Likeness]:
    return [Likeness(*row) for row in samples.rows(connection, "known_copies", keys=keys)]


def _refused(connection: Connection) -> frozenset[frozenset[str]]:
    """Pairs that somebody said are none."""
    return frozenset(frozenset(row) for row in samples.rows(connection, "refused_copies"))


def _printed(connection: Connection, keys: Iterable[str]) -> dict[str, datetime]:
    """When articles were printed first."""
    sought = list(keys)
    return dict(samples.rows(connection, "first_printed", keys=sought)) if sought else {}


def _changes(known: Iterable[Likeness], chosen: Mapping[str, Likeness]) -> Iterator[tuple[Event, Origin]]:
    """What is to be said of articles that is not known, and of what is known and no longer so."""
    before = {(each.article, each.of): each for each in known}
    for (article, of), each in before.items():
        if article not in chosen or chosen[article].of != of:
            yield _event(each, "none", *NO_LONGER)
    for each in chosen.values():
        if before.get((each.article, each.of)) != each._replace(through=False):
            rule, confidence = RULES[each.kind]
            yield _event(each, each.kind, COPY_OF_COPY if each.through else rule, confidence)


def _event(each: Likeness, kind: Kind, rule: str, confidence: int) -> tuple[Event, Origin]:
    event = CopiesLinked(
        article=each.article, of=each.of, kind=kind, shared=each.shared, rule=rule, confidence=confidence
    )
    return event, Origin(stream=f"{COPY}{each.of}", extractor=EXTRACTOR, extractor_version=VERSION)
