"""Web pages keep what was reached on them."""

from __future__ import annotations

import pytest

from quality import web_pages


@pytest.mark.parametrize(
    "folder",
    [
        pytest.param(web_pages.OWN, id="own"),
        pytest.param(
            web_pages.SHARED,
            id="shared",
            marks=pytest.mark.skipif(not (web_pages.SHARED / "gold.jsonl").exists(), reason="the pages are not here"),
        ),
    ],
)
def test_pages_are_read(folder):
    """
    Every page is an article, at least 97 of 100 on the right day, and English texts reach .94.
    """
    figures = web_pages.score(list(web_pages.pages(folder)))
    assert 1 == figures["read"]
    assert 0.97 <= figures["day"]
    assert 0.9 <= figures["minute"]
    assert 0.94 <= figures["english_body"]


def test_own_pages_are_read_to_the_letter():
    """
    Title, authors, outlet, address and every paragraph are those of gold, but for a menu in a table of 1999.
    """
    for page in web_pages.pages(web_pages.OWN):
        gold, read = page.gold, page.read
        stated = (read.title, list(read.authors), read.source, read.url, read.published.isoformat())
        assert (gold["title"], gold["authors"], gold["source"], gold["url"], gold["published"]) == stated
        if gold["file"] != "tables.html":
            assert gold["body"] == read.text, gold["file"]


def test_texts_are_compared_by_sequences():
    """
    The same words score 1, a half of them two thirds, others nothing.
    """
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 1000)))
    assert 1 == web_pages.body_f1(text, f"{text[:500]}{text[500:]}")
    assert 2 / 3 == pytest.approx(web_pages.body_f1(text[:500], text), abs=0.01)
    assert 0 == web_pages.body_f1("rain fell on the pier", text)
