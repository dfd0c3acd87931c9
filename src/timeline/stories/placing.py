"""
Place articles in stories: those that are appended, with the stories that they touch, or all of them.

What is appended is compared with what it may be about, and the stories it is like are made anew together with it, so
that an article that shows two stories to be one, or one to be two, changes them. Of a large story no member is asked
again, it takes others in; `relink` looks at everything.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

from attrs import frozen

from timeline import sql_files
from timeline.events.types.article_placed import ArticlePlaced
from timeline.log.streams import STORY
from timeline.log.transaction import Origin
from timeline.projections import tables
from timeline.stories import partition
from timeline.stories.index import Index, Known
from timeline.stories.neighbours import MOST_DAYS, Compared, found_by
from timeline.stories.partition import LEAST_LIKENESS, LEAST_OF_PAIR, alike, scaled, weighed
from timeline.stories.terms import terms_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from timeline.log.event_log import EventLog
    from timeline.store.connection import Connection
    from timeline.stories.linking import New

    Placed = tuple[ArticlePlaced, Origin]

EXTRACTOR, VERSION = "stories", 1
"""Who places, in the envelope of the log."""

WHOLE_ARTICLES = 30
"""A story of more is large: its members are not asked again where one more comes."""
ALL_ARTICLES = 1 << 30
"""More than any story has."""
FOLDED_ARTICLES = 512
"""After so many articles the rows of the frequency of a term are made one."""
READ_ARTICLES = 1_000
ALIKE, ALONE, DECIDED = "alike", "alone", "decided"
CONFIDENCE = {ALIKE: 900, ALONE: 1000, DECIDED: 1000}
"""Per mille; of articles that are alike, so many report what most others of their story do."""


@frozen
class Decision:
    """
    What somebody decided: two articles report one story, or they do not.

    Attributes:
        one, other: Keys of articles.
        together: They do.
    """

    one: str
    other: str
    together: bool


def link(new: New) -> Iterator[Placed]:
    """
    What changes in the stories of articles by those that a transaction adds.

    Where the index was lost, as by an erasure, all articles are placed anew before.
    """
    index = Index(new.connection)
    given = {each.article.key: each.article for each in new.articles}
    revised = index.named([each.article.key for each in new.articles if each.revision > 1])
    index.forget(revised)
    old = {each.article: each for each in revised}
    fresh = [_unplaced(key, article.day, article.title, article.text) for key, article in given.items()]
    fresh.sort(key=lambda each: each.place)
    added = Counter(chain.from_iterable(each.counts for each in fresh))
    frequencies = index.frequencies(added.keys())
    if not frequencies.articles and _has_placed(new.connection):
        yield from _placed_anew(new.connection, ())
        frequencies = index.frequencies(added.keys())
    for number, each in enumerate(fresh, frequencies.articles + 1):
        each.number, each.story = number, number
    for each in fresh:
        if each.article in old:
            each.number, each.story = old[each.article].number, old[each.article].story
    compared = _compared(fresh, added + Counter(frequencies.of), frequencies.articles + len(fresh))
    known = _known_neighbours(index, fresh, compared)
    stories = {each.story for each in revised} | {
        known[number].story
        for each in fresh
        for number, likeness in each.near.items()
        if number in known and likeness >= LEAST_LIKENESS
    }
    touched = [each for each in known.values() if each.story in stories]
    here = [each.number for each in (*fresh, *touched)]
    touched += index.members(stories, known=here, most=WHOLE_ARTICLES)
    decided = _decided(new.connection) if frequencies.is_decided else []
    arranged = _Arranged(fresh, touched, decided)
    index.add(fresh, compared.heavies, added, arranged.noted, moved=arranged.moved)
    new.numbers = {each.article: each.number for each in arranged.nodes}
    if _is_due(frequencies.articles, len(fresh)):
        index.fold()
    yield from arranged.changes


def relink(log: EventLog) -> list[Placed]:
    """What changes in the stories of all articles, whatever the order in which they came."""
    with log.transaction() as transaction:
        return _placed_anew(transaction.connection, ())


def replaced(connection: Connection, articles: Collection[str], decided: Sequence[Decision] = ()) -> list[Placed]:
    """
    What changes in the stories of some articles by what people decided.

    Args:
        connection: In a transaction that may write.
        articles: Keys.
        decided: Decisions that are recorded, but not in the projections yet.
    """
    index = Index(connection)
    tables.ensure(connection)
    subjects = index.named(articles)
    if len(subjects) < len(articles):
        return _placed_anew(connection, decided)
    stories, here = {each.story for each in subjects}, [each.number for each in subjects]
    touched = [*subjects, *index.members(stories, known=here, most=ALL_ARTICLES)]
    arranged = _Arranged([], touched, [*_decided(connection), *decided], most=ALL_ARTICLES)
    index.add([], [], {}, arranged.noted, moved=arranged.moved)
    return list(arranged.changes)


def _placed_anew(connection: Connection, decided: Sequence[Decision]) -> list[Placed]:
    """What changes in the stories of all articles; the index is made anew."""
    index = Index(connection)
    index.clear()
    rows = connection.execute(sql_files.find("stories", "texts").sql)
    articles: list[Known] = []
    while texts := rows.fetchmany(READ_ARTICLES):
        articles += [_unplaced(key, day, title, text) for key, title, day, text in texts]
    for number, each in enumerate(articles, 1):
        each.number, each.story = number, number
    added = Counter(chain.from_iterable(each.counts for each in articles))
    compared = _compared(articles, added, len(articles))
    arranged = _Arranged(articles, [], [*_decided(connection), *decided])
    index.add(articles, compared.heavies, added, arranged.noted)
    placed = dict(connection.execute(sql_files.find("stories", "placed").sql).fetchall())
    return list(_changes(arranged, {each.article: placed.get(each.article, each.article) for each in articles}))


def _unplaced(key: str, day: date, title: str | None, text: str) -> Known:
    return Known(0, key, day.toordinal(), 0, 1.0, terms_of(title, text), {})


def _compared(fresh: Sequence[Known], frequency: Mapping[int, int], articles: int) -> Compared:
    """New articles compared with each other; which of them each is like is noted with it."""
    compared = Compared([each.counts for each in fresh], [each.day for each in fresh], frequency, articles)
    for each, length in zip(fresh, compared.lengths, strict=True):
        each.length = length
    for (other, place), likeness in compared.likeness.items():
        fresh[place].near[fresh[other].number] = likeness
    return compared


def _known_neighbours(index: Index, fresh: Sequence[Known], compared: Compared) -> dict[int, Known]:
    """By their numbers, articles that were there before and may be like new ones; how much is noted with these."""
    terms = set(chain.from_iterable(compared.heavies))
    days = [each.day for each in fresh]
    having = index.having(terms, first=min(days) - MOST_DAYS, last=max(days) + MOST_DAYS)
    found = [found_by(heavy, each.day, having) for each, heavy in zip(fresh, compared.heavies, strict=True)]
    known = {each.number: each for each in index.articles(set(chain.from_iterable(found)))}
    vectors = {number: scaled(weighed(each.counts, compared.rarity), each.length) for number, each in known.items()}
    for each, vector, numbers in zip(fresh, compared.vectors, found, strict=True):
        for number in numbers:
            likeness = alike(vector, vectors[number], abs(each.day - known[number].day))
            if likeness >= LEAST_OF_PAIR:
                each.near[number] = likeness
    return known


def _is_due(articles: int, added: int) -> bool:
    """The rows of terms are to be made one, now that there are so many articles."""
    return (articles + added) // FOLDED_ARTICLES > articles // FOLDED_ARTICLES


class _Arranged:
    """
    Stories made anew of articles that are new and of all articles of some stories.

    Attributes:
        nodes: The articles in the order of `Known.place`.
        parts: The stories, by places.
        noted: Number of the story by that of an article, where that is new.
        moved: Of which of these another one was noted before.
    """

    def __init__(
        self,
        fresh: Sequence[Known],
        touched: Sequence[Known],
        decided: Sequence[Decision],
        *,
        most: int = WHOLE_ARTICLES,
    ) -> None:
        """Stories of more than *most* stay as they are."""
        self.decided = decided
        self.nodes = sorted([*fresh, *touched], key=lambda each: each.place)
        before = {each.number: each.story for each in self.nodes}
        unplaced = {each.number for each in fresh if each.story == each.number}
        self.parts = _parts(self.nodes, decided, self._large(touched, most))
        stories = {self.nodes[place].number: self.nodes[part[0]].number for part in self.parts for place in part}
        new = [number for number, story in stories.items() if story != before[number] or number in unplaced]
        self.noted = {number: stories[number] for number in sorted(new)}
        self.moved = [number for number in self.noted if number not in unplaced]

    @property
    def changes(self) -> Iterator[Placed]:
        """Placings of the articles whose story is another one than before."""
        key_of = {each.number: each.article for each in self.nodes}
        return _changes(self, {each.article: key_of.get(each.story, each.article) for each in self.nodes})

    def _large(self, touched: Sequence[Known], most: int) -> Collection[Sequence[int]]:
        """The places of those articles of each large story that nobody decided to be of another one."""
        sizes = Counter(each.story for each in touched)
        apart = {key for each in self.decided if not each.together for key in (each.one, each.other)}
        members = {each.number for each in touched if sizes[each.story] > most and each.article not in apart}
        large: dict[int, list[int]] = {}
        for place, each in enumerate(self.nodes):
            if each.number in members:
                large.setdefault(each.story, []).append(place)
        return large.values()


def _parts(nodes: Sequence[Known], decided: Iterable[Decision], large: Iterable[Sequence[int]]) -> list[list[int]]:
    """The stories of articles, by their places, earliest first."""
    place_of = {each.number: place for place, each in enumerate(nodes)}
    likeness = {}
    for place, each in enumerate(nodes):
        for number, value in each.near.items():
            if (other := place_of.get(number)) is not None:
                likeness[min(place, other), max(place, other)] = value
    named = {each.article: place for place, each in enumerate(nodes)}
    pairs: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for decision in decided:
        with suppress(KeyError):  # most decisions are about other stories
            pairs[decision.together].append((named[decision.one], named[decision.other]))
    return partition.stories(
        likeness, [each.counts for each in nodes], together=pairs[True], apart=pairs[False], whole=large
    )


def _changes(arranged: _Arranged, before: Mapping[str, str]) -> Iterator[Placed]:
    """Placings of the articles whose story is another one than before."""
    subjects = {key for each in arranged.decided for key in (each.one, each.other)}
    for part in arranged.parts:
        story, *_ = articles = [arranged.nodes[place].article for place in part]
        for article in articles:
            if before[article] != story:
                rule = DECIDED if article in subjects else ALIKE if len(part) > 1 else ALONE
                event = ArticlePlaced(article=article, story=story, rule=rule, confidence=CONFIDENCE[rule])
                yield event, Origin(stream=STORY + story, extractor=EXTRACTOR, extractor_version=VERSION)


def _has_placed(connection: Connection) -> bool:
    """The log has placings."""
    return bool(connection.execute("from placements limit 1").fetchall())


def _decided(connection: Connection) -> list[Decision]:
    """What holds of what people decided; of decisions about the same two articles the last."""
    found: dict[frozenset[str], Decision] = {}
    for story, other, article, parted in connection.execute(sql_files.find("stories", "decisions").sql).fetchall():
        stated = [Decision(story, other, together=True)] if article is None else []
        if article is not None:
            stated += [Decision(article, parted, together=False), Decision(article, story, together=True)]
        found |= {frozenset((each.one, each.other)): each for each in stated}
    return [each for pair, each in found.items() if len(pair) > 1]
