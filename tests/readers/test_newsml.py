"""Newswire items in NewsML-G2 are read as articles, revisions and withdrawals."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from timeline import readers
from timeline.errors import InputError
from timeline.model.withdrawal import Withdrawal
from timeline.readers import newsml

XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>No</title></head><body><p>The pier was closed.</p><p>Boats were<br/>lost.</p></body></html></inlineXML>"""
NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
<body.head><hedline><hl1>No</hl1></hedline></body.head><body.content><block><hl2>Storm</hl2><p>The pier was closed.</p>
</block></body.content></body></nitf></inlineXML>"""
PLAIN = """<inlineData encoding="base64">Tm8=</inlineData><inlineData contenttype="text/plain">The pier was
closed.</inlineData>"""


def item(body=XHTML, *, status="stat:usable", created="2024-03-06T12:30:00Z", kind="ninat:text", extra=""):
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:pier" version="2"
  standard="NewsML-G2" standardversion="2.33" xml:lang="en">
 <itemMeta><itemClass qcode="{kind}"/><provider literal="wire"><name>Example Wire</name></provider>
  <versionCreated>{created}</versionCreated><firstCreated>2024-03-06T11:00:00+01:00</firstCreated>
  <pubStatus qcode="{status}"/>{extra}</itemMeta>
 <contentMeta><headline role="hlrole:short">Pier</headline><headline role="hl:main">Pier <b>closed</b></headline>
  <by>By Ann Lee</by><creator><name>No</name></creator><language tag="en-GB"/></contentMeta>
 <contentSet>{body}</contentSet></newsItem>"""


def message(*items):
    return f'<?xml version="1.0"?><newsMessage><header/><itemSet>{"".join(items)}</itemSet></newsMessage>'


PACKAGE = '<packageItem guid="p"><groupSet><group/></groupSet></packageItem>'


def read(tmp_path, content, **options):
    path = tmp_path / "wire.newsml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(readers.read_articles([str(path)], **options))


def test_an_item_is_an_article(tmp_path):
    """
    Identifier, headline, byline, provider, language, dates and text are read.
    """
    (article,) = read(tmp_path, item())
    assert ("urn:newsml:wire.example:pier", "Pier closed") == (article.key, article.title)
    assert (("Ann Lee",), "Example Wire", "en-GB") == (article.authors, article.source, article.language)
    assert datetime(2024, 3, 6, 10, tzinfo=UTC) == article.published
    assert datetime(2024, 3, 6, 12, 30) == article.captured


BODIES = {
    "XHTML": (XHTML, "The pier was closed.\n\nBoats were\nlost."),
    "NITF": (NITF, "Storm\n\nThe pier was closed."),
    "plain text": (PLAIN, "The pier was\nclosed."),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_bodies(tmp_path, body, expected):
    """
    The text is that of the body, whichever form it has.
    """
    (article,) = read(tmp_path, item(body))
    assert expected == article.text


def test_other_charsets(tmp_path):
    """
    The charset is the one that the file states.
    """
    text = item().replace("The pier was", "Der Pier von Sète war")
    (article,) = read(tmp_path, f'<?xml version="1.0" encoding="iso-8859-1"?>{text}'.encode("latin-1"))
    assert article.text.startswith("Der Pier von Sète war")


def test_withdrawn_items(tmp_path):
    """
    What may no longer be printed is a withdrawal with the version, the editors' note and the time.
    """
    expected = Withdrawal(
        key="urn:newsml:wire.example:pier",
        reason="The publisher marked it canceled in version 2: Wrong figures.",
        by="Example Wire",
        stated=datetime(2024, 3, 6, 12, 30),
    )
    uri = 'uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"'
    kill = item("", extra="<edNote>Wrong figures.</edNote>").replace('qcode="stat:usable"', uri)
    assert [expected] == read(tmp_path, kill)


def test_items_of_a_message(tmp_path):
    """
    Items are read one by one, a bad one is named by its number; packages and pictures are left out beside them.
    """
    picture = item("", kind="ninat:picture")
    first, second, third = read(tmp_path, message(item(), PACKAGE, picture, item(""), item(NITF)))
    assert ["The pier was closed.", "Storm"] == [first.text[:20], third.text[:5]]
    assert f"{tmp_path}/wire.newsml, item 2: has no text." == str(second)


BOMB = '<!DOCTYPE n [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>' + message(item("&b;"))
OUTSIDE = '<!DOCTYPE n [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + message(item("&a;"))

REFUSED = {
    "no XML": ("rain", "is not whole XML (syntax error"),
    "cut": (item()[:300], "is not whole XML ("),
    "another form": ("<rss/>", "is not NewsML-G2 (it begins with <rss>)"),
    "a package": (PACKAGE, "holds no text, only pictures or the names of other items"),
    "a picture": (item(kind="ninat:picture"), "holds no text, only pictures or the names of other items"),
    "no identifier": (item().replace("guid=", "id="), "is an item without a guid."),
    "a wrong date": (item(created="yesterday"), "capture date 'yesterday' is not a valid date"),
    "entities": (BOMB, "declares entities"),
    "an entity outside": (OUTSIDE, "declares entities"),
    "deep": ("<n>" * 3000, "is nested deeper or holds more"),
    "an unknown charset": ('<?xml version="1.0" encoding="rain"?><n/>', "is not whole XML (unknown encoding"),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_item(tmp_path, content, sentence):
    """
    What cannot be read, or would grow without end, is one sentence.
    """
    (error,) = read(tmp_path, content)
    assert isinstance(error, InputError)
    assert sentence in str(error)


def test_long_files_are_refused(tmp_path):
    """
    A file over the limit is not read.
    """
    (error,) = read(tmp_path, item(), max_bytes=100)
    assert str(error).endswith("is longer than 100 bytes: split it or raise --max-bytes.")


def test_known_by_its_beginning():
    """
    What it begins with tells NewsML-G2; feeds and pages are not.
    """
    assert all(newsml.looks_like(each.encode()) for each in (item(), message(), PACKAGE))
    assert not any(map(newsml.looks_like, (b"<rss>", b"<html>", b"{}")))
