"""What happened can be asked for by who took part, and by where it was."""

import pytest

import timeline
from timeline.model.article import Article

FLOOD = "Norway sent two ships to Iceland on Monday. Piet Maas said Iceland was grateful."
STORM = "Two storms hit Norway on Tuesday. Ada Wren met Piet Maas in Bergen."


@pytest.fixture
def log(tmp_path):
    log = timeline.open(tmp_path / "log.duckdb")
    log.append(Article(key="flood", text=FLOOD, published="2031-05-13"))
    log.append(Article(key="storm", text=STORM, published="2031-05-14"))
    return log


def test_a_happening_names_who_and_where(log):
    """
    The timeline's rows carry the word that says what happens, who takes part, and where.
    """
    rows = [(row.trigger, row.participants, row.places) for row in log.timeline(about="ships")]

    assert [("sent", ["Norway"], ["Iceland"])] == rows


def test_a_place_is_where_it_happens(log):
    """
    What a country does elsewhere did not happen there; any part of the name in any case will do.
    """
    assert [FLOOD.partition(". ")[0] + "."] == [row.text for row in log.timeline(place="iceland", until="2031-05-12")]
    assert [] == [row.text for row in log.timeline(place="Norway")]
    assert ["Ada Wren met Piet Maas in Bergen."] == [row.text for row in log.timeline(place="berg")]


@pytest.mark.parametrize("chosen", [{}, {"period": "week", "max_dates": 1}])
def test_a_digest_of_one_place(log, chosen):
    """
    It tells what happened there and what was said of it, and its title says so.
    """
    text = log.digest(place="Iceland", **chosen)

    assert text.startswith("# Iceland: News of 13 May 2031")
    assert "Norway sent two ships to Iceland on Monday." in text
    assert "Iceland was grateful" in text
    assert "storms" not in text


def test_names_are_vouched_for(log):
    """
    Verifying holds the places of names against the clause they stand in.
    """
    assert [] == log.verify().problems
