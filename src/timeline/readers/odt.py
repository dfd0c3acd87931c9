"""ODT: an article a document of LibreOffice, or of what saves as it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from timeline.readers._documents import article, is_title
from timeline.readers._office import Body, Metadata, Paragraph, document, read_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.errors import InputError
    from timeline.model.article import Article
    from timeline.readers import InputContext

SUFFIXES = (".odt",)

KIND = b"application/vnd.oasis.opendocument.text"

HEADING = "h"


def looks_like(beginning: bytes) -> bool:
    """It is an archive that begins with its kind, as OpenDocument has it."""
    return beginning.startswith(b"PK\x03\x04") and KIND in beginning[:200]


def read_articles(stream: BinaryIO, context: InputContext) -> Iterator[Article | InputError]:
    """
    The article of a document: its paragraphs and the cells of its tables, changes that are tracked taken as accepted.

    Notes, comments, text boxes and indexes are left out, as are headers and footers of pages.

    Raises:
        InputError: It is no document, encrypted, too long, or has no date.
    """
    with document(stream, context) as archive:
        names = archive.namelist()
        manifest = _Manifest()
        read_part(archive, "META-INF/manifest.xml", manifest, context)
        if manifest.is_encrypted:
            raise context.error("is encrypted: save it without a password.")
        if "content.xml" not in names:
            raise context.error("is no OpenDocument text (it has no content.xml).")
        body, metadata = _Body(), Metadata()
        read_part(archive, "content.xml", body, context)
        read_part(archive, "meta.xml", metadata, context)
    shown = [each for each in body.paragraphs if each.text]
    fields = metadata.fields
    yield article(
        _title(shown, body.parents, fields.get("title", "")),
        "\n\n".join(each.text for each in shown),
        fields.get("date") or fields.get("creation-date", ""),
        context,
    )


class _Manifest(Metadata):
    """
    The list of parts.

    Attributes:
        is_encrypted: Parts are encrypted; the archive itself does not tell.
    """

    is_encrypted = False

    def end(self, name: str) -> None:
        """An element ends."""
        self.is_encrypted = self.is_encrypted or name == "encryption-data"


class _Body(Body):
    """
    Collects paragraphs of OpenDocument.

    Attributes:
        parents: Names of styles by those of the styles made from them.
    """

    PARAGRAPHS = frozenset(("p", "h"))
    UNSEEN = frozenset((
        "annotation", "note", "tracked-changes", "text-box", "title", "desc", "forms", "table-of-content",
        "alphabetical-index", "bibliography", "illustration-index", "table-index", "user-index", "object-index",
        "math", "script", "ruby-text",
    ))  # fmt: skip
    SIGNS = {"tab": " ", "s": " ", "line-break": "\n"}  # noqa: RUF012 - as declared

    def __init__(self) -> None:
        super().__init__()
        self.parents: dict[str, str] = {}

    def note(self, name: str, attributes: dict[str, str], paragraph: Paragraph | None) -> None:
        """Take the style of a paragraph, and from which one it is made."""
        if name == "style":
            self.parents[attributes.get("name", "")] = attributes.get("parent-style-name", "")
        elif name in self.PARAGRAPHS and paragraph is not None:
            paragraph.style = HEADING if name == HEADING else attributes.get("style-name", "")


def _title(shown: list[Paragraph], parents: dict[str, str], stated: str) -> str:
    """The paragraph that is styled as the title, else the metadata's title, else the first heading."""
    styled = {parents.get(each.style, each.style): " ".join(each.text.split()) for each in reversed(shown)}
    return styled.get("Title") or (stated if is_title(stated) else "") or styled.get(HEADING, "")
