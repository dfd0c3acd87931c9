"""Find the files behind what a caller names: files, folders, globs and standard input."""

from __future__ import annotations

import glob
import os
import re
import stat
import sys
from collections import Counter
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.errors import InputError
from timeline.model.visible_text import printable
from timeline.readers._network import Fetched, is_address

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from contextlib import AbstractContextManager
    from io import BufferedReader

STANDARD_INPUT = "-"
STREAMS = ("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0")
"""Other names of it, whatever it is; pipes that a shell makes (``/dev/fd/63``) have a writer and end with it."""

ENDLESS = "is a pipe or a device, which may never end"


TABLE = re.compile(r"(?P<file>.+)::(?P<table>[^:/\\\\]+)")
"""How a table of a database file is named: ``news.db::articles``."""

PARTS_OF_PAGE = re.compile(
    r"(?P<page>.+)[_.-](?:files?|dateien|fichiers|archivos|arquivos|bestanden|filer|tiedostot|soubory|pliki)",
    re.IGNORECASE,
)
"""What browsers call the folder of scripts, frames and pictures beside a page that they save."""


@frozen
class Address:
    """What a caller named by its address on the web."""

    url: str


@frozen
class InputFile:
    """
    A file to read, or standard input.

    Attributes:
        path: As the caller named it, or ``-``.
        table: The table of it that the caller named.
        fetched: Where it was fetched from, if it was.
    """

    path: str
    table: str | None = None
    fetched: Fetched | None = None

    @property
    def printable_path(self) -> str:
        """The path as text that can be printed, whatever bytes it has."""
        return "standard input" if self.path == STANDARD_INPUT else printable(self.path)

    @property
    def is_compressed(self) -> bool:
        """Its name says that it is compressed."""
        return self.path.lower().endswith(".gz")

    @property
    def suffix(self) -> str:
        """The suffix below ``.gz``, lower case and with its dot, or what the host says; empty when there is none."""
        if self.fetched is not None:
            return self.fetched.suffix
        return Path(self.path.lower().removesuffix(".gz")).suffix

    @property
    def size_bytes(self) -> int:
        """Bytes of a regular file; 0 of anything else, and of what is no longer there."""
        if self.path == STANDARD_INPUT:
            return 0
        try:
            found = Path(self.path).stat()
        except OSError:
            return 0
        return found.st_size if stat.S_ISREG(found.st_mode) else 0

    @property
    def modified(self) -> datetime | None:
        """When a regular file was last written, UTC; None of anything else."""
        if self.path == STANDARD_INPUT:
            return None
        try:
            found = Path(self.path).stat()
        except OSError:
            return None
        return datetime.fromtimestamp(found.st_mtime, UTC) if stat.S_ISREG(found.st_mode) else None

    def open(self) -> AbstractContextManager[BufferedReader]:
        """Open it for reading bytes, buffered; standard input stays open at the end."""
        if self.path == STANDARD_INPUT:
            return nullcontext(sys.stdin.buffer)  # type: ignore[arg-type]
        return Path(self.path).open("rb")


def find_files(
    named: Iterable[str], suffixes: Collection[str], *, any_suffix: bool, warn: Callable[[str], None]
) -> Iterator[InputFile | Address | InputError]:
    """
    The files behind paths and globs in order, folders sorted; a path that leads nowhere is an error in its place.

    A file named by the caller comes whatever its suffix; of those in a folder only known ones do, and no hidden ones.
    Folders that browsers make beside the pages that they save are passed over, unless they are named themselves.
    """
    for name in named:
        if (single := _single(name)) is not None:
            yield single
            continue
        found = _matching_paths(name)
        if not found:
            yield InputError("no file matches.", path=printable(name))
        for path in found:
            if not Path(path).is_dir():
                yield _named_file(path)
                continue
            left_out: Counter[str] = Counter()
            root = Path(path)
            for entry in _files_below(root, (), root.resolve(), warn):
                if isinstance(entry, InputError) or any_suffix or entry.suffix in suffixes:
                    yield entry
                else:
                    left_out[entry.suffix or "no suffix"] += 1
            if left_out:
                files = f"{left_out.total():,} file{'s' if left_out.total() > 1 else ''}"
                warn(f"{printable(path)}: {files} that no reader is for skipped ({', '.join(sorted(left_out))}).")


