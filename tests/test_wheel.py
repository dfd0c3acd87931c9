"""The wheel: what is installed works without the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel from a copy of the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    kept = ("src", "queries", "events", "pyproject.toml", "README.md", "LICENSE")
    for name in kept:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        (source).mkdir(exist_ok=True)
        copy(ROOT / name, source / name)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=source, check=True, capture_output=True,
    )  # fmt: skip
    (path,) = folder.glob("*.whl")
    return path


def test_wheel_carries_queries_and_catalogue(wheel):
    """
    Every SQL file and every published schema is in the wheel, and no tests are.
    """
    names = set(zipfile.ZipFile(wheel).namelist())
    for room, inside in (("queries", "queries"), ("events", "catalogue")):
        files = {path.relative_to(ROOT / room).as_posix() for path in (ROOT / room).rglob("*") if path.is_file()}
        assert {f"timeline/{inside}/{name}" for name in files} <= names
    assert not [name for name in names if name.startswith("tests")]
    assert "timeline/py.typed" in names


def test_installed_wheel_runs_from_any_folder(wheel, tmp_path):
    """
    Unpacked beside its dependencies and away from the checkout, the command appends, shows and verifies.
    """
    site, folder = tmp_path / "site", tmp_path / "somewhere else"
    folder.mkdir()
    zipfile.ZipFile(wheel).extractall(site)
    article = folder / "article.txt"
    shutil.copy(ROOT / "tests" / "golden" / "seed" / "article.txt", article)
    import duckdb  # noqa: PLC0415 - only to find where the dependencies are

    dependencies = str(Path(duckdb.__file__).parent.parent)
    program = f"import sys; sys.path[:0] = [{str(site)!r}, {dependencies!r}]; from timeline.cli import main; main()"

    def run(*words):
        command = [sys.executable, "-S", "-c", program, *words]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout

    assert "appended" in run("append", article.name)
    assert "Volodymyr Zelenskyy" in run("quotes")
    assert "date_mentioned" in run("catalogue", "check") + run("log", "--limit", "50")
    assert run("verify")
