"""The command line starts at once, and every command says how it is used."""

from __future__ import annotations

import fcntl
import resource
import subprocess
import sys
from statistics import median

import click
import pytest

from commands import DATA, command, process, run
from timeline.cli import command_line
from timeline.store.lock import lock

BUDGET = 0.120
"""Seconds beyond a bare interpreter."""

COMMANDS = command_line.list_commands(click.Context(command_line))


def imported(*words):
    """Modules that a command line imports."""
    code = "import sys; from timeline.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *map(str, words)], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def seconds(words):
    """Processor time of a command, which other work on the machine does not stretch as it does the clock's."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_help_starts_at_once():
    """
    `timeline --help` takes at most 120 ms longer than a bare interpreter (medians of alternating runs).
    """
    times = [(seconds([sys.executable, "-c", "pass"]), seconds(command("--help"))) for _ in range(9)]
    bare, shown = (median(column) for column in zip(*times, strict=True))
    assert BUDGET > shown - bare


def test_help_imports_nothing_heavy():
    """
    Help needs neither attrs, cattrs, DuckDB, rich, YAML, JSON nor importlib.metadata.
    """
    heavy = {"attrs", "attr", "cattrs", "duckdb", "rich", "yaml", "importlib.metadata", "json", "decimal"}
    assert set() == heavy & imported("--help")
    assert set() == heavy & imported("append", "--help")


def test_extract_needs_no_database():
    """
    `timeline extract` imports neither DuckDB nor rich.
    """
    assert set() == {"duckdb", "rich"} & imported("extract", DATA / "feed.jsonl")


def test_commands():
    """
    These are the commands.
    """
    expected = {
        "append", "articles", "catalogue", "digest", "explain", "extract", "log", "quotes", "rebuild", "run", "show",
        "speakers", "sql", "status", "tables", "verify",
    }  # fmt: skip
    assert expected <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples(capsys, name):
    """
    The help of every command says in a sentence what it does, and shows examples.
    """
    ended = run(capsys, name, "--help")
    found = command_line.get_command(click.Context(command_line), name)
    assert 0 == ended.status
    assert found.help.split("\n\n")[0].rstrip().endswith(".")
    assert f"Examples:\n    timeline {name}" in ended.out


def test_commands_are_listed(capsys):
    """
    Help lists every command on one line, with the first line of its file.
    """
    lines = run(capsys, "--help").out.split("Commands:\n")[1].splitlines()
    assert COMMANDS == [line.split()[0] for line in lines]
    assert ["show", "Show what happened when."] in [line.split(maxsplit=1) for line in lines]
    assert [] == [line for line in lines if not line.endswith((".", "?"))]


def test_commands_of_other_packages(tmp_path):
    """
    An installed package adds a command by an entry point.
    """
    (tmp_path / "other-1.dist-info").mkdir()
    (tmp_path / "other-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1\n")
    (tmp_path / "other-1.dist-info" / "entry_points.txt").write_text("[timeline.cli.commands]\nhello = other\n")
    code = "import click\n@click.command(help='Greets.')\ndef command():\n    click.echo('hello there')\n"
    (tmp_path / "other.py").write_text(code)
    assert (0, "hello there\n", "") == process("hello", PYTHONPATH=str(tmp_path))
    assert ["hello", "Greets."] in [
        line.split() for line in process("--help", PYTHONPATH=str(tmp_path)).out.splitlines()
    ]


def test_version(capsys):
    """
    `--version` prints the name and the version.
    """
    assert run(capsys, "--version").out.startswith("timeline 0.")


def test_the_log_may_be_named_before_the_command(tmp_path, capsys, monkeypatch):
    """
    `timeline --db X show` means the log X, whatever the environment says; a command's own --db comes first.
    """
    first, second = tmp_path / "first.duckdb", tmp_path / "second.duckdb"
    monkeypatch.setenv("TIMELINE_DB", str(tmp_path / "third.duckdb"))
    assert 0 == run(capsys, "--db", first, "--wait", 2, "append", DATA / "feed.jsonl").status
    assert (True, False) == (first.exists(), second.exists())
    assert 0 == run(capsys, "--db", first, "append", "--db", second, DATA / "feed.jsonl").status
    assert (True, 2) == (second.exists(), run(capsys, "--db", first, "articles").out.count("\n"))
    assert 0 == run(capsys, "--db", first, "people", "list").status
    assert (5, "third.duckdb" in run(capsys, "show").err) == (run(capsys, "show").status, True)


def test_waiting_may_be_said_before_the_command(tmp_path, capsys):
    """
    `timeline --wait 0.02 show` waits so long for another process.
    """
    log = tmp_path / "log.duckdb"
    run(capsys, "append", "--db", log, DATA / "feed.jsonl")
    with lock(log, fcntl.LOCK_EX, 1):
        assert "was not free within 0.02 s" in run(capsys, "--db", log, "--wait", "0.02", "show").err


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("shwo", "No such command 'shwo'. Did you mean 'show'?"),
        ("speaker", "No such command 'speaker'. Did you mean 'speakers'?"),
        ("zzz", "No such command 'zzz'."),
    ],
)
def test_a_command_that_there_is_not(capsys, word, said):
    """
    It is answered with those whose names are like it, if there are any.
    """
    ended = run(capsys, word)
    assert (2, f"Error: {said}") == (ended.status, ended.err.splitlines()[-1])


def test_an_option_that_there_is_not(capsys):
    """
    It is answered with those whose names are like it.
    """
    assert "Did you mean '--publisher'?" in run(capsys, "quotes", "--publsher", "X").err.replace('"', "'")
