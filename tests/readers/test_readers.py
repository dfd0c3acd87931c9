"""Test what readers make of files, good and bad."""

from __future__ import annotations

import gzip
import io
import json
import os
from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import grows_with_length
from timeline import readers
from timeline.errors import InputError, UndatedArticle
from timeline.model.article import Article, text_key
from timeline.readers import _sources

SEED = " date 2024-08-13 Ferry 'adrift' off the cape\n\nThe ferry lost power on Monday.\n"


def read(*sources, **options):
    return list(readers.read_articles([str(source) for source in sources], **options))


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(path, **options):
    (article,) = read(path, **options)
    assert isinstance(article, Article), article
    return article


def refused(path, **options):
    (error,) = read(path, **options)
    assert isinstance(error, InputError), error
    return error


def row(**fields):
    return json.dumps({"id": "a", "published": "2024-08-13", "text": "Rain fell."} | fields) + "\n"


def test_date_line(tmp_path):
    """
    A first line `date YYYY-MM-DD Headline` gives date and title, and stays in the text.
    """
    article = one(write(tmp_path, "ferry.txt", SEED))
    assert (date(2024, 8, 13), "Ferry 'adrift' off the cape", SEED) == (article.published, article.title, article.text)
    assert text_key(SEED) == article.key


def test_header_lines(tmp_path):
    """
    Header lines give what they name; authors may stand on several lines or between semicolons.
    """
    text = (
        "Title: Ferry adrift\nDate: 2024-08-13T10:30:00+02:00\nSource: The Cape\nURL: https://cape.example/1\n"
        "Author: Ann Lee; Bo Ray\nAuthor: Cy\nLanguage: en\nCaptured: 2024-08-14\nSection: World\n\nRain fell.\n"
    )
    article = one(write(tmp_path, "a.txt", text))
    published = datetime(2024, 8, 13, 10, 30, tzinfo=timezone(timedelta(hours=2)))
    expected = Article(
        key="https://cape.example/1",
        text=text,
        published=published,
        title="Ferry adrift",
        source="The Cape",
        url="https://cape.example/1",
        authors=("Ann Lee", "Bo Ray", "Cy"),
        language="en",
        captured=date(2024, 8, 14),
    )
    assert expected == article


def test_front_matter(tmp_path):
    """
    YAML front matter gives what it names, every value as text.
    """
    text = "---\ntitle: 1984\ndate: 2024-08-13 10:00:00 +0200\nauthors: [Ann, Bo]\nid: 007\n---\nRain fell.\n"
    article = one(write(tmp_path, "a.md", text))
    assert ("007", "1984", ("Ann", "Bo"), text) == (article.key, article.title, article.authors, article.text)
    assert date(2024, 8, 13) == article.day


@pytest.mark.parametrize("text", ["Rain fell.", "Date nights were rare.", "Note: rain fell.", "---\nRain fell."])
def test_no_header(tmp_path, text):
    """
    A text without a header is an article when the caller gives the date.
    """
    article = one(write(tmp_path, "a.txt", text), published=date(2024, 8, 13), source="The Cape")
    assert (date(2024, 8, 13), None, "The Cape", text) == (
        article.published,
        article.title,
        article.source,
        article.text,
    )


def test_stated_date_wins(tmp_path):
    """
    The caller's date and outlet stand in for what an article does not state, and for nothing else.
    """
    path = write(tmp_path, "a.jsonl", row(source="The Cape") + row(published=None, source=None))
    stated, silent = read(path, published=date(2020, 1, 1), source="Wire")
    assert [(date(2024, 8, 13), "The Cape"), (date(2020, 1, 1), "Wire")] == [
        (article.published, article.source) for article in (stated, silent)
    ]


def test_text_is_kept(tmp_path):
    """
    Line ends, blanks and unusual characters stay as they are; only a byte order mark is dropped.
    """
    text = "date 2024-08-13 Ferry\r\n\r\n\tRain\u2028fell.\x0c  \r🌧\n\n"
    assert text == one(write(tmp_path, "a.txt", b"\xef\xbb\xbf" + text.encode())).text
    assert text == one(write(tmp_path, "a.jsonl", b"\xef\xbb\xbf" + row(text=text).encode())).text


