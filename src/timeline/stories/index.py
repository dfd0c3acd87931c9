"""What is kept beside the log of each article that was placed, so that the next one finds those that are like it."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import define

from timeline import sql_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from timeline.store.connection import Connection

ARTICLES, DECISIONS = -1, -2
"""Stand for terms where what is asked of terms is asked of all articles, and of decisions."""
ADDED_ARTICLES = 1_000
ROW = ("numbers", "articles", "days", "lengths", "terms", "counts", "near", "likeness")
MOST_TERMS = 500_000
"""Where there are more, those that one article alone has are left out: they are as rare as what was never there."""


class Frequencies(NamedTuple):
    """In how many articles terms stand, how many articles there are, and whether people decided anything of stories."""

    of: dict[int, int]
    articles: int
    is_decided: bool


@define
class Known:
    """
    An article as it is known.

    Attributes:
        number: Its own, by the order in which articles were linked.
        article: Its key.
        day: When it was printed, in days since the year 1.
        story: Number of the earliest article of its story.
        length: Of the vector of its weights, when it was linked.
        counts: Its terms; none are given of the articles of large stories.
        near: How like it those are that were linked before, by their numbers.
    """

    number: int
    article: str
    day: int
    story: int
    length: float
    counts: dict[int, int]
    near: dict[int, float]

    @property
    def place(self) -> tuple[int, str]:
        """Orders articles whatever the order in which they came."""
        return self.day, self.article


class Index:
    """The tables in ``queries/indexes`` that begin with ``story_``, inside of a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def frequencies(self, terms: Collection[int]) -> Frequencies:
        """In how many articles each term stands, of those that stand in any."""
        of: dict[int, int] = dict(self._rows("frequencies", {"terms": list(terms)}))
        return Frequencies(of, of.pop(ARTICLES), bool(of.pop(DECISIONS)))

    def having(self, terms: Collection[int], *, first: int, last: int) -> dict[int, list[tuple[int, int]]]:
        """Day and number of the articles that are found by each term, sorted, of those printed in these days."""
        found: dict[int, list[tuple[int, int]]] = {}
        for term, day, number in self._rows("having", {"terms": list(terms), "first": first, "last": last}):
            found.setdefault(term, []).append((day, number))
        for each in found.values():
            each.sort()
        return found

    def articles(self, numbers: Collection[int]) -> list[Known]:
        """The articles of these numbers."""
        return [_known(row) for row in self._rows("articles", {"numbers": list(numbers)})] if numbers else []

    def named(self, articles: Collection[str]) -> list[Known]:
        """The articles of these keys, as far as they are known."""
        return [_known(row) for row in self._rows("numbers", {"articles": list(articles)})] if articles else []

    def members(self, stories: Collection[int], *, known: Collection[int], most: int) -> list[Known]:
        """The articles of these stories, without those that are *known*; of stories of more than *most* no terms."""
        if not stories:
            return []
        values = {"stories": list(stories), "known": list(known), "most": most}
        return [_known(row) for row in self._rows("members", values)]

    def forget(self, articles: Collection[Known]) -> None:
        """Take out what articles were about; in stories they stay."""
        if articles:
            for table in ("story_articles", "story_terms"):
                self._delete(table, [each.number for each in articles])
            terms = [term for each in articles for term in each.counts]
            sql = "insert into stored.story_frequencies select unnest($terms), -1"
            self._connection.execute(sql, {"terms": terms})

    def clear(self) -> None:
        """Take everything out."""
        for table in ("story_articles", "story_terms", "story_members", "story_frequencies"):
            self._connection.execute(f"delete from stored.{table}")

    def add(
        self,
        articles: Sequence[Known],
        heavies: Sequence[Sequence[int]],
        frequencies: Mapping[int, int],
        stories: Mapping[int, int],
        *,
        moved: Collection[int] = (),
    ) -> None:
        """
        Put in articles, and note the story of these and of others.

        Args:
            articles: They, `ADDED_ARTICLES` at a time.
            heavies: The terms by which each is found.
            frequencies: In how many of them terms stand.
            stories: Number of the story by that of an article.
            moved: Of which of these another one was noted before.
        """
        if moved:
            self._delete("story_members", moved)
        found = list(zip(articles, heavies, strict=True))
        counted, placed = list(frequencies.items()), list(stories.items())
        for at in range(0, max(len(found), 1), ADDED_ARTICLES):
            self._add(found[at : at + ADDED_ARTICLES], counted, placed)
            counted, placed = [], []

    def _add(
        self,
        articles: Sequence[tuple[Known, Sequence[int]]],
        frequencies: Iterable[tuple[int, int]],
        stories: Iterable[tuple[int, int]],
    ) -> None:
        rows = [_row(each) for each, _ in articles]
        terms = [(term, each.day, each.number) for each, heavy in articles for term in heavy]
        values = {
            **_columns(ROW, rows), **_columns(("heavy_terms", "heavy_days", "heavy_numbers"), terms),
            **_columns(("counted", "having"), frequencies), **_columns(("placed", "stories"), stories),
        }  # fmt: skip
        self._connection.execute(sql_files.find("stories", "add").sql, values)

    def fold(self) -> None:
        """Make the rows of each term one."""
        folded = "select term, cast(sum(articles) as integer) as articles from story_frequencies group by term"
        self._connection.keep("folded", folded)
        ((terms,),) = self._connection.execute("select count(*) from folded").fetchall()
        least = 1 if terms <= MOST_TERMS else 2
        self._connection.execute("delete from stored.story_frequencies")
        kept = f"from folded where articles >= {least} order by term"
        self._connection.execute(f"insert into stored.story_frequencies {kept}")
        self._connection.let_go("folded")

    def _delete(self, table: str, numbers: Collection[int]) -> None:
        sql = f"delete from stored.{table} where number in (select unnest($numbers))"
        self._connection.execute(sql, {"numbers": list(numbers)})

    def _rows(self, query: str, values: Mapping[str, object] | None = None) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql_files.find("stories", query).sql, values).fetchall()


def _known(row: tuple[Any, ...]) -> Known:
    number, article, day, story, length, terms, counts, near, likeness = row
    return Known(
        number, article, day, story, length,
        dict(zip(array("I", terms), counts, strict=True)),
        dict(zip(array("I", near), array("f", likeness), strict=True)),
    )  # fmt: skip


def _columns(names: Sequence[str], rows: Iterable[tuple[object, ...]]) -> dict[str, list[object]]:
    """Rows as a list for each column."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    return dict(zip(names, columns or [[] for _ in names], strict=True))


def _row(each: Known) -> tuple[object, ...]:
    return (
        each.number, each.article, each.day, each.length,
        array("I", each.counts.keys()).tobytes(), bytes(each.counts.values()),
        array("I", each.near.keys()).tobytes(), array("f", each.near.values()).tobytes(),
    )  # fmt: skip
