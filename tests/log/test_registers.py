"""The writer's registers: texts, streams, batches, and the kinds of events there are."""

from __future__ import annotations

from datetime import datetime

import duckdb
import pytest

from building import article, extracted, extracted_again, said
from timeline.decisions.corrections import retract
from timeline.errors import ConflictError, InputError
from timeline.events.extraction import Extraction
from timeline.events.types.people_merged import PeopleMerged
from timeline.log.append import ExtractedArticle, append_articles
from timeline.log.article_register import ArticleRegister
from timeline.log.event_log import EventLog
from timeline.log.streams import article_stream, batches, person_stream, subject_number
from timeline.log.transaction import Origin, Transaction
from timeline.store import connections, opening
from timeline.testing import old

NOON = datetime(2026, 3, 4, 12)
MERGED = PeopleMerged(person="Ana Silva", other="A. Silva", names=("A. Silva",), reason="same")


@pytest.fixture
def register():
    """A register that knows one text, seen at noon."""
    register = ArticleRegister()
    register.add(article(), seen=NOON, position=1)
    return register


@pytest.fixture
def log(tmp_path):
    """A log that does not exist yet."""
    return EventLog(tmp_path / "log.duckdb")


def table(log, name):
    """The rows of a register."""
    with duckdb.connect(str(log.path), read_only=True) as connection:
        return connection.execute(f"from {name} order by all").fetchall()


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        (article(), "unchanged"),
        (article(captured="2026-03-09"), "unchanged"),
        (article(title="New"), "revised"),
        (article(title="New", captured="2026-03-01"), "revised"),
        (article("b"), "published"),
    ],
    ids=["the same", "the same later", "another", "another of before", "another key"],
)
def test_text_beside_the_one_that_is_known(register, given, outcome):
    """
    The current text stays what it is, however late it was captured; another is a revision.
    """
    assert outcome == register.judge(given)


@pytest.mark.parametrize(
    ("captured", "outcome"),
    [(None, "unchanged"), ("2026-03-04T11:00", "unchanged"), ("2026-03-06", "unchanged"), ("2026-03-07", "revised")],
)
def test_text_of_before_comes_back_only_later(register, captured, outcome):
    """
    A text that was replaced is a revision again when it was captured after what replaced it, and then only.
    """
    register.add(article(title="New", captured="2026-03-06"), seen=NOON, position=5)
    assert outcome == register.judge(article(captured=captured))


def test_text_of_before_is_said_to_be_superseded(register):
    """
    An earlier text is named with the current one; the current text and one that is new are not superseded.
    """
    register.add(article(title="New"), seen=datetime(2026, 3, 6), position=5)
    register.add(article(title="Newer"), seen=datetime(2026, 3, 5), position=9)
    titles = (None, "New", "Newer", "Newest")
    assert [(1, 2), None, (3, 2), None] == [register.superseded(article(title=title)) for title in titles]


def test_text_is_seen_when_it_was_captured(register):
    """
    A text counts from its capture, one without from when it is recorded.
    """
    register.add(article(title="New", captured="2026-03-06"), seen=NOON, position=5)
    assert [NOON, datetime(2026, 3, 6)] == [text.seen for text in register.texts("a")]


def test_nothing_is_taken_in_under_an_erased_key(register):
    """
    A key of which a text was erased is refused with what to do, whatever else is known of it.
    """
    register.add_erased("a", seen=NOON, position=9)
    assert (True, False) == (register.is_erased("a"), register.is_erased("b"))
    with pytest.raises(InputError, match="a was erased and cannot be appended again"):
        register.judge(article())


def test_what_was_entered_is_not_looked_up_again(log, register):
    """
    Keys that are known stay as this call has them; others are read, at all places or at those that are named.
    """
    append_articles(log, [ExtractedArticle(article(key)) for key in ("a", "b", "c", "d")])
    with connections.reading(log.path) as connection:
        register.look_up(connection, ["a", "b"])
        register.look_up(connection, ["c"], positions=[2, 3, 4])
        register.look_up(connection, ["d"], positions=[])
    assert [[1], [2], [3], []] == [[text.position for text in register.texts(key)] for key in "abcd"]
    assert NOON == register.texts("a")[0].seen


