"""What is found on each point of an installation and a log."""

from __future__ import annotations

import os
from importlib import metadata
from types import SimpleNamespace

import pytest
from freezegun import freeze_time

import timeline
from building import article
from timeline.api import health
from timeline.errors import LogError, NotFound
from timeline.store.lock import Holder

NEEDED = [
    "alder>=2.1",
    "birch",
    "cedar>=1.4; extra == 'web'",
    "duckdb>=1",
    "elm; extra == 'web'",
    "news-timeline[web]; extra == 'web'",
]
INSTALLED = {"news-timeline": "1.0", "alder": "2.1", "birch": "0.3", "cedar": "1.4", "duckdb": "2.0", "elm": "7"}


@pytest.fixture
def packages(monkeypatch):
    """Distributions with their versions, of which ours needs `NEEDED`."""
    found = dict(INSTALLED)

    def version(name):
        if name not in found:
            raise metadata.PackageNotFoundError(name)
        return found[name]

    def requires(name):
        version(name)
        return NEEDED

    monkeypatch.setattr(metadata, "version", version)
    monkeypatch.setattr(metadata, "requires", requires)
    return found


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A log that holds an article."""
    path = tmp_path_factory.mktemp("health") / "log.duckdb"
    timeline.open(path).append(article("a", "The bridge was closed on Monday.", published="2026-03-04"))
    return path


def short(findings):
    """The state, what there is, and the note of each point."""
    return {each.check: (each.state, each.found, each.note) for each in findings}


def test_each_library_that_is_always_needed_is_told(packages):
    """
    With its version where that will do, else with what is wrong and what to do; those of an extra are not among them.
    """
    upgrade = "pip install --upgrade news-timeline"
    found = short(health._versions())
    assert ["timeline", "Python", "alder", "birch", "DuckDB"] == list(found)
    assert ("ok", "2.1", None) == found["alder"]

    packages |= {"alder": "2.0.9"}
    del packages["birch"]
    found = short(health._versions())
    assert ("problem", "alder 2.0.9 is older than 2.1", upgrade) == found["alder"]
    assert ("problem", "birch is not installed", upgrade) == found["birch"]


def test_who_is_not_installed_is_told_so(packages):
    """
    Without the package's own metadata there are no libraries and no extras to look for.
    """
    del packages["news-timeline"]
    found = short(health._versions())
    assert ["timeline", "Python"] == list(found)
    assert ("problem", "pip install .") == (found["timeline"][0], found["timeline"][2])
    assert {} == short(health._extras())


def test_each_extra_is_told(packages):
    """
    What is installed for it, else what lacks, with what it is for; it does not count as its own library.
    """
    assert ("ok", "cedar 1.4, elm 7", health.PURPOSES["web"]) == short(health._extras())["extra web"]
    assert ("ok", "", health.PURPOSES["serve"]) == short(health._extras())["extra serve"]

    packages["cedar"] = "1.3"
    note = f"{health.PURPOSES['web']}: pip install 'news-timeline[web]'"
    assert ("missing", "cedar 1.3 is older than 1.4", note) == short(health._extras())["extra web"]


@pytest.mark.parametrize(
    ("free", "size", "state"),
    [(99_999_999, 0, "problem"), (100_000_000, 0, "ok"), (200_000_000, 200_000_001, "problem")],
)
def test_disk_has_room_for_the_log_once_more(monkeypatch, tmp_path, free, size, state):
    """
    A tenth of a gigabyte is least, whatever the log; the folder may be one that is still to be made.
    """
    log = tmp_path / "log.duckdb"
    if size:
        with log.open("wb") as file:
            file.truncate(size)
    else:
        log = tmp_path / "new" / "log.duckdb"
    monkeypatch.setattr(health.shutil, "disk_usage", lambda folder: SimpleNamespace(free=free, folder=folder))
    found = health._disk(log)
    assert (state, state == "problem") == (found.state, found.note is not None)
    assert found.found.endswith(f" free in {tmp_path}")


@pytest.mark.parametrize(
    ("mode", "closed", "expected"),
    [
        (0o640, None, ("ok", None)),
        (0o646, None, ("problem", "anybody can change it: chmod o-w {log}")),
        (0o640, "log.duckdb", ("ok", "you can only read it")),
        (0o640, "folder", ("ok", "you can only read it")),
    ],
)
def test_whose_the_file_is(monkeypatch, tmp_path, mode, closed, expected):
    """
    That anybody can change it is a problem; that one can only read it, or its folder, is none.
    """
    log = tmp_path / "folder" / "log.duckdb"
    log.parent.mkdir()
    log.touch()
    log.chmod(mode)
    monkeypatch.setattr(os, "access", lambda place, _: place.name != closed)
    first, lock = health._file(log)
    state, note = expected
    assert (state, note and note.format(log=log)) == (first.state, first.note)
    assert "0 bytes" in first.found
    assert ("ok", "nobody uses it") == (lock.state, lock.found)


@pytest.mark.parametrize(
    ("user", "said"),
    [
        (Holder(process=7, writes=True), "process 7 (writing) uses it"),
        (Holder(process=7, writes=False), "process 7 (reading) uses it"),
        (Holder(process=None, writes=True), "another process (writing) uses it"),
        (Holder(process=8, writes=None), "process 8 uses it"),
    ],
)
def test_who_uses_the_file(monkeypatch, path, user, said):
    """
    Whoever it is, as far as it is known.
    """
    monkeypatch.setattr(health, "holder", lambda _: user)
    assert said == list(health._file(path))[1].found


def test_lock_that_cannot_be_read_is_a_problem(monkeypatch, path):
    """
    It is told with its error, and ends nothing else.
    """

    def refuse(_):
        raise LogError("the lock is a folder.")

    monkeypatch.setattr(health, "holder", refuse)
    _, lock = health._file(path)
    assert ("problem", "the lock is a folder.") == (lock.state, lock.found)
    assert isinstance(lock.error, LogError)


def contents(path, problems=(), more=0, **status):
    """What is found in a log that verifies so and says so of itself."""
    verified = SimpleNamespace(problems=[LogError(said) for said in problems], more=more, events=1200, heads=3)
    log = SimpleNamespace(path=path, wait=1, verify=lambda **_: verified, status=lambda: status)
    return short(health._contents(log, None))


@pytest.mark.parametrize(
    ("problems", "more", "said"),
    [(["one"], 0, "one"), (["one", "two"], 0, "one (and 1 more)"), (["one"], 4, "one (and 4 more)")],
)
def test_log_that_is_not_intact_is_told_with_its_first_problem(path, problems, more, said):
    """
    How many others there are is told, and nothing behind it is looked at.
    """
    found = contents(path, problems, more)
    assert ["format", "verify"] == list(found)
    assert ("problem", said) == found["verify"][:2]


@freeze_time("2026-03-05 12:00:00")
def test_tables_and_clock_of_a_log_are_told(path):
    """
    With what to do, where something is.
    """
    found = contents(path, projections="current")
    assert ("ok", "current", None) == found["tables"]
    assert ("ok", "2026-03-05 12:00:00 UTC", None) == found["clock"]
    assert ("ok", "intact: 1,200 events in 3 commits", None) == found["verify"]

    found = contents(path, projections="behind: run `timeline rebuild`", clock="It is ahead.")
    assert ("problem", "behind", "run `timeline rebuild`") == found["tables"]
    assert ("problem", "2026-03-05 12:00:00 UTC", "It is ahead") == found["clock"]


@pytest.mark.parametrize(("expected", "state"), [(True, "problem"), (False, "missing")])
def test_log_that_is_not_there(tmp_path, expected, state):
    """
    It is a problem where one is expected; else only the clock is left to tell.
    """
    *_, log, clock = health.examine(timeline.open(tmp_path / "none.duckdb"), expected=expected)
    assert (state, "log", "clock") == (log.state, log.check, clock.check)
    assert expected == isinstance(log.error, NotFound)


def test_plugins_of_packages_are_counted(monkeypatch):
    """
    Those of installed packages alone; what is wrong with one is told with what to do.
    """
    ours = SimpleNamespace(package=None, problem="never asked")
    theirs = SimpleNamespace(package="alder", problem=None)
    monkeypatch.setattr(health, "installed", lambda room: [ours, theirs] if room == "readers" else [])
    assert ("plug-ins", "ok", "1 from installed packages", None, None) == health._plugins()

    theirs.problem = "is no reader"
    assert ("problem", "is no reader", "mend or uninstall it") == (
        health._plugins().state,
        health._plugins().found.partition(": ")[2],
        health._plugins().note,
    )


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (1_500_000, "1.5 MB"), (10**9, "1.0 GB"),
        (2 * 10**12, "2,000.0 GB"),
    ],
)  # fmt: skip
def test_sizes_are_told_in_the_unit_that_fits(size, said):
    """
    Bytes as they are, what is more in thousands of them.
    """
    assert said == health._readable(size)
