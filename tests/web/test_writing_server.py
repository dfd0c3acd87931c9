"""Servers that write, as processes: one for each log, killed and ended without loss, handed what is appended."""

from __future__ import annotations

import csv
import http.client
import json
import os
import re
import signal
import stat
import subprocess
import threading
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

import looking
import timeline
from commands import command, process
from timeline.errors import LogLocked
from timeline.store import server_lock
from timeline.store.lock import Holder, holder

PATIENCE_SECONDS = 60
"""Longer than anything here takes on a machine that has much else to do."""

ADDRESS = re.compile(r"http://[^ ]+")


def article(number, words=""):
    """An article of its own key."""
    text = f"The mill of Lund {number} burned on 2 May 2024.{words}\n\nAnn Lee said: “It is mill number {number}.”\n"
    return {"id": f"mill-{number}", "published": "2024-05-03", "source": "The Post", "text": text}


class Server:
    """A server that edits, and the link it printed."""

    def __init__(self, path, *words):
        self.process = subprocess.Popen(
            command("serve", "--edit", "--port", "0", "--db", path, *words), stderr=subprocess.PIPE, text=True
        )
        self.url, self.link = (ADDRESS.search(self.process.stderr.readline())[0] for _ in range(2))
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (found := server_lock.server(path)) is None:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        self.token = found.token

    def post(self, articles, *, token=None, path="/api/v1/articles"):
        """Status and answer, of articles that are sent as JSON."""
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE_SECONDS)
        try:
            connection.request("POST", path, json.dumps(articles), {"Authorization": f"Bearer {token or self.token}"})
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()

    def end(self, number=signal.SIGINT):
        """End it; its exit status and what it said last."""
        self.process.send_signal(number)
        _, said = self.process.communicate(timeout=PATIENCE_SECONDS)
        return self.process.returncode, said


@contextmanager
def serving(path, *words):
    """A server, killed at the end if nothing else ended it."""
    server = Server(path, *words)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.process.kill()
            server.process.wait(PATIENCE_SECONDS)
        server.process.stderr.close()


@pytest.fixture
def path(tmp_path):
    """Where a log is."""
    return looking.written(tmp_path / "log.duckdb").path


def test_a_second_server_is_refused(path):
    """
    With one sentence that says where the first is; the first takes its file with it when it ends.
    """
    with serving(path) as server:
        second = process("serve", "--edit", "--port", "0", "--db", path)
        assert (6, True) == (second.status, f"process {server.process.pid} at {server.url}" in second.err), second.err
        assert 1 == second.err.count("\n")
        with pytest.raises(LogLocked), server_lock.serving(path):
            pass
        told = server_lock.server(path)
        assert (server.process.pid, server.url) == told[:2]
        beside = path.with_name(path.name + server_lock.SUFFIX)
        assert 0o600 == stat.S_IMODE(beside.stat().st_mode)
        status, _ = server.end()
        assert (130, False) == (status, beside.exists())
    with serving(path):
        pass


def test_what_a_killed_server_left_is_ignored(path):
    """
    Its lock ended with it: `timeline append` appends itself, and another server takes its place.
    """
    with serving(path) as server:
        server.end(signal.SIGKILL)
        assert path.with_name(path.name + server_lock.SUFFIX).exists()
        assert server_lock.server(path) is None
        ended = process("append", "-", "--db", path, stdin=json.dumps(article(1)).encode())
        assert (0, False) == (ended.status, "handed" in ended.err), ended.err
    with serving(path) as server:
        assert 200 == server.post(article(2))[0]


def test_append_hands_its_articles_to_the_server(path):
    """
    It says so, and tells of them as if it had appended them itself; told how to append it does that itself.
    """
    lines = "\n".join(json.dumps(article(number)) for number in range(3)) + "\n{}\n"
    report = path.with_name("report.csv")
    with serving(path) as server:
        ended = process("append", "-", "--db", path, "--report", report, stdin=lines.encode())
        assert f"handed to {server.url}" in ended.err
        assert 3 == ended.status
        assert re.match(r"appended   3 articles   3 statements · \d+ occurrences", ended.out), ended.out
        again = process("append", "-", "--db", path, stdin=lines.encode())
        assert "unchanged  3 articles, already in the log" in again.out
        changed = process("append", "-", "--db", path, stdin=json.dumps(article(1, " Twice.")).encode())
        assert "revised    1 article" in changed.out
        aside = process("append", "-", "--jobs", "1", "--db", path, stdin=json.dumps(article(9)).encode())
        assert (0, False) == (aside.status, "handed" in aside.err)
    assert ["appended"] * 3 + ["refused"] == [row["outcome"] for row in csv.DictReader(report.read_text().splitlines())]
    same = timeline.open(path.with_name("other.duckdb"))
    process("append", "-", "--db", same.path, stdin=json.dumps(article(0)).encode())
    ours, theirs = (log.sql("select text, occurred_from from occurrences where article = 'mill-0'")
                    for log in (timeline.open(path), same))  # fmt: skip
    assert list(map(tuple, ours)) == list(map(tuple, theirs))


