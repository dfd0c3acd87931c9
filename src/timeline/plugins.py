"""Import modules late: plug-ins, which are added by adding a file, and what start-up can do without."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib import metadata
    from types import ModuleType


class _LazyModule:
    """Stands for a module; importing it is put off until an attribute of it is first asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self._name), name)


def lazy_module(name: str) -> Any:
    """
    A module that is imported on first use, for what would cost start-up time.

    Stands at the top of a file, beside the import that a type checker reads::

        if TYPE_CHECKING:
            from timeline.integrity import proofs
        else:
            proofs = lazy_module("timeline.integrity.proofs")
    """
    return _LazyModule(name)


if not TYPE_CHECKING:
    metadata = lazy_module("importlib.metadata")


def ours(room: str, name: str) -> ModuleType | None:
    """One built-in module of a room, without importing the others; None when there is none."""
    package = importlib.import_module(f"timeline.{room}")
    there = any(found.name == name for found in pkgutil.iter_modules(package.__path__))
    return importlib.import_module(f"timeline.{room}.{name}") if there and not name.startswith("_") else None


@cache
def discover(room: str) -> dict[str, ModuleType]:
    """
    The modules of a room by name, sorted: ours, then those of installed packages.

    A third party adds to ``timeline.<room>`` with an entry point of that group. Modules whose name starts with an
    underscore are the room's own. Of two with one name the built-in one wins.
    """
    package = importlib.import_module(f"timeline.{room}")
    names = sorted(found.name for found in pkgutil.iter_modules(package.__path__) if not found.name.startswith("_"))
    ours = {name: importlib.import_module(f"timeline.{room}.{name}") for name in names}
    points = sorted(metadata.entry_points(group=f"timeline.{room}"), key=lambda point: point.name)
    theirs = {point.name: point.load() for point in points}
    return theirs | ours
