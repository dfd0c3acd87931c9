"""Test what is fetched from a real server on this machine, politely and within limits, and from where nothing is."""

from __future__ import annotations

import gzip
import json
import time
from datetime import UTC, datetime

import pytest

from served import served
from timeline import readers
from timeline.errors import InputError
from timeline.ingest import append, fetched
from timeline.log.event_log import EventLog
from timeline.model.article import Article
from timeline.readers import Network, _network
from timeline.readers._connections import is_public

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="The Cape">
<meta property="article:published_time" content="2026-03-0{day}T08:00:00Z">
</head><body><article><h1>{title}</h1>
<p>{text} The harbour was closed on Monday, the port office said.</p>
<p>Mayor Ann Lee said on Tuesday that the ferry would sail again when the wind had fallen.</p>
</article></body></html>"""


def page(title="Ferry adrift", text="The ferry lost power off the cape.", day=3):
    return PAGE.format(title=title, text=text, day=day)


@pytest.fixture
def site():
    with served() as found:
        yield found


def read(*addresses, network=None, **options):
    network = network or Network(pause=0, allow_loopback=True)
    return list(readers.read_articles(addresses, network=network, **options))


def refused(*addresses, **options):
    (error,) = read(*addresses, **options)
    assert isinstance(error, InputError), error
    return str(error)


def test_a_page_is_fetched(site):
    """
    The article of a page has the address where it was found; the host is told who asks, and asked for robots.txt first.
    """
    site.page("/a", page(), Content_Type="text/html; charset=utf-8")
    (article,) = read(f"{site.url}/a")
    expected = (f"{site.url}/a", "Ferry adrift", "The Cape", datetime(2026, 3, 3, 8, tzinfo=UTC))
    assert expected == (article.url, article.title, article.source, article.published)
    assert ["/robots.txt", "/a"] == [path for path, _ in site.asked]
    assert site.asked[1][1]["User-Agent"].startswith("news-timeline/")


def test_without_leave_nothing_is_fetched(site):
    """
    An address is refused with what allows it; nothing is asked for.
    """
    (error,) = readers.read_articles([f"{site.url}/a"])
    assert f"{site.url}/a: is an address: give --allow-network to fetch it." == str(error)
    assert [] == site.asked


def test_other_forms_are_known_by_what_the_host_says(site):
    """
    What the host says of the form counts more than how the address ends.
    """
    line = json.dumps({"id": "a", "published": "2026-03-03", "text": "Rain fell."})
    site.page("/news.html", line, Content_Type="application/x-ndjson")
    site.page("/news.jsonl.gz", gzip.compress(line.encode()), Content_Type="application/octet-stream")
    assert ["a", "a"] == [article.key for article in read(f"{site.url}/news.html", f"{site.url}/news.jsonl.gz")]


def test_private_addresses_are_not_fetched_from(site):
    """
    This machine, and what a public page may lead to in a private network, are refused before anything is asked.
    """
    network = Network(pause=0)
    assert "is at a private address (127.0.0.1), which is not fetched from" in refused(site.url, network=network)
    assert "is at a private address" in refused("http://localhost:1/", network=Network(pause=0))
    assert [] == site.asked


@pytest.mark.parametrize(
    "target", ["http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::ffff:192.168.0.1]/"]
)
def test_redirects_to_private_addresses_are_not_followed(site, target):
    """
    Every address on the way is looked at.
    """
    site.page("/a", status=302, Location=target)
    assert "is at a private address" in refused(f"{site.url}/a")


PUBLIC = ("93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34")
PRIVATE = (
    *("10.1.2.3", "172.16.0.1", "192.168.1.1", "127.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1"),
    *("255.255.255.255", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::"),
    "2001:0:4136:e378::1",
)
ADDRESSES = [*((each, True) for each in PUBLIC), *((each, False) for each in PRIVATE)]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_which_addresses_are_public(address, expected):
    """
    Private ones are known in every way to write them.
    """
    assert expected == is_public(address)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://cape.example/a", "gopher://cape.example/", "//:80/"])
def test_redirects_lead_to_the_web_alone(site, target):
    """
    No file and no other protocol is read.
    """
    site.page("/a", status=301, Location=target)
    assert "which is no address of the web." in refused(f"{site.url}/a")


def test_redirects_are_followed_so_far(site):
    """
    The article has the address that was led to; who leads on for ever is left.
    """
    site.page("/old", status=301, Location="/new")
    site.page("/new", page(), Content_Type="text/html")
    site.page("/round", status=302, Location="/round")
    (article,) = read(f"{site.url}/old")
    assert f"{site.url}/new" == article.url
    assert "leads on more than 5 times" in refused(f"{site.url}/round")


def test_names_and_passwords_are_not_kept():
    """
    An address with a password is refused before it is asked for.
    """
    assert "holds a name or password" in refused("https://ann:secret@cape.example/a")


def test_robots_are_asked(site):
    """
    What a host does not allow is not fetched, and one that cannot say is not fetched from.
    """
    site.page("/robots.txt", "User-agent: *\nDisallow: /private/\nAllow: /private/open$\n")
    site.page("/private/open", page(), Content_Type="text/html")
    assert "/robots.txt does not allow programs to fetch it" in refused(f"{site.url}/private/a")
    assert isinstance(read(f"{site.url}/private/open")[0], Article)
    site.page("/robots.txt", status=503)
    assert "/robots.txt does not allow programs to fetch it" in refused(f"{site.url}/private/open")
    assert ["/private/open"] == site.paths()


def test_a_host_is_given_time(site, monkeypatch):
    """
    Between two requests to a host it waits as long as its robots.txt asks for.
    """
    slept = []
    monkeypatch.setattr(_network.time, "sleep", slept.append)
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 7\n")
    site.page("/a", page(), Content_Type="text/html")
    read(f"{site.url}/a", f"{site.url}/a", network=Network(pause=1, allow_loopback=True))
    assert [0, 7, 7] == [round(seconds) for seconds in slept]


def slowly(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    try:
        for _ in range(100):
            handler.wfile.write(b"<p>")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


def test_slow_bodies_are_left(site, monkeypatch):
    """
    A host that sends a few bytes again and again is left after the time that an address may take.
    """
    monkeypatch.setattr(_network, "MAX_SECONDS", 0.3)
    site.pages["/a"] = slowly
    assert "took more than 0 s to fetch" in refused(f"{site.url}/a")


def test_silent_hosts_are_left(site, monkeypatch):
    """
    A host that says nothing is left.
    """
    monkeypatch.setattr(_network, "SILENT_SECONDS", 0.2)
    site.pages["/a"] = lambda _: time.sleep(1)
    assert "cannot be fetched (timed out)" in refused(f"{site.url}/a")


def test_wrong_lengths_are_named(site):
    """
    A body that ends before its length is no page.
    """
    site.page("/a", page(), Content_Type="text/html", Content_Length="100000")
    site.pages["/a"] = lambda handler, answer=site.pages["/a"]: cut_off(handler, answer)
    assert "cannot be fetched (peer closed connection without sending complete message body" in refused(f"{site.url}/a")


def cut_off(handler, answer):
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(answer[2])
    handler.close_connection = True


def test_bombs_are_refused(site, monkeypatch):
    """
    What is decompressed counts, and what is compressed in several layers is not read at all.
    """
    monkeypatch.setattr(_network, "MAX_FETCHED_BYTES", 1_000_000)
    site.page("/a", gzip.compress(bytes(5_000_000)), Content_Type="text/html", Content_Encoding="gzip")
    assert "is more than 1.0 MB" in refused(f"{site.url}/a")
    twice = gzip.compress(gzip.compress(page().encode()))
    site.page("/b", twice, Content_Type="text/html", Content_Encoding="gzip, gzip")
    assert "is sent in an encoding that was not asked for" in refused(f"{site.url}/b")
    site.page("/c", gzip.compress(page().encode()), Content_Type="text/html", Content_Encoding="gzip")
    assert isinstance(read(f"{site.url}/c")[0], Article)


def test_other_answers_are_named(site):
    """
    The status of the host stands in the message.
    """
    assert f"{site.url}/a: the host answers 404 Not Found." == refused(f"{site.url}/a")


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Cape</title><link>{url}</link>
<item><title>Ferry</title><link>{url}/a</link><guid>{url}/a</guid><pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate>
<description>The ferry lost power off the cape on Monday.</description></item>
<item><title>Pier</title><link>{url}/b</link><guid>{url}/b</guid><pubDate>Wed, 04 Mar 2026 08:00:00 GMT</pubDate>
<description>The pier was closed on Tuesday after the storm.</description></item></channel></rss>"""


