"""The page that asks the log in SQL."""

from __future__ import annotations

import csv
import io

import pytest

import looking
from looking import Seen, dangers
from timeline import sql_files
from timeline.web.pages import sql


@pytest.fixture(scope="module")
def asking(log):
    """Pages with it."""
    return looking.client(log, options=["sql"])


def test_it_is_not_there_unless_asked_for(site, asking):
    """
    Neither the page nor its twins nor a link to it.
    """
    assert [404] * 3 == [site.get(path).status_code for path in ("/sql?query=select+1", "/sql.json", "/sql.csv")]
    assert "/sql" not in Seen(site.get("/help").text).links
    assert "/sql" in Seen(asking.get("/help").text).links


def test_a_query_has_its_rows_and_twins(asking):
    """
    The page shows a table, JSON and CSV hold the same rows; columns of one name are told apart.
    """
    query = {
        "query": "select article, count(*) as n, null as n from statements group by article order by n desc, article"
    }
    page = asking.get("/sql", params=query)
    assert (200, []) == (page.status_code, dangers(page.text))
    assert "2 rows" in Seen(page.text).text
    rows = asking.get("/sql.json", params=query).json()["rows"]
    assert [("post/1 & 2?", None), ("sea.json", None)] == sorted((row["article"], row["n_2"]) for row in rows)
    table = csv.DictReader(io.StringIO(asking.get("/sql.csv", params=query).text))
    assert [str(row["n"]) for row in rows] == [row["n"] for row in table]
    assert any(link.startswith("/sql.csv?query=select") for link in Seen(page.text).links)


@pytest.mark.parametrize("name", sql_files.load("examples"))
def test_examples_run(asking, name):
    """
    Each example is answered.
    """
    answer = asking.get("/sql", params={"query": sql_files.find("examples", name).sql})
    assert (200, False) == (answer.status_code, "problem" in answer.text)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("selekt 1", "syntax error"),
        ("select 1; select 2", "one statement"),
        ("delete from log", "read"),
        ("with gone as (delete from log returning *) select * from gone", ""),
        ("select * from read_csv('/etc/passwd')", ""),
        ("copy (select 1) to 'out.csv'", ""),
        ("select error('<b>' || chr(10) || 'x')", "<b> x"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(asking, query, words):
    """
    With the query still there, and twins that are errors, too.
    """
    answer = asking.get("/sql", params={"query": query})
    page = Seen(answer.text)
    assert (400, []) == (answer.status_code, dangers(answer.text))
    assert words in page.text
    assert " ".join(query.split()) in page.text
    assert "--" not in page.text
    assert 400 == asking.get("/sql.json", params={"query": query}).status_code


def test_a_query_is_stopped_in_time(asking, monkeypatch):
    """
    One that would go on for ever is told that it took too long, without the options of another program.
    """
    monkeypatch.setattr(sql, "LIMITS", sql.sandbox.Limits(seconds=0.5, rows=10, megabytes=256))
    answer = asking.get("/sql", params={"query": "select count(*) from range(1000000) a, range(1000000) b, log"})
    assert (400, True) == (answer.status_code, "stopped after 0.5 s: ask for less." in answer.text)


def test_rows_are_limited(asking, monkeypatch):
    """
    The page says that there are more; the twins hold as many as a query may have.
    """
    monkeypatch.setattr(sql, "LIMITS", sql.sandbox.Limits(seconds=10, rows=7, megabytes=256))
    monkeypatch.setattr(sql, "SHOWN", 3)
    query = {"query": "select i from range(50) t(i)"}
    page = asking.get("/sql", params=query).text
    assert "More than 7 rows" in Seen(page).text
    assert 3 == page.count("<td")
    assert 7 == len(asking.get("/sql.json", params=query).json()["rows"])


@pytest.mark.parametrize(
    "payload", ["<script>alert(1)</script>", "</textarea><script>", "' onfocus=alert(1)", "{{ 7*7 }}"]
)
def test_results_stay_text(asking, payload):
    """
    Names of columns, values and the query itself are never read as elements.
    """
    literal = payload.replace("'", "''")
    query = f"select '{literal}' as \"{payload}\", ['{literal}'] as list, {{'k': '{literal}'}} as struct"
    answer = asking.get("/sql", params={"query": query})
    assert (200, []) == (answer.status_code, dangers(answer.text))
    assert payload in Seen(answer.text).text


def test_long_queries_are_refused(asking):
    """
    With a sentence.
    """
    answer = asking.get("/sql", params={"query": "x" * 4001})
    assert (400, True) == (answer.status_code, "4000 characters" in answer.text)


def test_few_queries_run_at_once(asking, monkeypatch):
    """
    One more is told to come back.
    """
    monkeypatch.setattr(sql, "LIMITS", sql.sandbox.Limits(seconds=0.1))
    for _ in range(sql.AT_ONCE):
        sql.FREE.acquire()
    try:
        answer = asking.get("/sql", params={"query": "select 1"})
    finally:
        for _ in range(sql.AT_ONCE):
            sql.FREE.release()
    assert (400, True) == (answer.status_code, "running already" in answer.text)
