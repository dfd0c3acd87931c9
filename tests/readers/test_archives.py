"""Test what becomes of pages in archives: WARC, WACZ, MHTML, and folders that browsers save."""

from __future__ import annotations

import base64
import gzip
import io
import random
import resource
import zipfile
import zlib
from datetime import UTC, date, datetime

import pytest
from fastwarc import stream_io

from timeline import readers
from timeline.errors import InputError
from timeline.model.article import Article
from timeline.readers import _http_body, mhtml, warc

LEDE = "The harbour council of Port Ellis closed the “old” swing bridge to lorries on 4 May, it said."


def page(text=LEDE, *, published="2026-03-17T22:41:00+00:00", head=""):
    meta = f'<meta property="article:published_time" content="{published}">' if published else ""
    body = f"<body><article><p>{text}</p></article></body>"
    return f"<html><head><meta charset=utf-8>{meta}{head}</head>{body}</html>".encode()


def record(
    body, *, url="https://courier.example/bridge", status="200 OK", headers="", kind="response", media="text/html",
):  # fmt: skip
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}; charset=utf-8\r\n{headers}\r\n".encode() + body
    stated = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Date: 2026-04-01T10:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return stated.encode() + http + b"\r\n\r\n"


def info():
    return b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n"


def packed(writer, body):
    buffer = io.BytesIO()
    stream = writer(buffer)
    stream.write(body)
    stream.close()
    return buffer.getvalue()


def wacz(*members, **options):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", **options) as whole:
        whole.writestr("datapackage.json", "{}")
        for name, content in members:
            whole.writestr(name, content)
    return buffer.getvalue()


def read(folder, content, name="crawl.warc", **options):
    path = folder / name
    path.write_bytes(content)
    return list(readers.read_articles([str(path)], **options))


def one(folder, content, name="crawl.warc", **options):
    (article,) = read(folder, content, name, **options)
    assert isinstance(article, Article), article
    return article


def test_pages_of_a_web_archive(tmp_path):
    """
    A page was captured when it was fetched, and its address is that of the record where it states none.
    """
    article = one(tmp_path, info() + record(page()))
    assert (LEDE, "https://courier.example/bridge") == (article.text, article.key)
    assert (datetime(2026, 3, 17, 22, 41, tzinfo=UTC), datetime(2026, 4, 1, 10)) == (
        article.published,
        article.captured,
    )


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl"])
def test_compressed_archives(tmp_path, name):
    """
    Each record may be a member of its own of a .gz.
    """
    whole = b"".join(
        gzip.compress(each) for each in (info(), record(page()), record(page("Rain fell on the old pier of Wick.")))
    )
    assert 2 == len(read(tmp_path, whole, name))


def test_only_pages_that_were_served_are_read(tmp_path):
    """
    Requests, pictures, redirections, errors and revisits are passed over.
    """
    others = (
        record(page(), status="404 Not Found"),
        record(b"", status="301 Moved"),
        record(page(), kind="request"),
        record(page(), kind="revisit"),
        record(b"\x89PNG", media="image/png"),
        record(b"{}", media="application/json"),
    )
    assert [] == read(tmp_path, b"".join(others))


def test_pages_without_an_article_are_noted(tmp_path):
    """
    A crawl has front pages, too: they are counted, and the first are named.
    """
    notes = []
    front = b"<html><body><nav><a href=/>Home</a></nav></body></html>"
    undated = record(page(published=""), url="https://courier.example/about")
    whole = record(page()) + record(front, url="https://courier.example/") + undated
    assert 1 == len(read(tmp_path, whole, warn=notes.append))
    (note,) = notes
    assert note.endswith(
        "2 pages passed over that hold no article or state no date: https://courier.example/, https://courier.example/about"
    )


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(page()), "Content-Encoding: gzip\r\n"),
        (zlib.compress(page()), "Content-Encoding: deflate\r\n"),
        (zlib.compress(page(), wbits=-15), "Content-Encoding: deflate\r\n"),
        (b"%x;a=b\r\n%b\r\n0\r\n\r\n" % (len(page()), page()), "Transfer-Encoding: chunked\r\n"),
        (page(), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
        (page(), "Content-Encoding: br\r\n"),
        (packed(stream_io.BrotliWriter, page()), "Content-Encoding: br\r\n"),
        (packed(stream_io.ZstdWriter, page()), "Content-Encoding: zstd\r\n"),
    ],
)
def test_pages_are_decoded(tmp_path, body, headers):
    """
    Chunks and compression are undone, where the archive has kept them.
    """
    assert LEDE == one(tmp_path, record(body, headers=headers)).text


