"""DOCX: an article a document of Word, or of what saves as Word does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from timeline.readers._documents import article, is_title
from timeline.readers._office import Body, Metadata, Paragraph, document, read_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".docx", ".docm")

MAIN_PART = re.compile(r"word/document\d*\.xml")
OFF = ("0", "false", "off")


def looks_like(beginning: bytes) -> bool:
    """It is an archive that begins with parts of a Word document."""
    return beginning.startswith(b"PK\x03\x04") and b"word/" in beginning


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The article of a document: its paragraphs and the cells of its tables, changes that are tracked taken as accepted.

    Notes, comments, text boxes, contents and what is hidden are left out, as are headers and footers of pages.

    Raises:
        InputError: It is no document, encrypted, too long, or has no date.
    """
    with document(stream, context) as archive:
        body, metadata = _Body(), Metadata()
        main = next(filter(MAIN_PART.fullmatch, archive.namelist()), None)
        if main is None:
            raise context.error("is no Word document (it has no word/document.xml).")
        read_part(archive, main, body, context)
        read_part(archive, "docProps/core.xml", metadata, context)
    shown = [each for each in body.paragraphs if each.text and not each.style.upper().startswith("TOC")]
    fields = metadata.fields
    yield article(
        _title(shown, fields.get("title", "")),
        "\n\n".join(each.text for each in shown),
        fields.get("modified") or fields.get("created", ""),
        context,
    )


class _Body(Body):
    """Collects paragraphs of WordprocessingML."""

    PARAGRAPHS = frozenset(("p",))
    CHARACTERS = frozenset(("t",))
    UNSEEN = frozenset(("del", "moveFrom", "drawing", "pict", "object"))
    SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}  # noqa: RUF012 - as declared

    def __init__(self) -> None:
        super().__init__()
        self._is_hidden = False

    def note(self, name: str, attributes: dict[str, str], paragraph: Paragraph | None) -> None:
        """Take the style of a paragraph, and whether a run of it is hidden."""
        if name == "pStyle" and paragraph is not None:
            paragraph.style = attributes.get("val", "")
        elif name == "vanish":
            self._is_hidden = attributes.get("val") not in OFF
        elif name in {"r", "p"}:
            self._is_hidden = False

    def data(self, text: str) -> None:
        """Some characters."""
        if not self._is_hidden:
            super().data(text)


def _title(shown: list[Paragraph], stated: str) -> str:
    """The paragraph that is styled as the title, else the metadata's title, else the first heading."""
    styled = {each.style.lower(): " ".join(each.text.split()) for each in reversed(shown)}
    return styled.get("title") or (stated if is_title(stated) else "") or styled.get("heading1", "")
