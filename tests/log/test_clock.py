"""A clock that is wrong does not get into the log unnoticed."""

from __future__ import annotations

import os
from datetime import datetime, timedelta

import pytest
from freezegun import freeze_time

import timeline
from building import article, extracted, said
from timeline.cli import main
from timeline.errors import InputError, LogError
from timeline.log import clock
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.projections import tables

NOW = datetime(2026, 3, 4, 12)
DAY = timedelta(days=1)


@pytest.fixture
def log(tmp_path):
    """A log with one article."""
    log = EventLog(tmp_path / "log.duckdb")
    append_articles(log, [extracted(article())])
    return log


def aged(path, age):
    """Let a file be written so long before now."""
    path.touch()
    os.utime(path, ((NOW - age).timestamp(),) * 2)


@pytest.mark.parametrize(
    ("recorded", "file", "locked", "latest"),
    [
        (30 * DAY, 30 * DAY, 0 * DAY, NOW + DAY),
        (30 * DAY, 30 * DAY, 2 * DAY, NOW - DAY),
        (0 * DAY, 30 * DAY, 30 * DAY, NOW + DAY),
        (800 * DAY, 400 * DAY, 0 * DAY, NOW - 34 * DAY),
        (800 * DAY, 300 * DAY, 0 * DAY, NOW + DAY),
    ],
    ids=["appended to monthly", "not the file system's clock", "no clock of a file", "after years", "touched"],
)
def test_latest_moment_that_is_believed(tmp_path, recorded, file, locked, latest):
    """
    A day after the file system's clock, a year and a day after the log was last written to, whichever comes first.
    """
    path = tmp_path / "log.duckdb"
    aged(path, file)
    aged(path.with_name("log.duckdb.lock"), locked)
    assert latest == clock.latest(path, NOW - recorded)


def test_wrong_clock_records_nothing(log):
    """
    An append at a time that is too far ahead is refused, and what is appended afterwards is recorded in time.
    """
    with freeze_time("2099-01-01"), pytest.raises(LogError, match="clock says 2099-01-01 00:00, too long after"):
        append_articles(log, [extracted(article("b"))])
    append_articles(log, [extracted(article("c"))])
    assert ["a", "c"] == [row.article for row in log.read("type = 'article_published'")]
    assert log.read()[-1].recorded_at < datetime(2099, 1, 1)


def test_clock_can_be_accepted(log):
    """
    The caller's word is enough; from then on append and status say that the log is ahead.
    """
    ahead = "the log is ahead of the clock: its last event is recorded on 2099-01-01"
    with freeze_time("2099-01-01"):
        timeline.open(log.path, accept_clock=True).append([article("b")])
    assert "clock" not in timeline.open(log.path.with_name("new.duckdb")).append([article()]).notes
    said = timeline.open(log.path).append([article("c"), article("d")]).notes
    assert [ahead] == [note[: len(ahead)] for note in said]
    assert ahead == timeline.open(log.path).status()["clock"][: len(ahead)]


def test_log_that_is_in_time_says_nothing(log):
    """
    Status has a line about the clock only where there is something to say.
    """
    assert "clock" not in timeline.open(log.path).status()
    assert [] == timeline.open(log.path).append([article("b")]).notes


def test_commands_accept_it(log, capsys):
    """
    `append` and `import` take --accept-clock; without it they end with a sentence, and nothing is recorded then.
    """
    text, new, exported = (log.path.with_name(name) for name in ("rain.txt", "new.duckdb", "events.parquet"))
    text.write_text("It rained.")
    words = ["append", "--db", str(log.path), "--date", "2026-03-04", str(text)]
    with freeze_time("2099-01-01"):
        assert (1, True) == (main(words), "with --accept-clock if it is right" in capsys.readouterr().err)
        assert 0 == main([*words, "--accept-clock"])
    timeline.open(log.path).export_events(exported)
    with pytest.raises(InputError, match="recorded on 2099-01-01, which has not come yet"):
        timeline.open(new).import_events(exported)
    assert not new.exists()
    assert 0 == main(["import", "--db", str(new), "--accept-clock", str(exported)])


def test_end_of_time(log):
    """
    After the last microsecond of 9999 nothing can be recorded, and a sentence says so.
    """
    with freeze_time("9999-12-31 23:59:59.999999"):
        append_articles(EventLog(log.path, accept_clock=True), [extracted(article("b"))])
    with pytest.raises(LogError, match="recorded at the last microsecond there is"):
        append_articles(log, [extracted(article("c"))])


@pytest.mark.parametrize(
    "words",
    [
        "append harbour.txt --date 2026-03-04",
        "retract EVENT --reason wrong",
        "correct EVENT speaker=Ray --reason wrong",
        "withdraw pier --reason wrong",
        "pin statements@1 pier",
        "unpin statements pier",
        "reextract pier",
        "people merge Lee Ray --reason same",
        "people split Lee --into Ray --reason other",
        "erase pier --reason order",
        "digest --new morning -o out.md",
    ],
)
def test_every_command_that_records_can_be_told_to_believe_the_clock(tmp_path, monkeypatch, capsys, words):
    """
    Decisions and digests too: what is recorded at a time that is too far ahead is refused unless that is accepted.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIMELINE_DB", "log.duckdb")
    (tmp_path / "harbour.txt").write_text("Bo Ray said that it rained.")
    append_articles(
        EventLog("log.duckdb", on_commit=[tables.catch_up]), [extracted(article("pier"), said("Lee"), said("Ray"))]
    )
    log = timeline.open("log.duckdb")
    if words.startswith("unpin"):
        log.pin("statements", 1, ["pier"])
    given = [str(next(iter(log.statements())).event_id) if word == "EVENT" else word for word in words.split()]
    if words.startswith("reextract"):
        monkeypatch.setattr("timeline.extractors.statements.VERSION", 99)
    with freeze_time(datetime.now() + 40 * DAY):  # noqa: DTZ005 - any time that is not now
        assert (1, True) == (main(given), "with --accept-clock if it is right" in capsys.readouterr().err)
        assert 0 == main([*given, "--accept-clock"])