def test_jsonl_fields(tmp_path):
    """
    A JSON line gives every field it has; fields we do not know are let be.
    """
    line = row(title="T", source="S", url="https://u", authors=["A"], language="en", captured="2024-08-14", x=[1])
    expected = Article(
        key="a", text="Rain fell.", published=date(2024, 8, 13), title="T", source="S", url="https://u",
        authors=("A",), language="en", captured=date(2024, 8, 14),
    )  # fmt: skip
    assert expected == one(write(tmp_path, "a.jsonl", line))


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"id": "x", "url": "u"}, "x"),
        ({"id": 17}, "17"),
        ({"id": None, "url": "u"}, "u"),
        ({"id": ""}, text_key("Rain fell.")),
    ],
)
def test_key(tmp_path, fields, key):
    """
    An article is known by its id, else its URL, else the hash of its text.
    """
    assert key == one(write(tmp_path, "a.jsonl", row(**fields))).key


def test_windows_1252_is_read_with_a_warning(tmp_path):
    """
    Bytes that are not UTF-8 are read as Windows-1252, and the caller is told where.
    """
    warnings = []
    path = write(tmp_path, "a.txt", "date 2024-08-13 Café\n\n“Rain”".encode("cp1252"))
    assert "date 2024-08-13 Café\n\n“Rain”" == one(path, warn=warnings.append).text
    assert [f"{path}: is not UTF-8 (byte 19); read as Windows-1252."] == warnings


def test_walk(tmp_path):
    """
    Folders are read in order of names, below them too; hidden files and unknown suffixes are skipped, with a warning.
    """
    for name in ("b.jsonl", "a/z.txt", "c.txt.gz", ".hidden.txt", "d.page"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        text = row(id=name) if ".jsonl" in name else f"Id: {name}\nDate: 2024-08-13\n\nRain."
        write(tmp_path, name, gzip.compress(text.encode()) if name.endswith(".gz") else text)
    warnings = []
    found = read(tmp_path, warn=warnings.append)
    assert ["a/z.txt", "b.jsonl", "c.txt.gz"] == [article.key for article in found]
    assert [f"{tmp_path}: 1 file that no reader is for skipped (.page)."] == warnings


def test_globs(tmp_path):
    """
    A glob stands for its matches in order; a file whose name looks like one stands for itself.
    """
    for name in ("b1.jsonl", "b2.jsonl", "c.jsonl", "[x].jsonl"):
        write(tmp_path, name, row(id=name))
    assert ["b1.jsonl", "b2.jsonl"] == [article.key for article in read(tmp_path / "b*.jsonl")]
    assert ["[x].jsonl"] == [article.key for article in read(tmp_path / "[x].jsonl")]
    assert "nothing*: no file matches." in str(refused(tmp_path / "nothing*"))


@pytest.mark.parametrize(
    "data", [SEED.encode(), row(id=None, text=SEED).encode(), gzip.compress(SEED.encode())], ids=["plain", "json", "gz"]
)
def test_standard_input(monkeypatch, data):
    """
    Standard input is looked at: plain text, JSON lines, or either compressed.
    """
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(data))))
    assert [(text_key(SEED), SEED)] == [(article.key, article.text) for article in read("-")]


def test_reader_by_name(tmp_path):
    """
    A reader that the caller names reads whatever the suffix; an unknown one is an error. Where nobody names one, what
    the file begins with decides on unknown suffixes.
    """
    path = write(tmp_path, "a.dump", row())
    assert "a" == one(path, reader="jsonl").key
    assert "a" == one(path).key
    assert "no reader for .dump files" in str(refused(write(tmp_path, "b.dump", "Rain fell.")))
    assert str(refused(path, reader="none")).startswith("no reader 'none': there are csv, ")


