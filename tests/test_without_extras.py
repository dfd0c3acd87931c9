"""`pip install .` alone is enough for all that needs no optional library; what one is missing for is one sentence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from commands import DATA, process
from timeline.extras import DISTRIBUTION, PURPOSES

SOURCE = Path(__file__).parent.parent / "src" / "timeline"
MODULES = [path for path in SOURCE.rglob("*.py") if path.name != "extras.py"]
NAMED = re.compile(r"""\bextra["']?\s*[=:]\s*["'](\w+)["']""")

REFUSE = """
import os, sys

class Refuse:
    refused = frozenset(os.environ["REFUSED"].split())

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.refused:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Refuse())
"""
"""Run by Python when it starts, in worker processes as well."""

COMMANDS = {
    "sign": ("key", "desk.key"),
    "web": ("append", "--date", "2026-03-04", "page.html"),
    "feeds": ("append", "feed.rss"),
    "warc": ("append", "pages.warc"),
    "documents": ("append", "--date", "2026-03-04", "report.pdf"),
    "xlsx": ("append", "table.xlsx"),
    "places": ("export", "geojson"),
    "serve": ("serve", "--port", "0"),
}
"""For each extra of the command line what cannot be done without it."""

INPUTS = {
    "page.html": "<!DOCTYPE html><html><body><article><p>The bridge was closed on Monday.</p></article></body></html>",
    "feed.rss": '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title></channel></rss>',
    "pages.warc": "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
    "report.pdf": "%PDF-1.4\n%%EOF\n",
    "table.xlsx": "PK\x03\x04",
}

SENTENCE = f"needs the extra `{{0}}`: pip install '{DISTRIBUTION}[{{0}}]'."

FRAMES = {"pandas": "df", "polars": "pl", "arrow": "arrow"}
"""For each extra of Python the method of rows that needs it."""


def always_there(name=DISTRIBUTION):
    """The distributions that one needs without any extra, itself included, as they are called in comparisons."""
    found, waiting = set(), [name]
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name not in found:
            found.add(name)
            needed = metadata.requires(name) or [] if name in INSTALLED else []
            waiting += [re.match(r"[\w.-]+", each)[0] for each in needed if "extra ==" not in each]
    return found


INSTALLED = {re.sub(r"[-_.]+", "-", each.name).lower() for each in metadata.distributions() if each.name}


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """The environment of a process that can import what `pip install .` brings, and nothing else that is installed."""
    needed = always_there()
    refused = {
        module
        for module, owners in metadata.packages_distributions().items()
        if not needed & {re.sub(r"[-_.]+", "-", owner).lower() for owner in owners}
    }
    assert {"openpyxl", "cryptography", "pandas", "lxml"} <= refused
    folder = tmp_path_factory.mktemp("bare")
    (folder / "sitecustomize.py").write_text(REFUSE)
    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {"PYTHONPATH": path, "REFUSED": " ".join(sorted(refused - {"timeline"}))}


@pytest.fixture(scope="module")
def log(tmp_path_factory, bare):
    """A log that was made there."""
    folder = tmp_path_factory.mktemp("log")
    for name, text in INPUTS.items():
        (folder / name).write_text(text)
    path = folder / "log.duckdb"
    (folder / "article.txt").write_text(
        'Date: 2026-03-04\n\nThe bridge was closed on Monday. "Good," said Lena Brandt.\n'
    )
    ended = process("append", "--jobs", "2", "--db", path, folder / "article.txt", DATA / "feed.jsonl", **bare)
    assert (0, True) == (ended.status, "appended   3 articles" in ended.out), ended.err
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("show", "--format", "table"),
        ("quotes", "--speaker", "Brandd"),
        ("digest", "--format", "html"),
        ("verify",),
        ("plugins",),
        ("doctor",),
    ],
    ids=lambda words: words[0],
)
def test_nothing_optional_is_needed(bare, log, words, monkeypatch):
    """
    Help, appending in several processes, reading, digests and exports do without any optional library.
    """
    monkeypatch.chdir(log.parent)
    ended = process(*words, TIMELINE_DB=str(log), **bare)
    assert (0, False) == (ended.status, "pip install" in ended.err), ended.err
    assert ended.out or ended.err


def used():
    """Extras whose names stand in code that asks for optional libraries."""
    asking = [text for path in MODULES if "need(" in (text := path.read_text("utf-8"))]
    return {extra for extra in PURPOSES for text in asking if f'"{extra}"' in text}


def test_every_extra_has_its_case():
    """
    What code needs is an extra that says what it is for, and is tried here.
    """
    assert (
        set() == {found[1] for path in MODULES for found in NAMED.finditer(path.read_text("utf-8"))} - PURPOSES.keys()
    )
    assert set() == used() - COMMANDS.keys() - FRAMES.keys()


@pytest.mark.parametrize("extra", sorted(used() & COMMANDS.keys()))
def test_what_is_missing_is_one_sentence(bare, log, extra, monkeypatch):
    """
    It names the command that installs the extra; there is no traceback.
    """
    monkeypatch.chdir(log.parent)
    ended = process(*COMMANDS[extra], TIMELINE_DB=str(log), **bare)
    assert ended.status in (1, 3)
    told = [line for line in ended.err.splitlines() if "pip install" in line]
    assert [True] == [line.endswith(SENTENCE.format(extra)) for line in told]
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(("extra", "method"), FRAMES.items())
def test_data_frames_say_what_to_install(bare, log, extra, method):
    """
    The error of Python says the same.
    """
    code = f"import timeline; timeline.open({str(log)!r}).timeline().{method}()"
    environment = os.environ | bare
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1].endswith(SENTENCE.format(extra))