def _single(name: str) -> InputFile | Address | InputError | None:
    """Standard input, an address, or a table of a file; None where a name is that of a file, a folder or a glob."""
    if name == STANDARD_INPUT:
        return InputFile(name)
    if is_address(name):
        return Address(name)
    of_table = TABLE.fullmatch(name)
    if of_table and not os.path.lexists(name) and os.path.lexists(of_table["file"]):
        return _named_file(of_table["file"], of_table["table"])
    return None


def _matching_paths(name: str) -> list[str]:
    """The paths of a glob, sorted; a path that is there, or is no glob, stands for itself."""
    if os.path.lexists(name) or not glob.has_magic(name):
        return [name]
    found = glob.glob(name, recursive=True)  # noqa: PTH207 - takes absolute patterns too
    return sorted(path for path in found if not _is_part_of_page(Path(path)))


def _holds_parts_of_page(folder: Path) -> bool:
    """A browser made it beside a page that it saved: what is in it is no article."""
    found = PARTS_OF_PAGE.fullmatch(folder.name)
    return found is not None and any(
        (folder.parent / f"{found['page']}{suffix}").is_file() for suffix in (".html", ".htm", ".xhtml")
    )


def _is_part_of_page(path: Path) -> bool:
    return any(_holds_parts_of_page(each) for each in (path, *path.parents))


def _named_file(path: str, table: str | None = None) -> InputFile | InputError:
    """The file at a path that the caller named, or the error of one that leads nowhere."""
    try:
        is_endless = may_never_end(path)
    except OSError as error:
        return InputError(f"cannot be read ({error.strerror}).", path=printable(path))
    except ValueError:
        return InputError("is not a valid path.", path=path.replace("\0", "\\0"))
    if is_endless:
        return InputError(f"{ENDLESS}: give it as standard input (-).", path=printable(path))
    return InputFile(path, table)


def may_never_end(path: str) -> bool:
    """
    It is a pipe that waits for a writer, or a device: who reads it may wait for ever.

    Raises:
        OSError: There is no such file, or it cannot be asked.
        ValueError: It is no path.
    """
    mode = Path(path).stat().st_mode
    is_waited_for = stat.S_ISFIFO(mode) and os.path.lexists(os.path.realpath(path))
    return is_waited_for or (path not in STREAMS and (stat.S_ISCHR(mode) or stat.S_ISBLK(mode)))


def _files_below(
    path: Path, above: tuple[tuple[int, int], ...], root: Path, warn: Callable[[str], None]
) -> Iterator[InputFile | InputError]:
    """Regular files below a folder, sorted; links are followed, but neither into a folder above nor out of the root."""
    try:
        here = path.stat()
        entries = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield InputError(f"cannot be read ({error.strerror}).", path=printable(str(path)))
        return
    identity = (here.st_dev, here.st_ino)
    if identity in above:
        yield InputError("is a link to a folder that contains it; not followed.", path=printable(str(path)))
        return
    for entry in entries:
        try:
            mode = entry.stat().st_mode
        except OSError as error:
            yield InputError(f"cannot be read ({error.strerror}).", path=printable(str(entry)))
            continue
        if entry.is_symlink() and not entry.resolve().is_relative_to(root):
            warn(f"{printable(str(entry))}: is a link that leads out of the folder; not followed.")
        elif stat.S_ISDIR(mode):
            if _holds_parts_of_page(entry):
                continue
            yield from _files_below(entry, (*above, identity), root, warn)
        elif stat.S_ISREG(mode):
            yield InputFile(str(entry))
        else:
            yield InputError("is not a regular file; not read.", path=printable(str(entry)))
