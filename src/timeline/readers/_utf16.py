"""Read UTF-16 as the UTF-8 that readers expect."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""What UTF-16 begins with."""

PIECE_BYTES = 1 << 16


class Utf8OfUtf16(io.RawIOBase):
    """
    The text of a stream in UTF-16 with a byte order mark, as UTF-8 without one.

    Raises:
        UnicodeDecodeError: While reading: it ends within a character, or holds half of a surrogate pair.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-16")()
        self._rest = b""

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill some of a buffer; returns of how many bytes, 0 at the end."""
        while not self._rest:
            piece = self._stream.read(PIECE_BYTES)
            self._rest = self._decoder.decode(piece, final=not piece).encode()
            if not piece:
                break
        view = memoryview(buffer).cast("B")
        count = min(len(view), len(self._rest))
        view[:count], self._rest = self._rest[:count], self._rest[count:]
        return count
