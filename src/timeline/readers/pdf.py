"""PDF: an article a file, its lines joined to the paragraphs that a reader sees."""

from __future__ import annotations

import re
from time import process_time
from typing import TYPE_CHECKING, Any, BinaryIO

from timeline import extras
from timeline.errors import InputError
from timeline.readers._containers import seekable
from timeline.readers._documents import article, is_title, quiet
from timeline.readers._page_lines import Line, Lines, body, headline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".pdf",)

MAX_PAGES = 2000
MAX_PAGE_BYTES = 5_000_000
"""The longest drawing of a page; one full of text takes some ten thousand bytes."""

MAX_PAGE_SECONDS = 5.0
"""CPU time that the text of a page may take, some hundred times as long as a full one does."""


MADE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


class _TooSlowError(Exception):
    """The text of a page takes too long."""


def looks_like(beginning: bytes) -> bool:
    """It begins as PDF does."""
    return beginning.startswith(b"%PDF-")


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The article of a file: running heads and page numbers left out, words that a line's end divides joined.

    A page that cannot be read is left out and named.

    Raises:
        InputError: It is damaged, encrypted, scanned, too long, or has no date.
        MissingExtra: `pypdf` is not installed.
    """
    pypdf = extras.need("pypdf", extra="documents", task="reading PDF files")
    with seekable(stream, context) as opened, quiet("pypdf"):
        try:
            yield _article(pypdf.PdfReader(opened), context)
        except InputError:
            raise
        except pypdf.errors.DependencyError:
            raise context.error("is encrypted: save it without a password.") from None
        except Exception as error:  # noqa: BLE001 - a damaged file raises whatever its parts raise
            raise context.error(f"is not a whole PDF file ({type(error).__name__}): save it anew.") from None


def _article(document: Any, context: InputContext) -> Article:
    """
    The article of a document.

    Raises:
        InputError: See `read_articles`.
    """
    if document.is_encrypted and not document.decrypt(""):
        raise context.error("is encrypted: save it without a password.")
    if (count := len(document.pages)) > MAX_PAGES:
        raise context.error(f"has {count:,} pages: split it.")
    pages, size = [], 0
    for number, page in enumerate(document.pages, 1):
        pages.append(_lines(page, number, context))
        size += sum(len(line.text) for line in pages[-1])
        if size > context.max_bytes:
            raise context.too_long()
    if not any(pages):
        raise context.error("has no text that can be read, as scans have none: have it recognised (OCR) first.")
    text = body(pages)
    return article(_title(document, pages), text, _made(document), context)


def _lines(page: Any, number: int, context: InputContext) -> list[Line]:
    """
    The lines of a page in the order in which they are drawn; none of one that cannot be read, which is named.

    Raises:
        InputError: It takes too long.
    """
    try:
        contents = page.get_contents()
        drawn = 0 if contents is None else len(contents.get_data())
        lines = Lines([float(side) for side in page.mediabox], page.rotation)
        if drawn <= MAX_PAGE_BYTES:
            page.extract_text(visitor_text=lines.add, visitor_operand_before=_deadline())
            return lines.done
        reason = f"{drawn:,} bytes of drawing"
    except _TooSlowError:
        raise context.error(f"page {number:,} is drawn of too many parts: save the file without it.") from None
    except Exception as error:  # noqa: BLE001 - as above
        reason = type(error).__name__
    context.warn(f"{context.path}: page {number:,} cannot be read ({reason}); left out.")
    return []


def _deadline() -> Callable[..., None]:
    """
    Called between the operations of a page.

    Raises:
        _TooSlowError: When called: the page has taken too long.
    """
    end = process_time() + MAX_PAGE_SECONDS

    def hold(*_: object) -> None:
        if process_time() > end:
            raise _TooSlowError

    return hold


def _title(document: Any, pages: list[list[Line]]) -> str:
    """The title of the metadata where it stands on the first page, else what is largest there."""
    stated = " ".join(str((document.metadata or {}).get("/Title") or "").replace("\0", "").split())
    first = " ".join(line.text for line in pages[0])
    if stated and stated.casefold() in " ".join(first.split()).casefold():
        return stated
    return headline(pages) or (stated if is_title(stated) else "")


def _made(document: Any) -> str:
    """The day on which the file was made, as its metadata says; empty where it does not."""
    stated = document.metadata or {}
    dates = (MADE.match(str(stated.get(name) or "")) for name in ("/CreationDate", "/ModDate"))
    return next(("-".join(found.groups()) for found in dates if found), "")