def test_the_pages_of_a_feed_are_followed(site):
    """
    With leave, the pages that a feed names are fetched; where one cannot be, the text of the feed is taken.
    """
    site.page("/feed", FEED.format(url=site.url), Content_Type="application/rss+xml")
    site.page("/a", page(), Content_Type="text/html")
    notes = []
    network = Network(follow=True, pause=0, allow_loopback=True)
    whole, brief = read(f"{site.url}/feed", network=network, warn=notes.append)
    assert ("Ferry adrift", True) == (whole.title, whole.text.count("\n\n") > 0)
    assert ("Pier", "The pier was closed on Tuesday after the storm.") == (brief.title, brief.text)
    assert f"{site.url}/b: the host answers 404 Not Found. The text of the feed is taken." in notes
    site.page("/feed", FEED.replace("<link>{url}/b</link>", "").format(url=site.url), Content_Type="text/xml")
    network = Network(follow=True, pause=0, allow_loopback=True)
    assert ["Ferry adrift", "Pier"] == [article.title for article in read(f"{site.url}/feed", network=network)]
    alone = read(f"{site.url}/feed")
    assert ["Ferry", "Pier"] == [article.title for article in alone]


def test_the_pages_of_a_sitemap_are_followed(site):
    """
    Lists of sitemaps lead to sitemaps and these to pages, each once; without leave to follow it says so.
    """
    maps = "".join(f"<sitemap><loc>{site.url}/{name}.xml</loc></sitemap>" for name in ("map", "index"))
    index = f"<sitemapindex>{maps}</sitemapindex>"
    urls = "".join(f"<url><loc>{site.url}/{name}</loc></url>" for name in "aab")
    site.page("/index.xml", index, Content_Type="application/xml")
    site.page(
        "/map.xml",
        f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>",
        Content_Type="application/xml",
    )
    site.page("/a", page(), Content_Type="text/html")
    site.page("/b", page("Pier closed", day=4), Content_Type="text/html")
    network = Network(follow=True, pause=0, allow_loopback=True)
    assert ["Ferry adrift", "Pier closed"] == [item.title for item in read(f"{site.url}/index.xml", network=network)]
    assert "is a sitemap, which names pages and holds none" in refused(f"{site.url}/map.xml")


