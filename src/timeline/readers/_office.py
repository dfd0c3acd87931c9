"""Documents of word processors: archives of XML, of which only what is text is kept."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, ClassVar

from attrs import Factory, define

from timeline.readers._containers import seekable, unpacked
from timeline.readers._xml import Handler, read_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from zipfile import ZipFile

    from timeline.readers._origin import InputContext

OLE_MAGIC = b"\xd0\xcf\x11\xe0"
"""What an old .doc begins with, and a .docx that has a password."""


@define
class Paragraph:
    """A paragraph and the name of its style, empty where it has none."""

    style: str = ""
    pieces: list[str] = Factory(list)

    @property
    def text(self) -> str:
        """On lines of its own where it is broken, blanks as one."""
        lines = (" ".join(line.split()) for line in "".join(self.pieces).split("\n"))
        return "\n".join(line for line in lines if line)


class Body:
    """
    Collects the paragraphs of a document; a form of document says what its elements mean, by their local names.

    Attributes:
        PARAGRAPHS: Elements that are paragraphs.
        CHARACTERS: Those whose characters are text; none: all within a paragraph.
        UNSEEN: Those of which nothing is body text.
        SIGNS: Those that stand for characters.
        paragraphs: What was collected.
    """

    PARAGRAPHS: ClassVar[frozenset[str]]
    CHARACTERS: ClassVar[frozenset[str]] = frozenset()
    UNSEEN: ClassVar[frozenset[str]]
    SIGNS: ClassVar[Mapping[str, str]]

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._open: list[Paragraph] = []
        self._unseen = 0
        self._characters = not self.CHARACTERS

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._unseen or name in self.UNSEEN:
            self._unseen += 1
            return
        if name in self.PARAGRAPHS:
            self._open.append(Paragraph())
            self.paragraphs.append(self._open[-1])
        elif name in self.CHARACTERS:
            self._characters = True
        if self._open:
            self._open[-1].pieces.append(self.SIGNS.get(name, ""))
        self.note(name, attributes, self._open[-1] if self._open else None)

    def note(self, name: str, attributes: dict[str, str], paragraph: Paragraph | None) -> None:
        """Take what an element says of the paragraph that it is, or stands in."""

    def data(self, text: str) -> None:
        """Some characters."""
        if self._open and self._characters and not self._unseen:
            self._open[-1].pieces.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._unseen:
            self._unseen -= 1
        elif name in self.PARAGRAPHS:
            self._open.pop()
        elif name in self.CHARACTERS:
            self._characters = False


class Metadata:
    """
    Collects the characters of elements that hold no others.

    Attributes:
        fields: By their local names; the first of each.
    """

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self._text = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - as handlers are told
        """An element begins."""
        self._text = ""

    def data(self, text: str) -> None:
        """Some characters."""
        self._text += text

    def end(self, name: str) -> None:
        """An element ends."""
        self.fields.setdefault(name, " ".join(self._text.split()))


@contextmanager
def document(stream: BinaryIO, context: InputContext) -> Iterator[ZipFile]:
    """
    A document as an archive.

    Raises:
        InputError: It is none, is encrypted, or would become too much.
    """
    with seekable(stream, context) as opened:
        if opened.read(len(OLE_MAGIC)) == OLE_MAGIC:
            raise context.error("is of an older form, or has a password: save it as .docx, without a password.")
        opened.seek(0)
        with unpacked(opened, context) as archive:
            yield archive


def read_part(archive: ZipFile, name: str, handler: Handler, context: InputContext) -> None:
    """
    Tell a handler what a part of a document holds; nothing of one that is not there.

    Raises:
        InputError: It is too long, or no XML that is read: see `timeline.readers._xml.read_xml`.
    """
    if name not in archive.namelist():
        return
    if archive.getinfo(name).file_size > context.max_bytes:
        raise context.too_long()
    with archive.open(name) as part:
        read_xml(part, handler, context)
