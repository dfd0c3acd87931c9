"""A wire report that several outlets print is one source."""

from __future__ import annotations

import pytest

import timeline
from timeline.model.article import Article

WIRE = (
    "The ferry Alder sank off Port Lindow on 12 August 2024. Police arrested the captain, Jo Brook, on Tuesday. Divers"
    " recovered 17 bodies from the wreck on Wednesday, the coast guard said. The operator halted all crossings to the"
    " island and offered refunds to passengers who had booked. The mayor of Lindow, Mara Lund, laid a wreath."
)
OWN = (
    "The ferry Alder sank off Port Lindow on 12 August 2024. Its owner in Harrow has said nothing of the voyage so far."
)


@pytest.fixture
def log(tmp_path):
    """A log of a wire report, an outlet that prints it, and one that writes its own."""
    found = timeline.open(tmp_path / "log.duckdb")
    texts = {"wire": WIRE, "post": WIRE, "daily": OWN}
    found.append(Article(key=key, text=text, published="2024-08-15", source=key) for key, text in texts.items())
    return found


def test_copies_count_once_in_a_timeline(log):
    """
    All articles are named as sources; of those that print each other one is independent.
    """
    counts = {row.text: (row.articles, row.independent) for row in log.timeline()}
    assert (3, 2) == counts["The ferry Alder sank off Port Lindow on 12 August 2024."]
    assert (2, 1) == counts["Police arrested the captain, Jo Brook, on Tuesday."]


def test_what_copies_alone_tell_is_told_by_one(log):
    """
    What two independent sources have to tell is not told of a report and its copy.
    """
    told = ["The ferry Alder sank off Port Lindow on 12 August 2024."]
    assert told == [row.text for row in log.timeline(min_sources=2)]
    assert 4 <= len(list(log.timeline(min_sources=1)))


def test_digest_counts_copies_once(log):
    """
    A digest of what several sources tell leaves out what one and its copies tell.
    """
    digest = log.digest(format="markdown", min_sources=2)
    assert "The ferry Alder sank" in digest
    assert "Police arrested" not in digest