def test_a_bomb_is_decoded_no_further_than_an_article_may_be_long():
    """
    A body that would become too much is cut behind the limit, which then refuses it.
    """
    bomb = gzip.compress(bytes(5_000_000))
    assert 1001 == len(_http_body.decoded(bomb, transfer="", content="gzip", max_bytes=1000))


def test_a_bad_page_costs_no_other(tmp_path):
    """
    A page whose compressed data is broken is named by its address.
    """
    broken = record(gzip.compress(page())[:-20], headers="Content-Encoding: gzip\r\n", url="https://courier.example/a")
    missing = record(b"5\r\nrain ", headers="Transfer-Encoding: chunked\r\n", url="https://courier.example/b")
    found = read(tmp_path, broken + missing + record(page()))
    messages = [str(error).partition("crawl.warc, ")[2] for error in found[:2]]
    assert [
        "https://courier.example/a: is not a whole page (its compressed data ends early).",
        "https://courier.example/b: is not a whole page (its last chunk is missing).",
    ] == messages
    assert isinstance(found[2], Article)


def test_an_archive_that_ends_early_gives_what_is_before(tmp_path):
    """
    Half a page is no article.
    """
    whole = record(page()) + record(page(), url="https://courier.example/b")
    first, error = read(tmp_path, whole[:-40])
    assert isinstance(first, Article)
    assert str(error).endswith("https://courier.example/b: is not a whole page (it ends early).")
    cut = gzip.compress(record(page())) + gzip.compress(random.Random(1).randbytes(5000))[:-300]  # noqa: S311
    assert isinstance(read(tmp_path, cut, "crawl.warc.gz")[-1], InputError)


def test_wacz(tmp_path):
    """
    Archives in an archive are read as they are, compressed or not.
    """
    small = gzip.compress(record(page()))
    plain = record(page("Rain fell on the old pier of Wick."), url="https://courier.example/rain")
    found = read(tmp_path, wacz(("archive/a.warc.gz", small), ("archive/b.warc", plain)), "crawl.wacz")
    assert ["https://courier.example/bridge", "https://courier.example/rain"] == [article.key for article in found]
    assert 2 == len(read(tmp_path, wacz(("archive/a.warc.gz", small), ("archive/b.warc", plain)), "crawl"))


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (b"rain", "a.warc", "is not a whole web archive (Invalid WARC header): fetch it again."),
        (b"", "a.warc", "is no web archive: no record is in it."),
        (wacz(("pages/pages.jsonl", "{}")), "a.wacz", "holds no .warc or .warc.gz: it is no WACZ."),
        (wacz(("archive/a.warc", record(page())))[:-30], "a.wacz", "is not a complete archive"),
        (
            wacz(("archive/a.warc", bytes(20_000_000)), compression=zipfile.ZIP_DEFLATED),
            "a.wacz",
            "unpacks to a thousand times its length",
        ),
    ],
)
def test_what_is_no_archive_is_refused(tmp_path, content, name, message):
    """
    In a sentence, whatever it is.
    """
    (error,) = read(tmp_path, content, name)
    assert isinstance(error, InputError)
    assert message in str(error)


def test_a_record_without_end_is_refused(tmp_path, monkeypatch):
    """
    What is packed a thousand to one is not read for hours.
    """
    monkeypatch.setattr(warc, "MAX_SPOOLED_BYTES", 10_000_000)
    (error,) = read(tmp_path, gzip.compress(record(bytes(40_000_000), media="video/mp4")), "a.warc.gz")
    assert "holds a record of more than 0 GB, so it is not read." in str(error)


