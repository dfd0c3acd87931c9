"""The answer to a query of the caller's own."""

from __future__ import annotations

import pytest

from building import article, extracted
from timeline.errors import QueryError
from timeline.log.append import append_articles
from timeline.log.event_log import EventLog
from timeline.store import partial_rows
from timeline.store.partial_rows import PagedRows
from timeline.store.rows import Rows


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A log of one article."""
    path = tmp_path_factory.mktemp("rows") / "log.duckdb"
    append_articles(EventLog(path), [extracted(article())])
    return path


def test_values_are_bound(path):
    """
    Parameters stand for values; without any the query is run as it is.
    """
    assert ("n", [(2,)]) == (Rows(path, "select $n + 1 as n", {"n": 1}).columns[0], list(Rows(path, "select 2")))


@pytest.mark.parametrize(("rows_of", "lengths"), [("true", [2, 2, 2]), ("position % 2 = 1", [2, 4, 2])])
def test_pages_grow_where_few_rows_are_found(path, monkeypatch, rows_of, lengths):
    """
    A page of which no more than half is filled is followed by one that is twice as long.
    """
    append_articles(EventLog(path), [extracted(article(key)) for key in "bcdefg"])
    asked: list[int] = []
    page = PagedRows._page
    monkeypatch.setattr(partial_rows, "PAGE_EVENTS", 2)
    monkeypatch.setattr(PagedRows, "_page", lambda self, at, to: asked.append(to - at) or page(self, at, to))
    sql = f"select position from log where position > $after and position <= $up_to and {rows_of}"
    list(PagedRows(path, sql, {"after": 0}))
    assert lengths == asked[:3]


@pytest.mark.parametrize("query", ["", "-- select 1", ";"])
@pytest.mark.parametrize("form", [len, Rows.df])
def test_no_statement(path, query, form):
    """
    A query that is no statement is refused as one, whatever form the answer is to have.
    """
    with pytest.raises(QueryError, match=r"^give one statement, not none\.$"):
        form(Rows(path, query))


@pytest.mark.parametrize(
    ("query", "stale"), [("from statement_lines", True), ("select 1 +", False), ("select error('no')", False)]
)
def test_what_is_not_there_may_be_of_another_version(path, query, stale):
    """
    Only where a table or view is missing, `timeline rebuild` is named, as that would make it.
    """
    with pytest.raises(QueryError) as caught:
        len(Rows(path, query))
    assert stale == ("run `timeline rebuild`" in str(caught.value))
