"""Rows of tables and records as articles: which column holds what, by the usual names or as the caller says."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.model.article import Article
    from timeline.readers._origin import InputContext

USUAL_NAMES = {
    "text": ("text", "body", "content", "article", "full_text", "fulltext", "body_text"),
    "id": ("id", "guid", "article_id", "key", "uid"),
    "title": ("title", "headline"),
    "published": (
        "published", "date", "publication_date", "published_at", "publishedat", "pub_date", "pubdate", "published_date",
        "date_published", "datetime", "timestamp",
    ),
    "source": ("source", "publisher", "outlet", "publication", "newspaper", "source_name"),
    "url": ("url", "link", "permalink", "canonical_url"),
    "authors": ("authors", "author", "byline", "by"),
    "language": ("language", "lang"),
    "captured": ("captured", "captured_at", "crawled", "crawled_at", "fetched", "fetched_at", "retrieved"),
}  # fmt: skip
"""The fields of an article and the names that columns usually have for them, the surest first; case is ignored."""


OF_EXPORTS = {"event_id", "stream", "stream_position", "schema_version"}
"""Columns of the events that `timeline export events` writes."""


@frozen
class Columns:
    """
    Which column of a table holds which field of an article.

    Attributes:
        names: Names of columns by fields.
    """

    names: dict[str, str]

    @classmethod
    def of(cls, there: Sequence[str], context: InputContext) -> Columns:
        """
        The columns of a table, by those that the caller gave and the usual names.

        Raises:
            InputError: A column that the caller gave is not there, none holds the text, or they hold exported events.
        """
        refuse_exports(there, context)
        for given in context.columns.values():
            if given not in there:
                raise context.error(f"has no column {given!r}: it has {_listed(there)}.")
        found = named(there, context.columns)
        if "text" not in found:
            raise context.error(f"has no column of texts: it has {_listed(there)}; give --map text=COLUMN.")
        return cls(found)

    def article(self, values: Mapping[str, Any], context: InputContext) -> Article:
        """
        The article of a row, given its values by the names of columns.

        Raises:
            InputError: The row is none.
        """
        stated = {field: _text(values.get(name)) for field, name in self.names.items() if field != "authors"}
        text = stated.pop("text")
        if len(text) > context.max_bytes:
            raise context.too_long()
        authors = _authors(values.get(self.names.get("authors", "")))
        return context.article({field: value for field, value in stated.items() if value}, text, authors)

    def articles(
        self, columns: Sequence[str], rows: Iterable[tuple[int, Sequence[Any]] | InputError], context: InputContext,
        *, word: str = "row",
    ) -> Iterator[Article | InputError]:  # fmt: skip
        """
        The articles of rows; one that is none is named by its number and does not stop the rest, an empty one is none.

        Args:
            columns: Names of the values of a row, in order.
            rows: Numbers and values, and errors in the place of rows.
            context: What is known of the input.
            word: What a number counts: rows or lines.
        """
        for row in rows:
            if isinstance(row, InputError):
                yield row
            elif any(value not in (None, "") for value in row[1]):
                here = evolve(context, path=f"{context.path}, {word} {row[0]:,}")
                try:
                    yield self.article(dict(zip(columns, row[1], strict=False)), here)
                except InputError as error:
                    yield error


def refuse_exports(there: Iterable[str], context: InputContext) -> None:
    """
    Refuse the events of a log, as if they were articles.

    Raises:
        InputError: The columns or fields are theirs.
    """
    if set(there) >= OF_EXPORTS:
        raise context.error("holds the events of a log: `timeline import` takes them in, and checks each of them.")


def named(there: Iterable[str], given: Mapping[str, str]) -> dict[str, str]:
    """The names by fields: those that the caller gave, then the usual ones that are there."""
    by_lower_case = {name.strip().lower().replace(" ", "_"): name for name in reversed(list(there))}
    usual = {
        field: next((by_lower_case[name] for name in names if name in by_lower_case), None)
        for field, names in USUAL_NAMES.items()
    }
    return {field: name for field, name in usual.items() if name is not None} | dict(given)


def _text(value: Any) -> str:
    """A value as text; dates as ISO 8601 writes them, nothing as nothing."""
    if value is None or value != value:  # noqa: PLR0124 - what is not a number is not itself
        return ""
    if isinstance(value, datetime) and value.tzinfo is None and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else str(value)


def _authors(value: Any) -> tuple[str, ...]:
    """Names of authors, of a list or a text that parts them by semicolons."""
    names = value if isinstance(value, list | tuple) else _text(value).split(";")
    return tuple(name for each in names if (name := _text(each).strip()))


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name) for name in names[:20])
    return shown + (f" and {len(names) - 20:,} more" if len(names) > 20 else "") if names else "none"
