"""Read what was kept of a log: heads and keys."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Any

import click


class NoteText(click.ParamType[str]):
    """A file, or ``-`` for standard input, given as the text in it: UTF-8, or UTF-16 with a byte order mark."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """
        The text of a file.

        Raises:
            click.UsageError: There is no such file, or it is no text.
        """
        with click.File("rb").convert(value, param, ctx) as file:
            data: bytes = file.read()
        try:
            return data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
        except UnicodeDecodeError:
            self.fail(f"{value!r} holds no text: give the file that a head or key was written to.", param, ctx)
