"""Parquet: an article a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from timeline.readers._containers import on_disk
from timeline.readers._duckdb import articles_of_table, in_memory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".parquet", ".pq")


def looks_like(beginning: bytes) -> bool:
    """It begins with the mark of the form."""
    return beginning.startswith(b"PAR1")


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The articles of a file, row by row; a list of names may hold the authors.

    Raises:
        InputError: It is no Parquet file, or has no column of texts.
    """
    with on_disk(stream, context, suffix=".parquet") as path, in_memory(context) as connection:
        yield from articles_of_table(connection, "read_parquet($path)", context, {"path": str(path)})
