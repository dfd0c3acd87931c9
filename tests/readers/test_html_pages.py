"""Test what becomes of a web page: its dates, its encoding, what is no paragraph, and who is told what."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from timeline import readers
from timeline.errors import InputError, UndatedArticle
from timeline.extras import need
from timeline.model.article import Article
from timeline.readers import _page_text, html
from timeline.readers._page_dates import most_exact, stated_moment
from timeline.readers._page_encoding import decode
from timeline.readers._page_furniture import article_paragraphs, is_furniture

STORY = (
    "The harbour council of Port Ellis voted by nine to four to close the old swing bridge to lorries from 1 May.",
    "Engineers told the council that the northern bearing had moved eleven millimetres in three weeks.",
    "A temporary crossing for vehicles below seven tonnes is to be ready by the end of June, the mayor said.",
)


def page(*paragraphs, head="", title="Bridge closes", body=""):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or STORY)
    inner = f"<head><title>{title}</title>{head}</head><body><article>{body}{text}</article></body>"
    return f"<!DOCTYPE html><html>{inner}</html>"


def dated(day="2026-03-17T22:41:00+00:00"):
    return f'<meta property="article:published_time" content="{day}">'


def read(folder, content, name="page.html", **options):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(readers.read_articles([str(path)], **options))


def one(folder, content, **options):
    (article,) = read(folder, content, **options)
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2024-05-16T18:00:00+00:00", datetime(2024, 5, 16, 18, tzinfo=UTC)),
        ("2024-05-16T18:00:07.250Z", datetime(2024, 5, 16, 18, 0, 7, tzinfo=UTC)),
        ("2024-04-27T15:56:35+0100", datetime(2024, 4, 27, 15, 56, 35, tzinfo=timezone(timedelta(hours=1)))),
        ("2024-04-30 16:38:37 +02:00", datetime(2024, 4, 30, 16, 38, 37, tzinfo=timezone(timedelta(hours=2)))),
        ("2024-08-07T20:16Z", datetime(2024, 8, 7, 20, 16, tzinfo=UTC)),
        ("2025-02-02 09:00", datetime(2025, 2, 2, 9)),
        ("2025-11-03T00:00:00Z", date(2025, 11, 3)),
        ("20260304", date(2026, 3, 4)),
        ("2026/3/4", date(2026, 3, 4)),
        ("1714018862000", datetime(2024, 4, 25, 4, 21, 2, tzinfo=UTC)),
        (1714018862, datetime(2024, 4, 25, 4, 21, 2, tzinfo=UTC)),
        ("Sat, 14 Feb 2026 07:05:00 GMT", datetime(2026, 2, 14, 7, 5, tzinfo=UTC)),
        ("Tue, 03 Mar 2026 10:00:00 -0500", datetime(2026, 3, 3, 10, tzinfo=timezone(timedelta(hours=-5)))),
        ("March 4, 2026 at 4:21 p.m. EDT", datetime(2026, 3, 4, 16, 21, tzinfo=timezone(timedelta(hours=-4)))),
        ("Wednesday 4th March 2026", date(2026, 3, 4)),
        ("2026-02-30", None),
        ("0001-01-01T00:00:00", None),
        ("2026-03-04T25:00", None),
        ("2026-03-04T10:00+99:00", None),
        ("9" * 80, None),
        ("yesterday", None),
        ("", None),
        (True, None),
        (None, None),
        ({}, None),
    ],
)
def test_dates_are_read_as_publishers_write_them(stated, expected):
    """
    Minutes and zone are kept, midnight is a day, and what is no date is none.
    """
    assert expected == stated_moment(stated)


def test_a_day_takes_its_clock_from_what_is_stated_later():
    """
    The first date decides on the day; a day alone, or a clock without a zone, is completed by the same one elsewhere.
    """
    zoned = datetime(2026, 3, 4, 10, 20, tzinfo=timezone(timedelta(hours=2)))
    assert zoned == most_exact([None, date(2026, 3, 4), datetime(2026, 3, 5, tzinfo=UTC), zoned])
    assert zoned == most_exact([datetime(2026, 3, 4, 10, 20), zoned])
    assert datetime(2026, 3, 4, 9, 20) == most_exact([datetime(2026, 3, 4, 9, 20), zoned])
    assert date(2026, 3, 3) == most_exact([date(2026, 3, 3), zoned])
    assert most_exact([None]) is None


@pytest.mark.parametrize(
    ("data", "charset", "expected"),
    [
        ("“café”".encode(), None, "“café”"),
        ("“café”".encode("cp1252"), None, "“café”"),
        (b"\xef\xbb\xbf<meta charset=koi8-r>" + "é".encode(), "latin-1", "<meta charset=koi8-r>é"),
        ('<meta charset="koi8-r">мир'.encode("koi8-r"), None, '<meta charset="koi8-r">мир'),
        (b'<meta http-equiv=x content="text/html; charset=iso-8859-1">\x93', None, None),
        ("мир".encode("cp1251"), "windows-1251", "мир"),
        ("新聞".encode("big5"), "big5", "新聞"),
        ("漢字".encode("shift_jis"), "Shift_JIS", "漢字"),
        ("<meta charset=iso-8859-1>„Öl“".encode(), None, "<meta charset=iso-8859-1>„Öl“"),
        (b"<meta charset=utf-8>caf\xe9", None, "<meta charset=utf-8>café"),
        (b"<meta charset=utf-8>caf\xc3\xa9 \xff", None, "<meta charset=utf-8>café �"),
        ("мир".encode("utf-16"), None, "мир"),
        (b"caf\xe9\x81", None, "café\x81"),
        (b"a\0b\x0cc\x1b", None, "ab c"),
    ],
)
def test_encodings(data, charset, expected):
    """
    The mark decides, then what is stated, then UTF-8, then Windows-1252; zeros and controls are taken out.
    """
    expected = expected or data[:-1].decode() + "“"
    assert expected == decode(data, charset)


@pytest.mark.parametrize("charset", ["rot13", "hex", "zip", "unicode_escape", "idna", "utf-7", "x" * 100, "\0", ""])
def test_what_is_no_encoding_of_pages_is_passed_over(charset):
    """
    Python decodes more than text: what a page names is one of the encodings of pages, or nothing.
    """
    assert "+AGE- \\n é" == decode("+AGE- \\n é".encode(), charset)


@pytest.mark.parametrize(
    "text",
    [
        "Read more",
        "We want to hear from you: Are you crossing the bridge?",
        "Today's news: Follow live updates from the harbour.",
        "Read more: The night the bridge moved",
        "RELATED: Ferries thinned out",
        "Advertisement",
        "Article content",
        "Story continues below",
        "Sign up for our free weekly newsletter",
        "Get the latest news from courier.example in your inbox.",
        "—Post writer Jon Ashby in Paris contributed to this report.",
        "Additional reporting from PA",
        "With files from The Post and Ada Blom",
        "Reporting by Ada Blom in Wick; Editing by Jo Alder",
        "Blom reported from Wick and Alder from Ellis. Post writer Cy Ray contributed.",
        "By Noor Whitlock",
        "Photo: Ada Blom",
        "The bridge seen on Monday. Ada Blom/Getty Images",
        "[1/5] The bridge seen from the market",
        "Copyright 2026 The Courier. All rights reserved.",
        "This is a breaking news story - more to follow",
        "Email: newsdesk@courier.example",
        "___",
        "* * *",
    ],
)
def test_furniture_is_no_paragraph(text):
    """
    Credits, invitations, menus and captions are known by their words.
    """
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Photo-sharing app Lumo said that it would pay.",
        "More than 40 people were hurt.",
        "Read the act again, he said.",
        "“Sign up for our newsletter” is what the page told 3,000 people to do.",
        "He contributed to the report of 1998.",
        "Listen to the engineers, Ms Quill said.",
        "Share prices fell by 3 percent.",
        "Related charges were dropped.",
        "Reporting restrictions were lifted on Monday.",
        "By the time the ferry came, 40 people had left.",
        "1,150",
    ],
)
def test_sentences_are_no_furniture(text):
    """
    The same words in a sentence are news.
    """
    assert not is_furniture(text)


def test_the_name_of_a_section_is_no_paragraph():
    """
    What stands above the article in a word or two is taken out, and a text that has no more is left.
    """
    assert [STORY[0], "World"] == article_paragraphs(["World", "Middle East", STORY[0], "World"], ["Bridge"])
    assert ["Rain fell"] == article_paragraphs(["Rain fell"], [])
    assert ["Yes.", STORY[0]] == article_paragraphs(["Yes.", STORY[0]], [])


def test_a_page_is_an_article(tmp_path):
    """
    Paragraphs are parted by empty lines; the page's own address is the key.
    """
    head = (
        dated()
        + '<link rel="canonical" href="https://courier.example/a#top"><meta name="author" content="By Noor Whitlock">'
    )
    article = one(tmp_path, page(head=head))
    assert "\n\n".join(STORY) == article.text
    assert ("https://courier.example/a", "https://courier.example/a") == (article.key, article.url)
    assert (("Noor Whitlock",), "courier.example") == (article.authors, article.source)
    assert datetime(2026, 3, 17, 22, 41, tzinfo=UTC) == article.published


def test_a_page_is_known_without_a_suffix(tmp_path):
    """
    What begins as a page is one, compressed or not; a suffix of pages is enough, too.
    """
    whole = page(head=dated())
    assert "\n\n".join(STORY) == one(tmp_path, f"\n<!-- saved -->{whole}", name="page").text
    assert "\n\n".join(STORY) == one(tmp_path, gzip.compress(whole.encode()), name="page.htm.gz").text
    assert not html.looks_like(b"<rss><channel>")
    assert not html.looks_like(b"<!-- nothing")


def test_captures(tmp_path):
    """
    A text was captured when the caller says so, else when the page was changed, else when the file was written.
    """
    changed = dated() + '<meta property="article:modified_time" content="2026-03-18T08:05:00Z">'
    before = dated() + '<meta property="article:modified_time" content="2026-03-17T22:40:00Z">'
    path = tmp_path / "page.html"
    path.write_text(page(head=dated()))
    os.utime(path, (0, datetime(2026, 4, 1, tzinfo=UTC).timestamp()))
    (article,) = readers.read_articles([str(path)])
    assert datetime(2026, 4, 1) == article.captured
    assert datetime(2026, 3, 18, 8, 5) == one(tmp_path, page(head=changed)).captured
    assert datetime(2026, 3, 17, 22, 41) == one(tmp_path, page(head=before)).captured
    assert datetime(2026, 5, 1) == one(tmp_path, page(head=changed), captured=date(2026, 5, 1)).captured


def test_an_address_of_another_publisher_is_not_believed(tmp_path):
    """
    A page is not the revision of another outlet's article because it names that as the original.
    """
    saved = "<!-- saved from url=(0031)https://wick.example.net/fire?x=1 -->"
    other = dated() + '<link rel="canonical" href="https://courier.example/fire">'
    own = dated() + '<link rel="canonical" href="/fire">'
    root = dated() + '<link rel="canonical" href="/">'
    assert "https://wick.example.net/fire?x=1" == one(tmp_path, saved + page(head=other)).url
    assert "https://wick.example.net/fire" == one(tmp_path, saved + page(head=own)).url
    assert "https://wick.example.net/fire?x=1" == one(tmp_path, saved + page(head=root)).url
    assert one(tmp_path, page(head=own)).url is None


def test_a_guessed_date_is_said_to_be_one(tmp_path):
    """
    A day that only the text shows is taken with a note, and never before one that the caller gives.
    """
    notes = []
    shown = page(body='<div class="date">Published: 5 February 2026</div>')
    assert date(2026, 2, 5) == one(tmp_path, shown, warn=notes.append).published
    assert ["states no date outright: 2026-02-05 stands in its text or address."] == [
        note.partition(": ")[2] for note in notes
    ]
    assert date(2026, 3, 1) == one(tmp_path, shown, published=date(2026, 3, 1)).published


def test_a_page_without_a_date_asks_for_one(tmp_path):
    """
    Nothing dates it, and the caller is asked.
    """
    (error,) = read(tmp_path, page())
    assert isinstance(error, UndatedArticle)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b" \n", "is empty."),
        (b"<html></html>", "holds no article that could be told from the rest of the page."),
        (b"<html><body><nav><a href=/>Home</a></nav></body></html>", "holds no article"),
        (b"<a>" * 40_001, "has more than 40,000 elements"),
        (b"\0\0\0", "there is nothing in it"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path, content, message):
    """
    An empty page, a page of links and a bomb are told apart in a sentence each.
    """
    (error,) = read(tmp_path, content)
    assert isinstance(error, InputError)
    assert message in str(error)


def test_text_of_a_page_that_shows_none_is_taken_from_its_json(tmp_path):
    """
    Where a script would show the text, JSON-LD may have it.
    """
    body = "\\n\\n".join(STORY)
    stated = f'{{"@type":"NewsArticle","datePublished":"2026-03-17","articleBody":"{body}"}}'
    ld = f'<script type="application/ld+json">{stated}</script>'
    article = one(tmp_path, page("Please wait until it is loaded.", head=ld))
    assert "\n\n".join(STORY) == article.text


def test_a_missing_library_is_named(tmp_path, monkeypatch):
    """
    Without the extra, a page is refused with what to install.
    """
    monkeypatch.setattr("timeline.extras.import_module", need_nothing)
    (error,) = read(tmp_path, page(head=dated()))
    assert "reading web pages needs the extra `web`: pip install 'news-timeline[web]'." in str(error)
    with pytest.raises(ImportError):
        need("lxml.html", extra=_page_text.EXTRA, task=_page_text.TASK)


def need_nothing(name):
    raise ImportError(name)
