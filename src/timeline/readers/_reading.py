"""Read files and addresses: with the reader that takes each, and what a reader raises costs its own input alone."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Callable
from io import BufferedReader
from types import ModuleType
from typing import TYPE_CHECKING, Any, BinaryIO, cast
from urllib.parse import urljoin

from attrs import define, evolve, field

from timeline.errors import InputError, MissingExtra
from timeline.model.article import Article
from timeline.readers._choice import BEGINNING_BYTES, Choice
from timeline.readers._network import Network, NotModified
from timeline.readers._origin import InputContext
from timeline.readers._sources import Address, InputFile
from timeline.readers._utf16 import BOMS, Utf8OfUtf16

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.model.withdrawal import Withdrawal

    Item = Article | Withdrawal | InputError

GZIP_MAGIC = b"\x1f\x8b"

NOT_ALLOWED = "is an address: give --allow-network to fetch it."


@define
class Reading:
    """
    One reading of inputs.

    Attributes:
        chosen: The reader to use, or those to choose from.
        given: What the caller says of all inputs.
        network: With what addresses are fetched; without it they are refused.
        reached: Told how far it is: stored bytes read so far, and the input.
    """

    chosen: ModuleType | Choice
    given: InputContext
    network: Network | None
    reached: Callable[[int, str], None]
    _followed: set[str] = field(factory=set, init=False)
    _named_pages: set[str] = field(factory=set, init=False)

    def articles(self, inputs: Iterable[InputFile | Address | InputError]) -> Iterator[Item]:
        """The articles of inputs, in order, and errors in the place of those that there are none of."""
        before = 0
        for found in inputs:
            if isinstance(found, InputError):
                yield found
            elif isinstance(found, Address):
                for item in self._of_address(found.url, self.given):
                    self.reached(before, found.url)
                    yield item
            else:
                for item, place in self._of_file(found, self.given):
                    self.reached(before + place, found.printable_path)
                    yield item
                before += found.size_bytes

    def _of_address(self, url: str, given: InputContext) -> Iterator[Item]:
        if self.network is None:
            yield InputError(NOT_ALLOWED, path=url)
            return
        try:
            with self.network.fetched(url) as fetched:
                file = InputFile(str(fetched.file), fetched=fetched)
                keys: list[str] = []
                for item, _ in self._of_file(file, evolve(given, path=url)):
                    keys += [item.key] if isinstance(item, Article) else [""]
                    yield item
                self.network.remember(url, tuple(keys) if all(keys) and url not in self._named_pages else ())
        except NotModified:
            given.warn(f"{url}: is as it was when it was fetched last.")
        except InputError as error:
            yield error
        except MissingExtra as error:
            yield InputError(str(error), path=url)

    def _of_file(self, found: InputFile, given: InputContext) -> Iterator[tuple[Item, int]]:
        """The articles and errors of one file, each with the number of its bytes that were read so far."""
        whole = found.size_bytes
        context = evolve(
            given, path=found.printable_path if found.fetched is None else given.path, modified=found.modified,
            table=found.table, fetched=found.fetched,
        )  # fmt: skip
        try:
            with found.open() as raw:
                compressed = found.is_compressed or (found.suffix == "" and raw.peek(2)[:2] == GZIP_MAGIC)
                stream = cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if compressed else cast("BinaryIO", raw)
                if cast("BufferedReader", stream).peek(2)[:2] in BOMS:
                    stream = BufferedReader(Utf8OfUtf16(stream))
                elif whole and not compressed:
                    context = evolve(context, file=found.path)
                for item in self._items(_reader(self.chosen, found, stream, context), stream, context):
                    yield item, min(raw.tell(), whole) if raw.seekable() else 0
        except InputError as error:
            yield error, 0
        except Exception as error:  # noqa: BLE001 - whatever a reader raises costs its input alone
            yield context.error(_why(error)), 0

    def _items(self, reader: ModuleType, stream: BinaryIO, context: InputContext) -> Iterator[Item]:
        """What a reader makes of an input; where it names pages that are to be followed, what these hold."""
        if self.network is not None and self.network.follow and hasattr(reader, "links"):
            self._named_pages.add(context.path)
            yield from self._followed_from(reader.links(stream, context), context)
        else:
            yield from reader.read_articles(stream, context)

    def _followed_from(self, links: Iterable[tuple[str, Any]], context: InputContext) -> Iterator[Item]:
        """The pages behind links, each once; what stands beside a link is taken where its page cannot be."""
        for link, instead in links:
            if not link:
                yield instead
                continue
            url = urljoin(context.fetched.url if context.fetched else "", link)
            if url in self._followed or self.network is None:
                continue
            if len(self._followed) >= self.network.max_pages:
                context.warn(str(context.error(f"names more than {len(self._followed):,} pages: raise --max-pages.")))
                return
            self._followed.add(url)
            dated = self.given if instead is None else evolve(self.given, published=instead.published)
            for item in self._of_address(url, dated):
                if isinstance(item, InputError) and instead is not None:
                    context.warn(f"{item} The text of the feed is taken.")
                    yield instead
                else:
                    yield item


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
