"""Verification: whoever changes a row, drops one or cuts the tail is found out."""

from __future__ import annotations

import duckdb
import pytest

import timeline
from building import article, extracted, said
from commands import run
from growth import grows_with_length
from tampering import changed, events, flips, forgeries, kinds, others, registers, story
from timeline.events import EVENT_TYPES, codec
from timeline.events.types.payload_erased import PayloadErased
from timeline.integrity import verification
from timeline.log.append import append_articles
from timeline.log.transaction import Origin

WAYS = {"flipped": flips, "forged": forgeries, "registers": registers, "others": others}


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A log with an event of every type, open for whoever wants to change it."""
    with story(tmp_path_factory.mktemp("told") / "log.duckdb") as connection:
        yield connection


def test_untouched_log_holds(told):
    """
    A log that nobody touched verifies, up to its last event and head; every type of event is in it.
    """
    found = verification.verify(told)
    assert [] == found.problems
    assert len(events(told)) == found.events
    assert told.execute("select count(*), arg_max(root, tree_size) from heads").fetchone() == (found.heads, found.root)
    assert set(EVENT_TYPES) == {row.type for row in kinds(told)}


@pytest.mark.parametrize("way", WAYS)
def test_whatever_is_changed_is_found(told, way, monkeypatch):
    """
    Every column of every kind of event and register, changed once with and without hashes that fit, is named.
    """
    monkeypatch.setattr(verification, "MOST_PROBLEMS", 1000)  # all kinds are changed at once
    ways = WAYS[way](told)
    assert len(ways) >= 15
    assert [] == [tampering.name for tampering in ways if not tampering.is_found(told)]


def test_first_wrong_position_comes_first(told):
    """
    Problems are named in the order of the log.
    """
    with changed(told):
        told.execute("update stored.log set rule = 'x' where position in (9, 3, 5)")
        found = verification.verify(told).problems
    assert [3, 5, 9] == [problem.position for problem in found if problem.column == "leaf"]
    assert found[0].position == 3


def test_of_many_problems_the_first_are_told(tmp_path, capsys):
    """
    However many heads are wrong, a hundred are named, and how many others there are.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article())])
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("insert into heads select 1000 + size, 'x', 'x', now() from range(1, 501) as sizes(size)")
    found = log.verify()
    assert 100 == len(found.problems)
    assert 400 <= found.more
    ended = run(capsys, "verify", "--db", log.path)
    assert f"and {found.more} other problems, not listed." in ended.err
    assert f"{100 + found.more} problems: " in ended.out


def test_words_that_are_not_in_the_text_are_found(tmp_path, monkeypatch):
    """
    A quote that its spans do not give is named, though it was appended so.
    """
    log = timeline.open(tmp_path / "other.duckdb")
    encode = codec.encode
    monkeypatch.setattr(codec, "encode", lambda event: encode(event).replace('"the bridge', '"the fridge'))
    append_articles(log.event_log, [extracted(article(), said("the mayor"))])
    monkeypatch.undo()
    assert {"data.quote"} == {problem.column for problem in log.verify().problems}


def test_projections_are_held_beside_a_rebuild(tmp_path, capsys):
    """
    A table that is not what the log makes is named by `verify --projections` alone, and the status is 4.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article(), said("Ann"))])
    asked = ("verify", "--db", str(log.path))
    assert 0 == run(capsys, *asked, "--projections").status
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("update statement_history set speaker = 'Nobody'")
    assert 0 == run(capsys, *asked).status
    ended = run(capsys, *asked, "--projections")
    assert (4, "1 problem: ") == (ended.status, ended.out[:11])
    assert "projection statements: 1 rows missing, 1 too many: run `timeline rebuild`." in ended.err
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("update meta set value = 'old' where key = 'queries'")
    assert "another version: run `timeline rebuild`" in run(capsys, *asked, "--projections").err


def test_many_events_of_one_text(tmp_path):
    """
    Of twice as many quotes in an article of twice the length, less than three times as much is read.
    """
    logs = []
    for count in (1000, 2000, 4000):
        quotes = (f'"The harbour will stay closed for another {at} days," said Ann Lee.' for at in range(count))
        logs.append(timeline.open(tmp_path / f"{count}.duckdb"))
        logs[-1].append([timeline.Article(key="k", text="\n\n".join(quotes), published="2024-03-06")])

    logs[0].verify()
    assert grows_with_length(lambda log: log.verify(), logs)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ("data = '{'", "data"), ("data = ''", "data"), ("data = '{}{'", "data"), ("data = repeat('[', 100000)", "data"),
        ("position = 9223372036854775807", "position"), ("stream_position = 2147483647", "stream_position"),
        ("recorded_at = '0044-01-01 (BC)'", "recorded_at"), ("occurred_from = '290000-01-01'", "occurred_from"),
        ("reported_at = '-infinity'", "leaf"), ("schema_version = 0, data = '{'", "data"),
    ],
)  # fmt: skip
def test_values_that_nothing_can_read_are_named(tmp_path, capsys, change, column):
    """
    No value of a column ends a verification: it is named, with the projections too, and other commands say a sentence.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article(), said("Ann"))])
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("drop trigger log_refuse_update on log")
        connection.execute(f"update log set {change} where position > 1")
    assert column in {problem.column for problem in log.verify(projections=True).problems}
    for words in ("status", "log", "quotes", "rebuild", "head", "history a", "export events -o {out}"):
        ended = run(capsys, *words.format(out=tmp_path / "out.jsonl").split(), "--db", log.path)
        assert "a bug" not in ended.err


def test_order_of_erasure_covers_its_article_only(tmp_path):
    """
    Payloads of one article that an order for another one names are gone without an order.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    for key in ("a", "b"):
        append_articles(log.event_log, [extracted(article(key), said("Ann"))])
    positions = [row.position for row in log.log(article="b")]
    order = PayloadErased(article="a", positions=((positions[0], positions[-1]),), reason="by order")
    log.event_log.append([(order, Origin(stream="article/a", article="a"))])
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("drop trigger log_refuse_update on log")
        connection.execute(f"update log set data = null, salt = null where position in {tuple(positions)}")
    named = {problem.position for problem in log.verify().problems if problem.column == "data"}
    assert set(positions) == named
