"""`timeline append`."""

from __future__ import annotations

import csv
import json
import os
import pty
import re
import signal
import subprocess
import time

import pytest

from commands import DATA, command, process, run


@pytest.fixture
def db(tmp_path):
    return tmp_path / "news.duckdb"


def many(folder, count, days=28):
    """A file of articles that take a while to read: some 10 ms for 28 days."""
    text = "\n\n".join(f'Mayor Ann Lee said on {day} March 2024: "Pier {day} is closed."' for day in range(1, days + 1))
    rows = ({"id": str(at), "published": "2024-03-30", "text": f"Pier {at}. {text}"} for at in range(count))
    path = folder / "many.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_counts(capsys, db):
    """
    It says how many articles were appended and what was read in them; the same again is already there.
    """
    first = run(capsys, "append", "--db", db, DATA / "harbour.txt", DATA / "feed.jsonl")
    assert (0, "") == (first.status, first.err)
    read = r"\d+ statements · \d+ occurrences · \d+ dates · \d+ figures?"
    assert re.match(rf"appended   3 articles   {read}   \d+\.\d s\n$", first.out)
    again = run(capsys, "append", "--db", db, DATA)
    assert 0 == again.status
    assert re.match(r"appended   0 articles   \d\.\d s\nunchanged  3 articles, already in the log\n$", again.out)


def test_revisions(capsys, db, tmp_path):
    """
    A changed text is a revision; two texts of one key in one call are too, and that is said.
    """
    rows = [{"id": "a", "published": "2024-03-07", "text": text} for text in ("Rain fell.", "Snow fell.")]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    ended = run(capsys, "append", "--db", db, tmp_path / "a.jsonl")
    assert 0 == ended.status
    assert ["appended   1 article", "revised    1 article"] == re.findall(r"^\w+ +1 article", ended.out, re.MULTILINE)
    assert ended.err.startswith("timeline: a was given more than once")


def test_failures(capsys, db, tmp_path):
    """
    What cannot be taken in is named, the rest is appended, and the status is 3.
    """
    (tmp_path / "undated.txt").write_text("Rain fell.")
    ended = run(capsys, "append", "--db", db, tmp_path / "undated.txt", DATA / "harbour.txt", tmp_path / "none.txt")
    assert 3 == ended.status
    assert "appended   1 article" in ended.out
    assert "failed     2, listed above" in ended.out
    assert [
        f"timeline: {tmp_path}/undated.txt: states no publication date: add one or give --date.",
        f"timeline: {tmp_path}/none.txt: cannot be read (No such file or directory).",
    ] == ended.err.splitlines()


def test_date_and_source(capsys, db, tmp_path):
    """
    `--date` and `--source` stand in for what an article does not state.
    """
    (tmp_path / "a.txt").write_text("Rain fell.")
    run(capsys, "append", "--db", db, "--date", "2024-03-07", "--source", "The Cape", tmp_path / "a.txt")
    (row,) = map(json.loads, run(capsys, "articles", "--db", db).out.splitlines())
    assert ("2024-03-07", "The Cape") == (row["published"], row["publisher"])


