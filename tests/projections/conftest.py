"""Fixtures of the tests of projections and views."""

from __future__ import annotations

import pytest

from row_log import RowLog, in_memory


@pytest.fixture(scope="module")
def empty():
    """Tables without rows, made once."""
    with in_memory() as connection:
        yield connection


@pytest.fixture
def rows(empty):
    """Tables without rows; what a test adds is taken out again."""
    empty.execute("begin")
    yield RowLog(empty)
    empty.execute("rollback")
