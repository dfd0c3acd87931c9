"""Run benchmarks: each side of each round in a process of its own, one after the other, A B A B."""

from __future__ import annotations

import pkgutil
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from . import benchmarks
from .measuring import Stopwatch
from .results import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from .measuring import Measure
    from .setting import Setting

NAMES = sorted(module.name for module in pkgutil.iter_modules(benchmarks.__path__))


def load(name: str) -> ModuleType:
    """A benchmark by name."""
    return import_module(f"{benchmarks.__name__}.{name}")


def measure(name: str, side: str, setting: Setting) -> Measure:
    """One side once, in this process."""
    watch = Stopwatch()
    return watch.measure(load(name).SIDES[side](setting, watch))


def run(names: Iterable[str], setting: Setting, rounds: int) -> Iterator[Result]:
    """Make the log, then measure benchmark after benchmark."""
    _apart(setting.prepare)
    for name in names:
        sides: dict[str, list[Measure]] = {side: [] for side in load(name).SIDES}
        for _ in range(rounds):
            for side, measures in sides.items():
                measures.append(_apart(measure, name, side, setting))
        yield Result(name.replace("_", " "), load(name).UNIT, sides)


def _apart(work: Any, *arguments: Any) -> Any:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()
