"""Folders that take long to make: once for all processes of a run of tests."""

from __future__ import annotations

import fcntl
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest


def shared_folder(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """
    A folder of this name, which nobody is to change.

    Args:
        factory: Of the process, each of which has a folder of its own beside those of the others.
        name: No other folder has it.
        make: Is called with the empty folder by the process that is the first to ask; others wait for it.
    """
    own = factory.getbasetemp()
    folder = (own.parent if own.name.startswith("popen-") else own) / f"shared-{name}"
    folder.mkdir(exist_ok=True)
    with (folder / "turn").open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            (folder / "content").mkdir()
            make(folder / "content")
            (folder / "made").touch()
    return folder / "content"
