"""Starting the command line, beside starting Python."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.measuring import Stopwatch
    from bench.setting import Setting

UNIT = "starts"
TIMES = 5


def _start(watch: Stopwatch, *words: str) -> int:
    for _ in range(TIMES):
        with watch:
            subprocess.run([sys.executable, *words], check=True, capture_output=True)
    return TIMES


def ours(_: Setting, watch: Stopwatch) -> int:
    """``timeline --help``."""
    return _start(watch, "-m", "timeline", "--help")


def python(_: Setting, watch: Stopwatch) -> int:
    """``python -c pass``."""
    return _start(watch, "-c", "pass")


SIDES = {"timeline": ours, "python -c pass": python}
