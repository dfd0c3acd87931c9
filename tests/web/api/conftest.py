"""A log that has rows for every resource, and what asks for them."""

from __future__ import annotations

import pytest

import harbours
import looking


@pytest.fixture(scope="session")
def full(tmp_path_factory):
    """A log with stories, people, quotes, figures and copies."""
    return harbours.written(tmp_path_factory.mktemp("api") / "full.duckdb")


@pytest.fixture(scope="session")
def api(full):
    """What asks for its resources."""
    return looking.client(full)
