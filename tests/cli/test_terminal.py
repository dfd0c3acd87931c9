"""What a terminal is sent by every command over a log full of text that would control it."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tty
from contextlib import suppress
from email import message_from_string, policy
from itertools import pairwise

import click
import duckdb
import pytest

import hostile
import timeline
from commands import command, run
from hostile import HOSTILE
from timeline.cli import command_line, output, terminal
from timeline.model.visible_text import visible
from timeline.plugins import discover

KEY = f"key {HOSTILE}"

RUNS: dict[str, list[list[str]]] = {
    "append": [["feed.jsonl"], ["--jobs", "2", "feed.jsonl"], ["bad owned\x1b[8m.jsonl", "none owned\x9b8m.txt"]],
    "articles": [[]],
    "backup": [["copy.duckdb"]],
    "catalogue": [[]],
    "catalogue check": [[]],
    "catalogue freeze": [],  # writes into the package
    "cite": [["EVENT"], *(["EVENT", "--style", style] for style in ("md", "bibtex", "csl")), ["ERASED"]],
    "compare": [["statements@1", "statements@2"]],
    "completion": [["bash"], ["zsh"], ["fish"]],
    "copies": [[]],
    "correct": [["EVENT", f"speaker={HOSTILE}", "--reason", HOSTILE, "--by", HOSTILE]],
    "diff": [["2020-01-01"], ["2020-01-01", "--printed"]],
    "digest": [[], ["--about", HOSTILE], ["--per-date", "1", "--why"], ["--new", HOSTILE]],
    "doctor": [[]],
    "erase": [[KEY, "--reason", HOSTILE]],
    "explain": [["EVENT"], ["EVENT", "--json"], ["CORRECTED"], ["RETRACTED"], ["ERASED"]],
    "export events": [["-o", "copy.jsonl"], ["-o", f"copy {hostile.ESCAPES.replace('/', '')}.jsonl"]],
    **{f"export {name}": [[], ["--title", HOSTILE]] for name in discover("exporters")},
    "extract": [["feed.jsonl"], ["bad owned\x1b[8m.jsonl"]],
    "figures": [[], ["--conflicts"]],
    "happening join": [["REPORT", "OTHER", "--reason", HOSTILE]],
    "happening part": [["REPORT", "--reason", HOSTILE]],
    "head": [[]],
    "history": [["pier"], [KEY], ["erased"], ["CORRECTED"], ["RETRACTED"]],
    "import": [["events.jsonl"], ["bad owned\x1b[8m.jsonl"]],
    "key": [["own.key", "--name", HOSTILE]],
    "log": [[], ["--follow", "--limit", "20"]],
    "matrix": [[]],
    "people list": [[]],
    "people roles": [[]],
    "people merge": [["Bo Ray", HOSTILE, "--reason", HOSTILE]],
    "people split": [["Bo Ray", "--into", HOSTILE, "--reason", HOSTILE]],
    "people link": [[]],
    "pin": [["statements@1", KEY, "--reason", HOSTILE], []],
    "plugins": [[]],
    "prove": [["EVENT"]],
    "quotes": [[], ["--about", HOSTILE]],
    "rebuild": [[], ["--check"]],
    "reextract": [[], [KEY]],
    "relink": [[]],
    "retract": [["EVENT", "--reason", HOSTILE]],
    "revisions": [["pier"], [KEY]],
    "run": [["roles"], ["date_counts"], ["unmatched"], ["history", "-p", f"subject={HOSTILE}"]],
    "serve": [],  # does not end by itself
    "show": [[], ["--salient", "2"]],
    "site": [["pages"], [f"pages {hostile.ESCAPES.replace('/', '')}"]],
    "speakers": [[]],
    "stories": [[], ["--all"]],
    "story merge": [["pier", KEY, "--reason", HOSTILE]],
    "story split": [[KEY, "--reason", HOSTILE]],
    "story tell": [[HOSTILE]],
    "sql": [
        ["select data, reason from log, decisions"],
        ["select cast($text as integer)", "-p", f"text={HOSTILE}"],
        [f'select "{HOSTILE}" from log'],
        [f'select 1 as "{HOSTILE}"'],
        [f"sel{hostile.ESCAPES}ect"],
    ],
    "status": [[]],
    "tables": [[]],
    "unpin": [["statements", KEY, "--reason", HOSTILE]],
    "verify": [[], ["--projections"], ["--head", "bad owned\x1b[8m.jsonl"]],
    "watch add": [[f"new {HOSTILE}", "--about", HOSTILE, "--by", HOSTILE]],
    "watch list": [[]],
    "watch remove": [[HOSTILE, "--by", HOSTILE]],
    "watch run": [[], [HOSTILE]],
    "who": [["Lee"], [HOSTILE]],
    "withdraw": [[KEY, "--reason", HOSTILE]],
}
"""What each command is called with; EVENT and its like stand for ids of the log."""

SILENT = frozenset((
    "backup", "catalogue", "catalogue check", "catalogue freeze", "compare", "completion", "correct",
    "doctor", "head", "plugins",
    "export events", "export parquet", "export xlsx",
    "happening join", "happening part", "people link", "people merge", "people split", "prove", "rebuild", "reextract",
    "relink", "retract", "serve", "status", "story split", "tables",
    "withdraw",
    "watch add", "watch remove",
))  # fmt: skip
"""Commands that have nothing of a stranger's to tell, if all goes well."""


