"""What `timeline doctor` finds, and how it ends."""

from __future__ import annotations

import fcntl
import json
import os
import tomllib
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest
from freezegun import freeze_time

import timeline
from building import article
from commands import run
from timeline import extras
from timeline.api import health
from timeline.store.lock import Holder, holder, lock

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture
def log(tmp_path):
    """A log that holds an article."""
    path = tmp_path / "log.duckdb"
    timeline.open(path).append(article("a", "The bridge was closed on Monday.", published="2026-03-04"))
    return path


def asked(capsys, *words):
    """The exit status of `timeline doctor`, and its rows by what was looked at."""
    ended = run(capsys, "doctor", *words)
    assert "" == ended.err
    return ended.status, {row.pop("check"): row for row in map(json.loads, ended.out.splitlines())}


def test_all_is_well(capsys, log):
    """
    Versions, extras, plug-ins, disk, file, lock, format, verification, tables and clock are told; the status is 0.
    """
    status, found = asked(capsys, "--db", log)
    assert (0, {"ok"}) == (status, {row["state"] for row in found.values()})
    required = {"DuckDB" if name.startswith("duckdb") else name.split(">")[0] for name in PROJECT["dependencies"]}
    points = {"timeline", "Python", "plug-ins", "disk", "log", "lock", "format", "verify", "tables", "clock"}
    assert points | required | {f"extra {name}" for name in extras.PURPOSES} == found.keys()
    assert (duckdb.__version__, "nobody uses it", "current") == tuple(
        found[name]["found"] for name in ("DuckDB", "lock", "tables")
    )
    assert "intact: " in found["verify"]["found"]
    assert "-rw" in found["log"]["found"]


def test_people_see_a_table(capsys, log, monkeypatch):
    """
    As a table it has a line for each point, with what to do or what it is for.
    """
    monkeypatch.setenv("COLUMNS", "500")
    shown = run(capsys, "doctor", "--db", log, "--format", "table").out
    assert ["check", "state", "found", "note"] == shown.splitlines()[0].split()
    assert "signing heads, and checking signatures" in shown


@pytest.mark.parametrize("named", [True, False])
def test_no_log(capsys, tmp_path, monkeypatch, named):
    """
    That there is none is a problem only of one that was named.
    """
    monkeypatch.chdir(tmp_path)
    status, found = asked(capsys, *(("--db", "news.duckdb") if named else ()))
    assert ((5, "problem") if named else (0, "missing")) == (status, found["log"]["state"])
    assert [] == list(tmp_path.iterdir())


def test_a_log_named_before_the_command_was_named(capsys, tmp_path):
    """
    `timeline --db X doctor` asks for X, as the variable TIMELINE_DB does.
    """
    assert 5 == run(capsys, "--db", tmp_path / "news.duckdb", "doctor").status


def test_a_changed_log(capsys, log):
    """
    What `timeline verify` finds is told in one row, and the status is 4.
    """
    with duckdb.connect(str(log)) as connection:
        connection.execute("drop trigger log_refuse_update on log")
        connection.execute("update log set article = 'b' where position = 1")
    status, found = asked(capsys, "--db", log)
    assert (4, "problem") == (status, found["verify"]["state"])
    assert "position 1" in found["verify"]["found"]


def test_a_file_that_is_no_log(capsys, tmp_path):
    """
    It is said what it is not, and the status is that of any command.
    """
    path = tmp_path / "notes.duckdb"
    path.write_text("notes")
    status, found = asked(capsys, "--db", path)
    assert (1, "problem") == (status, found["format"]["state"])
    assert "is not a DuckDB file" in found["format"]["found"]


def test_a_log_in_use(capsys, log):
    """
    Who uses it is named; while that process writes, the log cannot be looked at: status 6.
    """
    assert Holder() == holder(log)
    with lock(log, fcntl.LOCK_EX, 1):
        status, found = asked(capsys, "--db", log, "--wait", "0")
    assert (6, f"process {os.getpid()} (writing) uses it") == (status, found["lock"]["found"])
    with lock(log, fcntl.LOCK_SH, 1):
        status, found = asked(capsys, "--db", log)
    assert (0, f"process {os.getpid()} (reading) uses it") == (status, found["lock"]["found"])


def test_who_holds_a_lock_makes_no_file(tmp_path):
    """
    To ask who uses a database leaves nothing beside it.
    """
    assert Holder() == holder(tmp_path / "log.duckdb")
    assert [] == list(tmp_path.iterdir())


def test_a_lock_file_that_is_a_link(capsys, log):
    """
    It is said that the link has to go.
    """
    beside = log.with_name(f"{log.name}.lock")
    beside.unlink()
    beside.symlink_to(log)
    status, found = asked(capsys, "--db", log)
    assert (1, "problem", True) == (status, found["lock"]["state"], "remove it" in found["lock"]["found"])


def test_a_log_that_anybody_can_change(capsys, log):
    """
    The permissions are a problem, and how to mend them is said.
    """
    log.chmod(0o666)
    status, found = asked(capsys, "--db", log)
    assert (1, f"anybody can change it: chmod o-w {log}") == (status, found["log"]["note"])


def test_a_full_disk(capsys, log, monkeypatch):
    """
    Less room than 100 MB, or than the log takes, is too little.
    """
    monkeypatch.setattr(health.shutil, "disk_usage", lambda _: SimpleNamespace(free=99_000_000))
    status, found = asked(capsys, "--db", log)
    assert (1, f"99.0 MB free in {log.parent}") == (status, found["disk"]["found"])


def test_a_clock_that_is_behind(capsys, log):
    """
    A log whose last event has a later time than the clock is a problem.
    """
    with freeze_time("2020-01-01"):
        status, found = asked(capsys, "--db", log)
    assert (1, "2020-01-01 00:00:00 UTC") == (status, found["clock"]["found"])
    assert "ahead of the clock" in found["clock"]["note"]


def test_libraries_that_are_missing_or_old(capsys, tmp_path, monkeypatch):
    """
    A missing extra is no problem, its command is told; a library that is always needed and too old is one.
    """
    monkeypatch.chdir(tmp_path)
    known = metadata.version

    def version(name):
        if name == "pypdf":
            raise metadata.PackageNotFoundError(name)
        return {"click": "8.1.9", "lxml": "4.9"}.get(name) or known(name)

    monkeypatch.setattr(health.metadata, "version", version)
    status, found = asked(capsys)
    assert (1, "problem", "click 8.1.9 is older than 8.2") == (status, *list(found["click"].values())[:2])
    assert {
        "state": "missing",
        "found": "pypdf is not installed",
        "note": "reading PDF: pip install 'news-timeline[documents]'",
    } == found["extra documents"]
    assert "lxml 4.9 is older than 5.3" == found["extra web"]["found"]


def test_every_extra_for_users_says_what_it_is_for():
    """
    All of pyproject.toml but those for developers.
    """
    assert PROJECT["optional-dependencies"].keys() - {"all", "dev", "bench"} == set(extras.PURPOSES)