def test_memory_does_not_grow_with_an_archive(tmp_path):
    """
    A hundred times the pages and a long video take no more memory.
    """
    path = tmp_path / "long.warc"
    with path.open("wb") as stream:
        for number in range(200):
            stream.write(record(page(), url=f"https://courier.example/{number}"))
            stream.write(record(bytes(1_000_000), media="video/mp4"))
    articles = readers.read_articles([str(path)])
    next(articles)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert 199 == sum(isinstance(article, Article) for article in articles)
    assert 50_000 > resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before


def saved(*parts, head="Snapshot-Content-Location: https://courier.example/bridge\n", extra=""):
    joined = "".join(f"------b\n{part}\n" for part in parts)
    return (
        f"From: <Saved by Blink>\n{head}Subject: Bridge\nDate: Wed, 1 Apr 2026 12:00:00 +0200\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----b"{extra}\n\n\n{joined}------b--\n'
    ).encode()


def part(body, url="https://courier.example/bridge", media="text/html"):
    encoded = base64.encodebytes(body).decode()
    return f"Content-Type: {media}\nContent-Transfer-Encoding: base64\nContent-Location: {url}\n\n{encoded}"


def test_a_page_in_a_single_file(tmp_path):
    """
    The page is the part that was looked at, not a frame before it; it was captured when it was saved.
    """
    frame = part(page("An advertisement in a frame, with a long sentence of its own."), "https://ads.example/1")
    picture = part(b"\x89PNG", "https://courier.example/b.png", "image/png")
    article = one(tmp_path, saved(frame, part(page()), picture), "page.mhtml")
    assert (LEDE, "https://courier.example/bridge", datetime(2026, 4, 1, 10)) == (
        article.text,
        article.key,
        article.captured,
    )
    assert LEDE == one(tmp_path, saved(frame, part(page())), "page").text
    assert mhtml.looks_like(saved(part(page())))


def test_a_page_that_is_named_by_its_id(tmp_path):
    """
    Older browsers say which part begins.
    """
    first, second = part(page("A frame that comes before the page that it is in.")), part(page())
    whole = saved(first, f"Content-ID: <main>\n{second}", head="", extra='; start="<main>"')
    assert LEDE == one(tmp_path, whole, "page.mht").text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b" ", "is empty."),
        (saved(part(b"a", media="image/png")), "has no page among its parts"),
        (b"boundary=" * 60, "has more than 50 parts within parts"),
        (saved(part(b"<html></html>")), "holds no article"),
    ],
)
def test_what_is_no_saved_page_is_refused(tmp_path, content, message):
    """
    Pictures alone, bombs and empty pages are told in a sentence.
    """
    (error,) = read(tmp_path, content, "page.mhtml")
    assert isinstance(error, InputError)
    assert message in str(error)


def test_folders_beside_saved_pages_are_passed_over(tmp_path):
    """
    What a browser puts beside a page is no article, unless it is asked for; other folders are read.
    """
    for folder, parts in (("bridge", "bridge_files"), ("Brücke", "Brücke-Dateien"), ("alone", "other_files")):
        (tmp_path / f"{folder}.html").write_bytes(page(f"{folder} {LEDE}"))
        (tmp_path / parts).mkdir()
        (tmp_path / parts / "frame.html").write_bytes(page(f"{parts} {LEDE}"))
    everything = {article.text.split()[0] for article in readers.read_articles([str(tmp_path)])}
    assert {"bridge", "Brücke", "alone", "other_files"} == everything
    by_glob = {article.text.split()[0] for article in readers.read_articles([f"{tmp_path}/**/*.html"])}
    assert everything == by_glob
    assert everything == {article.text.split()[0] for article in readers.read_articles([f"{tmp_path}/*"])}
    assert 1 == len(list(readers.read_articles([f"{tmp_path}/bridge_files"])))


def test_articles_of_an_archive_share_the_context(tmp_path):
    """
    A day that the caller gives holds for pages that state none.
    """
    article = one(tmp_path, record(page(published="")), published=date(2026, 3, 1))
    assert (date(2026, 3, 1), "courier.example") == (article.published, article.source)
