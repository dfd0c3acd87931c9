"""
One input format per file: ``SUFFIXES`` and ``read_articles(stream, context)``, which yields `Article`s.

Each file that a caller names goes to the reader of its suffix, else to the one whose ``looks_like(beginning)`` says so.
What cannot be read is yielded in its place as an `InputError` and never raised, so that one bad file does not stop the
rest; a newswire's `Withdrawal` of an article is yielded in its place, too.
"""

from __future__ import annotations

import gzip
import os
import zlib
from io import BufferedReader
from typing import TYPE_CHECKING, BinaryIO, cast

from attrs import evolve

from timeline.errors import InputError, MissingExtra
from timeline.plugins import discover
from timeline.readers._choice import BEGINNING_BYTES, Choice
from timeline.readers._origin import InputContext
from timeline.readers._sources import ENDLESS, InputFile, find_files, may_never_end
from timeline.readers._utf16 import BOMS, Utf8OfUtf16

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from types import ModuleType

    from timeline.model.article import Article
    from timeline.model.moments import Moment
    from timeline.model.withdrawal import Withdrawal

__all__ = ["ENDLESS", "MAX_BYTES", "InputContext", "may_never_end", "read_articles", "total_bytes"]

MAX_BYTES = 32_000_000
"""The longest article that is read, as a file or a line, unless the caller says otherwise."""

GZIP_MAGIC = b"\x1f\x8b"


def read_articles(
    inputs: Iterable[str],
    *,
    published: date | None = None,
    source: str | None = None,
    captured: Moment | None = None,
    reader: str | None = None,
    columns: Mapping[str, str] | None = None,
    max_bytes: int = MAX_BYTES,
    warn: Callable[[str], None] = lambda _: None,
    reached: Callable[[int, str], None] = lambda *_: None,
) -> Iterator[Article | Withdrawal | InputError]:
    """
    The articles of files, folders (recursively, sorted by name), globs and ``-`` for standard input.

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
    yield from _read_files(found, chosen, given, reached)


def total_bytes(inputs: Iterable[str], *, reader: str | None = None) -> int:
    """Bytes of all files that `read_articles` would read; standard input and other streams count nothing."""
    found = find_files(inputs, Choice(discover("readers")).walked, any_suffix=reader is not None, warn=lambda _: None)
    return sum(each.size_bytes for each in found if isinstance(each, InputFile))


def _read_files(
    files: Iterable[InputFile | InputError],
    chosen: ModuleType | Choice,
    given: InputContext,
    reached: Callable[[int, str], None],
) -> Iterator[Article | Withdrawal | InputError]:
    before = 0
    for found in files:
        if isinstance(found, InputError):
            yield found
            continue
        for item, place in _read_file(found, chosen, given):
            reached(before + place, found.printable_path)
            yield item
        before += found.size_bytes


def _read_file(
    found: InputFile, chosen: ModuleType | Choice, context: InputContext
) -> Iterator[tuple[Article | Withdrawal | InputError, int]]:
    """The articles and errors of one file, each with the number of its bytes that were read so far."""
    whole = found.size_bytes
    context = evolve(context, path=found.printable_path, modified=found.modified, table=found.table)
    try:
        with found.open() as raw:
            compressed = found.is_compressed or (found.suffix == "" and raw.peek(2)[:2] == GZIP_MAGIC)
            stream = cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if compressed else cast("BinaryIO", raw)
            if cast("BufferedReader", stream).peek(2)[:2] in BOMS:
                stream = BufferedReader(Utf8OfUtf16(stream))
            elif whole and not compressed:
                context = evolve(context, file=found.path)
            for item in _reader(chosen, found, stream, context).read_articles(stream, context):
                yield item, min(raw.tell(), whole) if raw.seekable() else 0
    except InputError as error:
        yield error, 0
    except Exception as error:  # noqa: BLE001 - whatever a reader raises costs its input alone
        yield context.error(_why(error)), 0


def _why(error: Exception) -> str:
    """
    What kept an input from being read, and what to do.

    Raises:
        Exception: Somebody interrupted it (as DuckDB words a Ctrl-C), or wants to see where it was.
    """
    if isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        return f"is not a complete .gz file ({error}): fetch it again."
    if isinstance(error, UnicodeDecodeError):
        return f"is not whole UTF-16 ({error.reason}): save it as UTF-8."
    if isinstance(error, MissingExtra):
        return str(error)
    if isinstance(error, OSError):
        return f"cannot be read ({error.strerror or error})."
    if os.environ.get("TIMELINE_DEBUG") or "interrupted" in str(error).lower():
        raise error
    return f"cannot be read: the reader raised {type(error).__name__} ({error})."


def _reader(chosen: ModuleType | Choice, found: InputFile, stream: BinaryIO, context: InputContext) -> ModuleType:
    """
    The reader given by the caller, else the one of the suffix and the beginning.

    Raises:
        InputError: There is none.
    """
    if not isinstance(chosen, Choice):
        return chosen
    beginning = cast("BufferedReader", stream).peek(BEGINNING_BYTES)
    reader = chosen.of(found.suffix, beginning)
    if reader is None:
        names = ", ".join(chosen.names)
        raise context.error(f"no reader for {found.suffix} files: rename it or give --reader ({names}).")
    return reader
