"""Pages looked at with Chromium, where the machine has it."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest

TIMELINEJS = "TIMELINEJS"
"""Variable that names the folder of the npm package @knight-lab/timelinejs."""

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


@contextmanager
def browser():
    """Chromium without a window; the test is skipped where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("Chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        try:
            yield started
        finally:
            started.close()


def timelinejs():
    """The folder with the script and the style sheet of TimelineJS; the test is skipped where there is none."""
    folder = Path(os.environ.get(TIMELINEJS) or "no folder") / "dist"
    if not (folder / "js" / "timeline.js").is_file():
        pytest.skip(f"{TIMELINEJS} does not name the folder of the npm package @knight-lab/timelinejs")
    return folder
