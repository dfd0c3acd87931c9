"""The package of docs/how-to-write-a-plug-in.md is built and installed, and does what the page shows."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from commands import command

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests" / "plugin_example"
GUIDE = ROOT / "docs" / "how-to-write-a-plug-in.md"
SESSION = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SECONDS = re.compile(r"\d+\.\d s$", re.MULTILINE)


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """A function that runs a line of a shell where the package is installed, and gives what it printed."""
    folder = tmp_path_factory.mktemp("newsdesk")
    site, programs, desk = (folder / name for name in ("site", "programs", "desk"))
    install = ["install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", str(site)]
    subprocess.run([sys.executable, "-m", "pip", *install, str(EXAMPLE)], check=True, capture_output=True)
    programs.mkdir()
    desk.mkdir()
    for name, words in {"timeline": command(), "python": [sys.executable]}.items():
        (programs / name).write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n')
        (programs / name).chmod(0o755)
    (desk / "evening.vtt").write_bytes((EXAMPLE / "evening.vtt").read_bytes())
    paths = {"PYTHONPATH": [str(site), os.environ.get("PYTHONPATH", "")], "PATH": [str(programs), os.environ["PATH"]]}
    environment = os.environ | {name: os.pathsep.join(filter(None, parts)) for name, parts in paths.items()}

    def run(line):
        done = subprocess.run(
            ["sh", "-c", line],
            cwd=desk,
            env=environment | {"COLUMNS": "110"},
            capture_output=True,
            text=True,
            check=False,
        )
        return SECONDS.sub("1.0 s", done.stdout) + done.stderr

    return run


def test_page_holds_the_package():
    """
    Every module with a plug-in, and pyproject.toml, stand in the page as they are.
    """
    text = GUIDE.read_text("utf-8")
    files = [EXAMPLE / "pyproject.toml", *(EXAMPLE / "src" / "timeline_newsdesk").glob("[!_]*.py")]
    assert 6 == len(files)
    assert [] == [file.name for file in files if f"\n{file.read_text('utf-8')}```\n" not in text]


def test_commands_of_the_page_print_what_it_shows(ran):
    """
    The package is installed by pip; the reader, the extractor, the format and the command do their work.
    """
    (session,) = SESSION.findall(GUIDE.read_text("utf-8"))
    lines = [part.partition("\n")[0] for part in session.split("$ ")[1:]]
    assert uncounted(session) == uncounted("".join(f"$ {line}\n{tidied(ran(line))}" for line in lines))


def tidied(text):
    """Without blanks at line ends, which no editor keeps."""
    return re.sub(r" +$", "", text, flags=re.MULTILINE)


def uncounted(text):
    """Without how much timeline itself reads in the example, which other tests look after."""
    return re.sub(r"\d+ (statement|occurrence|date)s?\b", r"\1s", text)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("no.vtt", "1\n00:01.000 --> 00:02.000\nHello.", "no.vtt, line 1: does not begin with WEBVTT"),
        ("silent.vtt", "WEBVTT\nDate: 2026-03-04\n\nNOTE nothing said", "silent.vtt: has no text."),
        ("undated.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.", "give --date"),
        ("long.vtt", "WEBVTT\n" + "x" * 200, "is longer than 100 bytes"),
    ],
)
def test_what_the_reader_cannot_read(ran, tmp_path, name, text, said):
    """
    It is one sentence.
    """
    (tmp_path / name).write_text(text)
    assert said in ran(f"timeline extract {tmp_path / name} {'--max-bytes 100' if name == 'long.vtt' else ''}")


def test_what_stands_in_an_article_has_no_power_in_slack(ran, tmp_path):
    """
    A mention of everybody in a text is shown, not obeyed; a link leads to the article.
    """
    article = {"title": "A", "published": "2026-03-04", "url": "https://wire.example/a?b=1&c=2"}
    text = "The <!channel> bridge was closed on Monday."
    (tmp_path / "a.jsonl").write_text(json.dumps(article | {"text": text}))
    ran(f"timeline append --db {tmp_path}/log.duckdb {tmp_path}/a.jsonl")
    shown = ran(f"timeline digest --db {tmp_path}/log.duckdb --format slack")
    assert "• The &lt;!channel&gt; bridge was closed on Monday. (<https://wire.example/a?b=1&amp;c=2|A ¶1>)" in shown
