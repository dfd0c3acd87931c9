"""The process that a stranger's SQL runs in: what it is told, what it may use, and how its end is told."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest
from attrs import asdict

from building import article, extracted
from commands import command
from timeline.errors import LogLocked, QueryError
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.store import sandbox
from timeline.store.sandbox import Limits, ask


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A log of one article."""
    path = tmp_path_factory.mktemp("process") / "log.duckdb"
    append_articles(EventLog(path), [extracted(article())])
    return path


@pytest.fixture
def begins(tmp_path, monkeypatch):
    """Let the process begin with this program, and go on with ours if it does not end."""

    def begin(program):
        (tmp_path / "sitecustomize.py").write_text(program)
        found = [str(tmp_path), *filter(None, sys.path)]
        monkeypatch.setenv("PYTHONPATH", ":".join(found))

    return begin


def test_it_is_told_of_the_environment_what_it_needs(path, begins, tmp_path, monkeypatch):
    """
    The process has what says where Python and its modules are, and which time it is; nothing else, secrets least.
    """
    begins(f"import json, os; open({str(tmp_path / 'told')!r}, 'w').write(json.dumps(dict(os.environ)))")
    monkeypatch.setenv("TIMELINE_SECRET", "not yours")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)
    assert [(1,)] == ask(path, "select 1").rows
    told = json.loads((tmp_path / "told").read_text())
    assert "Asia/Tokyo" == told["TZ"]
    assert {"TIMELINE_SECRET", "LD_LIBRARY_PATH"}.isdisjoint(told)


@pytest.mark.parametrize(
    ("program", "ending"),
    [
        ("import os; os.write(2, b'one\\nno room\\n'); os._exit(3)", "status 3: no room."),
        ("import os; os._exit(3)", "status 3: it took more memory than it may."),
        ("import os; os.write(2, b'Killed'); os.kill(os.getpid(), 9)", "status -9: it took more memory than it may."),
        ("import os; os.write(1, b'[\"cut\"]'); os._exit(3)", "status 3: it took more memory than it may."),
        ("import os; os.write(1, b'[\"error\"]'); os._exit(3)", "status 3: it took more memory than it may."),
    ],
)
def test_it_ends_before_it_answered(path, begins, program, ending):
    """
    A process that dies is told by its last words; by a signal or without a word, memory is what was short.
    """
    begins(program)
    with pytest.raises(QueryError) as caught:
        ask(path, "select 1")
    assert f"the query's process ended with {ending}" == str(caught.value)


def test_it_ends_because_it_did_not_heed_the_interruption(path, begins):
    """
    A process that ended itself some seconds after its time was too slow, and is told as such.
    """
    begins(f"import os; os._exit({sandbox.STOPPED})")
    with pytest.raises(QueryError, match="was stopped after 3 s: ask for less, or raise --timeout"):
        ask(path, "select 1", limits=Limits(seconds=3))


def test_it_may_use_no_more_than_it_is_given(path):
    """
    The process writes no file and opens few, in so much memory and time; less where its parent has less.
    """
    program = (
        "import resource; from timeline.store import sandbox\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (48, 48)); sandbox.main()\n"
        "names = 'FSIZE', 'CORE', 'NOFILE', 'CPU', 'AS'\n"
        "*limits, (memory, most) = [resource.getrlimit(getattr(resource, f'RLIMIT_{name}')) for name in names]\n"
        "taken = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "print(limits, memory == most, 0 < memory - taken < 5e8 + sandbox.SPARE_BYTES + 1e8)"
    )
    request = {
        "path": str(path), "query": "select 1", "parameters": {}, "limits": asdict(Limits(seconds=5)), "wait": 2,
        "parent": os.getpid(),
    }  # fmt: skip
    shown = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(request), check=True, capture_output=True, text=True
    ).stdout.splitlines()
    assert ['["1"]', "[1]", '{"cut":false}'] == [line.replace(" ", "") for line in shown[:-1]]
    assert "[(0, 0), (0, 0), (48, 48), (17, 17)] True True" == shown[-1]


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP])
def test_it_ends_with_whoever_asked(path, ending):
    """
    However that is ended, nobody is left to work out an answer for nobody.
    """
    query = "select count(*) from range(3000000) as one, range(3000000) as other"
    with subprocess.Popen(command("sql", query, "--timeout", "300", "--db", path), start_new_session=True) as asking:
        children = Path(f"/proc/{asking.pid}/task/{asking.pid}/children")
        while not (found := children.read_text().split()):
            time.sleep(0.02)
        child = Path(f"/proc/{found[0]}/stat")
        while float(child.read_text().split()[13]) < os.sysconf("SC_CLK_TCK") / 2:  # half a second of work
            time.sleep(0.05)
        asking.send_signal(ending)
    deadline = time.monotonic() + 10
    while child.exists() and child.read_text().split()[2] != "Z" and time.monotonic() < deadline:
        time.sleep(0.05)

    assert time.monotonic() < deadline


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (LogLocked("is in use"), ("LogLocked", "is in use")),
        (MemoryError(), ("QueryError", "the query needs more than 512 MB of memory")),
        (duckdb.OutOfMemoryException("failed to pin block"), ("QueryError", "the query needs more than 512 MB")),
        (duckdb.InterruptException("Interrupted!"), ("QueryError", "the query was stopped after 30 s")),
        (duckdb.ParserException('Parser Error: at "+"\n\nLINE 1: +'), ("QueryError", 'at "+"')),
        (ZeroDivisionError(), ("QueryError", "ZeroDivisionError")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_went_wrong_is_one_sentence(error, told):
    """
    Errors of ours are handed on, those of memory and time say which limit can be raised, others what DuckDB says.
    """
    kind, sentence = sandbox._sentence(error, Limits())
    assert told == (kind, sentence[: len(told[1])])
