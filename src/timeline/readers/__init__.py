"""
One input format per file: ``SUFFIXES`` and ``read_articles(stream, context)``, which yields `Article`s.

Each file that a caller names goes to the reader of its suffix, else to the one whose ``looks_like(beginning)`` says so.
What cannot be read is yielded in its place as an `InputError` and never raised, so that one bad file does not stop the
rest; a newswire's `Withdrawal` of an article is yielded in its place, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import InputError
from timeline.plugins import discover
from timeline.readers._choice import Choice
from timeline.readers._network import Network, Validator
from timeline.readers._origin import InputContext
from timeline.readers._reading import Reading
from timeline.readers._sources import ENDLESS, InputFile, find_files, may_never_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from timeline.model.article import Article
    from timeline.model.moments import Moment
    from timeline.model.withdrawal import Withdrawal

__all__ = [
    "ENDLESS",
    "MAX_BYTES",
    "InputContext",
    "Network",
    "Validator",
    "may_never_end",
    "read_articles",
    "total_bytes",
]

MAX_BYTES = 32_000_000
"""The longest article that is read, as a file or a line, unless the caller says otherwise."""


def read_articles(
    inputs: Iterable[str],
    *,
    published: date | None = None,
    source: str | None = None,
    captured: Moment | None = None,
    reader: str | None = None,
    columns: Mapping[str, str] | None = None,
    max_bytes: int = MAX_BYTES,
    network: Network | None = None,
    warn: Callable[[str], None] = lambda _: None,
    reached: Callable[[int, str], None] = lambda *_: None,
) -> Iterator[Article | Withdrawal | InputError]:
    """
    The articles of files, folders (recursively, sorted by name), globs, addresses and ``-`` for standard input.

    Files that end in ``.gz`` are decompressed, UTF-16 with a mark is read. The suffix decides on the reader, else what
    the input begins with. Links out of a folder are passed over with a note, named pipes and devices refused.

    Args:
        inputs: What to read, in this order.
        published: Publication day of articles that state none.
        source: Outlet of articles that state none.
        captured: When articles that do not state it were captured.
        reader: Name of the reader to use whatever the suffix.
        columns: What fields of an article are called in tables and records: ``{"published": "date", "text": "body"}``.
        max_bytes: Longest article (a file, a line of JSONL, a row), decompressed.
        network: With what addresses are fetched; without it they are refused.
        warn: Called with a sentence about what was read with a doubt, or left out.
        reached: Called before each article with the stored bytes read so far (in the end `total_bytes`), and its file.
    """
    readers = discover("readers")
    if reader is not None and reader not in readers:
        yield InputError(f"no reader {reader!r}: there are {', '.join(readers)}.")
        return
    given = InputContext(
        path="", published=published, source=source, max_bytes=max_bytes, warn=warn, captured=captured,
        columns=columns or {},
    )  # fmt: skip
    chosen = readers[reader] if reader else Choice(readers)
    found = find_files(inputs, Choice(readers).walked, any_suffix=reader is not None, warn=warn)
    try:
        yield from Reading(chosen, given, network, reached).articles(found)
    finally:
        if network is not None:
            network.close()


def total_bytes(inputs: Iterable[str], *, reader: str | None = None) -> int:
    """Bytes of all files that `read_articles` would read; standard input and other streams count nothing."""
    found = find_files(inputs, Choice(discover("readers")).walked, any_suffix=reader is not None, warn=lambda _: None)
    return sum(each.size_bytes for each in found if isinstance(each, InputFile))
