"""Rows that were recorded elsewhere are taken in as they are, or refused."""

from __future__ import annotations

import duckdb
import pytest

from building import article, extracted, said
from timeline.admin.erasure import erase
from timeline.errors import IntegrityError, NotFound
from timeline.events.types.payload_erased import PayloadErased
from timeline.events.types.people_merged import PeopleMerged
from timeline.log.append import ExtractedArticle, append_articles
from timeline.log.article_register import ArticleRegister
from timeline.log.event_log import EventLog
from timeline.log.streams import person_stream
from timeline.log.transaction import Origin

MERGED = PeopleMerged(person="Ana Silva", other="A. Silva", names=("A. Silva",), reason="same")
REGISTERS = ("heads", "streams", "revisions", "batches", "meta")


@pytest.fixture
def log(tmp_path):
    """A log of two articles, one of them revised, and a decision about a person."""
    log = EventLog(tmp_path / "log.duckdb")
    append_articles(log, [extracted(article("a"), said("Ana Silva")), ExtractedArticle(article("b"))])
    log.append([(MERGED, Origin(stream=person_stream("Ana Silva")))])
    append_articles(log, [extracted(article("a", title="New"), said("Ana Silva"))])
    return log


@pytest.fixture
def other(tmp_path):
    """Another log, which does not exist yet."""
    return EventLog(tmp_path / "other.duckdb")


def kept(log, *names):
    """The rows of registers."""
    with duckdb.connect(str(log.path), read_only=True) as connection:
        return {name: connection.execute(f"from {name} order by all").fetchall() for name in names or REGISTERS}


def test_registers_are_those_of_the_log(log, other):
    """
    Recorded in two calls that overlap, a log has the rows and registers, heads too, of the one they come from.
    """
    rows = log.read()
    assert [0, 5, 3, 0] == [other.record(given) for given in ([], rows[:5], rows[2:], rows)]
    assert rows == other.read()
    assert kept(log) == kept(other)
    assert ["unchanged"] == [each.outcome for each in append_articles(other, [ExtractedArticle(article("b"))])]


def test_another_log_is_not_mixed_in(log, other):
    """
    Where another event stands already, the position is named and nothing is recorded.
    """
    append_articles(other, [ExtractedArticle(article("a"))])
    before = other.read()
    with pytest.raises(IntegrityError, match="position 1: the log holds another event at this position") as caught:
        other.record(log.read())
    assert (1, "leaf", before) == (caught.value.position, caught.value.column, other.read())


@pytest.mark.parametrize(
    ("change", "column"),
    [({"position": 7}, "position"), ({"stream_position": 3}, "stream_position")],
)
def test_only_the_next_one_is_taken(log, other, change, column):
    """
    A gap in the log, or in a stream, is named by its column.
    """
    first, second, *_ = log.read()
    with pytest.raises(IntegrityError, match=f"{column} 2 was expected, not {change[column]}") as caught:
        other.record([first, second._replace(**change)])
    assert column == caught.value.column
    assert 0 == other.size()


def test_erased_texts_are_entered_as_erased(log, other):
    """
    Of what was erased elsewhere, texts are known to have been there; nothing else is taken for one.
    """
    erase(log.path, "a", reason="They asked for it.")
    rows = log.read()
    assert len(rows) == other.record(rows)
    assert kept(log, "revisions", "streams") == kept(other, "revisions", "streams")
    assert [("a", 1, None), ("a", 2, None)] == [row[:3] for row in kept(other, "revisions")["revisions"][:2]]
    judged = other.judged([article("a"), article("b"), article("c")], ArticleRegister())
    assert ["erased", "unchanged", "published"] == judged
    with pytest.raises(NotFound, match="the text of 'a' was erased: `timeline history a` says why"):
        other.text("a")
    assert "b" == other.text("b")[0].key


def test_what_was_erased_elsewhere_is_not_kept(log, other):
    """
    A log that still holds what was erased elsewhere takes no news of it.
    """
    other.record(log.read())
    erase(log.path, "a", reason="They asked for it.")
    before = other.read()
    with pytest.raises(
        IntegrityError, match="a was erased in the file, not in this log: import into a new log"
    ) as caught:
        other.record(log.read("position > $after", after=len(before)))
    assert (len(before) + 1, "data", before) == (caught.value.position, caught.value.column, other.read())


def test_erasure_of_nothing_is_taken(log, other):
    """
    The news that nothing was left to be erased is no reason to refuse.
    """
    log.append([(PayloadErased(article="z", positions=(), reason="Nothing was there."), Origin(stream="article/z"))])
    assert log.size() == other.record(log.read()) == other.size()
