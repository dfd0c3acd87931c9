"""`timeline extract`."""

from __future__ import annotations

import json

import pytest

from commands import DATA, process, run
from timeline.plugins import discover


def events(out):
    return [json.loads(line) for line in out.split("\n") if line]


def test_one_event_a_line(capsys):
    """
    Every line is an event with its type, version, article, payload, rule and confidence, its spans in the text.
    """
    ended = run(capsys, "extract", DATA / "harbour.txt")
    found = events(ended.out)
    text = (DATA / "harbour.txt").read_text()
    assert 0 == ended.status
    assert [("type", "version", "article", "data", "rule", "confidence")] == list(
        {tuple(event): None for event in found}
    )
    assert {"harbour"} == {event["article"] for event in found}
    said = next(event["data"] for event in found if event["type"] == "statement_reported")
    assert "The harbour will stay closed until Friday." == text[slice(*said["content"][0])]


def test_an_article_that_takes_too_long(capsys, tmp_path):
    """
    What was not read in time is an error.
    """
    (tmp_path / "a.txt").write_text("Pier 5 is closed on Monday. " * 3000)
    first = run(capsys, "extract", "--date", "2024-03-07", "--max-seconds", "0.01", tmp_path / "a.txt")
    assert (3, "", 4) == (first.status, first.out, first.err.count("TookTooLong"))


def test_ids_are_escaped(capsys, tmp_path):
    """
    Whatever is in an id, the line is JSON and gives it back.
    """
    key = 'a"b\\c\n\u2028é'
    row = {"id": key, "published": "2024-03-07", "text": "The ferry lost power on Monday."}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    assert {key} == {event["article"] for event in events(run(capsys, "extract", tmp_path / "a.jsonl").out)}


def test_empty_file(capsys, tmp_path):
    """
    An empty JSONL file gives no output and status 0.
    """
    (tmp_path / "a.jsonl").touch()
    assert (0, "", "") == run(capsys, "extract", tmp_path / "a.jsonl")


def test_standard_input():
    """
    `-` reads standard input.
    """
    ended = process("extract", "-", stdin=(DATA / "feed.jsonl").read_bytes())
    assert {"ferry-1", "ferry-2"} == {event["article"] for event in events(ended.out)}


def test_bad_inputs_are_named(capsys, tmp_path):
    """
    What cannot be read is named, the rest is extracted, and the status is 3.
    """
    (tmp_path / "a.jsonl").write_text("{}\n" + (DATA / "feed.jsonl").read_text())
    ended = run(capsys, "extract", tmp_path / "a.jsonl", tmp_path / "none.txt")
    assert 3 == ended.status
    assert {"ferry-1", "ferry-2"} == {event["article"] for event in events(ended.out)}
    assert [
        f'timeline: {tmp_path}/a.jsonl, line 1: lacks "text".',
        f"timeline: {tmp_path}/none.txt: cannot be read (No such file or directory).",
    ] == [line for line in ended.err.splitlines() if "no time zone" not in line]


def test_assumption_without_a_zone(capsys, tmp_path):
    """
    Articles that state no time zone make it say once what is assumed; those that state one do not.
    """
    rows = [
        {"id": str(number), "published": published, "text": "The alarm rang at 11:30 p.m. on Monday."}
        for number, published in enumerate(("2024-03-07", "2024-03-07T08:00:00", "2024-03-07T08:00:00-05:00"))
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "b.jsonl").write_text(json.dumps(rows[2]))

    assumed, stated = run(capsys, "extract", tmp_path / "a.jsonl"), run(capsys, "extract", tmp_path / "b.jsonl")

    assert 1 == assumed.err.count("states no time zone")
    assert "" == stated.err
    starts = [event["data"]["start"] for event in events(assumed.out) if event["type"] == "date_mentioned"]
    assert ["2024-03-04T23:30:00", "2024-03-04T23:30:00", "2024-03-05T04:30:00"] == starts


def test_an_extractor_that_raises(capsys, monkeypatch):
    """
    An extractor that raises is named with its article; the others' events are printed, and the status is 3.
    """

    def fail(_):
        raise RuntimeError("no luck")

    monkeypatch.setattr(discover("extractors")["dates"], "extract", fail)
    ended = run(capsys, "extract", DATA / "harbour.txt")
    assert 3 == ended.status
    assert "timeline: harbour: extractor dates raised RuntimeError: no luck" == ended.err.splitlines()[-1]
    assert "statement_reported" in {event["type"] for event in events(ended.out)}


@pytest.mark.parametrize("words", [(), ("--max-bytes", "0", "x"), ("--date", "soon", "x")])
def test_usage(capsys, words):
    """
    A command line that cannot be meant ends with status 2 and says why.
    """
    ended = run(capsys, "extract", *words)
    assert (2, "") == (ended.status, ended.out)
    assert "Error: " in ended.err