BAD_TEXTS = {
    "empty": (b"", "is empty."),
    "blank": (b" \n\n", "has no text."),
    "binary": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text (it contains zero bytes)"),
    "binary without zeros": (b"\xff\x13\x07abc\xfe", "is not text (byte 0 is not UTF-8)"),
    "half of utf-16": ("Rain".encode("utf-16")[:-1], "is not whole UTF-16 (truncated data)"),
    "zeros in utf-16": ("Rain\0".encode("utf-16"), "is not text (it contains zero bytes)"),
    "surrogates": ("caf\xe9 \ud83d\ude00 rain".encode("utf-8", "surrogatepass"), "half of a surrogate pair (byte 6)"),
    "undecodable": (b"Rain \x81\x8d fell", "is neither UTF-8 nor Windows-1252 (byte 5)"),
    "no such day": (b"date 2024-02-30 Ferry\n\nRain.", ", line 1: publication date '2024-02-30' is not a valid date"),
    "two readings": (
        b"\n date 03/08/2024 Ferry\n\nRain.",
        ", line 2: publication date '03/08/2024' may be 3 August 2024 or 8 March 2024: write 2024-08-03 or 2024-03-08.",
    ),
    "two digits": (
        b"Date: 13.08.24\n\nRain.",
        "publication date '13.08.24' has a year of two digits: write YYYY-MM-DD.",
    ),
    "relative": (
        b"Date: yesterday\n\nRain.",
        "publication date 'yesterday' is not a valid date: it would be another one tomorrow; write YYYY-MM-DD.",
    ),
    "a period": (
        b"Date: March 2026\n\nRain.",
        "publication date 'March 2026' is no single day but 2026-03-01 to 2026-03-31: write YYYY-MM-DD.",
    ),
    "no date in header": (b"Title: Ferry\nDate: soon\n\nRain.", "publication date 'soon' is not a valid date"),
    "end of time": (b"Date: 9999-12-31\n\nRain.", "publication date '9999-12-31' is not a valid date"),
    "start of time": (
        b"Date: 0001-01-01T00:00+05:00\n\nRain.",
        "publication date '0001-01-01T00:00+05:00' is not a valid date",
    ),
    "capture date": (b"Date: 2024-08-13\nCaptured: x\n\nRain.", "capture date 'x' is not a valid date"),
    "header alone": (b"Title: Ferry\nDate: 2024-08-13\n\n", "has no text below its header."),
    "front matter": (b"---\ntitle: [a\n---\nRain.", "front matter is not valid YAML"),
    "front matter list": (b"---\n- a\n---\nRain.", "front matter must be `name: value` lines."),
    "surrogate": (b'---\ntitle: "a\\ud800"\n---\nRain.', '"title" contains half of a surrogate pair (\\ud800)'),
    "surrogate in author": (b'---\nauthors: ["a\\udc00"]\n---\nRain.', '"authors" contains half of a surrogate pair'),
    "zero": (b'---\ntitle: "a\\0"\n---\nRain.', '"title" contains a zero character'),
    "front matter value": (b"---\ntitle: {a: b}\n---\nRain.", "front matter: title must be text."),
}


