"""
Break conditions of a room, one at a time, and report the share that its tests notice.

`python tests/mutants.py extractors/statements --number 30 --seed 7` breaks thirty conditions of that room, taken at
random, and runs `tests/extractors` for each; `--all` breaks every one. A condition is the test of an `if`, `while`,
conditional expression or comprehension, a comparison that is returned, and each operand of `and` and `or`. It is broken
by taking it out: an operand of `and` becomes True, one of `or` False; a condition that stands alone becomes True or
False. What is not noticed has no example that fails without it, or does nothing.

Pins of extractor output and quality floors are left out: they notice that something changed, and say nothing of the
rule.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parent.parent
COPIED = ("src", "queries", "events", "tests", "docs", "README.md", "pyproject.toml")
LEFT_OUT = ("tests/extractors/test_pins.py", "tests/test_quality.py")
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:randomly", "--no-header", "-W", "ignore")
LEAST_SECONDS = 20
"""A run of tests may take at least so long, and five times what it takes when nothing is broken."""


@frozen(order=True)
class Mutant:
    """
    A condition and what stands in its place.

    Attributes:
        path: The module, relative to the repository.
        start, end: Bytes of the condition in the module.
        line: Its first line.
        text: The condition.
        instead: Source text that takes its place.
    """

    path: str
    start: int
    end: int
    line: int
    text: str
    instead: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}  {' '.join(self.text.split())}  ->  {self.instead.split()[-1].strip(')')}"

    def broken(self, source: bytes) -> bytes:
        """The module without the condition."""
        return source[: self.start] + self.instead.encode() + source[self.end :]


def mutants(path: str, source: str) -> list[Mutant]:
    """Every way in which one condition of a module can be taken out."""
    tree, lines = ast.parse(source), [0]
    for line in source.encode().split(b"\n"):
        lines.append(lines[-1] + len(line) + 1)
    found = set()
    for node, values in _conditions(tree):
        start = lines[node.lineno - 1] + node.col_offset
        end = lines[node.end_lineno - 1] + node.end_col_offset
        text = source.encode()[start:end].decode()
        binds = any(isinstance(inner, ast.NamedExpr) for inner in ast.walk(node))
        for value in values:
            instead = f"(({text}), {value})[1]" if binds else f" {value}"
            found.add(Mutant(path, start, end, node.lineno, text, instead))
    return sorted(found)


def _conditions(tree: ast.AST) -> Iterator[tuple[ast.expr, tuple[bool, ...]]]:
    """Conditions that can be broken, each with what can stand in its place."""
    for node in ast.walk(tree):
        tests: list[ast.expr] = []
        if isinstance(node, ast.If | ast.While | ast.IfExp):
            tests = [node.test]
        elif isinstance(node, ast.comprehension):
            tests = node.ifs
        elif isinstance(node, ast.match_case) and node.guard is not None:
            tests = [node.guard]
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Compare | ast.UnaryOp):
            tests = [node.value]
        elif isinstance(node, ast.BoolOp):
            neutral = isinstance(node.op, ast.And)
            yield from ((each, (neutral,)) for each in node.values if not isinstance(each, ast.BoolOp))
        for test in tests:
            if not isinstance(test, ast.BoolOp | ast.Constant) and "TYPE_CHECKING" not in ast.dump(test):
                yield test, (True, False)


def of_room(room: str) -> list[Mutant]:
    """The mutants of all modules of a room: a folder or file below ``src/timeline``."""
    place = ROOT / "src" / "timeline" / room
    paths = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    named = [(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths]
    return [mutant for path, source in named for mutant in mutants(path, source)]


def tests_of(room: str) -> list[str]:
    """Where the tests of a room stand."""
    top = room.partition("/")[0].removesuffix(".py")
    return [f"tests/{top}"] if (ROOT / "tests" / top).is_dir() else ["tests"]


class Workshop:
    """A copy of the repository in which modules are broken and mended."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="mutants-"))
        self.tests = list(tests)
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, self.folder / name)

    def notices(self, mutant: Mutant | None, *, limit: float) -> bool:
        """The tests fail, or do not end within so many seconds, when that condition is broken."""
        if mutant is None:
            return _fails(self.folder, self.tests, limit)
        path = self.folder / mutant.path
        source = path.read_bytes()
        try:
            path.write_bytes(mutant.broken(source))
            return _fails(self.folder, [*self._naming(path.stem), *self.tests], limit)
        finally:
            path.write_bytes(source)

    def _naming(self, module: str) -> list[str]:
        """Files of tests that name a module: run first, as they notice most of what is broken in it."""
        found = [file for tests in self.tests for file in sorted((self.folder / tests).rglob("test_*.py"))]
        imports = re.compile(rf"import .*\b{module}\b|\.{module} import")
        return [str(file) for file in found if module in file.stem or imports.search(file.read_text("utf-8"))]

    def close(self) -> None:
        """Remove the copy."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _fails(folder: Path, tests: list[str], limit: float) -> bool:
    process = get_context("forkserver").Process(target=_run, args=(folder, tests))
    process.start()
    process.join(limit)
    if process.exitcode is None:
        os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()
    return process.exitcode != 0


def _run(folder: Path, tests: list[str]) -> None:
    """Run tests in this process, which is a new one."""
    import pytest  # noqa: PLC0415 - the new process has it from the server

    os.setpgid(0, 0)
    silent = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(silent, descriptor)
    os.chdir(folder)
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(folder / "src"), str(folder / "tests")]
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    left_out = [f"--ignore={name}" for name in LEFT_OUT]
    os._exit(int(pytest.main([*OPTIONS, *left_out, *tests])))


def main() -> int:
    """Print what was not noticed and the share that was; 1 when it is below the goal."""
    parser = argparse.ArgumentParser(prog="python tests/mutants.py", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("room", help="folder or file below src/timeline, such as extractors/statements")
    parser.add_argument("--number", type=int, default=30, metavar="N", help="how many conditions are broken (30)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="which ones")
    parser.add_argument("--all", action="store_true", help="break every condition in every way")
    parser.add_argument("--tests", nargs="+", metavar="PATH", help="instead of the room's tests")
    parser.add_argument("--jobs", type=int, default=1, metavar="J", help="side by side (1)")
    parser.add_argument("--goal", type=float, default=0.85, help="share that should be noticed (.85)")
    options = parser.parse_args()
    every = of_room(options.room)
    chosen = every if options.all else random.Random(options.seed).sample(every, min(options.number, len(every)))  # noqa: S311
    tests = options.tests or tests_of(options.room)
    context = get_context("forkserver")
    context.set_forkserver_preload(["pytest", "attrs", "cattrs", "duckdb", "hypothesis", "freezegun", "rich", "yaml"])
    workshops: SimpleQueue[Workshop] = SimpleQueue()
    made = [Workshop(tests) for _ in range(options.jobs)]
    for workshop in made:
        workshops.put(workshop)
    try:
        begun = time.monotonic()
        if made[0].notices(None, limit=600):
            sys.stderr.write(f"{' '.join(tests)} fail with nothing broken: mend that first.\n")
            return 2
        limit = max(LEAST_SECONDS, 5 * (time.monotonic() - begun))

        def noticed(mutant: Mutant) -> bool:
            workshop = workshops.get()
            found = workshop.notices(mutant, limit=limit)
            workshops.put(workshop)
            if not found:
                sys.stdout.write(f"{mutant}\n")
                sys.stdout.flush()
            return found

        with ThreadPoolExecutor(options.jobs) as pool:
            count = sum(pool.map(noticed, sorted(chosen)))
    finally:
        for workshop in made:
            workshop.close()
    share = count / len(chosen) if chosen else 1.0
    sys.stdout.write(f"{options.room}: {count} of {len(chosen)} broken conditions noticed, {share:.0%}\n")
    return 0 if share >= options.goal else 1


if __name__ == "__main__":
    sys.exit(main())
