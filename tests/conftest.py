"""What holds for all tests."""

from __future__ import annotations

import signal
from pathlib import Path

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # machines are noisy, and the first reading compiles its rules

if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # as in a background job of a shell: programs would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)

SMALL = ("language", "extractors", "test_architecture.py")
"""Thousands of tests that take nothing each."""


def pytest_collection_modifyitems(items):
    """Small tests come last: what is left can then be shared among processes, so that they end together."""
    items.sort(key=lambda item: item.path.relative_to(Path(__file__).parent).parts[0] in SMALL)
