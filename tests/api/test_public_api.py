"""The names other people's programs use."""

from __future__ import annotations

import subprocess
import sys

import pytest

import timeline


def test_all_is_sorted_and_there():
    """
    Every public name can be imported, and nothing else is offered.
    """
    assert timeline.__all__ == sorted(timeline.__all__) == dir(timeline)
    assert all(getattr(timeline, name) is not None for name in timeline.__all__)
    with pytest.raises(AttributeError, match="no attribute 'opne'"):
        timeline.opne  # noqa: B018


def test_importing_is_cheap():
    """
    Importing the package imports neither the database nor anything else that is large.
    """
    program = "import sys, timeline; print(*{'duckdb', 'attrs', 'attr', 'cattrs', 'rich', 'click'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "\n" == found.stdout
