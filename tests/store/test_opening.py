"""A file is made, brought to this format, waited for, or refused in one sentence."""

from __future__ import annotations

from threading import Timer

import duckdb
import pytest

import timeline
from building import article, extracted
from commands import run
from timeline.errors import LogError, LogFormatError, LogLocked
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.store import connections, opening
from timeline.store.sandbox import ask

HEADER_BYTES, BLOCK_BYTES = 12288, 262144
"""Where the first block of a DuckDB file begins, and how long one is."""


@pytest.fixture
def log(tmp_path):
    """A log with one article."""
    log = EventLog(tmp_path / "log.duckdb", wait=0)
    append_articles(log, [extracted(article())])
    return log


def changed(log, *statements):
    """Change the file behind the log's back."""
    with duckdb.connect(str(log.path)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_only_a_writer_brings_a_file_to_todays_format(log):
    """
    A reader leaves a file of format 1 as it is; a writer adds the register of batches, filled from the log.
    """
    asked = "select value from meta where key = 'format'"
    with connections.reading(log.path) as connection:
        batches = connection.execute("from batches order by all").fetchall()
    changed(log, "drop table batches", "update meta set value = '1' where key = 'format'")
    with connections.reading(log.path) as connection:
        assert [("1",)] == connection.execute(asked).fetchall()
    with connections.writing(log.path) as connection:
        assert [(str(opening.FORMAT),)] == connection.execute(asked).fetchall()
        assert batches == connection.execute("from batches order by all").fetchall() != []


@pytest.mark.parametrize(
    ("kind", "version", "reason"),
    [
        ("weather_foretold", 1, "holds weather_foretold events, which are not known here: install a newer timeline"),
        ("article_published", 99, r"holds article_published events of version 99, newer than \d+: install a newer"),
        ("article_published", "'one'", "states no version of its events of type 'article_published': take a backup"),
    ],
)
def test_events_of_a_later_day_are_refused(log, kind, version, reason):
    """
    A log with types or versions that are not known here says which, and what to do.
    """
    changed(log, f"delete from meta where key = 'event {kind}'", f"insert into meta values ('event {kind}', {version})")
    with pytest.raises(LogFormatError, match=reason):
        log.read()


def test_memory_is_limited(log):
    """
    Writers take at most 1400 MB; readers 2 GB.
    """
    asked = "select current_setting('memory_limit')"
    with connections.writing(log.path) as connection:
        written = connection.execute(asked).fetchall()
    with connections.reading(log.path) as connection:
        read = connection.execute(asked).fetchall()
    assert ([("1.3 GiB",)], [("1.8 GiB",)]) == (written, read)


@pytest.mark.usefixtures("nothing_kept")
def test_payloads_that_fill_the_memory_are_refused(log, tmp_path, monkeypatch, capsys):
    """
    A small file of large payloads, as a stranger can make one, is refused in one sentence before they are unpacked.
    """
    events = tmp_path / "events.parquet"
    changed(
        log,
        "create temp table large as from log where position = 1",
        "update large set data = repeat('a', 5_000_000)",
        "insert into log select * exclude (number) replace (100 + number as position, uuid() as event_id)"
        " from large, range(30) as numbers(number)",
        f"copy log to '{events}' (compression zstd)",
    )
    assert log.path.stat().st_size + events.stat().st_size < 10_000_000
    monkeypatch.setitem(opening.READER, "memory_limit", "50MB")
    asked = [("verify",), ("log",), ("sql", "--memory", "50", "select sum(strlen(data)) from log"), ("import", events)]
    for words in asked:
        ended = run(capsys, *words, "--db", log.path)
        assert (True, "") == (ended.status in {1, 3}, ended.out)
        assert "of memory" in ended.err
        assert 1 == ended.err.count("\n")


def test_connection_of_the_same_process_is_waited_for(log):
    """
    A file that this process has open in another way is free when that is closed; until then nobody is named.
    """
    other = duckdb.connect(str(log.path))
    with pytest.raises(LogLocked, match="in use by another process"):
        log.read()
    leaving = Timer(0.03, other.close)
    leaving.start()
    assert 2 == len(EventLog(log.path, wait=10).read())
    leaving.join()


def test_folder_is_no_database(tmp_path):
    """
    What cannot be opened for another reason is not called another format.
    """
    with pytest.raises(LogError, match="is no file, and a log is kept in one") as caught:
        EventLog(tmp_path).read()
    assert LogError is type(caught.value)


def of_storage_version(number, path):
    """The file as a DuckDB of another storage version would have written it, with the checksum of its first words."""
    found, factor = bytearray(path.read_bytes()), 0xBF58476D1CE4E5B9
    words = [int.from_bytes(found[8:16], "little")]
    found[12:16] = number.to_bytes(4, "little")
    words.append(int.from_bytes(found[8:16], "little"))
    checksum = int.from_bytes(found[:8], "little")
    for word in words:
        checksum ^= word * factor & (1 << 64) - 1
    found[:8] = checksum.to_bytes(8, "little")
    path.write_bytes(found)


def test_file_of_a_newer_duckdb(log):
    """
    Who has a file of a newer DuckDB is told to update DuckDB; of a file too old, what DuckDB says.
    """
    of_storage_version(1000, log.path)
    with pytest.raises(LogFormatError, match=r"written by a newer DuckDB: update duckdb\. \(IO Error: .* number 1000"):
        log.read()
    of_storage_version(10, log.path)
    with pytest.raises(LogError, match=r"cannot be opened: .* number 10, but we can only read") as caught:
        log.read()
    assert LogError is type(caught.value)


def test_new_log_in_memory():
    """
    A log in memory has all tables of today's format and no event.
    """
    with opening.in_memory() as connection:
        assert [(str(opening.FORMAT),)] == connection.execute("select value from meta where key = 'format'").fetchall()
        assert [] == connection.execute("from log").fetchall()


def test_names_are_never_variables_of_the_caller(log):
    """
    What no table is called is nothing, whatever the caller has by that name.
    """
    mine = duckdb.sql("select 'mine' as words")
    with connections.reading(log.path) as connection, pytest.raises(duckdb.CatalogException, match="mine does not"):
        connection.database.execute("from mine")
    assert ["words"] == mine.columns


@pytest.mark.parametrize(
    "words", ["verify", "quotes", "status", "append {article}", "sql select\\ncount(data)\\nfrom\\nlog"]
)
def test_damaged_file_is_said_to_be_damaged(log, tmp_path, capsys, words):
    """
    Where the file no longer holds what was written to it, every command says so, with the status of a broken log.
    """
    (tmp_path / "article.txt").write_text("Title: New\nDate: 2026-04-01\n\nThe mayor said the bridge is open.\n")
    with log.path.open("r+b") as file:
        for at in range(HEADER_BYTES, log.path.stat().st_size, BLOCK_BYTES):
            file.seek(at + BLOCK_BYTES // 64)
            file.write(b"?" * 64)
    given = [word.format(article=tmp_path / "article.txt").replace("\\n", " ") for word in words.split(" ")]
    ended = run(capsys, *given, "--db", log.path)
    assert 4 == ended.status
    assert f"{log.path} is damaged: restore a backup. (Corrupt database file" in ended.err


@pytest.mark.parametrize(
    "sql",
    [
        "select count(*) from statements, articles",
        'select count(*) from "Statements" cross join ARTICLES',
        "select count(*) from articles, statements(p_as_of := '2999-01-01')",
        "select (select count(*) from statement_history), moment('2026-03-04')",
        "from query('select count(*) from heads, statements')",
    ],
)
def test_names_are_known_however_a_query_is_written(tmp_path, sql):
    """
    Views, macros and tables are there for those who ask, whatever stands before their names.
    """
    log = timeline.open(tmp_path / "asked.duckdb")
    log.append(article())
    assert 1 == len(log.sql(sql))
    if "query(" not in sql:
        assert 1 == len(list(ask(log.path, sql)))
