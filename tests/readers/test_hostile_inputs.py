"""
Test what readers make of broken inputs: an article or a sentence, within a time and a memory, and never a traceback.

A format is added by a line of `SAMPLES`: a name with its suffix, and a function that makes a whole file of it.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import resource
import sqlite3
import tempfile
import time
import zipfile
from datetime import date
from email.message import EmailMessage
from functools import partial
from pathlib import Path

import docx as word
import duckdb
import openpyxl
import pytest
from odf import opendocument as open_document
from odf import text as open_text

from printed import paragraphs_at, pdf
from timeline import readers
from timeline.errors import InputError
from timeline.model.article import Article
from timeline.model.withdrawal import Withdrawal

TEXT = "The harbour council of Port Ellis closed the “old” swing bridge to lorries on 4 May, said Marta Quill."

VARIANTS = 150
"""Broken inputs made of each sample."""

MAX_SECONDS = 10.0
"""CPU time that an input may take; the slowest of these takes a hundredth."""

MAX_BYTES = 1_000_000_000
"""Memory that they may add, together."""


def html():
    """A page with all that is read of one."""
    head = (
        '<meta charset="utf-8"><link rel="canonical" href="https://courier.example/a">'
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge","datePublished":'
        '"2026-03-17T22:41:00Z","author":[{"name":"Noor Whitlock"}]}</script>'
    )
    body = "".join(f"<p>{TEXT} <a href='/{number}'>{number}</a></p>" for number in range(4))
    return f"<!DOCTYPE html><html lang=en><head>{head}</head><body><article>{body}</article></body></html>".encode()


def jsonl():
    """Two articles, a line each."""
    row = {"id": "a", "title": "Bridge", "published": "2026-03-17", "authors": ["Noor Whitlock"], "text": TEXT}
    return (json.dumps(row) + "\n" + json.dumps(row | {"id": "b"}, ensure_ascii=False) + "\n").encode()


def plain():
    """A text below lines of header."""
    return f"Title: Bridge\nDate: 2026-03-17\nAuthor: Noor Whitlock\n\n{TEXT}\n\n{TEXT}\n".encode()


def rss():
    """A feed of two entries."""
    content = f"<content:encoded><![CDATA[<p>{TEXT}</p><p>{TEXT[::-1]}</p>]]></content:encoded>"
    entries = "".join(
        f"<item><title>Bridge</title><guid>{number}</guid><link>https://courier.example/{number}</link>"
        f"<pubDate>Tue, 17 Mar 2026 22:41:00 +0100</pubDate><description>{TEXT}</description>{content}</item>"
        for number in range(2)
    )
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return (
        f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel><title>C</title>{entries}</channel></rss>'.encode()
    )


def json_feed():
    """A feed of an entry."""
    entry = {"id": "a", "title": "Bridge", "date_published": "2026-03-17", "content_html": f"<p>{TEXT}</p>"}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "C", "items": [entry]}).encode()


def mhtml():
    """A page with a picture, as a browser saves it."""
    address = "Content-Location: https://courier.example/a\n"
    head = f"From: <Saved by Blink>\nSnapshot-{address}Date: Wed, 1 Apr 2026 12:00:00 +0200\n"
    kind = 'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n'
    page = f"--b\nContent-Type: text/html\n{address}\n{html().decode()}\n"
    picture = "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw==\n--b--\n"
    return f"{head}{kind}{page}{picture}".encode()


def warc():
    """Two pages as they were fetched, one of them compressed."""
    found = b""
    for body, header in ((html(), b""), (gzip.compress(html()), b"Content-Encoding: gzip\r\n")):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + b"\r\n" + body
        found += (
            b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2026-04-01T10:00:00Z\r\n"
            b"WARC-Target-URI: https://courier.example/a\r\nContent-Type: application/http; msgtype=response\r\n"
            b"Content-Length: %d\r\n\r\n" % len(http)
        ) + http
        found += b"\r\n\r\n"
    return found


def wacz():
    """An archive of pages in an archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as whole:
        whole.writestr("datapackage.json", "{}")
        whole.writestr("archive/a.warc.gz", gzip.compress(warc()))
    return buffer.getvalue()


ROW = {"id": "a", "title": "Bridge", "published": "2026-03-17", "authors": "Noor Whitlock", "text": TEXT}


def csv():
    """Two rows below a line of names."""
    line = ",".join(f'"{value}"' for value in ROW.values())
    return f"{','.join(ROW)}\n{line}\n{line}\n".encode()


