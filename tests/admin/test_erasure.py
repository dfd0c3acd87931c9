"""Erasure: the bytes are gone, the tree stands, and nothing half-erased is ever there."""

from __future__ import annotations

import json
import shutil

import duckdb
import pytest

import timeline
from building import article, extracted, extracted_again, happened, said
from commands import run
from timeline import sql_files
from timeline.admin import erasure
from timeline.errors import IntegrityError, LogError, NotFound, QueryError
from timeline.events.extraction import Extraction
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.store import connections, opening

TEXT = "Quillian Ostrander said the weir is cracked. On Monday the weir gave way in Zabrowitz."
OTHER = "Imre Vasquelle said the weir is cracked. Teodora Lindqvist was not asked."
MARKS = (
    "Quillian Ostrander",
    "weir gave way in Zabrowitz",
    "Weir of Zabrowitz",
    "Ännchen Ödland",
    "misheard Ostrander",
)
"""What stands in the article to be erased only: text, title, a name that a revision brings, a correction's reason."""
KEPT = "Imre Vasquelle"


@pytest.fixture(scope="module", autouse=True)
def _stored_plainly():
    """Strings are stored as they are, so that bytes can be found."""
    table = sql_files.find("log", "log")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "OFFLINE", opening.OFFLINE | {"force_compression": "uncompressed"})
        patch.setitem(sql_files.load("log"), "log", table._replace(sql=table.sql.replace("using compression zstd", "")))
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A file with two articles, one with a revision and corrections."""
    log = timeline.open(tmp_path_factory.mktemp("built") / "log.duckdb")
    words, revised = "the weir is cracked", f"{TEXT} Ännchen Ödland saw it."
    append_articles(log.event_log, [extracted(article("kept", OTHER), said("Imre Vasquelle", words, OTHER))])
    append_articles(
        log.event_log,
        [extracted(article("gone", TEXT, title="Weir of Zabrowitz"), said("Quillian Ostrander", words, TEXT))],
    )
    log.merge("Imre Vasquelle", "Quillian Ostrander", reason="one and the same, says Quillian Ostrander")
    statement = said("Ännchen Ödland", words, revised)
    append_articles(
        log.event_log, [extracted(article("gone", revised), statement, happened("the weir gave way", text=revised))]
    )
    extracted_again(log.event_log, "gone", 2, [Extraction("dates", 1, error="ValueError: Zabrowitz is no day")])
    log.retract(next(iter(log.statements(speaker="Ännchen"))).event_id, reason="misheard Ostrander")
    log.split("Imre Vasquelle", into="Imre the Elder", article="gone", reason="so it says")
    return log.path


@pytest.fixture(scope="module")
def emptied(built, tmp_path_factory):
    """The same file after the article was erased."""
    path = tmp_path_factory.mktemp("emptied") / "log.duckdb"
    shutil.copy(built, path)
    erase(timeline.open(path))
    return path


@pytest.fixture
def log(built, tmp_path):
    """A log that still holds the article."""
    return timeline.open(shutil.copy(built, tmp_path / "log.duckdb"))


@pytest.fixture
def erased(emptied, tmp_path):
    """A log that holds it no more."""
    return timeline.open(shutil.copy(emptied, tmp_path / "log.duckdb"))


def bytes_of(log):
    """Everything in the log's folder."""
    return b"".join(path.read_bytes() for path in sorted(log.path.parent.iterdir()))


def found(log):
    """Which of the marks stand in the folder, in whatever file."""
    held = bytes_of(log)
    return [mark for mark in (*MARKS, KEPT) if mark.encode() in held]


def erase(log, **fields):
    """As a court orders it."""
    return log.erase("gone", **{"reason": "7 O 123/26", "by": "the court", **fields})


def test_bytes_are_gone(log):
    """
    Text, titles, names, readings, errors, corrections and decisions on names are in no file any more.
    """
    assert [*MARKS, KEPT] == found(log)
    erase(log)
    assert [KEPT] == found(log)
    assert ["log.duckdb", "log.duckdb.intent", "log.duckdb.lock"] == sorted(
        path.name for path in log.path.parent.iterdir()
    )


def test_bytes_in_the_write_ahead_log_are_gone(log, tmp_path):
    """
    What a killed writer left beside the file goes too.
    """
    copy = timeline.open(tmp_path / "killed" / "log.duckdb")
    copy.path.parent.mkdir()
    with connections.writing(log.path) as connection:
        connection.execute("begin")
        connection.execute(
            "insert into stored.log by name select * replace (position + 1 as position) from log where false"
        )
        connection.execute("create table stored.scratch as select 'Quillian Ostrander' as name")
        connection.execute("commit")
        for ending in ("", ".wal"):
            source = log.path.with_name(log.path.name + ending)
            copy.path.with_name(source.name).write_bytes(source.read_bytes())
    assert b"Quillian Ostrander" in copy.path.with_name("log.duckdb.wal").read_bytes()
    copy.erase("gone", reason="x")
    assert [KEPT] == found(copy)


