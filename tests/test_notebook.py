"""The example notebook does what it shows."""

from __future__ import annotations

import json

import pytest

import notebook


@pytest.fixture(scope="module")
def shown():
    """The notebook as it lies in the docs."""
    return json.loads(notebook.NOTEBOOK.read_text("utf-8"))


def test_the_notebook_shows_what_its_cells_do(shown):
    """
    Run in order in a fresh process, the cells show the text that is there; `python tests/notebook.py` writes it anew.
    """
    now = notebook.executed(shown)
    assert notebook.texts(shown) == notebook.texts(now)
    assert [cell.get("execution_count") for cell in shown["cells"]] == [
        cell.get("execution_count") for cell in now["cells"]
    ]


def test_the_notebook_is_one(shown):
    """
    It has the form of version 4.5: cells with ids and kinds, code with outputs, tables as HTML beside the text.
    """
    assert (4, 5) == (shown["nbformat"], shown["nbformat_minor"])
    assert {"cells", "metadata", "nbformat", "nbformat_minor"} == shown.keys()
    ids = [cell["id"] for cell in shown["cells"]]
    assert len(ids) == len(set(ids)) >= 15
    for cell in shown["cells"]:
        own = {"outputs", "execution_count"} if cell["cell_type"] == "code" else set()
        assert {"cell_type", "id", "metadata", "source"} | own == cell.keys()
        assert all(isinstance(line, str) for line in cell["source"])
    results = [output for cell in shown["cells"] for output in cell.get("outputs", ())]
    assert {"stream", "execute_result"} == {output["output_type"] for output in results}
    assert 4 <= sum("text/html" in output.get("data", {}) for output in results)


def test_a_cell_shows_what_it_prints_and_its_last_value():
    """
    Names go from cell to cell; a statement has no value.
    """
    first, second, third = notebook.run_cells(["n = 1\nprint('a')\nn + 1", "n += 1", "n"])
    assert [["a\n"], {"text/plain": ["2"]}] == [first["outputs"][0]["text"], first["outputs"][1]["data"]]
    assert [] == second["outputs"]
    assert ["2"] == third["outputs"][0]["data"]["text/plain"]
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        notebook.executed({"cells": [{"cell_type": "code", "source": ["1 / 0"]}]})