def test_order_is_kept_by_several_processes(capsys, db, tmp_path):
    """
    With several processes the log has the articles in the order given.
    """
    path = many(tmp_path, 200, days=4)
    assert 0 == run(capsys, "append", "--db", db, "--jobs", "2", path).status
    query = "select article from log where type = 'article_published' order by position"
    found = [json.loads(line)["article"] for line in run(capsys, "sql", "--db", db, query).out.splitlines()]
    assert [str(number) for number in range(200)] == found


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a stop may hit a hook of gc
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_article_that_takes_too_long(capsys, db, tmp_path, jobs):
    """
    It is appended, what was not read in time is listed, and reading it again completes it.
    """
    path = many(tmp_path, 1, days=2000)
    ended = run(capsys, "append", "--db", db, "--jobs", jobs, "--max-seconds", "0.01", path)
    assert (3, 1) == (ended.status, ended.out.count("appended   1 article"))
    reason = r"timeline: 0: (\w+) raised TookTooLong: more than .+ of CPU time, its share of the 0.01 s for an article"
    late = {re.fullmatch(reason, line)[1] for line in ended.err.splitlines()}
    assert {"dates", "figures", "occurrences", "statements"} == late
    assert 3 == run(capsys, "reextract", "--db", db, "--max-seconds", "0.01").status
    assert 0 == run(capsys, "reextract", "--db", db).status


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted(capsys, db, tmp_path, jobs):
    """
    Ctrl-C ends with a sentence and status 130; what was committed is whole, and appending again completes it.
    """
    path = many(tmp_path, 300, days=8)
    words = command("append", "--db", db, "--jobs", jobs, path)
    running = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
    while not db.exists():
        time.sleep(0.05)
    time.sleep(0.5)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert 130 == running.returncode
    assert [
        "timeline: stopping after the articles being processed; press Ctrl-C again to stop at once.",
        "timeline: interrupted: what was committed stays in the log; run the command again to continue.",
    ] == err.decode().splitlines()
    assert 0 == run(capsys, "verify", "--db", db).status
    assert 0 == run(capsys, "append", "--db", db, path).status
    count = run(capsys, "sql", "--db", db, "select count(*) as n from articles").out
    assert {"n": 300} == json.loads(count)


def test_progress_on_a_terminal(db, tmp_path):
    """
    A terminal sees how far the work is after a second, and nothing of it when all is done.
    """
    reader, writer = pty.openpty()
    words = command("append", "--db", db, "--jobs", "1", many(tmp_path, 100))
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    running = subprocess.Popen(words, stderr=writer, stdout=subprocess.DEVNULL, env=environment)
    os.close(writer)
    seen = b""
    while running.poll() is None or seen == b"":
        try:
            seen += os.read(reader, 65536)
        except OSError:
            break
    os.close(reader)
    assert 0 == running.wait()
    assert re.search(rb"\d+ of 100 articles", seen)
    assert seen.endswith((b"\x1b[2K", b"\x1b[?25h"))


def test_no_progress_in_a_pipe(db, tmp_path):
    """
    Nothing is drawn where nobody looks.
    """
    assert "" == process("append", "--db", db, many(tmp_path, 100)).err


def test_a_dry_run_appends_nothing(capsys, db, tmp_path):
    """
    It lists each input with what would become of it; there is no log afterwards that was not there before.
    """
    ended = run(capsys, "append", "--db", db, "--dry-run", DATA / "harbour.txt", tmp_path / "none.txt")
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert [("harbour", "appended"), (None, "refused")] == [(row["article"], row["outcome"]) for row in rows]
    assert ended.err.endswith("nothing was appended; it would be: 1 appended, 1 refused.\n")
    assert (3, False) == (ended.status, db.exists())
    run(capsys, "append", "--db", db, DATA / "harbour.txt")
    again = run(capsys, "append", "--db", db, "--dry-run", DATA / "harbour.txt")
    assert (0, "unchanged") == (again.status, json.loads(again.out)["outcome"])


