"""Who follows the log is told of each event once, in order, and holds nobody up."""

from __future__ import annotations

import json

import pytest

import ferries
from timeline.web.api import streaming

STREAM = "text/event-stream"


def told(answer, events):
    """So many events of a stream: ids, and what they hold."""
    found, last = [], None
    while len(found) < events:
        name, _, value = answer.readline().decode().rstrip("\n").partition(": ")
        if name == "id":
            last = int(value)
        elif name == "data":
            found.append((last, json.loads(value)))
    return found


def rest(answer):
    """The lines up to a sign of life."""
    lines = []
    while not lines or not lines[-1].startswith(": "):
        lines.append(answer.readline().decode().rstrip("\n"))
    return lines


def test_events_are_told_as_they_are_recorded(own, live):
    """
    First those that are there, then those that another process appends, who is not held up.
    """
    size = own.head().size
    connection, answer = live.get(f"/api/v1/log?after={size - 2}", accept=STREAM)
    assert (200, "text/event-stream; charset=utf-8") == (answer.status, answer.headers["content-type"])
    assert [size - 1, size] == [position for position, _ in told(answer, 2)]
    own.append(ferries.printed("post"))
    grown = own.head().size
    found = told(answer, grown - size)
    assert list(range(size + 1, grown + 1)) == [position for position, _ in found]
    rows = own.log(after=size).dicts()
    assert [str(row["event_id"]) for row in rows] == [event["event_id"] for _, event in found]
    connection.close()


def test_who_comes_back_goes_on(own, live):
    """
    A browser sends the last id by itself, which counts more than the address that it first asked for.
    """
    size = own.head().size
    connection, answer = live.get("/api/v1/log?after=1", accept=STREAM, last_event_id=str(size - 1))
    ((position, _),) = told(answer, 1)
    assert size == position
    assert f"id: {size}" in [*rest(answer), answer.readline().decode().strip()]
    connection.close()


def test_types_and_articles_narrow_a_stream(own, live):
    """
    What is passed over is told of as a position alone, so that who comes back does not begin anew.
    """
    connection, answer = live.get("/api/v1/log?type=article_published&article=sea.json", accept=STREAM)
    ((_, event),) = told(answer, 1)
    assert ("article_published", "sea.json") == (event["type"], event["article"])
    assert f": {own.head().size}" in rest(answer)
    connection.close()


def test_a_quiet_log_is_heard(live, own, monkeypatch):
    """
    From time to time a comment says that the connection stands.
    """
    monkeypatch.setattr(streaming, "HEARTBEAT_SECONDS", 0)
    connection, answer = live.get(f"/api/v1/log?after={own.head().size}", accept=STREAM)
    lines = [line for _ in range(3) for line in rest(answer)]
    assert 2 <= lines.count(f": {own.head().size}")
    assert not [line for line in lines if line.startswith("data")]
    connection.close()


def test_seats_are_counted_and_given_back(live, monkeypatch):
    """
    Only so many listen at once; who leaves makes room.
    """
    monkeypatch.setattr(streaming, "MOST_LISTENERS", 1)
    monkeypatch.setattr(streaming, "HEARTBEAT_SECONDS", 0)
    connection, answer = live.get("/api/v1/log", accept=STREAM)
    assert 200 == answer.status
    second, refused = live.get("/api/v1/log", accept=STREAM)
    assert (503, "application/problem+json") == (refused.status, refused.headers["content-type"])
    assert "1 listen already" in json.loads(refused.read())["detail"]
    pages, plain = live.get("/api/v1/log")
    assert 200 == plain.status
    for each in (connection, second, pages):
        each.close()
    status = 503
    while status == 503:
        again, answer = live.get("/api/v1/log", accept=f"text/html, {STREAM};q=0.9")
        status = answer.status
        again.close()
    assert 200 == status


def test_the_file_is_free_between_two_looks(own, live):
    """
    Listeners do not keep the log open: a writer who does not wait at all can write.
    """
    connection, answer = live.get("/api/v1/log", accept=STREAM)
    size = own.head().size
    told(answer, size)
    for key in ferries.FERRY:
        own.append(ferries.printed(key))
    assert own.head().size == told(answer, own.head().size - size)[-1][0]
    connection.close()


@pytest.mark.parametrize(
    ("path", "headers", "sentence"),
    [
        ("/api/v1/log?since=2024", {}, "a stream waits for new events: leave out since."),
        ("/api/v1/log?limit=3", {}, "a stream waits for new events: leave out limit."),
        ("/api/v1/log?after=x", {}, "after is a number"),
        ("/api/v1/log", {"Last-Event-ID": "x"}, "Last-Event-ID is the position of an event, as a stream gave it."),
    ],
)
def test_what_a_stream_cannot_be_asked_is_said(api, path, headers, sentence):
    """
    Before it begins, as a problem.
    """
    answer = api.get(path, headers={"Accept": STREAM, **headers})
    assert (400, True) == (answer.status_code, sentence in answer.json()["detail"])
