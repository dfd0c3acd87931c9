"""What a log's keeper is told, and what the methods take, condition by condition."""

from __future__ import annotations

import duckdb
import pytest
from attrs import evolve

import timeline
from building import article, extracted, said
from timeline.errors import LogFormatError, NotFound
from timeline.integrity import proofs
from timeline.log.append import append_articles
from timeline.log.merkle import EMPTY
from timeline.store import connections, partial_rows


@pytest.fixture
def log(tmp_path):
    """An article in which one statement was read."""
    log = timeline.open(tmp_path / "log.duckdb")
    append_articles(log.event_log, [extracted(article(), said("Ann"))])
    return log


def change(log, *statements):
    """Behind the log's back."""
    with duckdb.connect(str(log.path)) as connection:
        for statement in statements:
            connection.execute(statement)


def outdate(log):
    """Tables of another version."""
    change(log, "update meta set value = 'old' where key = 'queries'")


def test_verify_holds_a_kept_head_and_projections_if_asked(log):
    """
    Either is compared only when it was asked for.
    """
    assert log.verify(kept=log.head(), projections=True).ok
    assert ["head"] == [found.column for found in log.verify(kept=evolve(log.head(), root="11" * 32)).problems]
    change(log, "update statement_history set speaker = 'Nobody'")
    assert log.verify().ok
    assert ["statements"] == [found.column for found in log.verify(projections=True).problems]


def test_event_and_head_are_proved(log):
    """
    An event is given by its id or the beginning of it, an earlier state of the log by its head.
    """
    kept = log.head()
    append_articles(log.event_log, [extracted(article("b"))])
    assert proofs.extends(log.prove(kept), kept)
    event = log.event_log.read()[1].event_id
    assert proofs.includes(log.prove(event))
    assert (1, log.prove(event)) == (log.prove(str(event)[:8]).first, log.prove(str(event)[:8]))


def test_rebuild_mends_what_its_check_only_names(log):
    """
    The check changes nothing; without it, what was wrong is right.
    """
    change(log, "update statement_history set speaker = 'Nobody'")
    for _ in range(2):
        assert ["statements"] == [each.projection for each in log.rebuild(check=True) if not each.agrees]
    assert all(each.agrees for each in log.rebuild())
    assert ["Ann"] == [row.speaker for row in log.statements()]


def test_tables_of_another_version_are_rebuilt_not_compared(log):
    """
    There is nothing to compare them with, and rebuilding them needs no comparison.
    """
    outdate(log)
    with pytest.raises(LogFormatError, match="of another version: run `timeline rebuild`"):
        log.rebuild(check=True)
    assert all(each.agrees for each in log.rebuild())


def test_rebuild_makes_no_log(tmp_path):
    """
    A path that was mistyped stays free.
    """
    log = timeline.open(tmp_path / "none.duckdb")
    with pytest.raises(NotFound, match="append an article first"):
        log.rebuild()
    assert not log.path.exists()


def test_status_says_whether_tables_are_current(log):
    """
    What only current tables can tell is not told by others.
    """
    assert ("current", 0) == (log.status()["projections"], log.status()["unmatched"])
    outdate(log)
    assert ("out of date: run `timeline rebuild`", None) == (log.status()["projections"], log.status()["unmatched"])


def test_status_of_an_empty_log(log):
    """
    No event and no head are a state, too.
    """
    assert 3 == log.status()["events"]
    change(log, "delete from heads")
    assert (0, EMPTY, None) == tuple(log.status()[name] for name in ("events", "root", "recorded_at"))


def test_status_counts_what_was_erased(log):
    """
    Erased payloads are mentioned where there are any.
    """
    assert "payloads erased" not in log.status()
    assert log.erase("a", reason="by order").payloads == log.status()["payloads erased"]


def test_names_are_linked_anew_when_links_were_erased(tmp_path):
    """
    Two spellings that were linked to a third are linked to each other when the article of that is erased.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    spellings = {"Volodymyr Zelenskyy": "a", "Volodymyr Zelensky": "b", "Volodymyr Zelenskiy": "c"}
    for name, key in spellings.items():
        append_articles(log.event_log, [extracted(article(key), said(name))])
    log.link()
    (person,) = {row.person for row in log.people()}
    assert log.erase(spellings[person], reason="by order").links > 0
    assert 1 == len({row.person for row in log.people()})
    assert 0 == log.link()


def test_one_thing_or_several_are_appended(tmp_path):
    """
    An article, a path as text or as a path, or several of these in any order.
    """
    log, path = timeline.open(tmp_path / "log.duckdb"), tmp_path / "feed.jsonl"
    path.write_text('{"id": "x", "published": "2026-03-04", "text": "The bridge was closed."}\n')
    assert 1 == log.append(article("a")).published
    assert 1 == log.append(str(path)).published
    again = log.append([path, article("b"), str(path)])
    assert (1, 2, 0) == (again.published, again.unchanged, len(again.failures))


def test_view_gives_so_many_rows(log):
    """
    All of them, when nobody says how many; none are some, too.
    """
    counts = [len(log.run("events", limit=limit)) for limit in (None, 2, 0)]
    assert [3, 2, 0] == counts


def test_one_article_opens_the_file_twice(tmp_path, monkeypatch):
    """
    The file is opened to see what is new, then once to write it with the links of its names: not for each question.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    log.append(article("a", text='Ana Lind said: "We opened it on Monday."'))
    opened, opening = [], connections.opened
    monkeypatch.setattr(
        connections, "opened", lambda *args, **kwargs: opened.append(kwargs) or opening(*args, **kwargs)
    )
    log.append(article("b", text='Ana Lind of Norvik said: "We opened the other one on Monday."'))
    assert [True, False] == [each["read_only"] for each in opened]


@pytest.mark.parametrize("page", [1, 2, 3, 100])
@pytest.mark.parametrize("asked", [{}, {"after": 2}, {"type": "extraction_completed"}, {"since": "2020-01-01"}])
def test_log_in_pages_is_the_log(log, monkeypatch, page, asked):
    """
    Pages of any length, with rows or without, hold what one answer holds, and others write between them.
    """
    append_articles(log.event_log, [extracted(article("b"), said("Ben")), extracted(article("c"))])
    expected = log.run("events", **asked)
    monkeypatch.setattr(partial_rows, "PAGE_EVENTS", page)
    found = log.log(**asked)
    assert (expected.columns, expected.dicts()) == (found.columns, found.dicts())
    each = iter(found)
    given = [next(each)]
    append_articles(timeline.open(log.path, wait=0).event_log, [extracted(article("d"))])
    assert list(expected) == given + list(each)
