"""What the README shows is what happens."""

from __future__ import annotations

import re

import readme
from timeline import cli


def test_readme_shows_real_runs():
    """
    Every console block is what its commands print; `python tests/readme.py` writes it anew.
    """
    text = readme.README.read_text("utf-8")
    assert readme.render(text) == text


def test_readme_begins_with_the_two_commands():
    """
    The first block sets up, demonstrates and tests.
    """
    first = readme.BLOCK.search(readme.README.read_text("utf-8"))[0]
    assert ["$ make demo", "$ make test"] == [line.split("  ")[0] for line in first.splitlines()]


def test_readme_names_every_command():
    """
    No command is left out of the README's table, and none is in it that there is not.
    """
    text = readme.README.read_text("utf-8")
    listed = set(re.findall(r"^\| `timeline (\w+)", text, re.MULTILINE))
    assert set(cli.command_line.list_commands(None)) == listed
