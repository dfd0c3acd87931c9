"""Test what becomes of feeds: which text is taken, what names an entry, and what is refused."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from timeline import readers
from timeline.errors import InputError
from timeline.model.article import Article
from timeline.readers import feed

LEDE = "The harbour council of Port Ellis closed the “old” swing bridge to lorries on 4 May."
QUOTE = "“Nobody can tell you that it will not fall,” said Marta Quill, the county’s engineer."
HTML = (
    f"<p>{LEDE}</p><figure><img src='b.jpg'/><figcaption>The bridge on Monday</figcaption></figure>"
    f"<p>{QUOTE}</p><p><a href='/s'>Read more</a></p><script>track()</script><p>{LEDE}</p>"
)


def escaped(markup):
    return markup.replace("&", "&amp;").replace("<", "&lt;")


def rss(*items, head=""):
    entries = "".join(f"<item>{item}</item>" for item in items)
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    channel = f"<title>The Ellis Courier</title><language>en-ie</language>{entries}"
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}<rss version="2.0" {spaces}><channel>{channel}</channel></rss>'


def item(guid="https://courier.example/?p=7", content=HTML, date="Tue, 17 Mar 2026 22:41:00 +0100", more=""):
    full = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return (
        f"<title>Bridge &amp;amp; lorries</title><guid isPermaLink='false'>{guid}</guid>"
        f"<link>https://courier.example/bridge</link><pubDate>{date}</pubDate><dc:creator>Noor Whitlock</dc:creator>"
        f"<description>{escaped('<p>Closed.</p>')}</description>"
        f"{full}{more}"
    )


def read(folder, content, name="feed.xml", **options):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(readers.read_articles([str(path)], **options))


def one(folder, content, **options):
    (article,) = read(folder, content, **options)
    assert isinstance(article, Article), article
    return article


def test_rss(tmp_path):
    """
    The full text comes before the description, in paragraphs without captions, menus and repetitions.
    """
    notes = []
    article = one(tmp_path, rss(item()), warn=notes.append)
    assert f"{LEDE}\n\n{QUOTE}" == article.text
    assert ("https://courier.example/?p=7", "https://courier.example/bridge") == (article.key, article.url)
    assert ("Bridge & lorries", "The Ellis Courier", "en-ie") == (article.title, article.source, article.language)
    assert ("Noor Whitlock",) == article.authors
    assert datetime(2026, 3, 17, 22, 41, tzinfo=timezone(timedelta(hours=1))) == article.published
    assert [] == notes


def test_a_summary_is_said_to_be_one(tmp_path):
    """
    Where there is no full text the summary is taken, with a note that says of how many entries.
    """
    notes = []
    found = read(tmp_path, rss(item(), item(guid="b", content="")), warn=notes.append)
    assert "Closed." == found[1].text
    (note,) = notes
    assert note.endswith("has full texts, and of 1 of 2 a summary: append the pages themselves for the full text.")
    read(tmp_path, rss(item(content="")), warn=notes.append)
    assert "has a summary alone: append the pages themselves" in notes[1]


def test_a_long_description_is_a_text(tmp_path):
    """
    Outlets that put the whole text into the description are not said to give summaries.
    """
    notes = []
    whole = "".join(f"<p>{number}. {LEDE}</p>" for number in range(20))
    entry = f"<guid>a</guid><pubDate>2026-03-17</pubDate><description>{escaped(whole)}</description>"
    assert 20 == len(one(tmp_path, rss(entry), warn=notes.append).text.split("\n\n"))
    assert [] == notes


def test_atom(tmp_path):
    """
    An entry that was changed after it was published was captured then; relative and other links are told apart.
    """
    content = f"<content type='html'>{escaped(HTML)}</content>"
    entry = (
        f"<entry><id>tag:courier.example,2026:7</id><title>Bridge</title><link href='https://courier.example/bridge'/>"
        f"<published>2026-03-17T22:41:00+01:00</published><updated>2026-03-18T08:00:00Z</updated>"
        f"<author><name>Noor Whitlock</name></author><author><name>Jon Ashby</name></author>{content}</entry>"
    )
    whole = f"<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>Courier</title>{entry}</feed>"
    article = one(tmp_path, whole, name="feed.atom")
    assert ("tag:courier.example,2026:7", ("Noor Whitlock", "Jon Ashby")) == (article.key, article.authors)
    assert (f"{LEDE}\n\n{QUOTE}", datetime(2026, 3, 18, 8)) == (article.text, article.captured)


def test_rdf(tmp_path):
    """
    RSS 1.0 has its entries beside the channel.
    """
    entry = (
        f'<item rdf:about="https://courier.example/b"><title>Bridge</title><link>https://courier.example/b</link>'
        f"<description>{LEDE}</description><dc:date>2026-03-17T22:41:00Z</dc:date></item>"
    )
    spaces = (
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    article = one(
        tmp_path, f"<rdf:RDF {spaces}><channel><title>Courier</title></channel>{entry}</rdf:RDF>", name="f.rdf"
    )
    assert (LEDE, "https://courier.example/b") == (article.text, article.key)
    assert datetime(2026, 3, 17, 22, 41, tzinfo=UTC) == article.published


def test_json_feed(tmp_path):
    """
    JSON Feed needs no library; plain text keeps its paragraphs, and signs in it are no markup.
    """
    common = {
        "url": "https://courier.example/b",
        "date_published": "2026-03-17T22:41:00Z",
        "authors": [{"name": "Noor W."}],
    }
    items = [
        {"id": "a", "title": "Bridge", "content_html": HTML, "date_modified": "2026-03-18T08:00:00Z"} | common,
        {"id": 7, "content_text": f"{LEDE}\n\nThe load was < 7 t & rising <fast>."} | common,
    ]
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "language": "en", "items": items}
    html, plain = read(tmp_path, json.dumps(whole), name="feed.json")
    assert (f"{LEDE}\n\n{QUOTE}", "a", ("Noor W.",)) == (html.text, html.key, html.authors)
    assert datetime(2026, 3, 18, 8) == html.captured
    assert (f"{LEDE}\n\nThe load was < 7 t & rising <fast>.", "courier.example/7") == (plain.text, plain.key)
    assert ("Courier", "en") == (plain.source, plain.language)


def test_the_same_guid_is_the_same_article(tmp_path):
    """
    Another text, title or link under a guid is a revision, and numbers are told apart by the outlet.
    """
    before, after = (one(tmp_path, rss(item(content=text))) for text in (HTML, f"<p>{LEDE}</p>"))
    assert before.key == after.key
    assert before.fingerprint != after.fingerprint
    assert "courier.example/4711" == one(tmp_path, rss(item(guid="4711"))).key


def test_a_bad_entry_costs_no_other(tmp_path):
    """
    An entry without a date or text is named by its number.
    """
    found = read(tmp_path, rss(item(date=""), item(content="<p> </p>").replace("Closed.", ""), item()))
    messages = [str(error).rpartition("feed.xml, ")[2] for error in found[:2]]
    assert ["entry 1: states no publication date: add one or give --date.", "entry 2: has no text."] == messages
    assert isinstance(found[2], Article)
    assert date(2026, 3, 1) == read(tmp_path, rss(item(date="")), published=date(2026, 3, 1))[0].published


def test_what_is_broken_is_read_as_far_as_it_goes(tmp_path):
    """
    A feed that ends early gives the entries before, and says so.
    """
    notes = []
    found = read(tmp_path, rss(item(), item(guid="b"))[:-60], warn=notes.append)
    assert isinstance(found[0], Article)
    assert any("is not well-formed" in note for note in notes)


def test_an_encoding_is_not_guessed(tmp_path):
    """
    Windows-1252 under a declaration that says so, and under none.
    """
    whole = rss(item()).replace("UTF-8", "windows-1252").encode("cp1252")
    assert LEDE in one(tmp_path, whole).text
    assert LEDE in one(tmp_path, whole.replace(b'encoding="windows-1252"', b"")).text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            '<!DOCTYPE rss [<!ENTITY a "rain"><!ENTITY b "&a;&a;">]><rss><channel/></rss>',
            "declares entities, which can grow",
        ),
        (
            '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel/></rss>',
            "declares entities, which can grow",
        ),
        ("<rss>" + "<item/>" * 5001, "has more than 5,000 entries"),
        ("<rss" + "<" * 600_000, "has more than 5,000 entries, or more markup"),
        ('{"version": "https://jsonfeed.org/version/1"', "is not JSON (Expecting ',' delimiter)."),
        ('{"version": "https://jsonfeed.org/version/1", "items": 5}', 'has no list of "items"'),
        ("[" * 100_000, "is not JSON (RecursionError)."),
        ("rain", "is no feed that can be read"),
        ("", "is empty."),
    ],
)
def test_what_is_no_feed_is_refused(tmp_path, content, message):
    """
    Bombs, other files and half a JSON are refused in a sentence.
    """
    (error,) = read(tmp_path, content, reader="feed")
    assert isinstance(error, InputError)
    assert message in str(error)
    assert "passwd" not in str(error)


def test_an_empty_feed_is_noted(tmp_path):
    """
    No entry is no error.
    """
    notes = []
    assert [] == read(tmp_path, rss(), warn=notes.append)
    assert notes[0].endswith("is a feed without entries.")


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        (b'<?xml version="1.0"?><!-- a --><rss version="2.0">', True),
        (b'<?xml-stylesheet href="a.xsl"?><feed xmlns="http://www.w3.org/2005/Atom">', True),
        (b"<rdf:RDF xmlns:rdf=", True),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', True),
        (b'{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"', True),
        (b"<newsItem>", False),
        (b"<html><body><p>rss</p>", False),
        (b'{"uri": "a", "headline": "rss"}', False),
        (b"an rss feed", False),
    ],
)
def test_feeds_are_known_by_their_beginning(beginning, expected):
    """
    Whatever they are called.
    """
    assert expected is feed.looks_like(beginning)
