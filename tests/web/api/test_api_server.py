"""What a server says of itself, what it need not say again, and that it is there while others write."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from xml.etree import ElementTree as ET

import pytest
from freezegun import freeze_time
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

import ferries
import looking
import timeline
from timeline.errors import LogLocked
from timeline.store import connections
from timeline.web.api import routes

ATOM = "{http://www.w3.org/2005/Atom}"


def refuse(*_, **__):
    """In the place of what is not to be called."""
    raise AssertionError


@pytest.mark.parametrize("path", ["/api/v1/timeline?about=wall", "/api/v1/status", "/api/v1/digest", "/feed.atom"])
def test_what_is_known_is_not_answered_again(own, monkeypatch, path):
    """
    An answer bears how far the log went; as long as it goes no further, the file is not even opened.
    """
    client = looking.client(own)
    answer = client.get(path)
    tag = answer.headers["etag"]
    assert f'W/"{own.head().size}-' == tag[: tag.index("-") + 1]
    assert "no-cache" == answer.headers["cache-control"]
    with monkeypatch.context() as patched:
        patched.setattr(connections, "reading", refuse)
        for given in (tag, tag.removeprefix("W/"), f'"other", {tag}'):
            again = client.get(path, headers={"If-None-Match": given})
            assert (304, b"", tag) == (again.status_code, again.content, again.headers["etag"])
    assert 200 == client.get(path, headers={"If-None-Match": '"other"'}).status_code
    own.append(ferries.printed("post"))
    grown = client.get(path, headers={"If-None-Match": tag})
    assert (200, True) == (grown.status_code, grown.headers["etag"] != tag)


def test_what_depends_on_the_day_is_answered_anew_on_another(api):
    """
    Yesterday is another day tomorrow; the fourth of March is not.
    """
    tags = []
    for day in ("2026-03-04", "2026-03-05"):
        with freeze_time(day):
            tags.append([
                api.get(f"/api/v1/timeline?since={since}").headers["etag"] for since in ("yesterday", "2026-03-04")
            ])  # fmt: skip
    assert tags[0][0] != tags[1][0]
    assert tags[0][1] == tags[1][1]


def test_pages_of_an_answer_are_of_one_day(api):
    """
    Who began to read about yesterday goes on reading about the same day after midnight.
    """
    with freeze_time("2026-03-04"):
        first = api.get("/api/v1/articles?since=yesterday&until=yesterday&limit=1").json()
        expected = api.get("/api/v1/articles?since=yesterday&until=yesterday").json()["data"]
    with freeze_time("2026-03-06"):
        second = api.get(first["next"].replace("limit=1", "limit=1000")).json()
    assert expected == first["data"] + second["data"]
    assert len(expected) > 1


def test_a_feed_tells_the_last_month_of_print(full, api):
    """
    As Atom, with the filters of a digest.
    """
    answer = api.get("/feed.atom")
    assert (200, "application/atom+xml") == (answer.status_code, answer.headers["content-type"])
    assert full.digest("atom", since="2026-01-31") == answer.text
    entries = ET.fromstring(answer.text).findall(f"{ATOM}entry")  # noqa: S314 - our own
    assert entries
    few = ET.fromstring(api.get("/feed.atom?max_dates=1&per_date=1&since=2024").text)  # noqa: S314
    assert len(few.findall(f"{ATOM}entry")) < len(entries)
    assert 400 == api.get("/feed.atom?nonsense=1").status_code


def test_an_empty_log_has_a_feed(tmp_path):
    """
    And pages without rows: nothing was printed yet.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    log.append(timeline.Article(key="a", text="Nothing.", published="2024-03-06"))
    log.withdraw("a", reason="It was empty.")
    client = looking.client(log)
    assert [] == ET.fromstring(client.get("/feed.atom").text).findall(f"{ATOM}entry")  # noqa: S314
    assert [] == client.get("/api/v1/timeline").json()["data"]


def test_health_reads_no_more_than_the_head(own, monkeypatch):
    """
    It is asked often; who waits for a writer is well, too, and who has no log is not.
    """
    client = looking.client(own)
    assert {"status": "ok", "position": own.head().size} == client.get("/healthz").json()
    with monkeypatch.context() as patched:
        patched.setattr(connections, "reading", refuse)
        assert 200 == client.get("/healthz").status_code

    def locked(*_, **__):
        raise LogLocked.held_by(1, own.path, wait=1)

    with monkeypatch.context() as patched:
        patched.setattr(connections, "reading", locked)
        patched.setattr(routes.Positions, "newest", locked)
        assert (200, {"status": "busy"}) == ((answer := client.get("/healthz")).status_code, answer.json())
    own.path.rename(own.path.with_name("gone.duckdb"))
    gone = client.get("/healthz")
    assert (503, "application/problem+json") == (gone.status_code, gone.headers["content-type"])


