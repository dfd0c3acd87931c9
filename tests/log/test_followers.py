"""What those who follow the commits are told."""

from __future__ import annotations

import pytest

from building import article, extracted, extracted_again, said
from timeline.events.extraction import Extraction
from timeline.events.types.people_merged import PeopleMerged
from timeline.log.append import ExtractedArticle, append_articles
from timeline.log.event_log import EventLog
from timeline.log.streams import PERSON, person_stream
from timeline.log.transaction import Origin

READ = (said("Ana Silva"), said("Tom Reed"))
MERGED = PeopleMerged(person="Ana Silva", other="A. Silva", names=("A. Silva",), reason="same")


@pytest.fixture
def told():
    """What a follower was told."""
    return []


@pytest.fixture
def log(tmp_path, told):
    """A log with an article and a decision about a person, and a follower of what comes after them."""
    path = tmp_path / "log.duckdb"
    quiet = EventLog(path)
    append_articles(quiet, [extracted(article("known"), *READ)])
    quiet.append([(MERGED, Origin(stream=person_stream("Ana Silva")))])
    return EventLog(path, on_commit=[lambda _, commit: told.append(commit)])


SIMPLE = {
    "new articles": (True, lambda log: append_articles(log, [extracted(article(key), *READ) for key in "ab"])),
    "another person": (True, lambda log: log.append([(MERGED, Origin(stream=person_stream("Tom Reed")))])),
    "the same person": (True, lambda log: log.append([(MERGED, Origin(stream=person_stream("Ana Silva")))])),
    "a known article": (
        False, lambda log: extracted_again(log, "known", 1, [Extraction("dates", 1)])
    ),
    "a revision of a new article": (
        False, lambda log: append_articles(log, [ExtractedArticle(article("a", title=title)) for title in ("", "New")])
    ),
    "two versions at once": (
        False,
        lambda log: append_articles(
            log, [ExtractedArticle(article("a"), (Extraction("statements", 1), Extraction("statements", 2)))]
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("simple", "act"), SIMPLE.values(), ids=SIMPLE)
def test_a_commit_is_simple_when_nothing_said_before_is_touched(log, told, simple, act):
    """
    What is new stands for itself; a revision, a second version or what was known before changes what is there.
    """
    act(log)
    assert [simple] == [commit.simple for commit in told]


def test_people_who_were_known_are_named(log, told):
    """
    A decision about a person of earlier decisions names that one, and no article; the next person was not known.
    """
    log.append([(MERGED, Origin(stream=person_stream(name))) for name in ("Ana Silva", "Tom Reed")])
    append_articles(log, [ExtractedArticle(article("known", title="New"))])
    known = person_stream("Ana Silva").removeprefix(PERSON)
    assert [({known}, set()), (set(), {"known"})] == [(each.known("person_id"), each.known("article")) for each in told]


def test_nothing_to_commit_is_told_to_nobody(log, told):
    """
    Without events there is no head and no follower's work.
    """
    before = log.size()
    assert [] == log.append([])
    assert ([], before) == (told, log.size())