@pytest.mark.parametrize(("data", "message"), BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_bad_text(tmp_path, data, message):
    """
    A plain file that cannot be taken in gives one error that begins with its path.
    """
    path = write(tmp_path, "bad.txt", data)
    error = refused(path, published=date(2024, 8, 13))
    assert str(path) == error.path
    assert str(error).startswith(str(path))
    assert message in str(error)


def test_undated(tmp_path):
    """
    An article without a date is refused when the caller gives none.
    """
    text, line = write(tmp_path, "a.txt", "Title: Ferry\n\nRain."), write(tmp_path, "a.jsonl", row(published=None))
    for error in (refused(text), refused(line)):
        assert isinstance(error, UndatedArticle)
        assert "states no publication date: add one or give --date." in str(error)


BAD_LINES = {
    "no JSON": ("{text: Rain}\n", "is not JSON (Expecting property name enclosed in double quotes)."),
    "cut off": (row()[:20], "is not JSON"),
    "too deep": ("[" * 100_000 + "\n", "is not JSON (RecursionError)."),
    "too long a number": (row(n=0).replace('"n": 0', '"n": ' + "9" * 5000), "is not JSON (ValueError)."),
    "no object": ("[1]\n", 'is not an article: write {"id", "published", "text", ...}.'),
    "no text": ('{"id": "x", "published": "2024-08-13"}\n', 'lacks "text".'),
    "text null": (row(text=None), "has no text."),
    "text empty": (row(text=" \n"), "has no text."),
    "text type": (row(text=["Rain"]), '"text" must be text, not ["Rain"].'),
    "id type": (row(id=True), '"id" must be text, not true.'),
    "title type": (row(title=1), '"title" must be text, not 1.'),
    "date type": (row(published=20240813), '"published" must be text, not 20240813.'),
    "date": (row(published="2024-13-01"), "publication date '2024-13-01' is not a valid date"),
    "authors": (row(authors={"a": 1}), '"authors" must be a list of names.'),
    "author": (row(authors=["a", 1]), '"authors" must be a list of names.'),
    "surrogate": (row(text="x\ud83dy"), '"text" contains half of a surrogate pair (\\ud83d)'),
    "surrogate in author": (row(authors=["\udc00"]), '"authors" contains half of a surrogate pair (\\udc00)'),
    "zero": (row(text="x\0y"), '"text" contains a zero character'),
    "binary": ("\0\1\2\n", "is not text (it contains zero bytes)"),
    "too long": (row(text="x" * 1_000_000), "is longer than 1,000,000 bytes"),
    "far too long": (row(text="x" * 3_000_000), "is longer than 1,000,000 bytes"),
}


@pytest.mark.parametrize(("line", "message"), BAD_LINES.values(), ids=BAD_LINES)
def test_bad_line(tmp_path, line, message):
    """
    A bad line is named by its number, and the lines around it are read.
    """
    path = write(tmp_path, "a.jsonl", row(id="1") + "\n" + line.removesuffix("\n") + "\n" + row(id="4"))
    before, error, after = read(path, max_bytes=1_000_000)
    assert ["1", "4"] == [before.key, after.key]
    assert (str(path), 3) == (error.path, error.line)
    assert str(error).startswith(f"{path}, line 3: ")
    assert message in str(error)


def test_long_files_are_refused(tmp_path):
    """
    A plain file over the limit is refused, also when it is small until unpacked.
    """
    text = b"date 2024-08-13 Ferry\n\n" + b"Rain. " * 1000
    for path in (write(tmp_path, "a.txt", text), write(tmp_path, "a.txt.gz", gzip.compress(text))):
        assert "is longer than 1,000 bytes: split it or raise --max-bytes." in str(refused(path, max_bytes=1000))
        assert "Ferry" == one(path, max_bytes=len(text)).title


def test_empty_jsonl(tmp_path):
    """
    A JSONL file without lines holds no articles, which is no error.
    """
    assert [] == read(write(tmp_path, "a.jsonl", ""))


@pytest.mark.parametrize(
    "damage", [lambda d: d[: len(d) // 2], lambda d: d[:40] + b"\xff" * 30 + d[70:], lambda _: b"Rain"]
)
def test_corrupt_gzip(tmp_path, damage):
    """
    A damaged .gz file is an error; the files after it are read.
    """
    lines = "".join(row(id=str(number), text=os.urandom(20).hex()) for number in range(5))
    path = write(tmp_path, "a.jsonl.gz", damage(gzip.compress(lines.encode())))
    *_, error, last = read(path, write(tmp_path, "b.jsonl", row(id="last")))
    assert str(error).startswith(f"{path}: is not a complete .gz file")
    assert "last" == last.key


def test_unreadable_entries(tmp_path):
    """
    Dangling links, links in a circle, links upward and pipes in a folder are errors in their place.
    """
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "1-dangling.txt").symlink_to("nowhere")
    (folder / "2-circle.txt").symlink_to("2-circle.txt")
    (folder / "3-up").symlink_to(folder)
    os.mkfifo(folder / "4-pipe.txt")
    write(folder, "5.jsonl", row())
    *errors, article = read(folder)
    assert "a" == article.key
    assert [
        "1-dangling.txt: cannot be read (No such file or directory).",
        "2-circle.txt: cannot be read (Too many levels of symbolic links).",
        "3-up: is a link to a folder that contains it; not followed.",
        "4-pipe.txt: is not a regular file; not read.",
    ] == [str(error).removeprefix(f"{folder}/") for error in errors]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_utf_16(tmp_path, encoding, name, pack):
    """
    UTF-16 with a byte order mark is read, whatever the format, in lines as long as UTF-8 has them.
    """
    text = "Łódź 🌧 rain.\n" * 9000
    content = row(text=text) * 2 if "jsonl" in name else text
    path = write(tmp_path, name if pack is bytes else f"{name}.gz", pack(f"\ufeff{content}".encode(encoding)))
    articles = read(path, published=date(2024, 8, 13))
    assert [text] * (2 if "jsonl" in name else 1) == [article.text for article in articles]


def test_pipes_and_devices(tmp_path):
    """
    A named pipe or a device, which could be waited for or read for ever, is refused; a shell's own pipe is read.
    """
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", "/dev/zero"):
        assert "is a pipe or a device, which may never end" in str(refused(path))
    reading, writing = os.pipe()
    os.write(writing, SEED.encode())
    os.close(writing)
    assert SEED == one(f"/dev/fd/{reading}").text
    os.close(reading)


def test_links_out_of_a_folder(tmp_path):
    """
    A link in a folder to what lies outside of it is passed over with a note, one to what lies inside is read.
    """
    secrets, folder, notes = tmp_path / "in-secret", tmp_path / "in", []
    secrets.mkdir()
    folder.mkdir()
    secret = write(secrets, "secret.jsonl", row(id="secret"))
    within = write(folder, "1.jsonl", row())
    (folder / "2.jsonl").symlink_to(within)
    (folder / "3.jsonl").symlink_to(secret)
    (folder / "4").symlink_to(secrets)
    assert ["a", "a"] == [article.key for article in read(folder, warn=notes.append)]
    assert [
        f"{folder}/{name}: is a link that leads out of the folder; not followed." for name in ("3.jsonl", "4")
    ] == notes
    (tmp_path / "link").symlink_to(secrets)
    assert "secret" == one(tmp_path / "link").key


@pytest.mark.parametrize("stated", ["2024-08-13t10:00:00z", "2024-08-13t12:00:00+02:00", "2024-08-13T10:00:00z"])
def test_small_letters_in_times(tmp_path, stated):
    """
    RFC 3339 lets t and z be small.
    """
    moment = datetime(2024, 8, 13, 10, tzinfo=UTC)
    assert moment == one(write(tmp_path, "a.jsonl", row(published=stated))).published


def test_paths_that_lead_nowhere(tmp_path):
    """
    A path with nothing there, or with bytes that are no UTF-8, is an error that can be printed.
    """
    assert "cannot be read (No such file or directory)." in str(refused(tmp_path / "none.txt"))
    assert "is not a valid path." in str(refused("a\0b.txt"))
    assert "no\\xff.txt: cannot be read" in str(refused(tmp_path / "no\udcff.txt")).encode().decode()


def test_how_far_it_is(tmp_path):
    """
    Before each article the caller hears how many bytes of the files were read, of as many as `total_bytes` says.
    """
    for name in ("1.jsonl", "2.jsonl"):
        write(tmp_path, name, row(text="x" * 10_000) * 20)
    places = []
    assert 40 == len(read(tmp_path, reached=lambda place, _: places.append(place)))
    assert sorted(places) == places
    assert places[0] < readers.total_bytes([str(tmp_path)]) == places[-1] == 2 * 20 * len(row(text="x" * 10_000))


def test_a_file_that_goes_away(tmp_path):
    """
    A file that is gone when its turn comes is an error; the files after it are read.
    """
    first, second, third = (write(tmp_path, name, row(id=name)) for name in ("1.jsonl", "2.jsonl", "3.jsonl"))
    found = readers.read_articles([str(tmp_path)], reached=lambda *_: second.unlink(missing_ok=True))
    assert [first.name, f"{second}: cannot be read (No such file or directory).", third.name] == [
        item.key if isinstance(item, Article) else str(item) for item in found
    ]


HEADERS = st.sampled_from(
    [
        "",
        "date 2024-08-13 ",
        " date 1",
        "Title: x\nDate: 2024-08-13\n\n",
        "---\ntitle: [",
        "---\ndate: 2024-08-13\n---\n",
        "\ufeff",
    ]
).map(str.encode)


@settings(max_examples=300, deadline=None)
@given(start=HEADERS, rest=st.binary(max_size=60) | st.text(max_size=60).map(str.encode), packed=st.booleans())
def test_any_bytes_are_an_article_or_an_error(tmp_path_factory, start, rest, packed):
    """
    Whatever is in a plain file, it is one article with that text, or one error, and never an exception.
    """
    data = start + rest
    path = tmp_path_factory.mktemp("any") / ("a.txt.gz" if packed else "a.txt")
    path.write_bytes(gzip.compress(data) if packed else data)
    (found,) = read(path, published=date(2024, 8, 13))
    if isinstance(found, Article):
        assert data.removeprefix(b"\xef\xbb\xbf") in (found.text.encode(), found.text.encode("cp1252", "replace"))
    else:
        assert str(found).startswith(str(path))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(
    fields=st.dictionaries(
        st.sampled_from(["id", "title", "published", "source", "url", "authors", "language", "captured", "text"]), JSON
    )
)
def test_any_json_is_an_article_or_an_error(tmp_path_factory, fields):
    """
    Whatever a line's fields hold, it is one article that can be written as UTF-8, or one error that names the line.
    """
    path = tmp_path_factory.mktemp("any") / "a.jsonl"
    path.write_text(json.dumps({"published": "2024-08-13", "text": "Rain."} | fields) + "\n")
    (found,) = read(path)
    if isinstance(found, Article):
        assert fields.get("text", "Rain.") == found.text
        for text in (found.key, found.text, found.title or "", found.source or "", *found.authors):
            text.encode()
    else:
        assert 1 == found.line


def test_lines_are_streamed():
    """
    A JSONL stream is read no further than the articles that were asked for.
    """
    context = readers.InputContext(path="endless", published=None, source=None, max_bytes=1000, warn=print)
    stream = io.BytesIO(row().encode() * 1000)
    first = next(readers.discover("readers")["jsonl"].read_articles(stream, context))
    assert ("a", len(row())) == (first.key, stream.tell())


@pytest.mark.parametrize("first", ["Title: Ferry adrift\n", "Author: Ann Lee\n"])
def test_header_lines_of_other_names_are_passed_over(tmp_path, first):
    """
    Once a name we know was read, other header lines belong to the header too.
    """
    text = first + "Section: World\nDate: 2024-08-13\n\nRain fell.\n"

    assert date(2024, 8, 13) == one(write(tmp_path, "a.txt", text)).published


@pytest.mark.parametrize("text", ["Author: Ann Lee\n\nRain fell.\n", "---\nauthor: Ann Lee\n---\nRain fell.\n"])
def test_a_header_may_name_nothing_but_an_author(tmp_path, text):
    """
    One name needs no list.
    """
    assert ("Ann Lee",) == one(write(tmp_path, "a.md", text), published=date(2024, 8, 13)).authors


def test_an_author_has_a_name(tmp_path):
    """
    Semicolons with nothing between them name nobody.
    """
    text = "Author: Ann Lee; ; Bo Ray;\nDate: 2024-08-13\n\nRain fell.\n"

    assert ("Ann Lee", "Bo Ray") == one(write(tmp_path, "a.txt", text)).authors


def test_what_is_not_there_has_no_size(tmp_path):
    """
    A path that leads nowhere counts no bytes.
    """
    there = write(tmp_path, "a.jsonl", row())

    assert there.stat().st_size == readers.total_bytes([str(there), str(tmp_path / "b.jsonl")])


def test_packed_text_must_say_so(tmp_path):
    """
    A file is unpacked for its name, or without a suffix for its first bytes.
    """
    packed = gzip.compress(row().encode())

    assert "a" == one(write(tmp_path, "articles", packed)).key
    assert "is not text" in str(refused(write(tmp_path, "a.txt", packed), published=date(2024, 8, 13)))


@pytest.mark.parametrize(
    ("error", "reason"), [(PermissionError(13, "Permission denied"), "(Permission denied)"), (OSError("odd"), "(odd)")]
)
def test_what_cannot_be_opened_is_named_with_the_reason(tmp_path, monkeypatch, error, reason):
    """
    The reason is the system's, without its number.
    """

    def refuse(_):
        raise error

    path = write(tmp_path, "a.jsonl", row())
    monkeypatch.setattr(_sources.InputFile, "open", refuse)

    assert reason in str(refused(path))


def test_a_pipe_is_read_to_its_end(monkeypatch):
    """
    Standard input need not be a file that knows its place.
    """
    read_end, write_end = os.pipe()
    os.write(write_end, row().encode())
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=pipe))

        assert ["a"] == [article.key for article in read("-")]


