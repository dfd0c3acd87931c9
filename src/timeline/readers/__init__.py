"""
One input format per file: ``SUFFIXES`` and ``read(stream, origin) -> Iterator[Article | InputError]``.

Each file that a caller names goes to the reader of its suffix. What cannot be read is yielded in its place as an error
and never raised, so that one bad file does not stop the rest.
"""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from timeline.errors import InputError
from timeline.plugins import discover
from timeline.readers._origin import Origin
from timeline.readers._sources import Source, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from types import ModuleType

    from timeline.model.article import Article

__all__ = ["MAX_BYTES", "Origin", "read", "size"]

MAX_BYTES = 32_000_000
"""The longest article taken in, as a file or a line, unless the caller says otherwise."""

GZIP = b"\x1f\x8b"


def read(
    sources: Iterable[str],
    *,
    published: date | None = None,
    source: str | None = None,
    reader: str | None = None,
    max_bytes: int = MAX_BYTES,
    warn: Callable[[str], None] = lambda _: None,
    reached: Callable[[int], None] = lambda _: None,
) -> Iterator[Article | InputError]:
    """
    The articles of files, folders (recursively, sorted by name), globs and ``-`` for standard input.

    Files that end in ``.gz`` are unpacked. The reader goes by the suffix; input without one is looked at.

    Args:
        sources: What to read, in this order.
        published: Publication day of articles that state none.
        source: Outlet of articles that state none.
        reader: Name of the reader to use whatever the suffix.
        max_bytes: Longest article (a file, or a line of JSONL), unpacked.
        warn: Called with a sentence for what was taken in with a doubt, or passed over.
        reached: Called before each article with the bytes read of all files so far, packed as they lie (see `size`).
    """
    readers = discover("readers")
    if reader is not None and reader not in readers:
        yield InputError(f"no reader {reader!r}: there are {', '.join(readers)}.")
        return
    suffixes = {suffix: module for module in readers.values() for suffix in module.SUFFIXES}
    before = 0
    for found in walk(sources, suffixes, any_suffix=reader is not None, warn=warn):
        if isinstance(found, InputError):
            yield found
            continue
        chosen = readers[reader] if reader else suffixes.get(found.suffix)
        origin = Origin(path=found.shown, published=published, source=source, max_bytes=max_bytes, warn=warn)
        whole = found.size
        for item, place in _read(found, chosen, origin):
            reached(before + min(place, whole))
            yield item
        before += whole


def size(sources: Iterable[str], *, reader: str | None = None) -> int:
    """Bytes of all files that `read` would read; standard input and other streams count nothing."""
    suffixes = {suffix for module in discover("readers").values() for suffix in module.SUFFIXES}
    found = walk(sources, suffixes, any_suffix=reader is not None, warn=lambda _: None)
    return sum(each.size for each in found if isinstance(each, Source))


def _read(found: Source, chosen: ModuleType | None, origin: Origin) -> Iterator[tuple[Article | InputError, int]]:
    """The articles of one file, and what goes wrong with its bytes; each with how much of the file was read."""
    if chosen is None and found.suffix:
        names = ", ".join(discover("readers"))
        yield origin.error(f"no reader for {found.suffix} files: rename it or give --reader ({names})."), 0
        return
    try:
        with found.open() as raw:
            packed = found.packed or (found.suffix == "" and raw.peek(2)[:2] == GZIP)
            stream = cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if packed else cast("BinaryIO", raw)
            for item in (chosen or _by_look(stream)).read(stream, origin):
                yield item, raw.tell() if raw.seekable() else 0
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield origin.error(f"is no whole .gz file ({error}): fetch it again."), 0
    except OSError as error:
        yield origin.error(f"cannot be read ({error.strerror or error})."), 0
    except InputError as error:
        yield error, 0


def _by_look(stream: BinaryIO) -> ModuleType:
    """JSON Lines when the first thing is an opening brace, else plain text."""
    start: bytes = stream.peek(64)  # type: ignore[attr-defined]
    looks_like_json = start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    return discover("readers")["jsonl" if looks_like_json else "plain"]