def test_a_report_has_a_row_for_each_input(capsys, db, tmp_path):
    """
    Each input stands in it in order, with its file, what became of it, and why it was refused.
    """
    rows = [
        {"id": "a", "date": "2024-03-07", "body": "Rain fell."},
        {"id": "b", "body": "Snow fell."},
        {"id": "a", "date": "2024-03-07", "body": "Rain and snow fell."},
        {"id": "a", "date": "2024-03-07", "body": "Rain and snow fell."},
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    ended = run(capsys, "append", "--db", db, "--report", tmp_path / "report.csv", path)
    with (tmp_path / "report.csv").open() as file:
        found = list(csv.DictReader(file))
    assert 3 == ended.status
    assert {str(path)} == {row["input"] for row in found[:1]}
    assert ["appended", "refused", "revised", "unchanged"] == [row["outcome"] for row in found]
    assert found[1]["reason"].endswith("line 2: states no publication date: add one or give --date.")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a stop may hit a hook of gc
def test_an_extractor_that_failed_is_in_the_report(capsys, db, tmp_path):
    """
    An article that was appended but not read has the reason beside its outcome.
    """
    path = many(tmp_path, 1, days=2000)
    run(capsys, "append", "--db", db, "--max-seconds", "0.01", "--report", tmp_path / "report.jsonl", path)
    (row,) = map(json.loads, (tmp_path / "report.jsonl").read_text().splitlines())
    assert ("appended", True) == (row["outcome"], "TookTooLong" in row["reason"])


def test_columns_are_named_by_the_caller(capsys, db, tmp_path):
    """
    `--map` says which column holds a field; what is no field is a usage error.
    """
    (tmp_path / "news.csv").write_text("id,printed,lead\na,2024-03-07,Rain fell.\n")
    ended = run(capsys, "append", "--db", db, "--map", "published=printed", "--map", "text=lead", tmp_path / "news.csv")
    assert (0, True) == (ended.status, ended.out.startswith("appended   1 article"))
    refused = run(capsys, "append", "--db", db, "--map", "day=printed", tmp_path / "news.csv")
    assert (2, True) == (refused.status, "--map day: write FIELD=COLUMN, with one of the fields text" in refused.err)
    assert 2 == run(capsys, "append", "--db", db, "--map", "text", tmp_path / "news.csv").status


def test_what_is_said_of_many_inputs_is_counted(capsys, db, tmp_path):
    """
    Of notes and errors of one kind the first five are told, then how many more there are.
    """
    rows = [{"id": "a", "published": "2024-03-07", "text": f"Rain fell {number} times."} for number in range(9)]
    twice = [row | {"id": f"b{number}"} for number, row in enumerate(rows) for _ in range(2)]
    for number, row in enumerate(twice):
        row["text"] += str(number)
    undated = [{"id": "c", "text": "Rain fell."}] * 8
    lines = [json.dumps(row) + "\n" for row in (*twice, *undated)]
    (tmp_path / "a.jsonl").write_text("".join(lines))
    ended = run(capsys, "append", "--db", db, tmp_path / "a.jsonl")
    assert "and 4 more articles were given more than once: taken as revisions in the order given." in ended.err
    assert "and 3 more: states no publication date: add one or give --date." in ended.err
    assert 5 + 1 + 5 + 1 == len(ended.err.splitlines())


def test_addresses_are_fetched_with_leave(capsys, db):
    """
    Without leave an address is refused; to follow needs leave, too, and this machine is not fetched from.
    """
    refused = run(capsys, "append", "--db", db, "https://cape.example/a")
    assert (3, True) == (refused.status, "is an address: give --allow-network to fetch it." in refused.err)
    alone = run(capsys, "append", "--db", db, "--follow", "https://cape.example/feed")
    assert (2, True) == (alone.status, "--follow fetches pages: give --allow-network with it." in alone.err)
    private = run(capsys, "append", "--db", db, "--allow-network", "http://127.0.0.1:9/a")
    assert (3, True) == (private.status, "is at a private address (127.0.0.1)" in private.err)


def test_what_is_said_of_many_keeps_its_words(capsys, db, tmp_path):
    """
    A note that has words for many is counted in these, numbers in them and all.
    """
    text = "Der Hafen wurde am Montag nach dem Sturm geschlossen, und die Fähre blieb bis zum Abend auf der Insel."
    rows = [{"id": str(number), "published": "2024-03-07", "text": text, "language": "de"} for number in range(7)]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    ended = run(capsys, "append", "--db", db, tmp_path / "a.jsonl")
    assert "and 2 more articles are not in English: only dates in ISO 8601 were read in them.\n" in ended.err
