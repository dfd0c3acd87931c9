"""A log's file that somebody else prepared: what they defined in it is never executed, and is named."""

from __future__ import annotations

import re
import shutil

import duckdb
import pytest

import timeline
from building import article, extracted, happened, said
from commands import run
from timeline import sql_files
from timeline.errors import LogFormatError, TimelineError
from timeline.integrity import verification
from timeline.log.append import append_articles
from timeline.store import connections, definitions
from timeline.store.sandbox import ask

CANARY = "the canary sang"
ROOMS = ("checks", "checks/payloads", "checks/macros", "verification", "views", "projections", "macros", "assertions")
COMMANDS = (
    "articles", "quotes", "show", "who Ann\\nBrook", "people list", "speakers", "matrix", "history a", "log",
    "status", "head", "tables", "digest --period week", "diff 2020-01-01", "revisions a", "explain {event}",
    "verify", "verify --projections", "rebuild --check", "prove {event}", "export events -o {out}.jsonl",
    "sql select\\n*\\nfrom\\nstatements", "sql select\\n*\\nfrom\\nlog",
)  # fmt: skip
WRITERS = ("append {article}", "retract {event} --reason x", "reextract", "people link", "erase b --reason x")


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A log with something for every view to say."""
    log = timeline.open(tmp_path_factory.mktemp("sound") / "log.duckdb")
    append_articles(log.event_log, [extracted(article("a"), said("the mayor"), happened("the bridge was closed"))])
    append_articles(log.event_log, [extracted(article("b", title="Other"), said("Ann Brook"))])
    log.retract(next(iter(log.statements())).event_id, reason="wrong")
    return log


def prepare(sound, path, *statements):
    """A copy of the log in which statements were run, with a file beside it that they may read and tell."""
    canary = path.with_name("canary")
    canary.write_text(CANARY)
    shutil.copy(sound.path, path)
    with duckdb.connect(str(path)) as connection:
        for statement in statements:
            connection.execute(statement.format(told=f"(select content from read_text('{canary}'))"))
    return timeline.open(path)


@pytest.fixture
def prepared(sound, tmp_path):
    """Gives such a copy."""
    return lambda *statements: prepare(sound, tmp_path / "log.duckdb", *statements)


@pytest.fixture(scope="module")
def hostile(sound, tmp_path_factory):
    """A log full of what others defined, none of which stands in the way of reading it."""
    path = tmp_path_factory.mktemp("hostile") / "log.duckdb"
    return prepare(sound, path, *SHADOWS.values(), *(statement for statement, _ in HARMLESS.values()))


def shadows():
    """A macro for every function that our SQL calls, which tells the secret instead."""
    words = {word for room in ROOMS for query in sql_files.load(room).values() for word in CALL.findall(query.sql)}
    names = sorted(words - {key.removesuffix("()") for key in definitions.every_key()})
    with duckdb.connect() as connection:
        for name in names:
            for parameters in ("()", "(a)", "(a, b)", "(a, b, c)"):
                statement = f'create or replace macro "{name}"{parameters} as {{told}}'
                try:
                    connection.execute(statement.format(told="1"))
                except duckdb.Error:
                    continue
                yield name, statement


CALL = re.compile(r"\b([a-z_0-9]+)\(")
SHADOWS = dict(shadows())
HARMLESS = {
    "macro for a view": ("create or replace macro statements() as table select {told} as quote", "statements"),
    "replaced macro": ("create or replace macro was_valid(a, b, c, d, e, f) as false", "was_valid"),
    "replaced view": ("create or replace view statements as select {told} as quote, 1 as position", "statements"),
    "every title another": (
        "create or replace view articles as select * replace ({told} as title) from article_history", "articles",
    ),
    "added view": ("create view secrets as select {told}", "secrets"),
    "dropped view": ("drop view statements", "statements"),
    "dropped trigger": ("drop trigger log_refuse_update on log", "log_refuse_update"),
    "added table": ("create table mine as select {told} as words", "mine"),
    "added schema": ("create schema hidden", "hidden"),
    "view in a schema": ("create schema other; create view other.log as select {told}", "other.log"),
    "added type": ("create type mood as enum ('a', 'b')", "mood"),
    "added sequence": ("create sequence counter", "counter"),
    "row in the guard": ("insert into guard values ('x')", "guard"),
    "note stated twice": ("insert into meta values ('product', 'timeline')", "product"),
}  # fmt: skip
"""What a reader may pass over, since it is not executed, and `verify` names."""
TRIGGER, ACT = "log_refuse_update", "insert into guard select"
REFUSED = {
    "trigger that tells": (
        "create trigger t after insert on heads for each statement insert into guard select {told}", "trigger t",
    ),
    "another trigger of our name": (
        f"drop trigger {TRIGGER} on log; create trigger {TRIGGER} before update on log for each statement {ACT} 'x'",
        "trigger log_refuse_update",
    ),
    "view for a table": ("drop table guard cascade; create view guard as select {told} as refused", "guard"),
    "computed column": (
        "alter table statement_history add column told varchar default 'x'", "statement_history",
    ),
    "table worded like ours": (
        'drop table guard cascade; create table guard ("refused varchar)--" varchar default \'x\')', "table guard",
    ),
    "checked table": ("create table mine (a varchar check (length(a) > 0))", "mine"),
    "index": ("create index i on heads (tree_size)", "index i"),
    "column on the log": ("alter table heads add column note varchar", "heads"),
}  # fmt: skip
"""What DuckDB would execute, or what is no table of ours."""


def said_by(capsys, log, tmp_path, words):
    """All that a command says about a log, and its status."""
    event = next(iter(timeline.open(log.path).statements())) if "{event}" in words else None
    (tmp_path / "article.txt").write_text("Title: New\nDate: 2026-04-01\n\nThe mayor said the bridge is open.\n")
    values = {"event": event and event.event_id, "out": tmp_path / "out", "article": tmp_path / "article.txt"}
    given = [word.format(**values).replace("\\n", " ") for word in words.split(" ")]
    ended = run(capsys, *given, "--db", log.path)
    for made in tmp_path.glob("out*"):
        ended = ended._replace(out=ended.out + made.read_bytes().decode("latin-1"))
        made.unlink()
    return ended


@pytest.mark.parametrize("words", COMMANDS)
def test_shadowed_functions_and_views_are_not_asked(hostile, sound, capsys, tmp_path, words):
    """
    Commands say of a file full of another's macros and views what they say of the log.
    """
    log = hostile
    ended, expected = said_by(capsys, log, tmp_path, words), said_by(capsys, sound, tmp_path, words)
    assert CANARY not in ended.out + ended.err
    if words.startswith(("verify", "rebuild")):
        assert 4 == ended.status
        return
    assert (0, 0) == (expected.status, ended.status), expected.err
    if "{out}" not in words and words not in ("status", "tables"):
        assert expected.out.replace(str(sound.path), "") == ended.out.replace(str(log.path), "")


@pytest.mark.parametrize("words", WRITERS)
def test_writers_run_nothing_of_the_files(prepared, capsys, tmp_path, words):
    """
    What somebody defined in the file is neither told nor stored by a command that writes.
    """
    log = prepared(*SHADOWS.values(), *(statement for statement, _ in HARMLESS.values() if "guard" not in statement))
    ended = said_by(capsys, log, tmp_path, words)
    assert CANARY not in ended.out + ended.err
    assert 0 == ended.status, ended.err
    with duckdb.connect(str(log.path), read_only=True) as connection:
        stored = connection.execute("from duckdb_tables() select table_name where table_name <> 'mine'").fetchall()
        for (name,) in stored:
            assert CANARY not in str(connection.execute(f"from {name}").fetchall())


def test_macro_for_every_function_of_ours_is_named(prepared, monkeypatch):
    """
    Verification names every macro that would stand in for a function of DuckDB.
    """
    monkeypatch.setattr(verification, "MOST_PROBLEMS", 1000)
    problems = [str(problem) for problem in prepared(*SHADOWS.values()).verify().problems]
    assert {"sha256", "concat", "strlen", "list_contains"} <= SHADOWS.keys()
    assert all(f"the macro {name} is not" in problem for name, problem in zip(SHADOWS, problems, strict=True))


def test_words_that_were_changed_behind_a_macro_are_found(prepared):
    """
    A macro that hashes what was there before hides nothing.
    """
    log = prepared(
        "drop trigger log_refuse_update on log",
        "update log set data = replace(data, 'mayor', 'baker')",
        "create macro sha256(x) as system.main.sha256(replace(x, 'baker', 'mayor'))",
    )
    assert {"commitment", "definitions"} <= {problem.column for problem in log.verify().problems}


@pytest.mark.parametrize("name", sorted({**HARMLESS, **REFUSED}))
def test_foreign_definitions_are_named(prepared, capsys, name):
    """
    `verify` and `verify --projections` name what is not of timeline's making, with status 4.
    """
    statement, what = {**HARMLESS, **REFUSED}[name]
    log = prepared(statement)
    for words in ("verify", "verify --projections"):
        ended = run(capsys, *words.split(), "--db", log.path)
        assert 4 == ended.status
        assert what in ended.err


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_would_be_executed_is_refused(prepared, tmp_path, name):
    """
    A file in which reading or writing executes something is opened by nothing but `verify` and `rebuild`.
    """
    statement, what = REFUSED[name]
    log = prepared(statement)
    for act in (lambda: len(log.statements()), lambda: log.append(tmp_path), lambda: ask(log.path, "select 1")):
        with pytest.raises((LogFormatError, TimelineError), match=what.split()[-1]):
            act()


LOST = ("view for a table", "table worded like ours", "column on the log")
"""What takes a table of the log away, which nothing else in the file can replace."""


@pytest.mark.parametrize("name", sorted({**HARMLESS, **REFUSED}.keys() - {"note stated twice", *LOST}))
def test_rebuild_puts_ours_back(prepared, name, sound):
    """
    `rebuild` takes out what is not ours and says so.
    """
    log = prepared({**HARMLESS, **REFUSED}[name][0])
    changes = []
    log.rebuild(on_change=changes.append)
    assert changes or name in ("dropped view", "row in the guard")
    assert [] == log.verify(projections=True).problems
    assert list(sound.statements()) == list(log.statements())


@pytest.mark.parametrize("name", LOST)
def test_another_table_in_the_place_of_the_logs_is_not_mended(prepared, name):
    """
    `rebuild` changes nothing in a file that lacks a table of the log.
    """
    log = prepared(REFUSED[name][0])
    with pytest.raises(LogFormatError, match="restore a backup"):
        log.rebuild()
    assert {"tables"} <= {problem.column for problem in log.verify().problems}


def test_note_stated_twice_stays(prepared):
    """
    Which of two notes is true nobody knows: it is named until a backup is restored.
    """
    log = prepared(HARMLESS["note stated twice"][0])
    log.rebuild()
    assert ["meta"] == [problem.column for problem in log.verify().problems]


def test_work_that_fails_within_the_file_leaves_no_search_path(sound):
    """
    After a rollback names mean again what we say.
    """
    with connections.reading(sound.path) as connection:
        connection.execute("begin")
        with pytest.raises(duckdb.Error, match="nothing"), connection.within_file():
            connection.database.execute("from nothing")
        connection.execute("rollback")
        assert [("memory",)] == connection.execute("select current_database()").fetchall()


def test_secret_of_a_hostile_meta_is_not_told(prepared, capsys):
    """
    A file whose table of notes is a view is no log.
    """
    log = prepared("alter table meta rename to notes", "create view meta as select 'product' as key, {told} as value")
    ended = run(capsys, "sql", "select 1", "--db", log.path)
    assert CANARY not in ended.out + ended.err
    assert "not a timeline log" in ended.err


@pytest.mark.parametrize("value", ["event", "-1", "1e3", "²", ""])
def test_format_that_is_no_number_is_no_log(prepared, value):
    """
    A format is a number of few digits.
    """
    log = prepared(f"update meta set value = '{value}' where key = 'format'")
    with pytest.raises(LogFormatError, match="not a timeline log"):
        log.status()


FORMAT_1 = ("update meta set value = '1' where key = 'format'", "drop table batches")
COMPUTED = {
    "meta": "(key varchar, value varchar generated always as (key || ' 987654321'))",
    "batches": "(subject ubigint, first bigint, last bigint generated always as (987654321))",
}
"""Tables of the log that compute a column."""


def test_rebuild_brings_a_file_up_to_date_after_what_is_not_ours_was_taken_out(sound, tmp_path):
    """
    A trigger on the notes of an older file is not executed when `rebuild` changes them.
    """
    log = prepare(sound, tmp_path / "log.duckdb", *FORMAT_1)
    canary = "(select content from read_text('" + str(tmp_path / "canary") + "'))"
    with duckdb.connect() as connection:
        connection.execute(f"attach '{log.path}' as stored; use stored")
        connection.execute(
            "create trigger t after update on meta for each statement"
            f" insert into stored.heads select 1, {canary}, 'x', '2026-01-01'"
        )
    log.rebuild()
    assert [] == log.verify(projections=True).problems
    with duckdb.connect(str(log.path), read_only=True) as connection:
        assert CANARY not in str(connection.execute("from heads").fetchall())


@pytest.mark.parametrize("table", sorted(COMPUTED))
def test_computed_columns_of_the_logs_own_tables_are_not_worked_out(prepared, capsys, table):
    """
    No command asks a table that has the name of ours and computes a column, not even to say what is wrong.
    """
    stored = "select key" if table == "meta" else "select subject, first"
    columns = "(key)" if table == "meta" else "(subject, first)"
    log = prepared(
        f"create table kept as from {table}",
        f"drop table {table}",
        f"create table {table} {COMPUTED[table]}",
        f"insert into {table}{columns} {stored} from kept",
    )
    for words in ("verify", "verify --projections", "status", "rebuild", "rebuild --check", "sql select\\n1"):
        ended = run(capsys, *(word.replace("\\n", " ") for word in words.split(" ")), "--db", log.path)
        assert ended.status in (1, 4)
        assert "987654321" not in ended.err
        assert table == "batches" or "not a timeline log" in ended.err


def test_register_of_batches_of_a_file_that_says_it_has_none_is_verified_and_made_anew(prepared):
    """
    What stands in the register is compared wherever there is one, and not kept by the upgrade of a file that has none.
    """
    log = prepared(FORMAT_1[0], "delete from batches", "insert into batches values (1, 1, 1)")
    assert {"batches"} == {problem.column for problem in log.verify().problems}
    log.rebuild()
    assert [] == log.verify(projections=True).problems


def test_file_full_of_notes_is_no_log(prepared):
    """
    The notes of a file are not read without end.
    """
    log = prepared("insert into meta select 'event ' || range, '1' from range(2000)")
    with pytest.raises(LogFormatError, match="not a timeline log"):
        log.status()


def test_default_of_a_macro_is_compared(prepared):
    """
    A macro with our words that answers for another moment when it is not told one is not ours; `rebuild` makes it so.
    """
    with duckdb.connect(str(prepared().path), read_only=True) as connection:
        ((words,),) = connection.execute(
            "select macro_definition from duckdb_functions() where function_name = 'statements' and not internal"
        ).fetchall()
    log = prepared(
        f"create or replace macro statements(p_as_of := '1990-01-01', p_reported_until := null) as table {words}"
    )
    (problem,) = log.verify().problems
    assert "the macro statements is not of timeline's making" in str(problem)
    log.rebuild()
    assert [] == log.verify(projections=True).problems
