"""The streams of a command: a terminal is sent no character that could control it, a closed stream is replaced."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, TextIO, cast

from timeline.cli.lazy import rich_console
from timeline.model.visible_text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.segment import Segment

DEFAULT_WIDTH = 120
"""Characters of a line when there is no terminal and COLUMNS is not set."""

SIZES = ("COLUMNS", "LINES")
"""Variables that hold a number of characters, if they hold a number."""


class Terminal(io.TextIOWrapper):
    """
    A stream to a terminal, on which every character of what is written is seen and none is obeyed.

    Attributes:
        drawn: The same terminal for `console`, which moves and colours and makes the texts between visible itself.
    """

    def __init__(self, stream: TextIO) -> None:
        stream.flush()
        encoding = "utf-8" if stream.encoding.lower() in ("ascii", "us-ascii", "ansi_x3.4-1968") else stream.encoding
        super().__init__(cast("io.BufferedWriter", stream.buffer), encoding, "backslashreplace", line_buffering=True)
        cast("io.TextIOWrapper", stream).reconfigure(encoding=encoding, errors="backslashreplace")
        self.drawn = stream

    def write(self, text: str) -> int:
        """Write text; the line ends of an e-mail are line ends."""
        super().write(visible(text.replace("\r\n", "\n")))
        return len(text)


def shown_on(stream: TextIO) -> TextIO:
    """The stream, as `Terminal` if it leads to one."""
    return Terminal(stream) if stream.isatty() and not isinstance(stream, Terminal) else stream


def prepare() -> None:
    """
    Make standard streams fit to be written to, for the rest of the process.

    Text goes into pipes as UTF-8. A stream that the caller closed is one that nobody reads: its number is taken, or the
    log would be opened under it and be written to with messages.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            taken = os.open(os.devnull, os.O_RDWR)  # the lowest free number, which is this one
            os.set_inheritable(taken, True)  # noqa: FBT003 - it has no name; workers have the same streams
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    for name, number in (("stdout", 1), ("stderr", 2)):
        stream = getattr(sys, name) or open(number, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        setattr(sys, name, shown_on(stream))
    if not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]


def console(stream: TextIO) -> Console:
    """Where tables and bars are drawn; colours and the width of the window only on a terminal."""

    class Drawn(rich_console.Console):
        """A console whose texts control nothing; what rich itself adds to them does."""

        def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
            """The pieces of a drawing."""
            for piece in super().render(renderable, options):
                yield piece if piece.control else piece._replace(text=visible(piece.text))

    if stream in (sys.stdout, sys.stderr) and stream.isatty():
        stream.flush()
        told = {name: value for name, value in os.environ.items() if name not in SIZES or value.isdecimal()}
        return Drawn(file=getattr(stream, "drawn", stream), highlight=False, _environ=told)
    width = int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdecimal() else DEFAULT_WIDTH
    return Drawn(file=stream, width=width, no_color=True, force_terminal=False, highlight=False)
