"""
Run the example notebook as Jupyter would, and put what its cells show where it stands.

`python tests/notebook.py` writes; the test compares. Cells run in order in one fresh process, in an empty folder; what
a cell prints, and the value of its last expression, is what it shows.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).parent.parent / "docs" / "example.ipynb"
CELL_SECONDS = 120
"""Longest that all cells may take."""


def executed(notebook: dict[str, Any]) -> dict[str, Any]:
    """The same notebook with what its cells show now."""
    sources = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, __file__, "--cells"], input=json.dumps(sources), capture_output=True, text=True,
            cwd=folder, check=False, timeout=CELL_SECONDS,
        )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr)
    shown = iter(json.loads(done.stdout))
    cells = [cell | next(shown) if cell["cell_type"] == "code" else cell for cell in notebook["cells"]]
    return notebook | {"cells": cells}


def texts(notebook: dict[str, Any]) -> list[str]:
    """What each cell shows as text: what it prints, and its value."""
    cells = [cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return ["".join("".join(_text(output)) for output in outputs) for outputs in cells]


def _text(output: dict[str, Any]) -> list[str]:
    return output["text"] if output["output_type"] == "stream" else output["data"]["text/plain"]


def run_cells(sources: list[str]) -> list[dict[str, Any]]:
    """What cells show, and their numbers."""
    names: dict[str, Any] = {"__name__": "__main__"}
    return [
        {"execution_count": number, "outputs": _run(source, number, names)} for number, source in enumerate(sources, 1)
    ]


def _run(source: str, number: int, names: dict[str, Any]) -> list[dict[str, Any]]:
    tree = ast.parse(source)
    last = ast.Expression(tree.body.pop().value) if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, f"cell {number}", "exec"), names)  # noqa: S102 - our own notebook
        value = None if last is None else eval(compile(last, f"cell {number}", "eval"), names)  # noqa: S307
    outputs: list[dict[str, Any]] = []
    if text := printed.getvalue():
        outputs.append({"name": "stdout", "output_type": "stream", "text": text.splitlines(keepends=True)})
    if value is not None:
        data = {"text/plain": repr(value).splitlines(keepends=True)}
        if hasattr(value, "_repr_html_"):
            data = {"text/html": value._repr_html_().splitlines(keepends=True)} | data
        outputs.append({"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"})
    return outputs


if __name__ == "__main__":
    if sys.argv[1:] == ["--cells"]:
        json.dump(run_cells(json.load(sys.stdin)), sys.stdout)
    else:
        text = json.dumps(executed(json.loads(NOTEBOOK.read_text("utf-8"))), ensure_ascii=False, indent=1)
        NOTEBOOK.write_text(f"{text}\n", "utf-8")
