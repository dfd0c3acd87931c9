"""What tests of the store share."""

from __future__ import annotations

import pytest

from timeline.store import kept


@pytest.fixture
def nothing_kept(monkeypatch):
    """What a test opens is opened by a DuckDB of its own, as the first log of a process is."""
    monkeypatch.setattr(kept, "_FREE", [])
    yield
    for started in kept._FREE:
        started.drop()
