"""What CONTRIBUTING says about adding a file is true: each of its files is made, and does what it is for."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / ".github" / "CONTRIBUTING.md"
FILE = re.compile(r"^```\w+\n(?:#|--) ((?:src|queries)/\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
WIRES = (
    "2026-03-04\tBridge closed\tThe bridge was closed. It opens by month's end, the mayor said.\n2026-03-05\tno text\n"
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The project with the files of the guide, and a file for its reader."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("src", "queries", "events"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in FILE.findall(GUIDE.read_text("utf-8")):
        assert not (ROOT / name).exists()
        (folder / name).write_text(text, "utf-8")
    (folder / "today.wires").write_text(WIRES, "utf-8")
    return folder


def run(folder, *words):
    """A command of the copy: its status, and what it printed on either side."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "TIMELINE_DB": str(folder / "log.duckdb")}
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_guide_has_a_file_of_each_kind():
    """
    A reader, an extractor and a view.
    """
    assert ["src/timeline/readers", "src/timeline/extractors", "queries/views"] == [
        str(Path(name).parent) for name, _ in FILE.findall(GUIDE.read_text("utf-8"))
    ]


def test_files_of_the_guide_work(copy):
    """
    The reader takes the good line in and names the bad one, the extractor finds its words, the view counts.
    """
    status, out, err = run(copy, "extract", "today.wires")
    assert (3, True) == (status, "line 2" in err)
    assert "month's end" in [json.loads(line)["data"].get("text") for line in out.splitlines()]
    assert 3 == run(copy, "append", "--source", "Wire", "today.wires")[0]
    status, out, err = run(copy, "run", "outlets")
    assert (0, [{"publisher": "Wire", "articles": 1}]) == (status, [json.loads(line) for line in out.splitlines()]), err
