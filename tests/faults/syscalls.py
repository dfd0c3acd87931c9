"""
Fail each system call of an append and of an erasure once, and look at what that leaves.

``strace`` does it: calls that concern the log's folder are counted first, then each is answered with an input/output
error in a run of its own. The process has one processor, so that DuckDB works in one thread and a call's number is its
own.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from .ordeal import LOG, aftermath, command, copied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CALLS = ("openat", "pread64", "write", "pwrite64", "fsync", "fdatasync", "rename", "ftruncate", "unlink")
ENDINGS = ("", ".wal", ".lock", ".intent", ".unfinished", ".unfinished.wal", ".unfinished.lock", ".unfinished.intent")
CALLED = re.compile(rf"^\d+ +({'|'.join(CALLS)})\(", re.MULTILINE)
STRACE = ["strace", "-f", "--seccomp-bpf"]


def available() -> bool:
    """``strace`` is there and may look into other processes."""
    if not shutil.which("strace"):
        return False
    tried = subprocess.run([*STRACE, "-o", os.devnull, "true"], capture_output=True, check=False)
    return tried.returncode == 0


def run(folder: Path, work: str, *options: str) -> subprocess.CompletedProcess[str]:
    """The command line under strace."""
    places = [folder, *(folder / f"{LOG}{ending}" for ending in ENDINGS)]
    watched = [word for place in places for word in ("-P", str(place))]
    words = [*STRACE, *watched, "-e", f"trace={','.join(CALLS)}", *options, *command(folder, work)]
    return subprocess.run(
        words,
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        preexec_fn=_on_one_processor,
    )


def _on_one_processor() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def count(prepared: Path, work: str) -> Counter[str]:
    """How often an undisturbed run makes each call."""
    with copied(prepared) as folder:
        written = folder / "trace"
        done = run(folder, work, "-o", str(written))
        assert done.returncode == 0, done.stderr
        return Counter(CALLED.findall(written.read_text("utf-8", "replace")))


def fail(prepared: Path, work: str, call: str, at: int) -> list[str]:
    """What is wrong, a sentence each, when that call fails the *at*-th time."""
    with copied(prepared) as folder:
        done = run(folder, work, "-o", os.devnull, "-e", f"inject={call}:error=EIO:when={at}")
        return [f"{work}, {call} {at}: {problem}" for problem in aftermath(folder, work, done)]


def run_all(prepared: Path, work: str, chosen: Callable[[str, int], bool] | None = None) -> Iterator[list[str]]:
    """Every call of a work, or those that are *chosen* by name and number: what was wrong after each."""
    for call, times in count(prepared, work).items():
        for at in range(1, times + 1):
            if chosen is None or chosen(call, at):
                sys.stderr.write(f"\r{work}: {call} {at} of {times} failed  ")
                yield fail(prepared, work, call, at)