def test_tree_stands(log):
    """
    The root at the old size is as it was, positions, ids and leaves too; one event was added, which says why.
    """
    before, kept = log.event_log.read(), log.head()
    erased = erase(log)
    after = log.event_log.read()
    bare = [row._replace(data=None, salt=None) for row in before]
    assert bare == [row._replace(data=None, salt=None) for row in after[: len(before)]]
    assert ("payload_erased", erased.event_id) == (after[len(before)].type, after[len(before)].event_id)
    verified = log.verify(kept=kept)
    assert [] == verified.problems
    assert [("gone", "7 O 123/26", "the court", erased.payloads)] == [
        (event.article, event.reason, event.by, event.payloads) for event in verified.erasures
    ]
    assert erased.payloads == sum(row.data is None for row in after)
    assert (2, "gone") == (erased.decisions, after[len(before)].article)


def test_other_articles_are_as_they_were(log):
    """
    Payloads of other articles keep every byte.
    """
    before = [row for row in log.event_log.read() if row.article == "kept"]
    erase(log)
    assert before == [row for row in log.event_log.read() if row.article == "kept"]
    assert 1 == len(log.statements())


def test_rows_leave_every_view_and_every_moment(log):
    """
    No table and no earlier moment shows the article; tables are what a rebuild makes of the log.
    """
    moments = [row.recorded_at for row in log.event_log.read()]
    erase(log)
    tables = ("article_history", "statement_history", "occurrence_history", "date_history", "mention_history")
    for table in tables:
        assert [] == list(log.sql(f"from {table} where article = 'gone'"))
    assert ["kept"] == [row.article for row in log.articles()]
    assert {"kept"} == {row.article for moment in moments for row in log.articles(as_of=moment)}
    assert all(check.agrees for check in log.rebuild(check=True))
    assert ["Imre Vasquelle"] == sorted({row.person for row in log.people()})


def test_key_is_closed(erased, capsys):
    """
    A feed cannot bring an erased article back; the others in it are appended, and another key is free.
    """
    again = erased.append([article("gone", TEXT), article("new", "A bridge was opened on Friday.")])
    assert (1, 0, 0, 1) == (again.published, again.revised, again.unchanged, len(again.failures))
    assert "gone was erased and cannot be appended again" in str(again.failures[0])
    assert again.done == 2
    assert "published" == append_articles(erased.event_log, [extracted(article("gone-2", TEXT))])[0].outcome
    feed = erased.path.with_name("feed.jsonl")
    feed.write_text(json.dumps({"id": "gone", "published": "2026-03-04", "text": TEXT}) + "\n")
    ended = run(capsys, "append", "--db", erased.path, feed)
    assert (3, "gone was erased") == (ended.status, ended.err.removeprefix("timeline: ")[:15])


def test_erased_is_not_erased_again(erased):
    """
    A second order finds nothing, and neither does one for what was never there.
    """
    before = erased.path.read_bytes()
    with pytest.raises(QueryError, match="already erased"):
        erase(erased)
    with pytest.raises(NotFound, match="no article"):
        erased.erase("nothing", reason="x")
    for use in (lambda: erased.withdraw("gone", reason="x"), lambda: erased.reextract(["gone"])):
        with pytest.raises(NotFound, match=r"was erased|no text of"):
            use()
    assert before == erased.path.read_bytes()


def test_reading_again_passes_over_what_was_erased(erased):
    """
    Extractors are given the texts that are left.
    """
    assert 1 == erased.reextract().texts


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_round_trip_of_an_erased_log(erased, tmp_path, form):
    """
    Exported and imported, what was erased stays erased, the head holds, and the key stays closed.
    """
    erased.export_events(tmp_path / f"events.{form}")
    other = timeline.open(tmp_path / "other.duckdb")
    other.import_events(tmp_path / f"events.{form}")
    assert (erased.event_log.read(), []) == (other.event_log.read(), other.verify(kept=erased.head()).problems)
    assert all(comparison.agrees for comparison in other.rebuild(check=True))
    assert other.append(article("gone", TEXT)).failures
    assert erased.head() == erased.backup(tmp_path / "copy.duckdb")


def test_import_does_not_erase_on_the_quiet(log, tmp_path):
    """
    Events from where an article was erased do not go into a log that still holds it.
    """
    log.backup(tmp_path / "copy.duckdb")
    erase(log)
    log.export_events(tmp_path / "events.jsonl")
    with pytest.raises(IntegrityError, match="erased in the file, not in this log"):
        timeline.open(tmp_path / "copy.duckdb").import_events(tmp_path / "events.jsonl")


