"""Blanks that pages lose at the ends of links are read."""

from __future__ import annotations

import pytest

from timeline.language.document import Document
from timeline.language.readable import Reading
from timeline.model.article import Article


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("She told theHarbour Post", "She told the Harbour Post"),
        ("He pleaded guilty to55 counts", "He pleaded guilty to 55 counts"),
        ("Ana Ruizsaid no to Ruiz.", "Ana Ruiz said no to Ruiz."),
        ("on Monday,killing two", "on Monday, killing two"),
        ("in 2024,killing two", "in 2024, killing two"),
        ("“No,”she wrote,“and no.”", "“No,”she wrote,“and no.”"),
        ("It ended.He left.", "It ended. He left."),
        ("Norway’sPrime Minister and Oslo'sMarta Lund", "Norway’s Prime Minister and Oslo's Marta Lund"),
    ],
)
def test_what_is_missing_is_read(text: str, read: str) -> None:
    """
    Before a name or figure, behind a name that stands alone elsewhere, behind a comma, a stop and a genitive.
    """
    assert read == Reading(text).text


@pytest.mark.parametrize(
    "text",
    [
        "a new iPhone and an eBay page",
        "news.theTimes.example/of2024",
        "the Galahad prize",
        "Marchand played in March",
        "Galahad, of the Galahads",
        "in 1,000 towns",
        "the U.S.Army, a.M.",
        "on the U2 of AB12",
        "a DJ’sTune, an O'sX and a dog’sUS",
    ],
)
def test_what_is_a_word_of_its_own_is_left(text: str) -> None:
    """
    Words that no function word begins, addresses, names that only end like a name with a verb, figures with commas.
    """
    assert text == Reading(text).text


def test_a_name_does_not_take_its_verb() -> None:
    """
    The name ends where it ends elsewhere, and its place is that of the text as given.
    """
    text = "Nancy Ruizwas found. Ruiz is well."
    document = Document(Article(key="a", text=text, published="2024-08-13"))
    name = document.names[0]

    assert ("Nancy Ruiz", "Nancy Ruiz") == (name.text, document.reading.place(name.span).cut(text))