def test_metrics_are_counted_and_can_be_read(own):
    """
    Requests by path and status, seconds, and how the log stands; addresses that there are not are counted as one.
    """
    client = looking.client(own)
    for path in ("/", "/people.csv", "/event/zz", "/nowhere/1", "/nowhere/2", "/api/v1/timeline", "/api/v1/nothing"):
        client.get(path)
    client.request("BREW", "/")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    samples = {
        (sample.name, *(sample.labels[name] for name in ("method", "path", "status") if name in sample.labels)):
        sample.value for family in text_string_to_metric_families(answer.text) for sample in family.samples
    }  # fmt: skip
    counted = {key[1:]: value for key, value in samples.items() if key[0] == "timeline_http_requests_total"}
    assert counted == {
        ("GET", "/", "200"): 1, ("GET", "/people", "200"): 1, ("GET", "/event", "400"): 1, ("GET", "other", "404"): 3,
        ("GET", "/api/v1/timeline", "200"): 1, ("other", "/", "405"): 1,
    }  # fmt: skip
    assert 3 == samples["timeline_http_request_seconds_count", "other"]
    assert samples["timeline_http_request_seconds_sum", "/api/v1/timeline"] > 0
    assert own.head().size == samples["timeline_log_position",]
    assert samples["timeline_log_bytes",] >= own.path.stat().st_size
    assert (1, 0) == (samples["timeline_log_readable",], samples["timeline_log_listeners",])
    assert samples["timeline_log_head_age_seconds",] >= 0


def test_what_takes_too_long_is_given_up(full, monkeypatch):
    """
    As a problem that says what to do.
    """
    monkeypatch.setattr(routes, "MOST_SECONDS", 0)
    answer = looking.client(full).get("/api/v1/timeline")
    assert (503, "5") == (answer.status_code, answer.headers["retry-after"])
    assert "ask for fewer days" in answer.json()["detail"]


def test_what_goes_wrong_here_is_a_problem_without_its_story(full, monkeypatch):
    """
    An error that nobody foresaw is told as one, and no more of it.
    """
    monkeypatch.setattr(timeline.Timeline, "head", lambda _: 1 / 0)
    client = TestClient(looking.client(full).app, raise_server_exceptions=False)
    answer = client.get("/api/v1/head", headers={"host": "testserver"})
    assert (500, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert "division" not in answer.text


def test_many_read_while_one_writes(own, live):
    """
    Twenty readers at once while articles are appended: none is refused, and each answer is of one position.
    """
    paths = ("articles", "timeline", "people", "log?limit=5", "articles?limit=2")
    found = []

    def read(number):
        for path in (paths[number % len(paths)], "articles"):
            connection, answer = live.get(f"/api/v1/{path}")
            found.append((path, answer.status, json.loads(answer.read())))
            connection.close()

    readers = [threading.Thread(target=read, args=(number,)) for number in range(20)]
    for each in readers:
        each.start()
    for article in ferries.every_article():
        own.append(article)
    for each in readers:
        each.join()
    assert [] == [told for _, status, told in found if status != 200]
    assert 40 == len(found)
    counts = {(page["position"], len(page["data"])) for path, _, page in found if path == "articles"}
    assert len({position for position, _ in counts}) == len(counts)


def test_a_server_that_is_followed_can_be_stopped(own):
    """
    Ctrl-C ends it at once, and without a word, though somebody listens.
    """
    command = [sys.executable, "-m", "timeline", "serve", "--port", "0", "--db", str(own.path)]
    code = (
        "import sys, urllib.request as r\n"
        "a = r.urlopen(r.Request(sys.argv[1], headers={'Accept': 'text/event-stream'}))\n"
        "print(a.readline(), flush=True)\n"
        "while a.readline():\n    pass\n"
    )
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ)) as running:
        url = running.stderr.readline().split()[1]
        listening = [sys.executable, "-c", code, f"{url}api/v1/log?after=3"]
        with subprocess.Popen(listening, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as listener:
            assert "the log behind 3" in listener.stdout.readline()
            running.send_signal(signal.SIGINT)
            assert "timeline: interrupted." == running.communicate(timeout=120)[1].strip()
            listener.communicate(timeout=60)  # it ends, whether it was told or cut off
