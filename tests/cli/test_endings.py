"""How commands end: exit statuses, sentences, closed pipes."""

from __future__ import annotations

import errno
import os
import shlex
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

import timeline
from commands import DATA, command, process, run
from timeline.cli import Commands


@pytest.fixture
def db(tmp_path):
    path = tmp_path / "news.duckdb"
    timeline.open(path).append([DATA / "harbour.txt", DATA / "feed.jsonl"])
    return path


READING = ("show", "quotes", "speakers", "articles", "log", "status", "verify", "rebuild", "digest")


@pytest.mark.parametrize("name", READING)
def test_no_log(capsys, tmp_path, name):
    """
    A log that is not there is not found, and is not made by asking.
    """
    ended = run(capsys, name, "--db", tmp_path / "none.duckdb")
    assert (5, "", 1) == (ended.status, ended.out, len(ended.err.splitlines()))
    assert "append an article first" in ended.err
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [("append", DATA / "harbour.txt"), ("show",), ("sql", "select 1"), ("verify",)])
def test_no_duckdb_file(capsys, tmp_path, words):
    """
    A file that is no log is left alone, in one sentence.
    """
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary")
    ended = run(capsys, *words, "--db", path)
    assert (1, "", "Dear diary") == (ended.status, ended.out, path.read_text())
    assert f"timeline: {path} is not a DuckDB file: name another file with --db.\n" == ended.err


@pytest.mark.parametrize("words", [("append", DATA / "feed.jsonl"), ("show",), ("sql", "select 1"), ("rebuild",)])
def test_locked(capsys, db, words):
    """
    A log that another process writes to ends with status 6 after the wait, and names the process.
    """
    code = f"import duckdb, sys; c = duckdb.connect({str(db)!r}); print(flush=True); sys.stdin.read()"
    holder = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    holder.stdout.readline()
    ended = run(capsys, *words, "--db", db, "--wait", "0.2")
    holder.communicate()
    assert (6, "") == (ended.status, ended.out)
    assert f"is in use by process {holder.pid} and was not free within 0.2 s" in ended.err


def test_tampering(capsys, db):
    """
    `verify` names what was changed and ends with status 4; an untouched log is intact.
    """
    assert run(capsys, "verify", "--db", db).out.startswith("intact: ")
    with duckdb.connect(str(db)) as connection:
        connection.execute("drop trigger log_refuse_update on log")
        connection.execute("update log set data = replace(data, 'Friday', 'Sunday') where type = 'statement_reported'")
    ended = run(capsys, "verify", "--db", db)
    assert 4 == ended.status
    assert "commitment" in ended.err
    assert "problem" in ended.out


def test_rebuild(capsys, db):
    """
    `rebuild --check` tells tables that differ from the log, with status 4; `rebuild` makes them right.
    """
    with duckdb.connect(str(db)) as connection:
        connection.execute("delete from statement_history")
    checked = run(capsys, "rebuild", "--check", "--db", db)
    assert (4, True) == (checked.status, checked.err.startswith("timeline: statements: "))
    assert [0, 0] == [run(capsys, "rebuild", *words, "--db", db).status for words in ((), ("--check",))]


@pytest.mark.parametrize("words", [("nope",), ("show", "--since", "2024-02-30"), ("show", "--format", "xml"), ("run",)])
def test_usage(capsys, words):
    """
    A command line that cannot be meant ends with status 2.
    """
    ended = run(capsys, *words)
    assert (2, "") == (ended.status, ended.out)
    assert "Usage: timeline" in ended.err


@pytest.mark.parametrize(
    "words",
    [
        ("show", "--about", "\udcff"), ("show", "--db", "no\udcff"), ("append", "--source=\udcff", __file__),
        ("quotes", "--speaker", "\udcff"), ("sql", "select '\udcff'"), ("explain", "\udcff"), ("append", "no\udcff"),
    ],
)  # fmt: skip
def test_arguments_that_are_no_text(capsys, words):
    """
    An argument that is not UTF-8, nor the name of a file, is named in one sentence, whatever it was to be.
    """
    ended = run(capsys, *words)
    assert (2, "") == (ended.status, ended.out)
    assert "is neither UTF-8 nor the name of a file that is there." in ended.err
    assert 1 == ended.err.count("\n")


def test_names_that_are_no_text(capsys, db, tmp_path, monkeypatch):
    """
    A file whose name is not UTF-8 is read as an article, and is no log, nor a file of events.
    """
    odd = tmp_path / "a\udcff.jsonl"
    odd.write_text('{"id": "odd", "published": "2024-08-13", "text": "Rain fell."}')
    assert "appended   1 article" in run(capsys, "append", odd, "--db", db).out
    for words in ("status", "--db", odd), ("import", odd, "--db", db), ("export", "events", "-o", odd, "--db", db):
        assert "which DuckDB cannot open: rename it." in run(capsys, *words).err
    monkeypatch.setenv("TIMELINE_DB", str(tmp_path / "no\udcff"))
    assert "no\\xff has a name that is not UTF-8" in run(capsys, "append", odd).err
    assert [] == list(tmp_path.glob("no*"))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("verify", "--head"), 2),
        (("verify", "--key"), 2),
        (("head", "--sign"), 2),
        (("prove", "--from"), 2),
        (("import",), 3),
    ],
)
@pytest.mark.parametrize("name", ["pipe", "/dev/zero"])
def test_nobody_waits_for_a_named_pipe(db, tmp_path, words, status, name):
    """
    A named pipe without a writer, or a device, is refused wherever a file is asked for.
    """
    os.mkfifo(tmp_path / "pipe")
    ended = process(*words, tmp_path / name, "--db", db)
    assert (status, "") == (ended.status, ended.out)
    assert "is a pipe or a device, which may never end" in ended.err


