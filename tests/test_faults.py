"""Killed, on a failing disk or on a full one: nothing acknowledged is lost, nothing is half-written."""

from __future__ import annotations

import os

import pytest

from faults import disks, kills, ordeal, syscalls

KILLS = int(os.environ.get("TIMELINE_FAULTS", "3"))
SAMPLE = {"openat": 9, "write": 3, "pwrite64": 5, "fdatasync": 2, "fsync": 1, "rename": 1, "unlink": 2}
"""Which call of each kind fails here; all do in ``python -m faults syscalls``."""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A folder with a small log."""
    folder = tmp_path_factory.mktemp("prepared")
    ordeal.prepare(folder)
    return folder


def test_killed_at_any_moment():
    """
    Whatever a killed process was doing, all it had told is there, and nothing half.
    """
    killed = kills.run(KILLS, seed=1)
    assert [] == killed.problems
    assert KILLS == killed.kills.total()


@pytest.mark.skipif(not syscalls.available(), reason="needs strace, and leave to trace")
@pytest.mark.parametrize("work", ordeal.WORK)
def test_failing_system_calls(prepared, work):
    """
    An input/output error ends in a sentence, and leaves a log that verifies and can be worked on.
    """
    chosen = {call: at for call, at in SAMPLE.items() if work == "erase" or call in ("write", "fdatasync", "openat")}
    found = [*syscalls.run_all(prepared, work, lambda call, at: chosen.get(call) == at)]
    assert [[]] * len(chosen) == found


@pytest.mark.parametrize(("work", "share"), [("append", 0.05), ("erase", 0.26), ("erase", 0.7)])
def test_files_that_may_not_grow(prepared, work, share):
    """
    Where no file may grow, the command says so, and the log is what it was.
    """
    assert [] == disks.limit(prepared, work, share)


@pytest.mark.parametrize("work", ordeal.WORK)
def test_full_disk(prepared, work):
    """
    On a full disk the command says so, and the log is what it was.
    """
    with disks.small_disk(prepared) as disk:
        if disk is None:
            pytest.skip("nobody may mount a disk here")
        assert [] == disks.fill(disk, prepared, work, disks.ROOMS[2])
