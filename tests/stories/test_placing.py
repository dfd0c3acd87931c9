"""Articles are placed in stories when they are appended, and all of them by a relink."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from attrs import evolve
from freezegun import freeze_time
from hypothesis import given, settings, strategies

import timeline
from ferries import ALONE, ELECTION, FERRY, every_article, printed, stories
from timeline.stories import placing

EVERY = [["courier", "gazette"], ["daily", "post", "wire"], ["weekly"]]


@pytest.fixture
def log(tmp_path):
    """A timeline that does not exist yet."""
    return timeline.open(tmp_path / "log.duckdb")


def test_articles_that_report_one_event_are_one_story(log):
    """
    A story goes by its earliest article; who is alone is a story of its own, of which nothing is recorded.
    """
    log.append(every_article())
    assert EVERY == stories(log)
    placed = log.event_log.read("type = 'article_placed'")
    assert {("story/courier", "stories", 1, "alike", 900), ("story/daily", "stories", 1, "alike", 900)} == {
        (row.stream, row.extractor, row.extractor_version, row.rule, row.confidence) for row in placed
    }
    assert 3 == len(placed)
    assert log.verify().ok
    assert all(found.agrees for found in log.rebuild(check=True))


def test_articles_that_come_one_by_one_are_placed_among_those_before(log):
    """
    What is appended later is compared with what is there, whichever was printed first.
    """
    for article in every_article():
        log.append(article)
    assert EVERY == stories(log)
    log.append(evolve(printed("post"), key="early", published="2026-03-02"))
    assert ["early", "daily", "post", "wire"] in stories(log)
    assert 0 == log.relink()


def test_again_appends_nothing(log):
    """
    An article that is there is placed; linking all again changes nothing.
    """
    log.append(every_article())
    size = log.event_log.size()
    log.append(every_article())
    assert 0 == log.relink()
    assert size == log.event_log.size()


def test_revised_article_is_placed_by_its_new_text(log):
    """
    An article that turns to another event leaves its story, and the others find it by what it says now.
    """
    log.append(every_article())
    title, text = ELECTION["gazette"]
    log.append(printed("wire", title=title, text=text + " The count ended on Monday."))
    assert [["courier", "gazette", "wire"], ["daily", "post"], ["weekly"]] == stories(log)
    assert 0 == log.relink()
    (placed,) = log.event_log.read("type = 'article_placed' and stream = 'story/courier' and data like '%wire%'")
    assert "alike" == placed.rule


def test_article_that_is_alone_again_says_so(log):
    """
    Who leaves a story of two is a story of its own by an event.
    """
    log.append([printed(key) for key in ELECTION])
    title, text = ALONE["weekly"]
    log.append(printed("gazette", title=title, text=text))
    assert [["courier"], ["gazette"]] == stories(log)
    assert "alone" == log.event_log.read("type = 'article_placed'")[-1].rule


def test_articles_far_apart_are_two_stories(log):
    """
    The same words a year later are about something else.
    """
    log.append([printed("post"), evolve(printed("post"), key="later", published="2027-03-03")])
    assert [["later"], ["post"]] == stories(log)


def test_articles_are_linked_later_where_that_was_left_out(log):
    """
    Without links nothing is placed, and a relink does what the append would have done.
    """
    log.append(every_article(), link=False)
    assert [[key] for key in sorted((*FERRY, *ELECTION, *ALONE))] == stories(log)
    log.relink()
    assert 3 == len(log.event_log.read("type = 'article_placed'"))
    assert EVERY == stories(log)


def test_stories_as_they_were(log):
    """
    A story as of a moment has the articles that were placed in it by then.
    """
    with freeze_time("2026-03-04"):
        log.append([printed("post"), printed("daily")])
    with freeze_time("2026-03-05"):
        log.append(printed("wire"))
    assert [["daily", "post"]] == stories(log, as_of="2026-03-04")
    assert [["daily", "post", "wire"]] == stories(log)
    assert [] == stories(log, reported_until="2026-03-02")


@settings(max_examples=4)
@given(strategies.permutations(every_article()), strategies.integers(1, 6))
def test_order_of_arrival_has_no_effect_after_a_relink(articles, group):
    """
    In whatever order and in whatever commits articles come, linking all of them gives the same stories.
    """
    with tempfile.TemporaryDirectory() as folder:
        log = timeline.open(Path(folder) / "log.duckdb")
        for at in range(0, len(articles), group):
            log.append(articles[at : at + group])
        log.relink()
        assert EVERY == stories(log)


def test_large_stories_take_others_in(log, monkeypatch):
    """
    Members of a large story are not asked again, a new article of it is placed all the same.
    """
    monkeypatch.setattr(placing, "WHOLE_ARTICLES", 1)
    log.append([printed("post"), printed("daily")])
    log.append(printed("wire"))
    assert [["daily", "post", "wire"]] == stories(log)


def test_frequencies_are_kept_when_they_are_folded(log, monkeypatch):
    """
    Making the rows of a term one changes nothing in what is found.
    """
    monkeypatch.setattr(placing, "FOLDED_ARTICLES", 2)
    for article in every_article():
        log.append(article)
    assert EVERY == stories(log)
    (twice,) = log.sql("select count(*) - count(distinct term) from story_frequencies")[0]
    assert 0 == twice


def test_articles_are_found_after_an_erasure(log):
    """
    What is erased takes with it what is kept of all articles to compare them; the next append makes it anew.
    """
    log.append([printed("post"), printed("daily"), printed("weekly")])
    log.erase("weekly", reason="x")
    log.append(printed("wire"))
    assert [["daily", "post", "wire"]] == stories(log)
    assert 0 == log.relink()