def test_front_matter_of_other_names_may_be_anything(tmp_path):
    """
    What we do not know may be a list; what we do must be text.
    """
    known = "---\ntags: [sea, wind]\ndate: 2024-08-13\ntitle: {}\n---\nRain fell.\n"

    assert "Ferry" == one(write(tmp_path, "a.md", known.format("Ferry"))).title
    assert "title must be text" in str(refused(write(tmp_path, "b.md", known.format("[Ferry, adrift]"))))


def test_front_matter_that_is_no_yaml_is_named_with_its_line(tmp_path):
    """
    The line is the one at which the parser stopped.
    """
    assert 4 == refused(write(tmp_path, "a.md", "---\ntitle: Ferry\ndate: 2024-08-13\n] adrift\n---\nRain.\n")).line


def test_front_matter_nested_too_deep_is_named(tmp_path):
    """
    An error without a place has the line on which the front matter begins.
    """
    error = refused(write(tmp_path, "a.md", "\n---\ntitle: " + "[" * 5000 + "\n---\nRain.\n"))

    assert 3 == error.line
    assert "front matter is not valid YAML (maximum recursion depth exceeded" in str(error)


def test_front_matter_says_what_is_wrong_with_it(tmp_path):
    """
    In the parser's words, without its places.
    """
    error = refused(write(tmp_path, "a.md", "---\ntitle: a: b\n---\nRain.\n"))

    assert f"{tmp_path}/a.md, line 2: front matter is not valid YAML (mapping values are not allowed here)." == str(
        error
    )


