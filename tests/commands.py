"""Run command lines for tests: in this process where that will do, as a process where it will not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from timeline import cli

DATA = Path(__file__).parent / "data"


class Ended(NamedTuple):
    """How a command line ended, and what it said."""

    status: int
    out: str
    err: str


def run(capsys, *words):
    """Run a command line in this process, its output caught as by a pipe."""
    capsys.readouterr()
    status = cli.main([str(word) for word in words])
    return Ended(status, *capsys.readouterr())


def command(*words):
    """The words of a command line of its own process."""
    return [sys.executable, "-m", "timeline", *map(str, words)]


def process(*words, stdin=b"", **environment):
    """Run a command line in a process of its own."""
    done = subprocess.run(
        command(*words), input=stdin, capture_output=True, env=os.environ | environment, check=False, timeout=120
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
