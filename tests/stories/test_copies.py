"""Articles that print earlier ones again are linked to them when they are appended, and all of them by a relink."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies

import timeline
from timeline.stories import samples
from wires import FORM, REPORT, article, changed

CUT = REPORT.split(" They fear")[0]
UPDATE = changed(REPORT, ("340", "360"))
WEEK = 24 * 7


@pytest.fixture
def log(tmp_path):
    """A timeline that does not exist yet."""
    return timeline.open(tmp_path / "log.duckdb")


def copies(log) -> dict[str, str]:
    """Of what each article is what, as `copy of wire-1`."""
    return {row.article: f"{row.kind} of {row.of}" for row in log.run("copies")}


def every_article():
    """A report of a wire that three outlets print, a later count, forms of three weeks, and what is nothing of it."""
    return [
        article("wire-1"),
        article("post-1", CUT, 3),
        article("daily-1", f"{REPORT} Kim Lind reports.", 5),
        article("gazette-1", UPDATE, 6),
        *(article(f"bank-{week}", changed(FORM, ("400", f"{4 + week}10")), WEEK * week) for week in range(3)),
        article("weekly-1", " ".join(reversed(REPORT.split())), 30),
    ]


FOUND = {
    "post-1": "copy of wire-1", "daily-1": "copy of wire-1", "gazette-1": "update of wire-1",
    "bank-1": "series of bank-0", "bank-2": "series of bank-0",
}  # fmt: skip


def test_articles_are_linked_to_the_earliest_that_they_print_again(log):
    """
    The links are events by a version of the linker, in streams of the earlier articles, and verify.
    """
    log.append(every_article())
    assert FOUND == copies(log)
    link = log.event_log.read("type = 'copies_linked'")[0]
    assert ("copy/wire-1", "copies", 1, "same words", 980) == (
        link.stream, link.extractor, link.extractor_version, link.rule, link.confidence
    )  # fmt: skip
    assert log.verify().ok
    assert all(found.agrees for found in log.rebuild(check=True))


def test_articles_that_come_one_by_one_are_linked_to_those_before(log):
    """
    What is appended later is compared with what is there.
    """
    for each in every_article():
        log.append(each)
    assert FOUND == copies(log)
    assert 0 == log.relink()


def test_an_earlier_article_that_comes_late_stands_for_all(log):
    """
    What was said of them before is said to hold no longer; as of then it holds.
    """
    log.append([article("post-1", CUT, 3), article("daily-1", REPORT, 5)])
    assert {"daily-1": "copy of post-1"} == copies(log)
    log.append(article("wire-1", f"{REPORT} Kim Lind reports."))
    assert {"post-1": "copy of wire-1", "daily-1": "copy of wire-1"} == copies(log)
    assert 0 == log.relink()


def test_what_was_not_linked_is_linked_later(log):
    """
    Articles that were appended without links are compared with the next that is linked, and linked by a relink.
    """
    first, *others, last = [each for each in every_article() if each.source in {"wire", "post", "daily"}]
    log.append([first, *others], link=False)
    assert {} == copies(log)
    log.append(last)
    assert {last.key: "copy of wire-1"} == copies(log)
    log.relink()
    assert 2 == len(log.event_log.read("type = 'copies_linked'"))
    assert {"post-1": "copy of wire-1", "daily-1": "copy of wire-1"} == copies(log)


def test_a_revision_is_compared_anew(log):
    """
    The texts of one article are no copies of each other; what a new text no longer prints is no longer linked.
    """
    log.append([article("wire-1"), article("post-1", CUT, 3)])
    log.append(article("wire-1", f"{REPORT} More follows."))
    assert {"post-1": "copy of wire-1"} == copies(log)
    log.append(article("post-1", " ".join(reversed(CUT.split())), 3))
    assert {} == copies(log)
    log.append(article("daily-1", CUT, 5))
    assert {"daily-1": "copy of wire-1"} == copies(log)
    assert 0 == log.relink()


def test_a_link_that_was_retracted_stays_so(log):
    """
    An article that somebody said is no copy is not linked to what its origin is one of, either.
    """
    log.append([article("post-1", CUT, 3), article("daily-1", REPORT, 5)])
    link = next(iter(log.run("copies"))).event_id
    retraction = log.retract(link, reason="The Daily was there itself.")
    assert {} == copies(log)
    assert 0 == log.relink()
    log.append(article("wire-1", f"{REPORT} Kim Lind reports."))
    assert {"post-1": "copy of wire-1"} == copies(log)
    assert 0 == log.relink()
    log.retract(retraction, reason="It was not.")
    log.relink()
    assert {"post-1": "copy of wire-1", "daily-1": "copy of wire-1"} == copies(log)


def test_what_was_printed_months_later_is_not_compared(log):
    """
    A report that is printed again after a month is news again.
    """
    long = f"{REPORT} {REPORT.lower().replace('e', 'a')}"
    log.append([article("wire-1", long), article("post-1", long, 24 * 31), article("daily-1", long, 24 * 63)])
    assert {"post-1": "copy of wire-1"} == copies(log)
    assert 0 == log.relink()


def test_what_stands_in_print_day_after_day_is_furniture(log):
    """
    A site's frame around two reports does not make them one; in so many articles of fewer days it is a report's.
    """
    frame = f"{REPORT} {REPORT.replace('a', 'o')}"
    log.append([article(f"site-{day}", f"{frame} {'on ' * day} day", 24 * day) for day in range(8)])
    assert {} == {key: of for key, of in copies(log).items() if key == "site-7"}
    log.append([article(f"outlet{n}-1", changed(FORM, ("400", "401"))) for n in range(12)])
    assert 11 == list(copies(log).values()).count("copy of outlet0-1")


def test_a_text_that_was_withdrawn_is_a_copy_of_nothing(log):
    """
    A relink says so; nothing is compared with it any more.
    """
    log.append([article("wire-1"), article("post-1", CUT, 3)])
    log.withdraw("wire-1", reason="It was wrong.")
    assert {} == copies(log)
    log.append(article("daily-1", CUT, 5))
    log.relink()
    assert {"daily-1": "copy of post-1"} == copies(log)


def test_views_tell_which_article_stands_for_a_copy(log):
    """
    Two articles are copies of one where it is the same; an update is a source of its own.
    """
    log.append(every_article())
    assert {("daily-1", "wire-1"), ("post-1", "wire-1")} == set(log.run("copy_origins"))
    assert ["post-1"] == [row.article for row in log.run("copies", article="post-1")]
    assert ["post-1"] == [row.article for row in log.run("copies", publisher="post", kind=["copy", "update"])]
    assert {"bank-1"} == {row.article for row in log.run("copies", since="2026-03-05", until="2026-03-10")}


def test_samples_of_more_articles_than_are_read_at_once_are_all_made(log, monkeypatch):
    """
    A relink reads the texts in parts.
    """
    monkeypatch.setattr(samples, "READ_AT_ONCE", 2)
    monkeypatch.setattr("timeline.stories.copies.COMPARED_AT_ONCE", 1)
    log.append(every_article(), link=False)
    log.relink()
    assert len(FOUND) == len(log.event_log.read("type = 'copies_linked'"))
    assert FOUND == copies(log)


@settings(max_examples=4)
@given(strategies.permutations(every_article()), strategies.sets(strategies.integers(1, 7), max_size=2))
def test_the_order_in_which_articles_come_does_not_matter(order, cuts):
    """
    After a relink the same articles are linked, whatever the order and however many come at once.
    """
    with tempfile.TemporaryDirectory() as folder:
        log = timeline.open(Path(folder) / "log.duckdb")
        for first, last in zip([0, *sorted(cuts)], [*sorted(cuts), len(order)], strict=True):
            log.append(order[first:last])
        log.relink()
        assert FOUND == copies(log)
        assert 0 == log.relink()
