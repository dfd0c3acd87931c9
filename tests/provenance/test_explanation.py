"""Where an event comes from: its sentences, its text, its place in the tree, and what was decided about it."""

from __future__ import annotations

import pytest
from freezegun import freeze_time

import timeline
from building import article, extracted, happened, said
from row_log import RowLog, in_memory
from timeline.errors import NotFound, QueryError
from timeline.log.append import append_articles
from timeline.model.span import Span
from timeline.provenance.explanation import explain

FIRST, SECOND = "The mayor said the bridge is safe.", "On Monday the bridge was closed."
TEXT = f"{FIRST} {SECOND}\nA ferry sank."
WORDS = (SECOND, "closed.\nA ferry", "ferry sank", "\n", FIRST)


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    """An article, two of the same words that were erased, and a merge of two people."""
    log = timeline.open(tmp_path_factory.mktemp("explained") / "log.duckdb")
    with freeze_time("2026-03-05"):
        for key in ("kept", "sued", "rued"):
            events = [happened(words, text=TEXT) for words in WORDS]
            spoken = said("Ann", text=TEXT), said("Bo", text=TEXT)
            append_articles(log.event_log, [extracted(article(key, TEXT), *events, *spoken)])
    with freeze_time("2026-03-06"):
        log.merge("Ann", "Bo", reason="She writes as both.")
        log.erase("sued", reason="7 O 123/26", by="the court")
        log.erase("rued", reason="A slip.", by="the desk")
    return log


def event_id(log, type_, key=None, place=0):
    """The id of an event of a type, by its article and its place among them."""
    return str([row.event_id for row in log.event_log.read() if (row.type, row.article) == (type_, key)][place])


@pytest.mark.parametrize(
    ("place", "paragraph", "passage"),
    [
        (0, 1, SECOND),
        (1, 1, f"{SECOND}\nA ferry sank."),
        (2, 2, "A ferry sank."),
        (3, 1, "\n"),  # lies in no sentence
        (4, 1, FIRST),
    ],
)
def test_passage_is_the_sentences_that_hold_the_evidence(log, place, paragraph, passage):
    """
    Neither the sentence before nor the one behind belongs to it; the paragraph is that of its beginning.
    """
    found = log.explain(event_id(log, "occurrence_reported", "kept", place))
    assert (paragraph, passage) == (found.paragraph, found.passage.cut(found.article.text))


def test_event_without_evidence_has_no_passage(log):
    """
    A text is an article's but stands nowhere in it; a merge is no article's.
    """
    text = log.explain(event_id(log, "article_published", "kept"))
    assert (TEXT, TEXT, None, Span(0, 0)) == (
        text.article.text, text.event.article.text, text.paragraph, text.passage,
    )  # fmt: skip
    merge = log.explain(event_id(log, "people_merged"))
    assert ("She writes as both.", None, None, Span(0, 0)) == (
        merge.event.reason, merge.article, merge.paragraph, merge.passage,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "reason", "by"), [("sued", "7 O 123/26", "the court"), ("rued", "A slip.", "the desk")]
)
def test_erased_event_tells_why(log, key, reason, by):
    """
    Its place in the tree stays; payload, text and passage are gone, by its own article's erasure.
    """
    found = log.explain(event_id(log, "occurrence_reported", key))
    assert (None, None, None) == (found.event, found.article, found.paragraph)
    assert (reason, by) == (found.erased.reason, found.erased.by)
    assert found.recorded.position <= found.tree_size


def test_event_that_is_there_is_not_erased(log):
    """
    Erasures of other articles do not touch it.
    """
    assert None is log.explain(event_id(log, "occurrence_reported", "kept")).erased


def test_tree_is_the_first_that_holds_the_event(log):
    """
    Later heads hold it as well.
    """
    heads = list(log.sql("from heads order by tree_size"))
    found = log.explain(event_id(log, "occurrence_reported", "kept"))
    assert (heads[0].tree_size, heads[0].root) == (found.tree_size, found.root)


@pytest.mark.parametrize("prefix", ["", "abc", "it is", "0" * 37, "xyz1"])
def test_prefix_is_four_to_all_characters_of_an_id(log, prefix):
    """
    What cannot begin an id is refused, before anything is looked for.
    """
    with pytest.raises(QueryError, match="not an event id"):
        log.explain(prefix)


def test_prefix_must_fit_one_event(log):
    """
    An id in capitals is one; a beginning that no id has is not found.
    """
    whole = event_id(log, "people_merged")
    assert whole == str(log.explain(whole.upper()).recorded.event_id)
    with pytest.raises(NotFound, match="no event has an id"):
        log.explain("ffff0000ffff")
    with pytest.raises(NotFound, match="no event by then has an id"):
        log.explain(whole, as_of="2026-03-05")
    with pytest.raises(NotFound, match="no event by then has an id"):
        log.explain(event_id(log, "occurrence_reported", "kept"), reported_until="2026-03-03")


def test_prefix_of_two_events_is_refused():
    """
    More of its characters are asked for; whole, it is the one event's.
    """
    with in_memory() as connection:
        rows = RowLog(connection)
        first, second = rows.event("mention_linked", article=None), rows.event("mention_linked", article=None)
        with pytest.raises(QueryError, match="several events"):
            explain(connection, str(first)[:8])
        with pytest.raises(NotFound, match="no event has"):
            explain(connection, str(second).replace("0", "1"))