def of_a_database(statement, suffix):
    """A file that DuckDB writes."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as database:
        path = Path(folder, f"a{suffix}")
        database.execute(
            statement.format(path, "select " + ", ".join(f"'{value}' as {name}" for name, value in ROW.items()))
        )
        database.execute("detach database if exists made")
        return path.read_bytes()


def xlsx():
    """A sheet of a row below names."""
    book, buffer = openpyxl.Workbook(), io.BytesIO()
    book.active.append(list(ROW))
    book.active.append(list(ROW.values()))
    book.save(buffer)
    return buffer.getvalue()


def sqlite():
    """A database of a table."""
    database = sqlite3.connect(":memory:")
    database.execute(f"create table articles ({', '.join(ROW)})")
    database.execute("insert into articles values (?, ?, ?, ?, ?)", list(ROW.values()))
    database.commit()
    return database.serialize()


def docx():
    """A document of two paragraphs."""
    document, buffer = word.Document(), io.BytesIO()
    document.add_paragraph(TEXT)
    document.add_paragraph(TEXT[::-1])
    document.save(buffer)
    return buffer.getvalue()


def odt():
    """A document of a paragraph."""
    document, buffer = open_document.OpenDocumentText(), io.BytesIO()
    document.text.addElement(open_text.P(text=TEXT))
    document.write(buffer)
    return buffer.getvalue()


def newsletter():
    """A message in plain text and HTML."""
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "Post <a@post.example>", "Bridge", "<a@post.example>"
    message["Date"] = "Tue, 17 Mar 2026 22:41:00 +0100"
    message.set_content(TEXT)
    message.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    return message.as_bytes()


def ninjs():
    """An item of a newswire in JSON."""
    item = {"uri": "urn:a", "type": "text", "versioncreated": "2026-03-17T22:41:00Z", "headline": "Bridge"}
    return json.dumps(item | {"body_xhtml": f"<p>{TEXT}</p>"}).encode()


def newsml():
    """An item of a newswire in XML."""
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="1"><itemMeta>'
        '<itemClass qcode="ninat:text"/><versionCreated>2026-03-17T22:41:00Z</versionCreated></itemMeta><contentMeta>'
        '<headline>Bridge</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{TEXT}</p></body></html></inlineXML></contentSet></newsItem>'
    ).encode()


def packed(name, content):
    """A document of a word processor, of no more than its main part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr(name, content)
    return buffer.getvalue()


WITHIN = {
    "article.docx": (
        f'<d xmlns:w="w"><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{TEXT}</w:t></w:r></w:p></d>'.encode(),
        partial(packed, "word/document.xml"),
    ),
    "article.odt": (
        f'<d xmlns:t="t"><t:p t:style-name="P1">{TEXT}<t:s/><t:note><t:p>No.</t:p></t:note></t:p></d>'.encode(),
        partial(packed, "content.xml"),
    ),
    "article.pdf": (paragraphs_at(760, [TEXT[:50], TEXT[50:]], [TEXT]).encode("cp1252"), pdf),
}
"""What is in files that are packed, and how it is packed."""

SAMPLES = {
    "page.html": html,
    "page.html.gz": lambda: gzip.compress(html()),
    "page.mhtml": mhtml,
    "feed.xml": rss,
    "feed.json": json_feed,
    "crawl.warc": warc,
    "crawl.warc.gz": lambda: gzip.compress(warc()),
    "crawl.wacz": wacz,
    "articles.csv": csv,
    "articles.parquet": lambda: of_a_database("copy ({1}) to '{0}'", ".parquet"),
    "articles.duckdb": lambda: of_a_database("attach '{0}' as made; create table made.articles as {1}", ".duckdb"),
    "articles.sqlite": sqlite,
    "articles.xlsx": xlsx,
    "article.docx": docx,
    "article.odt": odt,
    "article.pdf": lambda: pdf(paragraphs_at(760, [TEXT[:50], TEXT[50:]])),
    "letter.eml": newsletter,
    "letters.mbox": lambda: (b"From a@post.example Tue Mar 17 22:41:00 2026\n" + newsletter() + b"\n") * 2,
    "item.ninjs": ninjs,
    "item.newsml": newsml,
    "articles.jsonl": jsonl,
    "article.txt": plain,
}
"""Whole files by their names."""

