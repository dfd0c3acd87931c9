"""
Run the console blocks of the README in a terminal and put what they print where it stands.

`python tests/readme.py` writes; the test compares. A block is a fence marked ``console``; each line that begins with
``$ `` is run by a shell in one folder that holds the seed article, a page and what three outlets wrote of a ferry, one
after the other, through the README.
"""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SEED = ROOT / "tests" / "golden" / "seed" / "article.txt"
FERRY = ROOT / "tests" / "golden" / "ferry"
PAGE = ROOT / "tests" / "quality" / "pages" / "graph.html"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
UNTOUCHED = ("$ make ", "$ pip ", "$ git ")
"""Blocks that begin so are for the reader's machine, and are not run."""

VOLATILE = (
    (re.compile(r" {2,}\d+\.\d s$", re.MULTILINE), ""),
    (re.compile(r"\b[0-9a-f]{64}\b"), "7d1f…"),
    (re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)? UTC"), "2026-11-22 10:15:04 UTC"),
)
"""What differs from run to run: seconds taken, hashes that hang on the salt, the clock."""


def render(text: str) -> str:
    """The text with every block run anew."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(SEED, folder)
        shutil.copytree(FERRY, Path(folder) / "ferry")
        shutil.copy(PAGE, Path(folder) / "bridge.html")
        return BLOCK.sub(lambda found: _run_block(found[0], Path(folder)), text)


def _run_block(block: str, folder: Path) -> str:
    if block.startswith(UNTOUCHED):
        return block
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"{command}\n{_run(command[2:], folder)}" for command in commands)


def _run(command: str, folder: Path) -> str:
    """What a command prints on a terminal of 110 columns without colours."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"COLUMNS": "110", "LINES": "50", "NO_COLOR": "1", "TERM": "dumb", "PATH": path}
    master, slave = pty.openpty()
    words = ["sh", "-c", command]
    process = subprocess.Popen(words, cwd=folder, env=environment, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    chunks = []
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:  # the terminal is gone with its last user
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(master)
    process.wait()
    text = b"".join(chunks).decode().replace("\r\n", "\n").lstrip("\n")  # where a progress bar was
    for pattern, shown in VOLATILE:
        text = pattern.sub(shown, text)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)


if __name__ == "__main__":
    README.write_text(render(README.read_text("utf-8")), "utf-8")
