"""The house's style is checked by its tools."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy --strict": ["mypy"],
}


@pytest.mark.parametrize("words", TOOLS.values(), ids=TOOLS.keys())
def test_tool_finds_nothing(words):
    """
    The linter, the formatter and the type checker have nothing to say.
    """
    done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stdout + done.stderr


def test_nothing_names_a_machine():
    """
    No file we publish carries a path of a machine.
    """
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    places = ("/" + "tmp/", "/" + "work/", "/" + "root/", "/" + "home/")
    found = []
    for name in filter(None, listed):
        path = ROOT / name
        if path.suffix in (".gz", ".duckdb") or not path.is_file():
            continue
        text = path.read_text("utf-8", "replace")
        found += [f"{name}: {place}" for place in places if place in text]
    assert [] == found