NESTED = {
    "page.html": b"<div class=share><p>rain" * 19_000,
    "feed.xml": b"<rss><channel><item>" + b"<description><b>" * 60_000,
    "feed.json": b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 200_000,
    "page.mhtml": b"From: <Saved by Blink>\nContent-Type: multipart/related; boundary=b\n\n"
    + b"--b\nContent-Type: multipart/related; boundary=b\n\n" * 40
    + b"--b\n\n" * 100_000,
    "articles.jsonl": b'{"id":' * 200_000,
    "article.txt": b"---\na: " + b"[" * 60_000 + b"\n---\nrain",
    "letter.eml": b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (at, at) for at in range(450))
    + b"\n--rain" * 50_000,
    "item.ninjs": b'{"uri": ' * 200_000,
    "item.newsml": b"<newsMessage>" * 200_000,
    "article.pdf": pdf("[" * 200_000),
    "article.docx": packed("word/document.xml", b"<p>" * 200_000),
    "article.odt": packed("content.xml", b"<!DOCTYPE p [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><p>&b;</p>"),
}
"""Deep nests, by the name of the sample that they are in the form of."""

SPLICES = (b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"<" * 5000, b"&#x110000;", b"&amp" * 2000, b"9" * 5000, b"\r\n\r\n")
"""Bytes that formats stumble over."""


def broken(sample, number):
    """A broken form of a sample: cut, flipped, spliced, turned round, in another encoding, or with a huge field."""
    chance = random.Random(number)  # noqa: S311 - nothing secret is drawn
    kind, at = number % 6, chance.randrange(len(sample))
    if kind == 0:
        return sample[:at]
    if kind == 1:
        flipped = bytearray(sample)
        for _ in range(chance.randint(1, 30)):
            flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        return bytes(flipped)
    if kind == 2:
        return sample[:at] + chance.choice(SPLICES) + sample[at:]
    if kind == 3:
        return sample[at:] + sample[: chance.randrange(len(sample))]
    if kind == 4:
        return sample.decode("utf-8", "replace").encode(
            chance.choice(["utf-16", "utf-16-be", "utf-32", "cp1252"]), "replace"
        )
    return sample[:at] + chance.choice([b"a", b" ", b"rain ", b"\n"]) * 200_000 + sample[at:]


def read(path):
    """Everything that is made of a file, within the limits."""
    began = time.process_time()
    found = list(readers.read_articles([str(path)], published=date(2026, 3, 1)))
    assert MAX_SECONDS > time.process_time() - began
    return found


def assert_sound(found):
    """Each is an article of text that can be stored, or an error of one line."""
    for item in found:
        if isinstance(item, Article):
            assert item.text.strip()
            item.fingerprint.encode()
            "".join(filter(None, (item.text, item.title, item.source, item.url, *item.authors))).encode()
        elif isinstance(item, Withdrawal):
            assert item.reason.startswith("The publisher marked it ")
        else:
            assert isinstance(item, InputError)
            assert 1 == len(str(item).splitlines())


@pytest.mark.parametrize("name", SAMPLES)
def test_whole_samples_are_articles(name, tmp_path):
    """
    What is broken below is read where it is whole.
    """
    path = tmp_path / name
    path.write_bytes(SAMPLES[name]())
    found = read(path)
    assert found
    assert [] == [item for item in found if isinstance(item, InputError)]
    assert_sound(found)


@pytest.mark.parametrize("name", SAMPLES)
def test_broken_inputs_are_articles_or_sentences(name, tmp_path):
    """
    Cut, flipped, spliced and huge inputs end in an article or an error of one line.
    """
    sample, before = SAMPLES[name](), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(VARIANTS):
        path = tmp_path / f"{number} {name}"
        path.write_bytes(broken(sample, number))
        assert_sound(read(path))
        path.unlink()
    assert MAX_BYTES > (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024


@pytest.mark.parametrize("name", WITHIN)
def test_what_is_packed_may_be_broken(name, tmp_path):
    """
    A whole archive or file of something broken ends in an article or an error of one line, too.
    """
    content, pack = WITHIN[name]
    path = tmp_path / name
    for number in range(VARIANTS):
        path.write_bytes(pack(broken(content, number)))
        assert_sound(read(path))


@pytest.mark.parametrize("name", NESTED)
def test_deep_nests_are_articles_or_sentences(name, tmp_path):
    """
    What is nested very deeply does not exhaust the stack.
    """
    path = Path(tmp_path, name)
    path.write_bytes(NESTED[name])
    assert_sound(read(path))
