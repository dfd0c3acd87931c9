"""Web archives (WARC, and WACZ, which packs them): an article a page, read as a stream."""

from __future__ import annotations

import gzip
import zipfile
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from attrs import evolve

from timeline.errors import InputError, UndatedArticle
from timeline.extras import need
from timeline.model.visible_text import printable
from timeline.readers._containers import DAMAGED, MAX_RATIO, MAX_SPOOLED_BYTES, PIECE, seekable
from timeline.readers._http_body import decoded
from timeline.readers._page import NoArticle, article_of_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".warc", ".wacz")

ZIP = b"PK\x03\x04"
OF_WACZ = (b"datapackage.json", b"archive/", b"indexes/", b"pages/pages.jsonl")
PAGES = ("text/html", "application/xhtml+xml")

MAX_HEADER_BYTES = 65_536
SHOWN = 3
"""How many pages that hold no article a note names."""


def looks_like(beginning: bytes) -> bool:
    """It begins with a record, or as a zip archive with one of the members of WACZ."""
    is_wacz = beginning.startswith(ZIP) and any(name in beginning for name in OF_WACZ)
    return beginning.startswith(b"WARC/") or is_wacz


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The articles of the pages that were fetched: responses of HTML with status 200, captured when they were fetched.

    A page that holds no article or that nothing dates is passed over, with a note on how many there were.

    Raises:
        InputError: It is no archive, or not a whole one.
        MissingExtra: The libraries that read archives and pages are not installed.
    """
    beginning = cast("Any", stream).peek(len(ZIP))[: len(ZIP)]
    passed: list[str] = []
    if beginning == ZIP:
        with seekable(stream, context) as opened:
            yield from _articles_of_wacz(opened, context, passed)
    else:
        yield from _articles(stream, context, passed)
    if passed:
        named = ", ".join(passed[:SHOWN]) + (" ..." if len(passed) > SHOWN else "")
        pages = f"{len(passed):,} page{'s' if len(passed) > 1 else ''}"
        context.warn(str(context.error(f"{pages} passed over that hold no article or state no date: {named}")))


def _articles_of_wacz(opened: BinaryIO, context: InputContext, passed: list[str]) -> Iterator[Article | InputError]:
    """
    The articles of the archives in an archive, each read as a stream.

    Raises:
        InputError: It is none, is encrypted or not whole, or unpacks to a thousand times its length.
    """
    try:
        with zipfile.ZipFile(opened) as whole:
            members = [each for each in whole.infolist() if each.filename.lower().endswith((".warc", ".warc.gz"))]
            if not members:
                raise context.error("holds no .warc or .warc.gz: it is no WACZ.")
            for member in members:
                if member.flag_bits & 1:
                    raise context.error("is encrypted: save it without a password.")
                if member.file_size > max(PIECE, MAX_RATIO * member.compress_size):
                    raise context.error("unpacks to a thousand times its length: no archive does, so it is not read.")
                with whole.open(member) as stored:
                    is_packed = member.filename.lower().endswith(".gz")
                    stream = cast("BinaryIO", gzip.GzipFile(fileobj=stored) if is_packed else stored)
                    yield from _articles(stream, context, passed)
    except (*DAMAGED, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise context.error(f"is not a complete archive ({error}): fetch it again.") from None


def _articles(stream: BinaryIO, context: InputContext, passed: list[str]) -> Iterator[Article | InputError]:
    """
    The articles of a WARC.

    Raises:
        InputError: It is none, or not a whole one.
    """
    number = 0
    for number, record in enumerate(_records(stream, context), 1):
        if _is_page(record):
            url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
            shown = printable(url[:200]) or f"record {number:,}"
            here = evolve(context, path=f"{context.path}, {shown}")
            try:
                yield _article(record, url, here)
            except (NoArticle, UndatedArticle):
                passed.append(shown)
            except InputError as error:
                yield error
    if not number:
        raise context.error("is no web archive: no record is in it.")


def _records(stream: BinaryIO, context: InputContext) -> Iterator[Any]:
    """
    The records of a WARC, in order.

    Raises:
        InputError: It is not whole, or a record is longer than anything that is served.
    """
    fastwarc = need("fastwarc.warc", extra="warc", task="reading web archives")
    measured = _Measured(stream, context)
    kinds = fastwarc.WarcRecordType
    try:
        for record in fastwarc.ArchiveIterator(
            measured, record_types=kinds.any_type, auto_decode="none", max_header_len=MAX_HEADER_BYTES
        ):
            measured.since_record = 0
            yield record
    except (gzip.BadGzipFile, InputError):
        raise
    except (OSError, ValueError, RuntimeError) as error:
        raise context.error(f"is not a whole web archive ({_reason(error)}): fetch it again.") from None


class _Measured:
    """A stream of which no record may be endless: zeros are packed a thousand to one."""

    def __init__(self, stream: BinaryIO, context: InputContext) -> None:
        self._stream, self._context = stream, context
        self._place = self.since_record = 0

    def tell(self) -> int:
        """How many bytes were read: a pipe does not know."""
        return self._place

    def read(self, size: int = PIECE) -> bytes:
        """
        The next bytes.

        Raises:
            InputError: So many were read since the last record.
        """
        piece = self._stream.read(size)
        self._place += len(piece)
        self.since_record += len(piece)
        if self.since_record > MAX_SPOOLED_BYTES:
            raise self._context.error(
                f"holds a record of more than {MAX_SPOOLED_BYTES // 10**9} GB, so it is not read."
            )
        return piece


def _is_page(record: Any) -> bool:
    """It is a page as it was served."""
    is_response = (record.headers.get("WARC-Type") or "").lower() == "response"
    http = record.http_headers if is_response and record.is_http else None
    return http is not None and http.status_code == 200 and (record.http_content_type or "").lower() in PAGES


def _article(record: Any, url: str, context: InputContext) -> Article:
    """
    The article of a page.

    Raises:
        InputError: It holds none, is too long, or cannot be decoded.
    """
    expected = record.content_length
    body = _whole(record.reader, context)
    if len(body) < expected:
        raise context.error("is not a whole page (it ends early).")
    try:
        headers = {name.lower(): value for name, value in record.http_headers.items()}
        page = decoded(
            body,
            transfer=headers.get("transfer-encoding", ""),
            content=headers.get("content-encoding", ""),
            max_bytes=context.max_bytes,
        )
    except ValueError as error:
        raise context.error(f"is not a whole page ({_reason(error)}).") from None
    if not page.strip():
        raise NoArticle("is empty.", path=context.path)
    return article_of_page(page, context, url=url, charset=record.http_charset, seen=record.record_date)


def _whole(reader: Any, context: InputContext) -> bytes:
    """
    The bytes of a record.

    Raises:
        InputError: They are too many.
    """
    pieces: list[bytes] = []
    size = 0
    while piece := reader.read(context.max_bytes + 1 - size):
        pieces.append(piece)
        size += len(piece)
        if size > context.max_bytes:
            raise context.too_long()
    return b"".join(pieces)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