def leaves(group, *names):
    """Every command, those in groups by their whole names, and groups that are commands themselves."""
    for name in group.list_commands(click.Context(group)):
        found = group.get_command(click.Context(group), name)
        if not isinstance(found, click.Group) or found.invoke_without_command:
            yield " ".join((*names, name)), found
        if isinstance(found, click.Group):
            yield from leaves(found, *names, name)


COMMANDS = dict(leaves(command_line))


def formats(found):
    """The ways to ask a command for each of its formats; the default is one."""
    for option in found.params:
        if "--format" in option.opts:
            known = option.type.choices if isinstance(option.type, click.Choice) else discover("digests.formats")
            return [[], *(["--format", form] for form in known)]
    return [[]]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with a hostile log and files beside it, and the ids of its events."""
    folder = tmp_path_factory.mktemp("hostile")
    path, ids = hostile.made_log(folder)
    timeline.open(path).export_events(folder / "events.jsonl")
    shutil.copy(hostile.articles(folder), folder / "feed.jsonl")
    (folder / "bad owned\x1b[8m.jsonl").write_text(f'{{"id": "x {hostile.C1}", "text": 1}}\n"{HOSTILE}')
    return folder, ids


@pytest.fixture
def folder(made, tmp_path, monkeypatch):
    """A copy of that folder to work in."""
    for path in made[0].iterdir():
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIMELINE_DB", "news.duckdb")
    return tmp_path


def test_every_command_is_run():
    """
    A new command needs an example here.
    """
    assert set(COMMANDS) == set(RUNS)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_lets_text_control_a_terminal(made, folder, monkeypatch, name):  # noqa: ARG001
    """
    In each of its formats it sends no control but those that draw, though all it tells is hostile.
    """
    shown = ""
    for given in RUNS[name]:
        for form in formats(COMMANDS[name]):
            words = [made[1].get(word, word) for word in given]
            _, sent = hostile.on_terminal(monkeypatch, *name.split(), *words, *form)
            assert (words, form, []) == (words, form, hostile.controls(sent))
            shown += sent

    assert (name not in SILENT) == ("owned" in shown)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_complaint_lets_text_control_a_terminal(folder, monkeypatch, name):  # noqa: ARG001
    """
    Nor does it where arguments, options, names of files or of the log are hostile.
    """
    if name == "catalogue freeze":
        return
    given = [HOSTILE for each in COMMANDS[name].params if isinstance(each, click.Argument)]
    for each in COMMANDS[name].params:
        given += [each.opts[0], HOSTILE] if isinstance(each, click.Option) and each.required else []
    given += ["--port", HOSTILE] if name == "serve" else []  # or it would begin to serve
    for words in (given, [HOSTILE] * 4, [f"--{HOSTILE}"], [*given, "--db", f"none {HOSTILE}"]):
        _, sent = hostile.on_terminal(monkeypatch, *name.split(), *words)

        assert (words, []) == (words, hostile.controls(sent))


def test_lines_of_strangers_are_not_taken_for_ours(capsys, made, folder):  # noqa: ARG001
    """
    A reason or title of several lines is told on one: only `verify` itself can begin a line with "intact".
    """
    verified = run(capsys, "verify").out
    explained = run(capsys, "explain", made[1]["RETRACTED"]).out

    assert 1 == len(re.findall(r"^intact", verified, re.MULTILINE))
    assert [] == re.findall(r"^(?:intact|timeline:)", explained, re.MULTILINE)


def test_legitimate_text_is_shown_as_it_is(made, folder, monkeypatch):  # noqa: ARG001
    """
    Scripts from right to left, joined emoji and marks that combine reach the terminal untouched, in every format.
    """
    for form in ("jsonl", "json", "csv", "md"):
        _, sent = hostile.on_terminal(monkeypatch, "quotes", "--format", form)
        assert (form, True) == (form, hostile.LEGITIMATE in sent)
    _, sent = hostile.on_terminal(monkeypatch, "digest")
    assert hostile.LEGITIMATE in sent


def test_a_process_on_a_terminal(made):
    """
    It is so in a process of its own too, also for what Python itself writes at the end.
    """
    master, slave = pty.openpty()
    tty.setraw(slave)
    words = command("show", "--db", made[0] / "news.duckdb", "--place", HOSTILE)
    log = command("show", "--db", f"{made[0]}/none {HOSTILE}")
    for each, extra in ((words, {}), (log, {"TIMELINE_DEBUG": "1"})):
        subprocess.run(each, stdout=slave, stderr=slave, check=False, env=os.environ | extra)
    os.close(slave)
    sent = b""
    with suppress(OSError):
        while piece := os.read(master, 1 << 16):
            sent += piece
    os.close(master)

    assert b"Traceback" in sent
    assert [] == hostile.controls(sent.decode())


def test_a_file_that_is_the_terminal(made, folder, monkeypatch):  # noqa: ARG001
    """
    A terminal named by -o is one, whatever standard output is.
    """
    master, slave = pty.openpty()
    tty.setraw(slave)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    with output.destination(os.ttyname(slave)) as stream:
        stream.write(f"{HOSTILE}\n")
    sent = os.read(master, 1 << 16).decode()
    os.close(slave)
    os.close(master)

    assert (True, []) == ("owned" in sent, hostile.controls(sent))


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_json_in_a_pipe_is_exact(capsys, made, folder, form):  # noqa: ARG001
    """
    It says with escapes what would control a terminal, and holds the text as the log does.
    """
    shown = run(capsys, "articles", "--format", form).out
    titles = {row["title"] for row in (json.loads(shown) if form == "json" else map(json.loads, shown.splitlines()))}

    assert {f"Pier {HOSTILE}\nintact: 9 events"} == titles
    assert [] == hostile.UNSAFE.findall(shown)


@pytest.mark.parametrize(
    "words", [("extract", "feed.jsonl"), ("explain", "EVENT", "--json"), ("log", "--follow", "--limit", "9")]
)
def test_other_json_in_a_pipe(capsys, made, folder, words):  # noqa: ARG001
    """
    It holds no control character either, and can be read.
    """
    shown = run(capsys, *(made[1].get(word, word) for word in words)).out

    assert "\\u202e" in shown
    assert [] == hostile.UNSAFE.findall(shown)


@pytest.mark.parametrize("form", ["markdown", "html", "atom", "json"])
def test_no_digest_carries_controls(made, form):
    """
    In a file a digest has no control characters and no overrides, and legitimate text as it is.
    """
    text = timeline.open(made[0] / "news.duckdb").digest(form)

    assert (True, []) == (hostile.LEGITIMATE in text, hostile.UNSAFE.findall(text))


def test_no_mail_carries_controls(made):
    """
    Neither subject nor either body of an e-mail does.
    """
    text = timeline.open(made[0] / "news.duckdb").digest("eml", about=[HOSTILE, "harbour"])
    mail = message_from_string(text, policy=policy.SMTP)
    parts = [part.get_content() for part in mail.iter_parts()]

    assert [] == hostile.UNSAFE.findall("".join([mail["Subject"], *parts]).replace("\r\n", "\n"))
    assert [True, True] == [hostile.LEGITIMATE in part for part in parts]


@pytest.mark.parametrize("name", ["out.md", "out.txt"])
def test_no_file_for_people_carries_controls(capsys, made, folder, name):  # noqa: ARG001
    """
    Tables in Markdown and plain text have signs instead.
    """
    run(capsys, "quotes", "-o", name)
    text = (folder / name).read_text("utf-8")

    assert ("␛" in text, []) == (True, hostile.UNSAFE.findall(text))


def test_csv_in_a_pipe_is_exact(capsys, made, folder):  # noqa: ARG001
    """
    It holds the text as the log does, unless it is to be safe.
    """
    exact, safe = (run(capsys, "articles", "--format", "csv", *words).out for words in ((), ("--safe",)))

    assert f"Pier {HOSTILE}" in exact
    assert [] == hostile.UNSAFE.findall(safe)


def test_evidence_is_underlined_below_its_signs(capsys, made, folder):  # noqa: ARG001
    """
    A sign of several characters has as long a line below it.
    """
    lines = run(capsys, "explain", made[1]["EVENT"]).out.splitlines()
    marked = "".join(
        character
        for line, below in pairwise(lines)
        if set(below) <= set(" ─═~")
        for character, mark in zip(line, below, strict=False)
        if mark == "─"
    )
    said = next(row.quote for row in timeline.open("news.duckdb").statements() if str(row.event_id) == made[1]["EVENT"])

    assert "".join(visible(said).split()) == "".join(marked.split())


def test_lines_are_made_visible_too(made):  # noqa: ARG001
    """
    However a stream to a terminal is written to.
    """
    stream = terminal.Terminal(io.TextIOWrapper(sent := io.BytesIO(), "ascii"))
    stream.writelines(["\x1b[8m\n", "\u202e\r\n"])
    print("\x9b", file=stream, flush=True)

    assert "␛[8m\n⟨U+202E⟩\n⟨U+009B⟩\n" == sent.getvalue().decode()


def test_what_is_told_of_a_changed_log(made, folder, monkeypatch):  # noqa: ARG001
    """
    Problems name what is hostile without letting it control the terminal.
    """
    with duckdb.connect("news.duckdb") as connection:
        connection.execute("drop trigger log_refuse_update on log")
        connection.execute("update log set article = article || $1, rule = $1", [HOSTILE])
    for words in (("verify",), ("verify", "--projections"), ("rebuild",), ("show",), ("log",), ("status",)):
        status, sent = hostile.on_terminal(monkeypatch, *words)

        assert (words, []) == (words, hostile.controls(sent))
        assert 4 == status or words[0] != "verify"


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_a_terminal_of_another_encoding(made, encoding):
    """
    A table is shown there as well, what it cannot show with escapes; nor does an odd width end it.
    """
    master, slave = pty.openpty()
    tty.setraw(slave)
    environment = os.environ | {"PYTHONIOENCODING": encoding, "COLUMNS": "²"}
    words = command("show", "--limit", 9, "--db", made[0] / "news.duckdb")
    done = subprocess.run(words, stdout=slave, stderr=subprocess.PIPE, check=False, env=environment)
    os.close(slave)
    os.close(master)

    assert (0, b"") == (done.returncode, done.stderr)
