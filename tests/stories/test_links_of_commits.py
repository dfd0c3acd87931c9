"""What a commit adds is linked inside of it, by every kind of link in turn."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest

import timeline
from building import article
from commands import run
from timeline.events.types.article_placed import ArticlePlaced
from timeline.log.streams import STORY
from timeline.log.transaction import Origin
from timeline.stories import linking


def placed(key, story):
    """The placing of an article, and the stream that it goes to."""
    return ArticlePlaced(article=key, story=story, rule="likeness", confidence=900), Origin(
        stream=f"{STORY}{story}", extractor="trial", extractor_version=1
    )


@pytest.fixture
def log(tmp_path):
    """A timeline that does not exist yet."""
    return timeline.open(tmp_path / "log.duckdb")


@pytest.fixture
def kinds(monkeypatch):
    """Two kinds of links: the first places every article into the story `a`, the second notes what it sees."""
    seen = []

    def notice(new):
        seen.append([(each.article.key, each.revision, len(each.rows), len(new.links)) for each in new.articles])
        return ()

    first = SimpleNamespace(
        EXTRACTOR="trial",
        VERSION=1,
        link=lambda new: [placed(each.article.key, "a") for each in new.articles],
        relink=lambda _: [placed("a", "b")],
    )
    second = SimpleNamespace(EXTRACTOR="trial", VERSION=1, link=notice, relink=lambda _: ())
    monkeypatch.setattr(linking, "KINDS", (first, second))
    return seen


@pytest.mark.usefixtures("kinds")
def test_links_are_part_of_the_commit(log):
    """
    Where an article is, its links are: one head stands over both.
    """
    log.append([article("a"), article("b")])
    rows = log.event_log.read()
    assert ["article_placed", "article_placed"] == [row.type for row in rows[-2:]]
    assert [(len(rows),)] == list(log.sql("select tree_size from heads"))
    assert [("a", "a"), ("b", "a")] == list(log.sql("select article, story from placements order by article"))
    assert log.verify(projections=True).ok


def test_kinds_see_what_is_new_and_what_the_one_before_said(log, kinds):
    """
    What is there already is passed over; a later kind knows the links of an earlier one.
    """
    log.append([article("a")])
    log.append([article("a"), article("b")])
    assert [("a", 1, 1), ("b", 1, 1)] == [(key, revision, links) for ((key, revision, _, links),) in kinds]
    assert all(rows > 1 for ((_, _, rows, _),) in kinds)


def test_nothing_is_linked_when_nobody_wants_it(log, kinds, tmp_path, capsys):
    """
    Without links an append looks for none; `relink` does, kind by kind.
    """
    log.append([article("a")], link=False)
    (tmp_path / "b.txt").write_text("A text of words.\n", "utf-8")
    assert 0 == run(capsys, "append", tmp_path / "b.txt", "--no-link", "--date", "2024-08-13", "--db", log.path).status
    assert [] == kinds
    assert [] == list(log.sql("select story from placements"))
    done = run(capsys, "relink", "--db", log.path)
    assert "changed 1 link\n" == done.out
    assert ["people", "trial", "trial"] == re.findall(r"linking (\w+) \.\.\.", done.err)
    assert [("a", "b")] == list(log.sql("select article, story from placements"))


@pytest.mark.usefixtures("kinds")
def test_link_that_is_retracted_is_gone_from_what_follows(log):
    """
    A person takes a placing back; what undoes it stands in the stream of its story.
    """
    log.append([article("a")])
    placing = log.event_log.read("type = 'article_placed'")[0]
    log.retract(placing.event_id, reason="It is about another ferry.")
    assert [] == list(log.sql("select story from placements"))
    assert placing.stream == log.event_log.read()[-1].stream
    assert log.verify(projections=True).ok