def test_commands_tell_of_it(log, capsys):
    """
    Every command that shows events can do so without their payload, and says what became of it.
    """
    event = log.event_log.read("type = 'article_published' and article = 'gone'")[0].event_id
    name = "--db", log.path
    ended = run(capsys, "erase", "gone", "--reason", "7 O 123/26", "--by", "the court", *name)
    assert (0, True) == (ended.status, "backups" in ended.err)
    said_by = {
        "verify": "of gone (the court): 7 O 123/26", "history gone": "7 O 123/26", "log": "erased",
        f"explain {event}": "erased: 7 O 123/26 (the court)", f"explain --json {event}": "7 O 123/26",
        "status": "payloads erased", "quotes": "weir", "log --after 0 --follow --limit 5": '"data": null',
        f"prove {event}": "head",
    }  # fmt: skip
    for words, expected in said_by.items():
        ended = run(capsys, *words.split(), *name)
        assert (0, True, "") == (ended.status, expected in ended.out, ended.err), words


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ("update log set data = null, salt = null where position = 2", "data"),
        ("update log set data = null where position = 2", "data"),
        ("update log set salt = null where position = 2", "salt"),
        ("update log set data = '{}', salt = '00' where position = 5", "data"),
        ("update log set salt = '00' where position = 5", "salt"),
        ("update log set rule = 'x' where position = 5", "leaf"),
        ("update log set ordinal = 7 where position = 5", "event_id"),
        ("update log set data = null, salt = null where type = 'payload_erased'", "data"),
    ],
)
def test_quiet_erasure_is_found(erased, change, column):
    """
    A payload that is gone without an order, or there in spite of one, is named, and so is a changed envelope.
    """
    with duckdb.connect(str(erased.path)) as connection:
        connection.execute("drop trigger log_refuse_update on log")
        ((position,),) = connection.execute(f"select position from log {change[change.index('where') :]}").fetchall()
        connection.execute(change)
    assert (position, column) in {(problem.position, problem.column) for problem in erased.verify().problems}


def test_broken_log_is_not_erased(log):
    """
    A log that does not verify is left as it is: erasing would destroy what is left to be seen.
    """
    with duckdb.connect(str(log.path)) as connection:
        connection.execute("drop trigger log_refuse_update on log")
        connection.execute("update log set rule = 'x' where position = 2")
    with pytest.raises(IntegrityError, match=r"nothing was erased.*position 2"):
        erase(log)
    assert "Quillian Ostrander" in found(log)
    assert not log.path.with_name("log.duckdb.unfinished").exists()


def test_left_over_file_is_removed(log):
    """
    What a killed erasure left of its unfinished file does not stand in the way of the next.
    """
    for ending in ("", ".wal"):
        log.path.with_name(f"log.duckdb.unfinished{ending}").write_bytes(b"Quillian Ostrander")
    erase(log)
    assert [KEPT] == found(log)


def test_links_are_refused(log):
    """
    A file with a second name would keep what it holds under that.
    """
    other = log.path.with_name("other.duckdb")
    for link in (other.symlink_to, other.hardlink_to):
        link(log.path)
        with pytest.raises(LogError, match="several links"):
            timeline.open(other).erase("gone", reason="x")
        other.unlink()


def test_file_keeps_its_rights(log):
    """
    Who may read the file before may after, and nobody else.
    """
    log.path.chmod(0o640)
    erase(log)
    assert 0o640 == log.path.stat().st_mode & 0o777


def test_erasure_within_a_block_of_work(log):
    """
    A block that keeps the file open goes on in the new file, not in the old one.
    """
    with log:
        append_articles(log.event_log, [extracted(article("before"))])
        erase(log)
        append_articles(log.event_log, [extracted(article("after"))])
    there = {row.article for row in log.sql("select distinct article from log where data is not null")}
    assert {"before", "after", "gone", "kept"} == there
    assert [] == log.verify().problems
    assert "Quillian Ostrander" not in found(log)


def test_others_wait(log, monkeypatch):
    """
    While a log is written anew nobody else reads or writes it, and nobody keeps the old file.
    """
    check = erasure._check

    def look(unfinished, path):
        for use in (
            EventLog(path, wait=0.05).read,
            lambda: append_articles(EventLog(path, wait=0.05), [extracted(article("x"))]),
        ):
            with pytest.raises(LogError, match="in use"):
                use()
        check(unfinished, path)

    monkeypatch.setattr(erasure, "_check", look)
    erase(log)
    assert "published" == append_articles(log.event_log, [extracted(article("x"))])[0].outcome
