"""Read what was kept of a log: heads and keys."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress
from typing import Any

import click

from timeline.cli.lazy import readers

LARGEST_BYTES = 1_000_000
"""Bytes of the longest head or key that is read: they have some hundreds."""


class NoteText(click.ParamType[str]):
    """A file, or ``-`` for standard input, given as the text in it: UTF-8, or UTF-16 with a byte order mark."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """
        The text of a file.

        Raises:
            click.UsageError: There is no such file, it is no text, or it may never end.
        """
        with suppress(OSError, ValueError):
            if readers.may_never_end(value):
                self.fail(f"{value!r} {readers.ENDLESS}: give it as standard input (-).", param, ctx)
        with click.File("rb").convert(value, param, ctx) as file:
            data: bytes = file.read(LARGEST_BYTES + 1)
        if len(data) > LARGEST_BYTES:
            self.fail(f"{value!r} is longer than any head or key: give the file that one was written to.", param, ctx)
        try:
            return data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
        except UnicodeDecodeError:
            self.fail(f"{value!r} holds no text: give the file that a head or key was written to.", param, ctx)