@pytest.mark.parametrize("matter", ["", "\n", "# nothing\n", "''\n"])
def test_front_matter_may_be_empty(tmp_path, matter):
    """
    It states nothing then.
    """
    article = one(write(tmp_path, "a.md", f"---\n{matter}---\nRain.\n"), published=date(2024, 8, 13))

    assert (None, date(2024, 8, 13)) == (article.title, article.published)


@pytest.mark.parametrize("stated", [{}, {"title": "", "source": "", "url": "", "language": "", "captured": ""}])
def test_what_is_not_stated_is_not_known(tmp_path, stated):
    """
    A name without a value states nothing.
    """
    found = one(write(tmp_path, "a.jsonl", row(**stated)))

    assert (None,) * 5 == (found.title, found.source, found.url, found.language, found.captured)


def test_standard_input_is_called_so(monkeypatch):
    """
    An error of it has no path to name.
    """
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(b""))))

    assert "standard input: is empty." == str(refused("-"))


def test_standard_input_has_no_size(tmp_path, monkeypatch):
    """
    Not even where there is a file of that name.
    """
    write(tmp_path, "-", row())
    monkeypatch.chdir(tmp_path)

    assert (0, len(row())) == (readers.total_bytes(["-"]), readers.total_bytes(["./-"]))


