"""Kill processes at random moments of their work, and look at what they leave."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import attrs

import timeline
from timeline.integrity.proofs import Head

from . import victim
from .checking import problems

if TYPE_CHECKING:
    from collections.abc import Iterable

TESTS = Path(__file__).parent.parent
SHARE = 2.5
"""A process is given at most so many times as long as its work takes, from when it is ready."""

LARGEST = 600
"""Events after which a log is begun anew: every kill is followed by a check of all of it."""


@attrs.define
class Killed:
    """
    What so many kills came to.

    Attributes:
        kills: By the work that was going on.
        acknowledged: Works that were told to be done before the kill, by work.
        more: Kills after which the log held more than had been told: it was killed between commit and answer.
        journals, unfinished: Kills that left a write-ahead log, or an unfinished file of an erasure.
        problems: What was wrong afterwards, a sentence each.
    """

    kills: Counter[str] = attrs.Factory(Counter)
    acknowledged: Counter[str] = attrs.Factory(Counter)
    more: int = 0
    journals: int = 0
    unfinished: int = 0
    problems: list[str] = attrs.Factory(list)

    def __add__(self, other: Killed) -> Killed:
        """Both."""
        return Killed(*(getattr(self, name) + getattr(other, name) for name in attrs.fields_dict(Killed)))

    def __str__(self) -> str:
        """A line for each kind of thing."""
        told = ", ".join(
            f"{work} {count} ({self.acknowledged[work]} acknowledged)" for work, count in self.kills.items()
        )
        lines = [
            f"{self.kills.total()} kills: {told}",
            (
                f"{self.more} between commit and answer, {self.journals} left a write-ahead log,"
                f" {self.unfinished} an unfinished file"
            ),
            *self.problems,
            f"{len(self.problems)} problems",
        ]
        return "\n".join(lines)


class Folder:
    """A folder in which works go on, one after the other, and what they have told so far."""

    def __init__(self, place: Path, chance: random.Random) -> None:
        self.place, self.chance = place, chance
        self.seconds: dict[str, float] = {}
        self.begin()

    def begin(self) -> None:
        """With a log that does not exist yet, and events to be taken in into another."""
        self.heads: dict[str, list[tuple[str, Head]]] = {"log": [], "copy": []}
        self.erased: set[str] = set()
        for path in self.place.iterdir():
            path.unlink()
        source = timeline.open(self.place / "source.duckdb")
        for _ in range(5):
            victim.append(source)
        source.erase(victim.append(source), reason="kill notice")
        source.export_events(self.place / victim.SOURCE)

    def kill(self, work: str) -> Killed:
        """Start a process that does that work, kill it, and look."""
        name = "copy" if work == "import" else "log"
        path = self.place / f"{name}.duckdb"
        lines, ended = self._run(work, path, self.chance.uniform(0, SHARE * self._takes(work)))
        told = [(key, Head(origin, int(size), root)) for key, origin, size, root in map(str.split, lines)]
        self.heads[name] += told
        if work == "erase":
            self.erased |= {key for key, _ in told}
        killed = Killed(Counter({work: 1}), Counter({work: len(told)}))
        killed.journals += path.with_name(f"{path.name}.wal").exists()
        killed.unfinished += path.with_name(f"{path.name}.unfinished").exists()
        found = problems(path, self.heads[name], self.erased) if path.exists() or self.heads[name] else ()
        killed.problems += [f"{work}: {one}" for one in found if name != "copy" or ended or not _is_unfinished(one)]
        size = timeline.open(path).event_log.size() if path.exists() else 0
        killed.more += size > (self.heads[name][-1][1].size if self.heads[name] else 0)
        if name == "copy" and ended:
            self._forget("copy")
        elif size > LARGEST or killed.problems:
            self.begin()
        return killed

    def _takes(self, work: str) -> float:
        """Seconds that a piece of that work takes on this machine."""
        if work not in self.seconds:
            with TemporaryDirectory() as place:
                (Path(place) / victim.SOURCE).write_bytes((self.place / victim.SOURCE).read_bytes())
                with self._started(work, Path(place) / "log.duckdb") as process:
                    assert process.stdout is not None
                    if work != "import":
                        process.stdout.readline()  # it has made a log to work on
                    begun = time.monotonic()
                    process.stdout.readline()
                    self.seconds[work] = time.monotonic() - begun
                    process.kill()
        return self.seconds[work]

    def _run(self, work: str, path: Path, seconds: float) -> tuple[list[str], bool]:
        """What it told before it was killed, and whether it had ended by itself."""
        with self._started(work, path) as process:
            with suppress(subprocess.TimeoutExpired):
                process.wait(seconds)
            process.kill()
            out, err = process.communicate()
            assert not err, err
            return [line for line in out.splitlines(keepends=True) if line.endswith("\n")], process.returncode == 0

    def _started(self, work: str, path: Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "faults.victim", work, str(path)]
        process = subprocess.Popen(command, cwd=TESTS, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", process.communicate()[1]
        return process

    def _forget(self, name: str) -> None:
        self.heads[name] = []
        for path in self.place.glob(f"{name}.duckdb*"):
            path.unlink()


def _is_unfinished(problem: str) -> bool:
    """
    An import goes on where it stopped; until then the rest may be missing.

    That is, of what came without payload, the event that ordered its erasure.
    """
    return "or a later payload_erased" in problem or problem.startswith("half-erased")


def run(runs: int, *, jobs: int = 1, seed: int = 0, works: Iterable[str] = tuple(victim.WORK)) -> Killed:
    """So many kills, each kind of work in turn, in as many folders as there are *jobs*."""
    names = tuple(works)

    def share(job: int) -> Killed:
        chance, total = random.Random(f"{seed} {job}"), Killed()  # noqa: S311
        with TemporaryDirectory() as place:
            folder = Folder(Path(place), chance)
            for at in range(job, runs, jobs):
                total += folder.kill(names[at // jobs % len(names)])
                sys.stderr.write(f"\r{job}: {total.kills.total()} kills, {len(total.problems)} problems ")
        return total

    with ThreadPoolExecutor(jobs) as pool:
        return sum(pool.map(share, range(jobs)), Killed())
