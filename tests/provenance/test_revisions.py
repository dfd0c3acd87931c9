"""How the texts of an article differ: by paragraph, and by what was read in them."""

from __future__ import annotations

import json

import pytest
from freezegun import freeze_time

import timeline
from building import article, extracted, said
from commands import run
from timeline.errors import NotFound
from timeline.log.append import append_articles

TEXTS = (
    "The quake killed 12.\nAnn Lee said 12 of us are gone.\nThe airport is shut.\nRoads are open.",
    "The quake killed 15.\nAnn Lee said 15 of us are gone.\nRoads are open.\nHelp came by sea.",
    "The quake killed 15.\nRoads are open.\nHelp came bysea.\nThe airport is shut.",
)


@pytest.fixture
def log(tmp_path):
    """An article of three texts, each recorded a day after it was captured."""
    log = timeline.open(tmp_path / "log.duckdb")
    for day, text in enumerate(TEXTS, 5):
        quote = text.partition("Lee said ")[2].partition("\n")[0]
        spoken = [said("Ann Lee", quote, text)] if quote else []
        given = article("quake", text, "2026-03-05", title=f"{text[10:19]}", captured=f"2026-03-0{day}T09:00:00")
        with freeze_time(f"2026-03-0{day + 1}"):
            append_articles(log.event_log, [extracted(given, *spoken)])
    return log


def paragraphs(revision):
    """How they changed, with their numbers in both texts."""
    return [(line.change, line.before_number, line.after_number) for line in revision.paragraphs]


def test_each_text_is_beside_the_one_before_it(log):
    """
    The first text stands alone; of each other the paragraphs that were changed, removed or added are told; a blank that
    was lost changes nothing.
    """
    first, second, third = log.revisions("quake")
    assert (1, None, ()) == (first.number, first.against, first.paragraphs)
    assert [("changed", 1, 1), ("changed", 2, 2), ("removed", 3, None), ("added", None, 4)] == paragraphs(second)
    assert [("removed", 2, None), ("added", None, 4)] == paragraphs(third)
    assert ("killed 12", "killed 15") == (second.title_before, second.title)


def test_texts_stand_in_the_order_in_which_they_were_printed(log):
    """
    A text that is appended after later ones is beside what was printed before it, and what came next is beside it.
    """
    text = TEXTS[0].replace("is shut", "was shut").replace("12", "13")
    late = article("quake", text, "2026-03-05", title="Late", captured="2026-03-05T15:00:00")
    early = article("quake", TEXTS[1], "2026-03-05", title="Early", captured="2026-03-05T06:00:00")
    with freeze_time("2026-03-09"):
        append_articles(log.event_log, [extracted(late, said("Ann Lee", "13 of us are gone", text)), extracted(early)])
    found = log.revisions("quake")
    assert [(5, None), (1, 5), (4, 1), (2, 4), (3, 2)] == [(each.number, each.against) for each in found]
    assert ["12 of us are gone."] == [claim["after"] for claim in found[1].claims]
    assert [("12 of us are gone.", "13 of us are gone")] == [
        (each["before"], each["after"]) for each in found[2].claims
    ]
    (whole,) = log.revisions("quake", second=2)
    assert (2, 5) == (whole.number, whole.against)
    (whole,) = log.revisions("quake", first=5)
    assert (3, 5) == (whole.number, whole.against)


def test_any_two_texts_can_be_compared(log):
    """
    The third beside the first: what moved is not gone.
    """
    (found,) = log.revisions("quake", 1, 3)
    assert (3, 1) == (found.number, found.against)
    assert [("changed", 1, 1), ("removed", 2, None), ("moved", 4, 2), ("added", None, 3)] == paragraphs(found)


def test_one_number_is_beside_the_first_or_the_last_text(log):
    """
    Where one text is named, the other is the last, or for the last of two the first.
    """
    assert [(3, 2)] == [(found.number, found.against) for found in log.revisions("quake", 2)]
    assert [(2, 1)] == [(found.number, found.against) for found in log.revisions("quake", second=2)]


def test_statements_and_figures_that_changed(log):
    """
    A statement in other words is one change with both; one that a text no longer has is gone.
    """
    _, second, third = log.revisions("quake")
    (claim,) = second.claims
    assert ("changed", "12 of us are gone.", "15 of us are gone.") == (claim["change"], claim["before"], claim["after"])
    assert (["12"], ["15"]) == (claim["figures_before"], claim["figures_after"])
    assert [("gone", "15 of us are gone.")] == [(claim["change"], claim["before"]) for claim in third.claims]


def test_texts_are_those_of_the_moment(log):
    """
    Asked as of a moment, or for what had been printed by one, later texts are not there; nor is what there never was.
    """
    assert [1] == [revision.number for revision in log.revisions("quake", as_of="2026-03-06")]
    assert [1, 2] == [revision.number for revision in log.revisions("quake", reported_until="2026-03-06")]
    for key, question in (("nobody", {}), ("quake", {"second": 4}), ("quake", {"as_of": "2026-03-01"})):
        with pytest.raises(NotFound):
            log.revisions(key, **question)


def test_command(log, capsys):
    """
    A pipe gets a row for each text, paragraph and statement; a table marks the words that changed.
    """
    words = ("revisions", "quake", "1", "2", "--db", log.path)
    rows = [json.loads(line) for line in run(capsys, *words).out.splitlines()]
    assert ["text"] + ["paragraph"] * 4 + ["statement"] == [row["kind"] for row in rows]
    assert [(["12"], ["15"])] * 4 == [(row["figures_before"], row["figures_after"]) for row in (*rows[:3], rows[5])]
    table = run(capsys, *words, "--format", "table").out
    assert "Ann Lee: [-12-]{+15+} of us are gone." in table
    assert 1 == len(run(capsys, *words, "--kind", "statement").out.splitlines())
    assert 5 == run(capsys, "revisions", "nobody", "--db", log.path).status