@pytest.mark.parametrize(
    ("names", "count", "warned"),
    [
        (("a.jsonl",), 1, ""),
        (("a.jsonl", "b.dump"), 1, "1 file that"),
        (("a.jsonl", "b.dump", "c.dump"), 1, "2 files that"),
    ],
)
def test_files_of_other_suffixes_are_counted(tmp_path, names, count, warned):
    """
    Those in a folder are left out with a word, unless the caller names a reader for all.
    """
    warnings = []
    for name in names:
        write(tmp_path, name, row(id=name))

    assert count == len(read(tmp_path, warn=warnings.append))
    assert bool(warned) == len(warnings)
    assert warned in "".join(warnings)
    assert len(names) == len(read(tmp_path, reader="jsonl", warn=warnings.append))
    assert bool(warned) == len(warnings)
    sizes = [path.stat().st_size for path in sorted(tmp_path.iterdir())]
    assert (sizes[0], sum(sizes)) == tuple(
        readers.total_bytes([str(tmp_path)], reader=name) for name in (None, "jsonl")
    )


def test_the_last_line_needs_no_end(tmp_path):
    """
    A line without a line end is a line; one name of an author needs no list.
    """
    found = read(write(tmp_path, "a.jsonl", row(id="1") + row(id="2", authors="Ann Lee").rstrip()))

    assert [("1", ()), ("2", ("Ann Lee",))] == [(article.key, article.authors) for article in found]


def test_the_end_of_a_line_does_not_count(tmp_path):
    """
    A line may be as long as an article; one that is longer is passed over, also at the end of a file.
    """
    path = write(tmp_path, "a.jsonl", row() + row(text="x" * 3_000_000).rstrip())
    article, error = read(path, max_bytes=len(row()) - 1)

    assert ("a", 2) == (article.key, error.line)
    assert "is longer than" in str(error)


def test_a_date_with_blanks_without_end(tmp_path):
    """
    A date with a long run of blanks is refused as soon as it is read once.
    """
    dates = ["2024-03-07" + " " * count + "noon" for count in (4000, 8000, 16000)]
    paths = [write(tmp_path, f"{len(stated)}.jsonl", row(published=stated)) for stated in dates]
    assert grows_with_length(refused, paths)
