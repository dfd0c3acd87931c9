"""This file holds the options of commands that read articles."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import click

from timeline.cli._endings import tell
from timeline.cli._options import Day, stack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from timeline.article import Article
    from timeline.errors import InputError

MAX_BYTES = 32_000_000

OPTIONS = (
    click.argument("sources", nargs=-1, required=True, metavar="FILE..."),
    click.option("--date", "published", type=Day(), help="Publication day of articles that state none."),
    click.option("--source", metavar="OUTLET", help="Outlet of articles that state none."),
    click.option("--reader", metavar="NAME", help="Read with jsonl or plain (or a plug-in) whatever the suffix."),
    click.option(
        "--max-bytes", type=click.IntRange(min=1), default=MAX_BYTES, show_default=True, metavar="N",
        help="Longest article, as a file or a line.",
    ),
)  # fmt: skip


def inputs(callback: Callable[..., Any]) -> Callable[..., Any]:
    """FILE... and what is said about them; the callback gets *articles*, read as they are drawn."""

    @functools.wraps(callback)
    def wrapped(
        *,
        sources: tuple[str, ...],
        published: date | None,
        source: str | None,
        reader: str | None,
        max_bytes: int,
        **rest: Any,
    ) -> Any:
        def articles() -> Iterator[Article | InputError]:
            from timeline import readers  # noqa: PLC0415 - start-up time

            yield from readers.read(
                sources, published=published, source=source, reader=reader, max_bytes=max_bytes, warn=tell
            )

        return callback(articles=articles(), **rest)

    return stack(OPTIONS, wrapped)
