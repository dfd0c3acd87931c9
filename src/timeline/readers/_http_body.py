"""Undo what a server did to a page on its way: chunks and compression."""

from __future__ import annotations

import io
import re
import zlib
from typing import Any

from timeline.extras import need

CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
COMPRESSED = {"br": "BrotliReader", "zstd": "ZstdReader"}
PIECE = 1 << 16


def decoded(body: bytes, *, transfer: str, content: str, max_bytes: int) -> bytes:
    """
    A body as it was before it was sent, at most *max_bytes* and one.

    Archives often keep a body that is decoded already, and the headers that it was sent with: what does not begin as
    they say is taken as it is.

    Args:
        body: As it was sent.
        transfer: The values of the headers ``Transfer-Encoding``
        content: and ``Content-Encoding``.
        max_bytes: The most that is decoded.

    Raises:
        ValueError: It is not whole.
    """
    if "chunked" in transfer.lower() and CHUNK.match(body):
        body = _joined(body)
    for name in reversed(content.lower().replace(" ", "").split(",")):
        if name in {"gzip", "x-gzip", "deflate"}:
            body = _inflated(body, name, max_bytes)
        elif name in COMPRESSED and body.lstrip()[:1] != b"<":
            body = _read(
                getattr(need("fastwarc.stream_io", extra="warc", task="reading web archives"), COMPRESSED[name]),
                body,
                max_bytes,
            )
    return body


def _joined(body: bytes) -> bytes:
    """
    The chunks of a body.

    Raises:
        ValueError: One is missing.
    """
    place = 0
    pieces: list[bytes] = []
    while found := CHUNK.match(body, place):
        size = int(found[1], 16)
        place = found.end() + size
        if not size:
            return b"".join(pieces)
        pieces.append(body[found.end() : place])
    raise ValueError("its last chunk is missing")


def _inflated(body: bytes, name: str, max_bytes: int) -> bytes:
    """
    A body of gzip or deflate, with or without a header of its own.

    Raises:
        ValueError: It is not whole.
    """
    if name != "deflate" and not body.startswith(b"\x1f\x8b"):
        return body
    is_bare = name == "deflate" and (body[:1] or b"\0")[0] & 15 != 8
    inflating = zlib.decompressobj(-zlib.MAX_WBITS if is_bare else zlib.MAX_WBITS | 32)
    try:
        found = inflating.decompress(body, max_bytes + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not inflating.eof and len(found) <= max_bytes:
        raise ValueError("its compressed data ends early")
    return found


def _read(reader: Any, body: bytes, max_bytes: int) -> bytes:
    """
    A body by a reader of streams.

    Raises:
        ValueError: It is not whole.
    """
    pieces: list[bytes] = []
    size = 0
    try:
        stream = reader(io.BytesIO(body))
        while size <= max_bytes and (piece := stream.read(PIECE)):
            pieces.append(piece)
            size += len(piece)
    except (OSError, RuntimeError) as error:
        raise ValueError(str(error)) from None
    return b"".join(pieces)[: max_bytes + 1]
