"""What holds for all tests."""

from __future__ import annotations

import os
import signal

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")  # machines are noisy, and the first reading compiles its rules

if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # as in a background job of a shell: programs would inherit it
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_xdist_auto_num_workers(config):  # noqa: ARG001 - as pytest-xdist asks
    """One process more than there are cores: some wait for browsers, servers and other processes."""
    return (os.cpu_count() or 1) + 1