def test_articles_are_judged_before_they_are_appended(log):
    """
    What is there already is unchanged, what is given twice is published once.
    """
    append_articles(log, [ExtractedArticle(article("a"))])
    given = [article("a"), article("b"), article("b"), article("a", title="New")]
    assert ["unchanged", "published", "unchanged", "revised"] == log.judged(given, ArticleRegister())


def test_text_of_a_revision(log):
    """
    A text is asked for by its number, by default the last; its origin says when it was printed.
    """
    append_articles(log, [ExtractedArticle(article(title=title)) for title in ("One", "Two", "Three")])
    found = [log.text("a", revision) for revision in (1, 2, None)]
    assert ["One", "Two", "Three"] == [text.title for text, _ in found]
    assert [1, 2, 3] == [origin.revision for _, origin in found]


def test_each_stream_has_one_row(log):
    """
    A stream that goes on has its row replaced: how many events, from where on.
    """
    append_articles(log, [extracted(article("a"), said("Ana Silva")), extracted(article("b"))])
    extracted_again(log, "a", 1, [Extraction("dates", 1)])
    append_articles(log, [extracted(article("c"))])
    assert [("article/a", 4, 1), ("article/b", 2, 4), ("article/c", 2, 7)] == table(log, "streams")


def test_batch_is_of_a_stream_and_of_an_article(log):
    """
    What is said about an article in another stream stands under both; what is about none, under its stream.
    """
    append_articles(log, [ExtractedArticle(article("a"))])
    log.append(
        [(MERGED, Origin(stream=person_stream("Ana"), article="a")), (MERGED, Origin(stream=person_stream("Tom")))]
    )
    ana, tom, text = (
        subject_number(name) for name in (person_stream("Ana"), person_stream("Tom"), article_stream("a"))
    )
    assert {(text, 1, 1), (ana, 2, 2), (text, 2, 2), (tom, 3, 3)} == set(table(log, "batches"))
    assert sorted(batches(log.read())) == table(log, "batches")


def test_expected_version_is_that_of_the_stream(log):
    """
    Who expects another number of events than a stream has is told both, and nothing is appended.
    """
    stream = person_stream("Ana Silva")
    given = [(MERGED, Origin(stream=stream))]
    log.append(given, expected_version={stream: 0})
    with pytest.raises(ConflictError) as caught:
        log.append(given, expected_version={stream: 0})
    assert (stream, 0, 1) == (caught.value.stream, caught.value.expected, caught.value.actual)
    log.append(given, expected_version={stream: 1})
    assert [1, 2] == [row.stream_position for row in log.read()]


def test_rule_and_confidence_are_those_of_assertions(log):
    """
    What an extractor read carries its rule and how sure that is; an article does not.
    """
    append_articles(log, [extracted(article(), said("Ana Silva", confidence=700))])
    assert [(None, None), ("test", 700), (None, None)] == [(row.rule, row.confidence) for row in log.read()]


def test_meta_knows_the_newest_version_of_each_kind():
    """
    Types are entered with the newest version there is, also when an earlier one is recorded after it.
    """
    connection, found = opening.in_memory(), []
    for version in (1, 3, 2):
        transaction = Transaction(connection)
        transaction.append([(old("tide_measured", version, metres=1), Origin(stream="x"))])
        transaction.write()
        found.append(connection.execute("select value from meta where key = 'event tide_measured'").fetchall())
    assert [[("1",)], [("3",)], [("3",)]] == found


def test_correction_names_its_article_as_known(tmp_path):
    """
    The first event of a stream of its own still touches the article that it is about.
    """
    told = []
    log = EventLog(tmp_path / "log.duckdb", on_commit=[lambda _, commit: told.append(commit.articles)])
    append_articles(log, [extracted(article(), said("Ana Silva"))])
    retract(log, log.read("type = 'statement_reported'")[0].event_id, reason="no")
    assert [set(), {"a"}] == told
