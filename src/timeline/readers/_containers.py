"""Inputs that cannot be read from beginning to end: put on disk where they are not, and opened as archives."""

from __future__ import annotations

import os
import tempfile
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.readers._origin import InputContext

MAX_SPOOLED_BYTES = 4_000_000_000
"""The most that is put on disk of one input, decompressed."""

MAX_UNPACKED_BYTES = 1_000_000_000
"""The most that the members of one archive may hold together, decompressed."""

MAX_RATIO = 1000
"""How many times as long as it is stored a member of more than a megabyte may become: text is packed by 3 to 20."""

PIECE = 1 << 20

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)
"""What the parts of an archive raise that is not whole."""


@contextmanager
def on_disk(stream: BinaryIO, context: InputContext, *, suffix: str = "") -> Iterator[Path]:
    """
    The path of an input as a file: the caller's own where it stands there as it is, else a copy, removed at the end.

    Raises:
        InputError: It is longer than `MAX_SPOOLED_BYTES`.
    """
    if context.file is not None:
        yield Path(context.file)
        return
    descriptor, name = tempfile.mkstemp(suffix=suffix, prefix="timeline-")
    try:
        with os.fdopen(descriptor, "wb") as copy:
            _copy(stream, copy, context)
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


@contextmanager
def seekable(stream: BinaryIO, context: InputContext) -> Iterator[BinaryIO]:
    """
    An input in which one can go back, as bytes; small ones are held in memory.

    Raises:
        InputError: It is longer than `MAX_SPOOLED_BYTES`.
    """
    if context.file is not None:
        with Path(context.file).open("rb") as opened:
            yield opened
        return
    with tempfile.SpooledTemporaryFile(max_size=context.max_bytes, prefix="timeline-") as copy:
        _copy(stream, copy, context)
        copy.seek(0)
        yield cast("BinaryIO", copy)


@contextmanager
def unpacked(stream: BinaryIO, context: InputContext) -> Iterator[zipfile.ZipFile]:
    """
    An input as a zip archive whose members may be read whole.

    Raises:
        InputError: It is none, is encrypted, or would become too much.
    """
    with seekable(stream, context) as opened:
        try:
            with zipfile.ZipFile(opened) as archive:
                _refuse_bombs(archive, context)
                yield archive
        except DAMAGED as error:
            raise context.error(f"is not a complete archive ({error}): fetch it again.") from None


def _refuse_bombs(archive: zipfile.ZipFile, context: InputContext) -> None:
    """
    Refuse what would become too much.

    Raises:
        InputError: See `unpacked`.
    """
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise context.error("is encrypted: save it without a password.")
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise context.error(f"would unpack to more than {MAX_UNPACKED_BYTES // 10**6:,} MB: split it.")
    if any(member.file_size > max(PIECE, MAX_RATIO * member.compress_size) for member in members):
        raise context.error("unpacks to a thousand times its length: no text does, so it is not read.")


def _copy(stream: BinaryIO, copy: IO[bytes], context: InputContext) -> None:
    written = 0
    while piece := stream.read(PIECE):
        written += len(piece)
        if written > MAX_SPOOLED_BYTES:
            raise context.error(f"is longer than {MAX_SPOOLED_BYTES // 10**9} GB: split it.")
        try:
            copy.write(piece)
        except OSError as error:
            raise context.error(f"cannot be put on disk ({error.strerror}) to be read.") from error
