"""Lines of a text that was wrapped at some width are read as the paragraphs they were."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.extractors import extract
from timeline.language.header import header_end
from timeline.language.readable import Reading
from timeline.model.article import Article

AGENCY = """The ferry that sank off Alder Island
had been repaired in May, the owner said, and was inspected
by the U.S. Coast Guard on Friday. It had 14 people on board,
two of whom were found alive.
    Jo Alder, the mayor, said the harbour would stay closed un-
til the wreck was raised.
    Fares   1986   1985
    Total   14.2   13.9"""

E_MAIL = """    The ferry sank on Monday in a storm that had been forecast,
    the harbour office said. It had fourteen people on board at
    the time.

      - The mayor closed the harbour for a week and asked that
        nobody leave port.
      - The owner said nothing."""

NOT_WRAPPED = {
    "a paragraph a line": "The ferry sank on Monday.\nFour people drowned.\nThe mayor closed the harbour.",
    "a poem": "The boat went down without a sound\nand nobody was ever found,\nthe sea was wide and cold and round",
    "a list": "Those on board were the following people\nJo Alder\nMary Lind\nPat Birch\nthe captain",
    "long paragraphs": f"{'The ferry sank and ' * 20}then\n{'the mayor closed the harbour and ' * 20}went",
    "headings": "What we know about the ferry that sank on Monday\nThe ferry had been repaired in May.\nIt was old.",
}


def test_lines_of_an_agency_are_paragraphs_where_they_are_indented() -> None:
    """
    A paragraph begins where a line is indented; the short first line, whose dateline was cut off, goes on.
    """
    assert [
        (
            "The ferry that sank off Alder Island had been repaired in May, the owner said, and was inspected by "
            "the U.S. Coast Guard on Friday. It had 14 people on board, two of whom were found alive."
        ),
        "    Jo Alder, the mayor, said the harbour would stay closed un-til the wreck was raised.",
        "    Fares   1986   1985",
        "    Total   14.2   13.9",
    ] == Reading(AGENCY).text.split("\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "  \n"])
def test_indented_blocks_and_entries_of_lists(end: str) -> None:
    """
    Lines as far in as the one before go on, whatever ends them; an entry of a list begins a paragraph.
    """
    assert [
        (
            "The ferry sank on Monday in a storm that had been forecast, the harbour office said. "
            "It had fourteen people on board at the time."
        ),
        "- The mayor closed the harbour for a week and asked that nobody leave port.",
        "- The owner said nothing.",
    ] == [line.strip() for line in Reading(E_MAIL.replace("\n", end)).text.splitlines() if line.strip()]


@pytest.mark.parametrize("text", NOT_WRAPPED.values(), ids=NOT_WRAPPED.keys())
def test_other_lines_stay_paragraphs(text: str) -> None:
    """
    Lines that end in stops, that are short or long, or that begin with capital letters are not joined.
    """
    assert text == Reading(text).text


def test_spans_are_those_of_the_text_as_given() -> None:
    """
    What is said across a line end is quoted as it stands, and its span points there.
    """
    events = [
        event for event in extract(Article(key="a", text=AGENCY, published=date(2024, 8, 13)))
        if event.type == "statement_reported"
    ]  # fmt: skip

    assert "the harbour would stay closed un-\ntil the wreck was raised" in [event.quote for event in events]
    assert all(event.quote == event.recut(AGENCY)["quote"] for event in events)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Title: A ferry sank\nTags: sea, ships\nDate: 2024-08-13\n\nBody.", "\nBody."),
        ("Date: 2024-08-13\nLONDON: The ferry sank.", "LONDON: The ferry sank."),
        ("---\ntitle: A ferry sank\n---\nBody.", "Body."),
        ("---\nThe ferry sank.\n---\nBody.", "---\nThe ferry sank.\n---\nBody."),
        ("The mayor: no ferry sank.", "The mayor: no ferry sank."),
        ("date 2024-08-13 A ferry sank\nBody.", "date 2024-08-13 A ferry sank\nBody."),
    ],
)
def test_a_header_is_not_read(text: str, body: str) -> None:
    """
    Header lines and front matter are no body text; the headline of a date line is.
    """
    assert body == text[header_end(text) :] == Reading(text).text