def test_killed_servers_lose_nothing_that_they_acknowledged(path):
    """
    Killed again and again while articles come in, what was answered is in the log, whole, and the log is intact.
    """
    acknowledged, number = [], 0
    for pause in (0.0, 0.05, 0.15, 0.4):
        with serving(path) as server:
            begun = threading.Event()
            killing = threading.Thread(target=_kill, args=(server.process.pid, begun, pause))
            killing.start()
            try:
                for count in range(PATIENCE_SECONDS * 10):
                    group = [article(number + each) for each in range(3)]
                    number += 3
                    if count:  # the second is on its way when it is killed, or a later one
                        begun.set()
                    status, answer = server.post(group)
                    assert 200 == status
                    acknowledged += [one["article"] for one in answer["articles"]]
            except (OSError, http.client.HTTPException):
                pass
            killing.join()
            assert -signal.SIGKILL == server.process.wait(PATIENCE_SECONDS)
    log = timeline.open(path)
    log.verify()
    assert len(acknowledged) >= 12
    assert set(acknowledged) <= {row.article for row in log.articles()}
    completed = {row.article for row in log.log(type="extraction_completed")}
    assert set(acknowledged) <= completed


def test_pages_are_answered_while_articles_come_in(path):
    """
    Whoever reads in the process that writes sees what is committed, and no error.
    """
    pages = ("/", "/people", "/articles.json", "/log", "/api/v1/timeline", "/stories")
    answers, is_over = [], threading.Event()

    def look():
        while not is_over.is_set():
            for page in pages:
                connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=PATIENCE_SECONDS)
                connection.request("GET", page)
                answer = connection.getresponse()
                answers.append((page, answer.status, answer.read()[:300] if answer.status != 200 else b""))
                connection.close()

    with serving(path) as server:
        looking_on = [threading.Thread(target=look) for _ in range(3)]
        for thread in looking_on:
            thread.start()
        for number in range(0, 24, 4):
            assert 200 == server.post([article(each) for each in range(number, number + 4)])[0]
        is_over.set()
        for thread in looking_on:
            thread.join()
    assert set() == {answer for answer in answers if answer[1] != 200}
    assert len(answers) >= len(pages)


def _kill(process_id, begun, pause):
    begun.wait(PATIENCE_SECONDS)
    time.sleep(pause)
    os.kill(process_id, signal.SIGKILL)


def test_an_interrupted_server_finishes_what_it_appends(path):
    """
    What is on its way is committed and answered, or it is not there at all; the process ends as if interrupted.
    """
    with serving(path) as server:
        answers = []
        many = [article(number) for number in range(60)]
        sending = threading.Thread(target=lambda: answers.append(server.post(many)))
        sending.start()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while holder(path) != Holder(server.process.pid, writes=True):
            assert time.monotonic() < deadline
        status, said = server.end()
        sending.join()
    assert (130, False) == (status, "Traceback" in said)
    ((status, answer),) = answers
    assert (200, 60) == (status, sum(one["outcome"] == "published" for one in answer["articles"]))
    log = timeline.open(path)
    log.verify()
    assert 62 == len(log.articles())


def test_nobody_else_is_handed_anything(path):
    """
    A wrong token is refused, and so is what the API does not take.
    """
    with serving(path) as server:
        wrong, elsewhere = server.post(article(1), token="guess"), server.post(article(1), path="/api/v1/events")  # noqa: S106
    assert [401, 401, 405, 405] == [wrong[0], wrong[1]["status"], elsewhere[0], elsewhere[1]["status"]]
    assert 2 == len(timeline.open(path).articles())


def test_other_machines_need_a_link(path):
    """
    Listening to another address than this machine's own takes a token, said in one sentence.
    """
    ended = process("serve", "--host", "192.0.2.7", "--port", "0", "--db", path)
    assert (1, 1, True) == (ended.status, ended.err.count("\n"), "--edit or --token" in ended.err), ended.err
