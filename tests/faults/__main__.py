"""The command ``python -m faults``: make faults by the hundred, and say what they did."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from . import disks, kills, ordeal, syscalls


def main() -> int:
    """Do what was asked for; 1 when anything was wrong."""
    parser = argparse.ArgumentParser("faults", description="Faults on purpose; see tests/faults/README.md.")
    parser.add_argument("fault", choices=("kills", "syscalls", "disks"))
    parser.add_argument("--runs", type=int, default=1000, help="kills (default 1000)")
    parser.add_argument("--jobs", type=int, default=2, help="processes to kill at a time (default 2)")
    parser.add_argument("--seed", type=int, default=0, help="of the moments of the kills (default 0)")
    parser.add_argument(
        "--work", choices=[*ordeal.WORK], help="only this one of the works that calls and disks disturb"
    )
    asked = parser.parse_args()
    begun = time.monotonic()
    if asked.fault == "kills":
        killed = kills.run(asked.runs, jobs=asked.jobs, seed=asked.seed)
        told, problems = str(killed), killed.problems
    else:
        works = [asked.work] if asked.work else [*ordeal.WORK]
        with TemporaryDirectory() as folder:
            ordeal.prepare(Path(folder))
            done = [*(_calls if asked.fault == "syscalls" else _disks)(Path(folder), works)]
        problems = [problem for found in done for problem in found]
        told = "\n".join([*problems, f"{len(done)} runs, {len(problems)} problems"])
    sys.stdout.write(f"\n{told}\n{time.monotonic() - begun:.0f} s\n")
    return bool(problems)


def _calls(folder: Path, works: list[str]) -> list[list[str]]:
    return [found for work in works for found in syscalls.run_all(folder, work)]


def _disks(folder: Path, works: list[str]) -> list[list[str]]:
    found = [disks.limit(folder, work, share) for work in works for share in disks.SHARES]
    with disks.small_disk(folder) as disk:
        if disk is None:
            sys.stderr.write("no disk of its own could be mounted: only files were limited.\n")
            return found
        return found + [disks.fill(disk, folder, work, room) for work in works for room in disks.ROOMS]


if __name__ == "__main__":
    sys.exit(main())
