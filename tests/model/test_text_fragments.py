"""Links that open a page at the words that are cited."""

from __future__ import annotations

import pytest

from timeline.model.text_fragment import cited_url, linked, text_directive

PAGE = "https://quay.example/wall"
TEXT = """The wall fell. Boats, ropes & low-lying sheds were lost.

"The wall fell," said the mayor.

The mayor left. The wall fell. Nobody was hurt.
"""


def directive(words, at=0, text=TEXT):
    """What leads to the place with that number at which the words stand."""
    start = -1
    for _ in range(at + 1):
        start = text.index(words, start + 1)
    return text_directive(text, start, start + len(words))


def test_words_are_given_whole():
    """
    A dash, a comma and an ampersand, which mean something in the directive, are encoded as all else is.
    """
    assert "Boats%2C%20ropes%20%26%20low%2Dlying%20sheds" == directive("Boats, ropes & low-lying sheds")


def test_the_first_place_needs_no_context():
    """
    A browser takes the first place that fits, whatever follows.
    """
    assert "The%20wall%20fell" == directive("The wall fell")


def test_a_later_place_is_told_by_what_is_before():
    """
    Words that stand in the article before are led to by the words before them, in their line or the line above.
    """
    assert "The%20mayor%20left.-,The%20wall%20fell" == directive("The wall fell", 2)
    assert "it%20is%20safe-,Nobody" == directive("Nobody", 1, "Nobody knows.\n\nSo it is safe\n\nNobody asked.")


def test_a_later_place_is_told_by_what_is_behind():
    """
    What is before is no help where it is only a sign, or the same; both sides are where one alone is not.
    """
    text = "Alder went home. Alder went out. Alder went home. Alder went far away."

    assert "The%20wall%20fell,-%2C%22%20said%20the" == directive("The wall fell", 1)
    assert "went,-far%20away." == directive("went", 3, text)
    assert "went%20home.%20Alder-,went" == directive("went", 1, text)
    both = "He ran on up the long hill. She then went up a narrow lane. He ran on up a narrow lane."
    assert "He%20ran%20on-,up,-a%20narrow%20lane." == directive("up", 2, both)


def test_long_words_are_given_by_both_ends():
    """
    Of more than 300 characters, and of several paragraphs, the beginning and the end are given.
    """
    text = " ".join(f"word{number}" for number in range(99))

    assert "word0%20word1%20word2%20word3%20word4,word94%20word95%20word96%20word97%20word98" == directive(
        text, 0, text
    )
    assert "The%20wall%20fell.%20Boats%2C%20ropes,%22The%20wall%20fell%2C%22" == directive(
        TEXT[: TEXT.index(" said")], 0, TEXT
    )


def test_blanks_are_as_a_page_shows_them():
    """
    Line ends within a paragraph and doubled blanks are one blank on a page.
    """
    assert "a%20wall%20fell" == text_directive("There  a \t wall   fell.", 7, 22)


def test_nothing_to_find():
    """
    Where no words are, the link opens the page alone.
    """
    assert PAGE == cited_url(PAGE, "a  b", 1, 3)


@pytest.mark.parametrize(
    ("url", "cited"),
    [
        (PAGE, f"{PAGE}#:~:text=wall"),
        (f"{PAGE}?a=1&b=2", f"{PAGE}?a=1&b=2#:~:text=wall"),
        (f"{PAGE}#part", f"{PAGE}#part:~:text=wall"),
        (f"{PAGE}#:~:text=sea", f"{PAGE}#:~:text=sea&text=wall"),
        (None, None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://quay.example/a b", None),
        ("https://quay.example/\x1b]0;owned", None),
    ],
)
def test_urls(url, cited):
    """
    The directive goes behind a fragment that is there; what is no page on the web is no link.
    """
    assert cited == cited_url(url, "the wall", 4, 8)
    assert (cited is None) == (linked(url) is None)
