"""The arguments and options of commands that read articles."""

from __future__ import annotations

import functools
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.days import Day, Moment
from timeline.cli.folding import Folding
from timeline.cli.lazy import readers
from timeline.cli.options import stack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.model.withdrawal import Withdrawal
    from timeline.readers import Network

MAX_BYTES = 32_000_000


class Captured(Moment):
    """A day, a moment, or ``now``."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """
        The day or moment meant by a text.

        Raises:
            click.UsageError: The text is neither.
        """
        return datetime.now(UTC) if value == "now" else super().convert(value, param, ctx)


FIELDS = ("text", "title", "published", "source", "url", "authors", "language", "captured", "id")


def _columns(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """
    Names of columns by fields of an article.

    Raises:
        click.UsageError: What stands before the equals sign is no field, or nothing stands behind it.
    """
    pairs = [each.partition("=") for each in given]
    for field, _, column in pairs:
        if field not in FIELDS or not column:
            raise click.UsageError(f"--map {field}: write FIELD=COLUMN, with one of the fields {', '.join(FIELDS)}.")
    return {field: column for field, _, column in pairs}


OPTIONS = (
    click.argument("sources", nargs=-1, required=True, metavar="FILE..."),
    click.option("--date", "published", type=Day(), help="Publication day of articles that do not state one."),
    click.option("--source", metavar="PUBLISHER", help="Publisher of articles that do not state one."),
    click.option(
        "--captured", type=Captured(), metavar="now|TIME",
        help="When articles that do not state it were captured: the latest of an article's texts is current.",
    ),
    click.option(
        "--reader", metavar="NAME",
        help="Reader to use, whatever the suffix and beginning; `timeline plugins` lists them.",
    ),
    click.option(
        "--map", "columns", multiple=True, callback=_columns, metavar="FIELD=COLUMN",
        help="Column of a table, or field of a record, that holds an article's text, title, published ...; repeatable.",
    ),
    click.option("--allow-network", is_flag=True, help="Fetch inputs that are addresses (https://...)."),
    click.option("--follow", is_flag=True, help="With --allow-network: fetch the pages that feeds and sitemaps name."),
    click.option(
        "--max-pages", type=click.IntRange(min=1), default=100, show_default=True, metavar="N",
        help="With --follow: the most pages that are fetched.",
    ),
    click.option(
        "--max-bytes", type=click.IntRange(min=1), default=MAX_BYTES, show_default=True, metavar="N",
        help="Largest article, as a file or a line.",
    ),
)  # fmt: skip


class Articles:
    """
    The articles of the given files, read while iterating; an error takes the place of its article.

    Attributes:
        drawn: Number of articles read so far.
        place: The file or address that is being read, as the caller named it.
        network: With what addresses are fetched, if that is allowed.
    """

    def __init__(self, sources: tuple[str, ...], *, network: Network | None = None, **options: Any) -> None:
        self.network = network
        self.drawn = 0
        self.place = ""
        self._folding = Folding()
        self._sources, self._options = sources, options
        self._bytes = 0
        self._ended = False

    def __iter__(self) -> Iterator[Article | Withdrawal | InputError]:
        warn = self._folding.tell
        for article in readers.read_articles(
            self._sources, warn=warn, reached=self._note_progress, network=self.network, **self._options
        ):
            self.drawn += 1
            yield article
        self._folding.finish()
        self._ended = True

    def _note_progress(self, read_bytes: int, place: str) -> None:
        self._bytes, self.place = read_bytes, place

    @cached_property
    def _size(self) -> int:
        return readers.total_bytes(self._sources, reader=self._options.get("reader"))

    @property
    def expected(self) -> int | None:
        """Estimated number of articles, by the bytes read so far; None when unknown."""
        if self._ended:
            return self.drawn
        return max(self.drawn, self.drawn * self._size // self._bytes) if self._bytes else None


def inputs(callback: Callable[..., Any]) -> Callable[..., Any]:
    """FILE... and the options about them; the callback gets *articles*."""

    @functools.wraps(callback)
    def wrapped(
        *,
        sources: tuple[str, ...],
        published: date | None,
        source: str | None,
        captured: Any,
        reader: str | None,
        columns: dict[str, str],
        allow_network: bool,
        follow: bool,
        max_pages: int,
        max_bytes: int,
        **rest: Any,
    ) -> Any:
        options = {
            "published": published,
            "source": source,
            "captured": captured,
            "reader": reader,
            "columns": columns,
            "max_bytes": max_bytes,
        }
        if follow and not allow_network:
            raise click.UsageError("--follow fetches pages: give --allow-network with it.")
        network = readers.Network(follow=follow, max_pages=max_pages) if allow_network else None
        return callback(articles=Articles(sources, network=network, **options), **rest)

    return stack(OPTIONS, wrapped)
