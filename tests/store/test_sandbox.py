"""Test that a stranger's SQL can read one log and do nothing else."""

from __future__ import annotations

import os
import shutil
import time
from datetime import date
from hashlib import sha256

import duckdb
import pytest

import timeline
from timeline import Article, LogError, NotFound, QueryError
from timeline.store.sandbox import Limits, _sentence, ask

CANARY = "nobody-may-read-this"
QUICK = Limits(seconds=2, megabytes=128)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a log of one article and a file that is nobody's business."""
    folder = tmp_path_factory.mktemp("sandbox")
    text = "Ferry services stopped on Monday.\n\nAnn Lee said: “The harbour is closed.”\n"
    article = Article(key="ferry", text=text, published=date(2024, 8, 13), title="Ferry", source="The Cape")
    timeline.open(folder / "news.duckdb").append([article])
    (folder / "secret.csv").write_text(f"name\n{CANARY}\n")
    return folder


def state(folder):
    """Names and contents of all files of a folder."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def answer(place, query, parameters=None, **limits):
    return ask(place / "news.duckdb", query, parameters, limits=Limits(**limits) if limits else None)


def test_reads_the_log_its_tables_and_its_views(place):
    """
    A stranger reads the log, the tables, what held at a moment, and the views.
    """
    assert [("article_published",)] == answer(place, "select type from log order by position limit 1").rows
    assert [("ferry", "The Cape", "2024-08-13")] == answer(
        place, "select article, publisher, published from articles"
    ).rows
    assert [] == answer(place, "from articles(p_as_of := '2020-01-01')").rows
    assert ("article", "title") == answer(place, "select article, title from publications").columns


def test_what_lists_the_views_lists_them_all(place):
    """
    Views are made when they are asked for: `show tables` asks for all.
    """
    listed = {name for (name, *_) in answer(place, "show tables").rows}
    assert {"articles", "statements", "occurrences", "timeline"} <= listed


def test_what_a_text_says_is_no_error_of_reading(place):
    """
    Words that may lead elsewhere are looked at as they are read: as texts they are answered.
    """
    assert [("query: not implemented",)] == answer(place, "select 'query: not implemented'").rows


def test_values_are_bound(place):
    """
    A parameter is a value, whatever is in it; text becomes what the query needs.
    """
    hostile = "x'; drop table log; --"
    assert [(hostile,)] == answer(place, "select $v as v", {"v": hostile}).rows
    assert [(3, True)] == answer(place, "select $n::int, date '2024-08-13' = $d", {"n": "3", "d": "2024-08-13"}).rows


def test_values_of_every_kind(place):
    """
    Every kind of value comes back as JSON has it.
    """
    query = """select 'é' as a, 1.5::decimal(4, 2) as b, 12345678901234567890::hugeint as c,
        '0b5cb4d4-0f2b-4e0c-a2ab-6a3f3ee8b2a0'::uuid as d, timestamp '2024-08-13 10:00:00' as e, date '2024-08-13' as f,
        {'x': [1, null]} as g, map(['k'], [2]) as h, 'ab'::blob as i, 'inf'::double as j, null as k,
        0.1234567890123456789::decimal(20, 19) as l, time '10:00:00' as m"""
    expected = (
        "é", 1.5, 12345678901234567890, "0b5cb4d4-0f2b-4e0c-a2ab-6a3f3ee8b2a0", "2024-08-13T10:00:00", "2024-08-13",
        {"x": [1, None]}, {"k": 2}, "6162", "inf", None, "0.1234567890123456789", "10:00:00",
    )  # fmt: skip
    assert [expected] == answer(place, query).rows


WRITES = {
    "insert": "insert into log select * from log",
    "update": "update log set type = 'x'",
    "delete": "delete from log",
    "drop": "drop table log",
    "create": "create table t as select 1",
    "temporary table": "create temp table t as select 1",
    "view": "create view v as select 1",
    "macro": "create temp macro m() as 1",
    "deleting in a WITH": "with d as (delete from log returning *) select * from d",
    "inserting in a WITH": "with d as (insert into meta values ('a', 'b') returning *) select * from d",
    "copying in a WITH": "with d as (copy (select 1) to '{folder}/out.csv') select 1",
    "EXPLAIN ANALYZE of a deletion": "explain analyze delete from log",
    "EXPLAIN ANALYZE of a copy": "explain analyze copy (select 1) to '{folder}/out.csv'",
    "copy to a file": "copy log to '{folder}/out.csv'",
    "export": "export database '{folder}/out'",
    "import": "import database '{folder}'",
    "several statements": "select 1; delete from log",
    "statement behind a comment": "select 1 -- a\n; drop table log",
    "attach its own file": "attach '{folder}/news.duckdb' as other",
    "attach a new file": "attach '{folder}/new.duckdb' as other",
    "checkpoint": "checkpoint",
    "forced checkpoint": "select * from force_checkpoint()",
    "vacuum": "vacuum",
    "begin": "begin transaction",
    "prepare": "prepare p as delete from log",
    "sequence": "create sequence s",
    "secret": "create secret (type s3, key_id 'a', secret 'b')",
    "log to a file": "select * from enable_logging(storage_path = '{folder}/out.log')",
    "profile to a file": "select * from enable_profiling(save_location = '{folder}/out.json')",
    "nothing": "",
    "only a comment": "-- select 1",
}

READS = {
    "read_text": "select content from read_text('{folder}/secret.csv')",
    "read_blob": "select content from read_blob('{folder}/secret.csv')",
    "read_csv": "from read_csv('{folder}/secret.csv')",
    "read_json": "from read_json('{folder}/secret.csv')",
    "a path for a table": "from '{folder}/secret.csv'",
    "sniffing": "from sniff_csv('{folder}/secret.csv')",
    "glob": "from glob('{folder}/*')",
    "query()": "from query('select content from read_text(''{folder}/secret.csv'')')",
    "query_table()": "from query_table('{folder}/secret.csv')",
    "its own file": "from read_duckdb('{folder}/news.duckdb', table_name = 'log')",
    "its own file as a table": "from '{folder}/news.duckdb'",
    "parquet": "from parquet_metadata('{folder}/secret.csv')",
    "getenv": "select getenv('TIMELINE_SECRET')",
    "a variable of ours": "from request",
    "Python's modules": "from sys",
    "process table": "select content from read_text('/proc/self/environ')",
    "the network": "from 'http://127.0.0.1:9/x.csv'",
    "install": "install httpfs",
    "load": "load httpfs",
    "settings": "set memory_limit = '100GB'",
    "unlocking": "set lock_configuration = false",
    "access again": "set enable_external_access = true",
    "pragma": "pragma enable_external_access = true",
    "call": "call pragma_version()",
    "use": "use memory",
    "variable": "set variable a = 1",
}


@pytest.mark.parametrize("attempt", (WRITES | READS).values(), ids=WRITES | READS)
def test_escapes(place, attempt, monkeypatch):
    """
    What would change anything, or read anything but the log, is refused in one sentence, and nothing has changed.
    """
    monkeypatch.setenv("TIMELINE_SECRET", CANARY)
    before = state(place)
    with pytest.raises(QueryError) as refused:
        answer(place, attempt.replace("{folder}", str(place)))
    assert CANARY not in str(refused.value)
    assert "\n" not in str(refused.value)
    assert before == state(place)


HIDES = "'duckdb_' || 'databases'"
LEADS = {
    "behind a comment": f"from query/**/('from ' || {HIDES})",
    "behind a line": f"from query -- ''\n('from ' || {HIDES})",
    "in quotes": f"from \"query\"('from ' || {HIDES})",
    "qualified": f"from system.main.Query('from ' || {HIDES})",
    "by its name": f'from "query_table"({HIDES})',
    "counted": f"from histogram_values({HIDES}, path)",
    "in a WITH": f"with a as (from QUERY_TABLE/* */({HIDES})) from a",
    "explained": f"explain analyze from query/**/('from ' || {HIDES})",
    "settings": "from query/**/('from duckdb_' || 'settings()')",
    "a view of the file's": "from stored.told",
    "by its whole name": 'from "Stored".main.told',
    "a macro of the file's": "select stored.main.tells()",
    "a table macro of the file's": "from stored.main.told_by()",
    "described": "describe stored.told",
}


@pytest.fixture(scope="module")
def told(place, tmp_path_factory):
    """A folder with a log in which somebody defined what tells where it is."""
    folder = tmp_path_factory.mktemp("told")
    with duckdb.connect(shutil.copy(place / "news.duckdb", folder)) as connection:
        connection.execute("create view told as select path from duckdb_databases()")
        connection.execute("create macro tells() as (select max(path) from duckdb_databases())")
        connection.execute("create macro told_by() as table from duckdb_databases()")
    return folder


@pytest.mark.parametrize("query", LEADS.values(), ids=LEADS)
def test_nothing_leads_to_where_the_log_is(told, query):
    """
    Text is not read as SQL or for a name, however that is asked, nor is what somebody defined in the file.
    """
    with pytest.raises(QueryError, match="allowed"):
        answer(told, query)


@pytest.mark.parametrize(
    "query",
    [
        "select 'query', 'stored', 1 as query", "with query as (select 1) from query",
        "select histogram(position) from log", "explain select 1",
    ],
)  # fmt: skip
def test_words_that_lead_nowhere_may_be_said(place, query):
    """
    What reads texts as SQL is told from texts, columns, relations and aggregates of that name.
    """
    assert answer(place, query).rows


@pytest.mark.parametrize("query", ["from checkpoint()", "select write_log('x')", "from truncate_duckdb_logs()"])
def test_harmless(place, query):
    """
    What DuckDB lets a reader call leaves the file as it was.
    """
    before = state(place)
    answer(place, query)
    assert before == state(place)


def test_settings_are_locked(place):
    """
    Files, extensions and Python objects are out of reach, and the settings that say so are locked.
    """
    names = (
        "enable_external_access", "autoload_known_extensions", "autoinstall_known_extensions",
        "allow_community_extensions", "python_enable_replacements", "threads", "lock_configuration",
    )  # fmt: skip
    query = "select " + ", ".join(f"current_setting('{name}')" for name in names)
    assert [(False, False, False, False, False, 1, True)] == answer(place, query).rows


BOMBS = {
    "endless recursion": "with recursive t(x) as (select 1 union all select x + 1 from t) select count(*) from t",
    "cross join": "select count(*) from range(1000000) a, range(1000000) b, range(1000000) c",
    "asleep": "select sleep_ms(100000)",
    "one endless function": "select length(repeat('x', 2000000000)) + length(repeat('y', 2000000000))",
    "huge list": "select list(a.range) from range(1000000000) a",
    "huge sort": "select * from (select range as r, random() as x from range(500000000)) order by x limit 1",
}


@pytest.mark.parametrize("query", BOMBS.values(), ids=BOMBS)
def test_bombs(place, query):
    """
    A query that takes too long or too much is stopped, and the caller is told so in time.
    """
    begun = time.monotonic()
    with pytest.raises(QueryError, match=r"was stopped after 2 s|needs more than 128 MB of memory|took more memory"):
        ask(place / "news.duckdb", query, limits=QUICK)
    assert time.monotonic() - begun < 12


def test_rows_are_capped(place):
    """
    An answer ends at the limit of rows or of bytes, and says that it was cut.
    """
    many, all_of_them = (answer(place, f"from range({count})", rows=10) for count in (1000, 10))
    wide = answer(place, "select repeat('x', 1000) from range(1000)", bytes=5000)
    assert [(10, True), (10, False), (4, True)] == [(len(each.rows), each.cut) for each in (many, all_of_them, wide)]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("select 1 +", 'syntax error at or near "+"'),
        ("from nowhere", "Table with name nowhere does not exist!"),
        ("select $a", "Values were not provided"),
        ("select 1; select 2", "give one statement, not 2."),
        ("", "give one statement, not none."),
        ("set threads = 2", "only SELECT and EXPLAIN are allowed, not set"),
    ],
)
def test_errors_are_sentences(place, query, sentence):
    """
    An error is one sentence without DuckDB's decorations.
    """
    with pytest.raises(QueryError) as refused:
        answer(place, query)
    assert sentence in str(refused.value)
    assert "Error:" not in str(refused.value)


def test_times_with_a_zone_want_a_library():
    """
    DuckDB shows them with pytz, which some libraries of other parts bring: without it, the sentence says what to do.
    """
    error = duckdb.InvalidInputException("Required module 'pytz' failed to import")
    expected = "times with a time zone cannot be shown: cast them, as in `now()::timestamp`."
    assert ("QueryError", expected) == _sentence(error, Limits())


def test_files_that_are_no_logs(tmp_path):
    """
    A missing file and a file that is no log are told apart.
    """
    with pytest.raises(NotFound):
        ask(tmp_path / "none.duckdb", "select 1")
    (tmp_path / "no.duckdb").write_bytes(os.urandom(20_000))
    with pytest.raises(LogError, match="is not a DuckDB file"):
        ask(tmp_path / "no.duckdb", "select 1")
