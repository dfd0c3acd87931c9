"""Read XML of strangers, piece by piece: no entity, no network, no depth or number that text has no use for."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Protocol
from xml.parsers import expat

if TYPE_CHECKING:
    from timeline.readers._origin import InputContext

MAX_DEPTH = 500
MAX_ELEMENTS = 2_000_000
"""So many elements take some hundreds of megabytes where they are kept."""

PIECE_BYTES = 1 << 16


class Handler(Protocol):
    """Told what an XML file holds, in order; names are without those of their spaces."""

    def start(self, name: str, attributes: dict[str, str]) -> object:
        """An element begins."""

    def data(self, text: str) -> object:
        """Some characters."""

    def end(self, name: str) -> object:
        """An element ends."""


def read_xml(stream: IO[bytes], handler: Handler, context: InputContext) -> None:
    """
    Tell a handler what an XML file holds.

    Raises:
        InputError: It is not well formed, declares entities, or is too deep or too much.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = elements = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, elements
        depth, elements = depth + 1, elements + 1
        if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
            raise context.error("is nested deeper or holds more than any text does, so it is not read.")
        handler.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(_local(name))

    def refuse(*_: object) -> None:
        raise context.error("declares entities, which can grow without end, so it is not read.")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = handler.data
    parser.EntityDeclHandler = refuse
    try:
        while piece := stream.read(PIECE_BYTES):
            parser.Parse(piece)
        parser.Parse(b"", True)  # noqa: FBT003 - has no name
    except (expat.ExpatError, ValueError, LookupError) as error:
        if isinstance(error, type(context.error(""))):
            raise
        raise context.error(f"is not whole XML ({error}).") from None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
