"""Plug-ins of installed packages: what is wrong with one is said in a sentence, and the others are used."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from commands import DATA, process
from timeline import plugins

if TYPE_CHECKING:
    from pathlib import Path

READER = "SUFFIXES = ('.wire',)\n\n\ndef read_articles(stream, context):\n    return ()\n"
BROKEN = {
    "raises": ("raise OSError('no\\n licence.')", "importing it raised OSError (no licence)"),
    "exits": ("raise SystemExit", "importing it raised SystemExit"),
    "lacks": ("SUFFIXES = ()", "it has no read_articles"),
    "lists": ("SUFFIXES = ['.wire']\nread_articles = print", "its SUFFIXES is no tuple"),
    "gone": (None, "importing it raised ModuleNotFoundError (No module named 'module_gone')"),
}


def installed(folder: Path, points: dict[str, dict[str, str]], **modules: str) -> str:
    """A path with an installed package: its entry points by room, and the code of its modules."""
    info = folder / "wires-2.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: wires\nVersion: 2.1\n")
    lines = (
        [f"[timeline.{room}]", *(f"{name} = {target}" for name, target in added.items())]
        for room, added in points.items()
    )
    (info / "entry_points.txt").write_text("\n".join(line for room in lines for line in room))
    for name, code in modules.items():
        (folder / f"{name}.py").write_text(code)
    return os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_is_named_and_left_out(tmp_path, name):
    """
    One that raises, exits, is not there or lacks something costs one sentence; the command does what it is for.
    """
    code, problem = BROKEN[name]
    there = {} if code is None else {f"module_{name}": code}
    path = installed(tmp_path, {"readers": {"wire": f"module_{name}"}}, **there)
    ended = process("extract", DATA / "feed.jsonl", PYTHONPATH=path)
    told = f"timeline: plug-in 'wire' (readers) of wires 2.1 is left out: {problem}.\n"
    assert [told] == [line for line in ended.err.splitlines(keepends=True) if "plug-in" in line]
    assert process("extract", DATA / "feed.jsonl").out == ended.out


def test_worker_processes_are_silent_about_it(tmp_path):
    """
    What the first process said of a broken extractor no other says again.
    """
    path = installed(tmp_path, {"extractors": {"odd": "odd"}}, odd="raise ValueError")
    log = tmp_path / "log.duckdb"
    ended = process("append", "--db", log, "--jobs", 2, DATA / "feed.jsonl", PYTHONPATH=path)
    told = "timeline: plug-in 'odd' (extractors) of wires 2.1 is left out: importing it raised ValueError."
    assert (0, [told]) == (
        ended.status,
        [line for line in ended.err.splitlines() if "Warning" in line or "odd" in line],
    )


def test_a_broken_command_stops_neither_help_nor_others(tmp_path):
    """
    Help leaves it out and says why, as does calling it; a shell that completes a line is told nothing.
    """
    points = {"cli.commands": {"shine": "shine", "sing": "sing"}}
    path = installed(tmp_path, points, shine="raise KeyError('lamp')", sing="command = print")
    sentence = "plug-in 'shine' (cli.commands) of wires 2.1 cannot be used: importing it raised KeyError ('lamp')."
    helped = process("--help", PYTHONPATH=path)
    assert (0, True, False) == (helped.status, "Show what happened when." in helped.out, "shine" in helped.out)
    assert sentence in helped.err
    assert (1, "", f"timeline: {sentence}\n") == process("shine", PYTHONPATH=path)
    assert "its command is no click command" in process("sing", PYTHONPATH=path).err
    words = {"COMP_WORDS": "timeline sh", "COMP_CWORD": "1", "_TIMELINE_COMPLETE": "bash_complete"}
    assert (0, "plain,show\n", "") == process(PYTHONPATH=path, **words)


def test_of_two_with_one_name_the_built_in_one_is_used(tmp_path, monkeypatch):
    """
    The other is left out, and not even imported.
    """
    installed(tmp_path, {"readers": {"plain": "other"}}, other="raise ValueError")
    monkeypatch.syspath_prepend(tmp_path)
    (other,) = (each for each in plugins.installed("readers") if each.package)
    assert ("plain", "another of that name is built in") == (other.name, other.problem)


def test_plugins_lists_what_there_is_and_where_from(tmp_path):
    """
    A row each: the room, the name, the package or none, what it says of itself, and what is wrong with it.
    """
    code = f'"""`wire`: lines of a wire.\n\nMore."""\n{READER}'
    points = {"readers": {"wire": "wire", "wirf": "nothing"}, "extractors": {"odd": "odd"}}
    path = installed(tmp_path, points, wire=code, odd="VERSION = '1'\nextract = print")
    ended = process("plugins", "--installed", PYTHONPATH=path)
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert (0, "") == (ended.status, ended.err)
    assert [
        ("readers", "wire", "wires 2.1", "Lines of a wire.", None),
        ("readers", "wirf", "wires 2.1", "", "importing it raised ModuleNotFoundError (No module named 'nothing')"),
        ("extractors", "odd", "wires 2.1", "", "its VERSION is no int"),
    ] == [tuple(row.values()) for row in rows]
    shown = process("plugins", "--format", "table", PYTHONPATH=path, COLUMNS="160").out
    assert "left out: its VERSION is no int" in shown
    assert all(f" {name} " in shown for name in ("jsonl", "statements", "markdown", "show", "built in"))


def test_a_reader_that_raises_costs_its_input_alone(tmp_path):
    """
    What it had read stays, the input is named with what was raised, and the next one is read.
    """
    code = READER.replace(
        "    return ()", "    yield context.article({'published': '2026-03-04'}, 'It rained.')\n    {}['stop']"
    )
    path = installed(tmp_path, {"readers": {"wire": "wire"}}, wire=code)
    (tmp_path / "a.wire").touch()
    ended = process("append", "--db", tmp_path / "l.duckdb", tmp_path / "a.wire", DATA / "feed.jsonl", PYTHONPATH=path)
    assert (3, True) == (ended.status, ended.out.startswith("appended   3 articles"))
    assert "a.wire: cannot be read: the reader raised KeyError ('stop').\n" in ended.err
    debugged = process("extract", tmp_path / "a.wire", PYTHONPATH=path, TIMELINE_DEBUG="1")
    assert "KeyError: 'stop'" in debugged.err.splitlines()[-1]