def test_so_many_pages_are_followed(site):
    """
    The limit of pages is said, and what was fetched until then is kept.
    """
    site.page("/feed", FEED.format(url=site.url), Content_Type="application/rss+xml")
    site.page("/a", page(), Content_Type="text/html")
    notes = []
    network = Network(follow=True, max_pages=1, pause=0, allow_loopback=True)
    assert 1 == len(read(f"{site.url}/feed", network=network, warn=notes.append))
    assert "names more than 1 pages: raise --max-pages." in notes[-1]


def conditional(handler):
    if handler.headers.get("If-None-Match") == '"1"':
        handler.send_response(304)
        handler.send_header("Content-Length", "0")
        handler.end_headers()
        return
    body = page().encode()
    handler.send_response(200)
    for name, value in {"ETag": '"1"', "Content-Type": "text/html", "Content-Length": str(len(body))}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def test_what_has_not_changed_is_not_sent_again(site, tmp_path):
    """
    After an append the host is asked for what has changed since; where the log does not hold the article, for all.
    """
    site.pages["/a"] = conditional
    log = EventLog(tmp_path / "news.duckdb")
    network = Network(pause=0, allow_loopback=True)
    assert {} == fetched.remembered(log)
    append.append(log, read(f"{site.url}/a", network=network))
    fetched.remember(log, network.fresh)
    notes = []
    again = Network(known=fetched.remembered(log), pause=0, allow_loopback=True)
    assert [] == read(f"{site.url}/a", network=again, warn=notes.append)
    assert [f"{site.url}/a: is as it was when it was fetched last."] == notes
    (tmp_path / "news.duckdb").unlink()
    assert {} == fetched.remembered(log)


@pytest.mark.parametrize("content", ["", "[]", '{"a": 1}', '{"a": {"etag": 1}}', "\x00"])
def test_a_damaged_memory_costs_nothing(tmp_path, content):
    """
    What cannot be read is fetched anew.
    """
    log = EventLog(tmp_path / "news.duckdb")
    (tmp_path / "news.duckdb.fetched").write_text(content)
    assert {} == fetched.remembered(log)
