"""What people decide about stories: which are one, and which articles report another."""

from __future__ import annotations

import pytest
from attrs import evolve
from freezegun import freeze_time

import timeline
from ferries import every_article, printed, stories
from timeline.errors import NotFound, QueryError
from timeline.stories.finding import articles_of, find

EVERY = [["courier", "gazette"], ["daily", "post", "wire"], ["weekly"]]


@pytest.fixture
def log(tmp_path):
    """A timeline of articles about an election, a ferry and bees."""
    made = timeline.open(tmp_path / "log.duckdb")
    with freeze_time("2026-03-05"):
        made.append(every_article())
    return made


def test_story_goes_by_many_names(log):
    """
    A story is found by its key, by any of its articles, or by a part of its headline or key.
    """
    assert "daily" == find(log.path, "daily") == find(log.path, "wire") == find(log.path, "ferry")
    assert "weekly" == find(log.path, "BEEKEEPERS")
    assert ["courier", "gazette"] == articles_of(log.path, "gazette")


def test_name_of_no_story_or_several_is_refused(log):
    """
    What fits none or several is said with those that may be meant; one of several articles comes first.
    """
    with pytest.raises(NotFound, match=r"did you mean 'Ferry Alder sinks off Lindow' \[daily\]\?"):
        find(log.path, "sunken ferry")
    with pytest.raises(NotFound, match="`timeline stories` shows them"):
        find(log.path, "xyz")
    with pytest.raises(QueryError, match=r"may be 2 stories .*give more of the title"):
        find(log.path, "r")


def test_merged_stories_are_one_until_that_is_retracted(log):
    """
    A merge places all articles of both, wins over rules, and is undone by retracting it.
    """
    with freeze_time("2026-03-06"):
        merged = log.merge_stories("ferry", "gazette", reason="One took the other's voters.", by="M. Ito")
    together = ["courier", "daily", "gazette", "post", "wire"]
    assert [together, ["weekly"]] == stories(log)
    assert EVERY == stories(log, as_of="2026-03-05")
    assert 0 == log.relink()
    with freeze_time("2026-03-07"):
        log.append(evolve(printed("post"), key="more"))
    assert [sorted([*together, "more"]), ["weekly"]] == stories(log)
    with freeze_time("2026-03-08"):
        log.retract(merged, reason="It did not.")
    assert [["courier", "gazette"], ["daily", "more", "post", "wire"], ["weekly"]] == stories(log)
    assert 0 == log.relink()
    assert log.verify().ok
    assert all(found.agrees for found in log.rebuild(check=True))


def test_split_articles_stay_apart_until_that_is_retracted(log):
    """
    Articles that are taken out report a story of their own, whatever their words, and no later article changes that.
    """
    split = log.split_story(["wire"], reason="It is about the trial.")
    apart = [["courier", "gazette"], ["daily", "post"], ["weekly"], ["wire"]]
    assert apart == stories(log)
    assert 0 == log.relink()
    log.append(evolve(printed("gazette"), key="again"))
    assert ["wire"] in stories(log)
    log.retract(split, reason="It is not.")
    assert ["daily", "post", "wire"] in stories(log)


def test_articles_are_split_into_another_story(log):
    """
    Articles may be taken out of one story for another that is there.
    """
    log.split_story(["wire"], into="Verrin", reason="It is about the mayor.")
    assert [["courier", "gazette", "wire"], ["daily", "post"], ["weekly"]] == stories(log)
    assert 0 == log.relink()


def test_first_article_of_a_story_is_split_off(log):
    """
    Where the article goes that a story goes by, the others are the story that is new.
    """
    log.split_story(["daily"], reason="It is about another ferry.")
    assert [["courier", "gazette"], ["daily"], ["post", "wire"], ["weekly"]] == stories(log)


def test_decision_that_changes_nothing_is_refused(log):
    """
    One story is not merged with itself, and what is all of a story is not taken out of it.
    """
    with pytest.raises(QueryError, match="are one story already: 'daily'"):
        log.merge_stories("post", "wire", reason="x")
    with pytest.raises(QueryError, match="all of the story 'courier' already"):
        log.split_story(["gazette", "courier"], reason="x")
    with pytest.raises(QueryError, match="all of the story 'daily' already"):
        log.split_story(["wire"], into="ferry", reason="x")
    with pytest.raises(QueryError, match="are of 2 stories"):
        log.split_story(["wire", "gazette"], reason="x")
    with pytest.raises(NotFound):
        log.split_story(["nothing"], reason="x")


def test_decision_about_articles_that_were_not_linked(tmp_path):
    """
    Where articles were appended without links, a decision links all of them.
    """
    log = timeline.open(tmp_path / "unlinked.duckdb")
    log.append(every_article(), link=False)
    log.merge_stories("post", "gazette", reason="x")
    assert [["courier", "daily", "gazette", "post", "wire"], ["weekly"]] == stories(log)


def test_last_decision_holds(log):
    """
    What was split is one again by a later merge.
    """
    log.split_story(["wire"], reason="x")
    log.merge_stories("daily", "wire", reason="It was one after all.")
    assert ["daily", "post", "wire"] in stories(log)
