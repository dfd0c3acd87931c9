"""The first rows of what is folded are those of the whole, however much is told again."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

import pytest

import timeline
from building import article, extracted, said
from row_log import day
from timeline.log.append import append_articles
from timeline.store.partial_rows import MORE_STATEMENTS

WORDS = "we will rebuild the old wall by the river before next winter comes".split()  # noqa: SIM905 - it is a sentence
FIRST = datetime(2026, 3, 1)


def tellings(random, count, days):
    """Articles of some weeks in which a few people, named or not, say parts of one sentence, of whatever time."""
    for number in range(count):
        start = random.randrange(6)
        quote = " ".join(WORDS[start : start + random.randint(1, 12)])
        manner = random.choice(("direct", "indirect", "mixed"))
        if manner == "mixed":
            quote = f"it is so that “{quote}” or {random.choice(WORDS)}"
        begins = FIRST + timedelta(days=random.randrange(2 * days))
        ends = begins + timedelta(days=random.choice((1, 1, 7, 90)))
        printed = FIRST.date() + timedelta(days=random.randrange(days))
        statement = said(
            random.choice(("Ann Lee", "Bo", None)), quote, text=quote, manner=manner, said_to=ends,
            said_from=random.choice((begins, begins, None)), confidence=random.choice((500, 900)),
        )  # fmt: skip
        yield extracted(article(f"{number}", f"{quote}.", str(printed)), statement)


@pytest.mark.parametrize("seed", range(2))
def test_first_rows_are_those_of_the_whole(tmp_path, seed):
    """
    With a limit the rows are the first ones without it, to the last citation: in logs of repeats, of any question.
    """
    random = Random(seed)  # noqa: S311 - made-up news is no secret
    log = timeline.open(tmp_path / "news.duckdb")
    append_articles(log.event_log, list(tellings(random, 90, days=random.choice((12, 60)))))
    log.merge("Ann Lee", "Bo", reason="They are one.")
    for asked in (
        {},
        {"speaker": "ann"},
        {"about": ["river", "wall"], "reported_until": "2026-03-20"},
        {"person": "Bo"},
    ):
        whole, limit = list(log.statements(**asked)), random.randint(1, 20)
        assert whole[:limit] == list(log.statements(limit=limit, **asked)), (asked, limit)


CHAIN = ("we will rebuild the wall", "we will rebuild the wall by the river", "rebuild the wall by",
         "they rebuild the wall by the long sea shore")  # fmt: skip
"""Each is told three days after the one before it; the third stands in the second and in the fourth, a fuller one."""


@pytest.mark.parametrize("speaker", ["Ann", None])
@pytest.mark.parametrize("start", range(1, 10))
def test_nine_days_around_the_earliest_are_folded(rows, start, speaker):
    """
    What is the fullest of another is found three days further on, and what is fuller for that one after three more.
    """
    said = CHAIN if speaker else (CHAIN[0], CHAIN[0].upper(), CHAIN[0] + "!", f"{CHAIN[0]}?")
    for number, quote in enumerate(said):
        key, at = f"{number}", day(start + 3 * number)
        rows.add("article", article=key, published=at)
        rows.add(
            "statement", article=key, quote=quote, speaker=speaker, said_from=at, said_to=day(start + 3 * number + 1)
        )
    whole = rows.view("who_said_what_when")
    assert whole[:1] == rows.view("who_said_what_when", begins_by=f"2026-03-{start:02}")


@pytest.mark.parametrize(("limit", "others"), [(2, 0), (3, 5)])
def test_more_is_folded_where_one_row_is_told_often(tmp_path, limit, others):
    """
    The earliest statements may all be one row: then later ones are folded as well, until there are rows enough.
    """
    log = timeline.open(tmp_path / "news.duckdb")
    told = [extracted(article(f"{number}"), said("Ann")) for number in range(MORE_STATEMENTS * 3 + 1)]
    later = datetime(2026, 4, 1)
    others = [extracted(article(f"b{number}"), said(f"Bo {number}", said_to=later)) for number in range(others)]
    append_articles(log.event_log, told + others)
    assert list(log.statements())[:limit] == list(log.statements(limit=limit))
    assert min(limit, 1 + len(others)) == len(log.statements(limit=limit))


def test_rows_begin_by_a_moment(tmp_path):
    """
    What begins later is left out, and what is told again later still counts.
    """
    log = timeline.open(tmp_path / "news.duckdb")
    days = [datetime(2026, 3, number) for number in (1, 2, 8)]
    told = [(at, said("Ann", said_from=at, said_to=at + timedelta(days=1))) for at in days]
    append_articles(log.event_log, [extracted(article(f"{at}", published=f"{at:%Y-%m-%d}"), one) for at, one in told])
    (row,) = log.statements(begins_by="2026-03-01")
    assert (days[0], 2) == (row.said_from, row.articles)
    assert [2, 1] == [row.articles for row in log.statements(begins_by="2026-03-08")]
    assert 1 == len(log.statements(begins_by="2026-03-08", limit=1))