def test_a_head_without_end(db):
    """
    No more is read of a head or key than one has.
    """
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            command("verify", "--head", "-", "--db", db), stdin=endless, capture_output=True, check=False
        )
    assert (2, True) == (done.returncode, b"is longer than any head" in done.stderr)


def test_a_head_through_a_pipe_of_the_shell(capsys, db):
    """
    A pipe that has a writer is read.
    """
    reading, writing = os.pipe()
    os.write(writing, run(capsys, "head", "--db", db).out.encode())
    os.close(writing)
    assert run(capsys, "verify", "--head", f"/dev/fd/{reading}", "--db", db).out.startswith("intact: ")
    os.close(reading)


def test_bugs_are_sentences(capsys, monkeypatch):
    """
    What nobody thought of is one sentence too, and says how to see more.
    """
    monkeypatch.setattr(Commands, "get_command", lambda *_: 1 / 0)
    ended = run(capsys, "show")
    assert (1, "") == (ended.status, ended.out)
    assert "timeline: ZeroDivisionError: division by zero (a bug: TIMELINE_DEBUG=1 shows where).\n" == ended.err


def test_cannot_write(capsys, db):
    """
    An output file that cannot be made is an error that names it.
    """
    ended = run(capsys, "show", "--db", db, "-o", "/nowhere/at/all.csv")
    assert (1, "timeline: /nowhere/at/all.csv: No such file or directory.\n") == (ended.status, ended.err)


@pytest.mark.parametrize(
    "words",
    [("--help",), ("show", "--help"), ("extract", DATA), ("log",), ("sql", "from range(100000)"), ("digest",)],
    ids=lambda words: words[0],
)
def test_closed_pipe(db, words):
    """
    A reader that goes away ends a command silently.
    """
    words = command(*words) if words[0] in ("--help", "extract") or "--help" in words else command(*words, "--db", db)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(words, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    told = [line for line in done.stderr.splitlines() if b"states no time zone" not in line]
    assert (0, []) == (done.returncode, told)


CLOSED = [
    (("show",), 0), (("verify",), 0), (("history", "nobody"), 5), (("show", "--nope"), 2), (("append", "none.txt"), 3),
    (("append", DATA / "harbour.txt"), 0), (("sql", "select"), 1), (("--help",), 0),
    (("append", "--jobs", "2", DATA / "feed.jsonl"), 0),
]  # fmt: skip


@pytest.mark.parametrize("closing", [">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(("words", "status"), CLOSED)
def test_closed_streams(db, closing, words, status):
    """
    A stream that the shell closed changes neither the exit status nor the log, and nothing is said about it.
    """
    line = f"{shlex.join(command(*words))} {closing}"
    done = subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, check=False, env=os.environ | {"TIMELINE_DB": str(db)}
    )

    assert status == done.returncode
    assert (2 <= status or words[0] == "sql") == bool(done.stderr) or "2>&-" in closing
    assert b"Traceback" not in done.stderr
    assert timeline.open(db).verify().ok


@pytest.mark.parametrize(
    ("words", "status"), [(("history", "nobody"), 5), (("append", "none.txt"), 3), (("show", "--nope"), 2)]
)
def test_nobody_reads_the_messages(db, words, status):
    """
    The exit status is the same when who read standard error has gone.
    """
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        command(*words), stdout=subprocess.PIPE, stderr=writer, check=False, env=os.environ | {"TIMELINE_DB": str(db)}
    )
    os.close(writer)

    assert status == done.returncode


def test_nobody_reads_that_a_log_was_changed(db):
    """
    `verify` ends with status 4 also when the reader of its outcome has gone.
    """
    with duckdb.connect(str(db)) as connection:
        connection.execute("drop trigger log_refuse_update on log")
        connection.execute("update log set data = replace(data, 'Friday', 'Sunday') where type = 'statement_reported'")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command("verify", "--db", db), stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)

    assert (4, False) == (done.returncode, b"Broken" in done.stderr)


def test_a_key_on_a_full_disk(capsys, tmp_path, monkeypatch):
    """
    A key that cannot be written, or whose other half cannot be told, leaves no file behind.
    """
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command("key", tmp_path / "desk.key"), stdout=full, stderr=subprocess.PIPE, check=False)
    assert (1, b"timeline: No space left on device.\n") == (done.returncode, done.stderr)

    def fail(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    assert (1, "") == run(capsys, "key", tmp_path / "desk.key")[:2]
    assert [] == list(tmp_path.iterdir())


def test_a_full_disk(db):
    """
    Output that cannot be written is an error in one sentence.
    """
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command("show", "--db", db), stdout=full, stderr=subprocess.PIPE, check=False)

    assert (1, b"timeline: No space left on device.\n") == (done.returncode, done.stderr)


@pytest.mark.parametrize("words", [("sql", "from range(100000)"), ("log",), ("digest",), ("extract", DATA)], ids=str)
def test_a_reader_of_one_line(db, words):
    """
    One that takes a line and goes (`| head -1`) gets it, and ends the command quietly.
    """
    done = subprocess.Popen(
        command(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"TIMELINE_DB": str(db)}
    )
    line = done.stdout.readline()
    done.stdout.close()
    told = [line for line in done.stderr.read().splitlines() if b"states no time zone" not in line]
    done.stderr.close()

    assert (0, [], True) == (done.wait(), told, line.endswith(b"\n"))
