"""Import modules late: plug-ins, which are added by adding a file or a package, and what start-up can do without."""

from __future__ import annotations

import importlib
import pkgutil
import warnings
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from importlib import metadata

ROOMS: dict[str, dict[str, Any]] = {
    "readers": {"SUFFIXES": tuple, "read_articles": Callable},
    "extractors": {"VERSION": int, "extract": Callable},
    "digests.formats": {"render": Callable},
    "exporters": {"WRITERS": dict},
    "web.pages": {"PATH": str, "answer": Callable},
    "web.actions": {"ON": tuple, "LABEL": str, "NOTE": str, "offer": Callable, "fields": Callable, "record": Callable},
    "cli.commands": {"command": Callable},
    "events.types": {},
}
"""The rooms that plug-ins add to, and what a module has to have there, of which type."""


class PluginWarning(UserWarning):
    """A plug-in of an installed package is left out."""


class Plugin(NamedTuple):
    """
    A module of a room.

    Attributes:
        room: The folder that it adds to, such as ``digests.formats``.
        name: What it is called there.
        package: Name and version of the installed package that it comes from; None of one that is built in.
        module: None when it cannot be used.
        problem: Why it cannot be used, in a few words; None when it can.
    """

    room: str
    name: str
    package: str | None
    module: ModuleType | None
    problem: str | None = None

    @property
    def summary(self) -> str:
        """What it says of itself: the first line of its docstring, without the name of a command."""
        first = ((self.module and self.module.__doc__) or "").strip().partition("\n")[0]
        _, named, said = first.partition("`: ")
        return said[:1].upper() + said[1:] if named else first.replace("``", "`")

    def __str__(self) -> str:
        return f"plug-in {self.name!r} ({self.room}) of {self.package}"


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
    return importlib.import_module(f"timeline.{room}.{name}") if name in _names(room) else None


@cache
def discover(room: str) -> dict[str, ModuleType]:
    """
    The modules of a room by name, sorted: ours, then those of installed packages.

    A third party adds to ``timeline.<room>`` with an entry point of that group. Modules whose name starts with an
    underscore are the room's own. One that cannot be used is left out, with a `PluginWarning`.
    """
    found = installed(room)
    for plugin in found:
        if plugin.problem:
            warnings.warn(f"{plugin} is left out: {plugin.problem}.", PluginWarning, stacklevel=2)
    theirs = {plugin.name: plugin.module for plugin in found if plugin.module and plugin.package}
    return theirs | {plugin.name: plugin.module for plugin in found if plugin.module and not plugin.package}


def installed(room: str) -> list[Plugin]:
    """All plug-ins of a room by name, ours first; of several with one name the first is used."""
    found = [Plugin(room, name, None, importlib.import_module(f"timeline.{room}.{name}")) for name in _names(room)]
    owners = {plugin.name: "is built in" for plugin in found}
    for point in entry_points(room):
        if owner := owners.get(point.name):
            found.append(Plugin(room, point.name, _package(point), None, f"another of that name {owner}"))
            continue
        plugin = loaded(room, point)
        if plugin.module:
            owners[plugin.name] = f"comes from {plugin.package}"
        found.append(plugin)
    return found


def loaded(room: str, point: metadata.EntryPoint) -> Plugin:
    """The plug-in that an entry point names, imported; whatever its code raises is its problem, not ours."""
    module, problem = None, None
    try:
        module = point.load()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a stranger's code
        said = " ".join(str(error).split()).removesuffix(".")
        problem = f"importing it raised {type(error).__name__}" + f" ({said})" * bool(said)
    else:
        problem = _lack(room, module)
    return Plugin(room, point.name, _package(point), None if problem else module, problem)


def entry_points(room: str) -> list[metadata.EntryPoint]:
    """What installed packages add to a room, by name."""
    return sorted(metadata.entry_points(group=f"timeline.{room}"), key=lambda point: (point.name, _package(point)))


def _package(point: metadata.EntryPoint) -> str:
    """Name and version of the package of an entry point."""
    return f"{point.dist.name} {point.dist.version}" if point.dist and point.dist.name else "an unnamed package"


def _lack(room: str, module: object) -> str | None:
    """What a plug-in lacks for its room, in a few words; None for nothing."""
    if not isinstance(module, ModuleType):
        return "its entry point names something else than a module"
    for name, kind in ROOMS[room].items():
        if not hasattr(module, name):
            return f"it has no {name}"
        if not isinstance(getattr(module, name), kind):
            return f"its {name} is no {kind.__name__.lower()}"
    return None


@cache
def _names(room: str) -> tuple[str, ...]:
    """Names of the built-in modules of a room, sorted."""
    package = importlib.import_module(f"timeline.{room}")
    found = sorted(found.name for found in pkgutil.iter_modules(package.__path__))
    return tuple(name for name in found if not name.startswith("_"))
