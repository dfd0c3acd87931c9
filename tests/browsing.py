"""Pages looked at with Chromium, where the machine has it."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path

import pytest

TIMELINEJS = "TIMELINEJS"
"""Variable that names the folder of the npm package @knight-lab/timelinejs."""

AXE = "AXE_CORE"
"""Variable that names the folder of the npm package axe-core."""

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


def axe():
    """The script of axe-core, which finds what people who see or hear little cannot use; skipped where it is not."""
    file = Path(os.environ.get(AXE) or "no folder") / "axe.min.js"
    if not file.is_file():
        pytest.skip(f"{AXE} does not name the folder of the npm package axe-core")
    return file.read_text("utf-8")


def timelinejs():
    """The folder with the script and the style sheet of TimelineJS; the test is skipped where there is none."""
    folder = Path(os.environ.get(TIMELINEJS) or "no folder") / "dist"
    if not (folder / "js" / "timeline.js").is_file():
        pytest.skip(f"{TIMELINEJS} does not name the folder of the npm package @knight-lab/timelinejs")
    return folder
