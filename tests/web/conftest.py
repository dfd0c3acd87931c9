"""One log for all tests that only look."""

from __future__ import annotations

import pytest

import looking


@pytest.fixture(scope="session")
def log(tmp_path_factory):
    """A log of two articles."""
    return looking.written(tmp_path_factory.mktemp("web") / "log.duckdb")


@pytest.fixture(scope="session")
def site(log):
    """What asks for its pages."""
    return looking.client(log)
