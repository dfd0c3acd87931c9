"""Let an append and an erasure run out of room: on a small disk, and by a limit on the sizes of files."""

from __future__ import annotations

import resource
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .ordeal import LOG, aftermath, command, copied

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOMS = (0, 4, 20, 300, 1000, 3000)
"""Kilobytes that are left on the disk."""

SHARES = (0.0001, 0.002, 0.05, 0.26, 0.5, 0.7, 0.9, 1, 1.1)
"""Of the log's size, that a file may have."""


def limit(prepared: Path, work: str, share: float) -> list[str]:
    """What is wrong, a sentence each, when no file may grow beyond a *share* of the log."""
    size = int(share * (prepared / LOG).stat().st_size)

    def shrink() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    with copied(prepared) as folder:
        done = _run(folder, work, shrink)
        return [f"{work}, files of {share} of the log: {problem}" for problem in aftermath(folder, work, done)]


@contextmanager
def small_disk(prepared: Path) -> Iterator[Path | None]:
    """A disk of its own with the folder on it, with twice as much room left; None where nobody may mount one."""
    size = 3 * sum(file.stat().st_size for file in prepared.iterdir())
    with TemporaryDirectory() as place:
        words = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place]
        if not shutil.which("mount") or subprocess.run(words, capture_output=True, check=False).returncode:
            yield None
            return
        try:
            yield Path(place)
        finally:
            subprocess.run(["umount", place], check=True)


def fill(disk: Path, prepared: Path, work: str, room: int) -> list[str]:
    """What is wrong, a sentence each, when only *room* kilobytes are left on the disk."""
    folder = Path(shutil.copytree(prepared, disk / "log"))
    try:
        filler = disk / "filler"
        free = shutil.disk_usage(disk).free - room * 1024
        filler.write_bytes(b"x" * max(free, 0))
        done = _run(folder, work)
        filler.unlink()
        return [f"{work}, {room} kB left: {problem}" for problem in aftermath(folder, work, done)]
    finally:
        shutil.rmtree(folder)


def _run(folder: Path, work: str, prepare: object = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(folder, work),
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        preexec_fn=prepare,
    )
