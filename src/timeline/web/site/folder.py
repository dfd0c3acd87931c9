"""The folder of a site: only files of ours are written into it, replaced or removed."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from timeline.errors import LogError
from timeline.json_text import json_text

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

MARK = "timeline-site.json"
"""Tells a site from another folder, and names its files."""

SAFE = re.compile(r"(?:[a-z0-9]+/)?[a-z0-9][a-z0-9-]*\.(?:html|css|js)")
"""What a file of a site may be called."""

WAITING = ".part"
"""Where pages wait until it is known where their links lead."""


class Folder:
    """
    Where a site is written.

    Raises:
        LogError: It is no folder, or one that holds something else than an earlier site.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        if path.exists() and not path.is_dir():
            raise LogError(f"{path} is no folder: name one that is empty, or not there yet.")
        self.earlier = _files_of(path)
        try:
            path.mkdir(parents=True, exist_ok=True)
            (path / MARK).touch()
        except OSError as error:
            raise LogError(f"{path} cannot be written: {error.strerror}.") from error

    def check(self, name: str) -> Path:
        """
        Where a file of this name is to be written.

        Raises:
            LogError: Its name could lead out of the folder, or a link does.
        """
        if not SAFE.fullmatch(name):
            raise LogError(f"{name!r} is no name for a file of a site.")
        path = self.path / name
        if path.parent.is_symlink() and path.parent != self.path:
            raise LogError(
                f"{path.parent} leads elsewhere, and a site is written into its own folder alone: remove it."
            )
        if path.is_symlink() or path.is_dir():
            raise LogError(f"{path} is no file of a site: remove it.")
        return path

    def write(self, name: str, content: bytes) -> None:
        """
        Write a file.

        Raises:
            LogError: As `check` says, or it cannot be written.
        """
        path = self.check(name)
        try:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise LogError(f"{path} cannot be written: {error.strerror}.") from error

    def finish(self, names: Collection[str], **told: object) -> None:
        """Remove what an earlier site had besides, and say what this one has."""
        for name in sorted(set(self.earlier) - set(names)):
            stale = self.path / name
            if not stale.parent.is_symlink():
                stale.unlink(missing_ok=True)
                with suppress(OSError):  # others are in it
                    if stale.parent != self.path:
                        stale.parent.rmdir()
        (self.path / MARK).write_text(json_text({**told, "files": sorted(names)}, indent=1) + "\n", "utf-8")


def _files_of(path: Path) -> list[str]:
    """
    The files of an earlier site.

    Raises:
        LogError: Something else is there.
    """
    if not path.is_dir() or not any(path.iterdir()):
        return []
    mark = path / MARK
    if mark.is_symlink() or not mark.is_file():
        raise LogError(f"{path} is not empty and holds no earlier site: name another folder, or empty it.")
    try:
        names = json.loads(mark.read_text("utf-8") or '{"files": []}')["files"]
    except (ValueError, KeyError, TypeError, OSError):
        raise LogError(f"{mark} is not what a site has: name another folder, or remove this one.") from None
    return [name for name in names if isinstance(name, str) and SAFE.fullmatch(name)]
