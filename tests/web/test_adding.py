"""Articles that people add on a page: shown as they would be read, appended as they were shown."""

from __future__ import annotations

import gzip
import json

import pytest
from test_guard import PAYLOADS

import looking
import timeline
from looking import Editor, Seen, dangers
from timeline.web import handed_in

HARBOUR = looking.HARBOUR


@pytest.fixture
def editor(tmp_path):
    """A browser that may edit a log that is not there yet."""
    return Editor(timeline.open(tmp_path / "log.duckdb"))


def handed(editor, files=(), **given):
    """The preview of what is handed in."""
    form = {"form_token": editor.form_token} | given
    parts = [("files", file) for file in files]
    return editor.site.post("/add", data=form, files=parts or None, headers=looking.FROM_HERE)


def appended(editor, preview):
    """What appending it leads to, and what is said there."""
    assert 200 == preview.status_code, preview.text
    given = Seen(preview.text).forms["/add/append"]
    answer = editor.site.post("/add/append", data=given, headers=looking.FROM_HERE)
    assert 303 == answer.status_code, answer.text
    return answer.headers["location"], editor.get(answer.headers["location"]).text


def test_a_text_is_shown_before_it_is_appended(editor):
    """
    What is read in it stands on the preview, and nothing is recorded; then it is there as it was written.
    """
    assert "/add" in editor.get("/add").links
    preview = handed(editor, text=HARBOUR, title="Wall gives way", published="2024-03-06", source="The Post")
    page = Seen(preview.text)
    for words in ("Wall gives way", "6 March 2024", "1 statement", "Ann Lee said", "Two boats sank", "5 March 2024"):
        assert words in page.text, words
    assert not editor.log.path.exists()
    path, said = appended(editor, preview)
    assert (True, True) == (path.startswith("/article/sha256-"), "Articles: 1 appended." in said)
    (article,) = editor.log.articles()
    assert ("Wall gives way", "The Post") == (article.title, article.publisher)
    assert HARBOUR == editor.log.sql("select text from articles")[0].text


def test_what_was_shown_is_what_is_appended_once(editor):
    """
    A preview is appended once; handed in again its article is there already.
    """
    preview = handed(editor, text=HARBOUR, published="2024-03-06")
    appended(editor, preview)
    size = editor.log.head().size
    again = editor.site.post("/add/append", data=Seen(preview.text).forms["/add/append"], headers=looking.FROM_HERE)
    assert (410, True) == (again.status_code, "appended already" in again.text)
    known = handed(editor, text=HARBOUR, published="2024-03-06")
    assert "there already" in Seen(known.text).text
    assert "1 there already" in appended(editor, known)[1]
    assert size == editor.log.head().size


def test_files_of_any_form_are_read(editor):
    """
    As timeline append reads them, compressed as well; one that is wrong is one sentence, under the name it came with.
    """
    lines = "\n".join(json.dumps({"id": key, "published": "2024-03-06", "text": HARBOUR + key}) for key in "ab")
    page = "<!DOCTYPE html><html><head><title>Mill</title></head><body><p>The mill of Lund burned on 2 May 2024."
    files = [
        ("two.jsonl", lines.encode()),
        ("three.jsonl.gz", gzip.compress(json.dumps({"id": "c", "text": "A boat sank."}).encode())),
        ("../../mill.html", page.encode()),
        ("table.csv", b"a,b\n1,2\n"),
        ("empty.txt", b" "),
    ]
    preview = handed(editor, files, published="2024-03-07", source="The Sea")
    text = Seen(preview.text).text
    assert "table.csv: has no column of texts" in text
    assert "empty.txt: has no text." in text
    assert "Append 4 articles" in text
    assert "timeline-" not in text
    path, said = appended(editor, preview)
    assert ("/articles", True) == (path, "Articles: 4 appended." in said)
    assert {"a", "b", "c"} < {row.article for row in editor.log.articles()}
    assert ["2024-03-07"] == [str(row.published) for row in editor.log.articles() if row.article == "c"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "nothing was handed in"),
        ({"text": " \n"}, "nothing was handed in"),
        ({"text": HARBOUR}, "states no publication date"),
        ({"text": HARBOUR, "published": "someday"}, "publication date 'someday'"),
        ({"text": "a\0b", "published": "2024-03-06"}, "zero character"),
        ({"addresses": "https://post.example/1"}, "--allow-network"),
    ],
)
def test_what_cannot_be_read_is_said_in_the_form(editor, given, sentence):
    """
    With what was handed in, and nothing is recorded.
    """
    answer = handed(editor, **given)
    assert (400, True) == (answer.status_code, sentence in Seen(answer.text).text), Seen(answer.text).text
    assert not editor.log.path.exists()


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "file:///etc/passwd", "-", "~/.ssh", "http://127.0.0.1:1/", "news.db::a"]
)
def test_addresses_lead_to_no_file_and_no_machine_near(tmp_path, address):
    """
    What is no address is not read, whatever lies there; private addresses are not fetched.
    """
    editor = Editor(timeline.open(tmp_path / "log.duckdb"), network=True)
    answer = handed(editor, addresses=address)
    assert 400 == answer.status_code
    assert "root:" not in answer.text
    assert not editor.log.path.exists()


def test_too_many_articles_are_refused_whole(editor, monkeypatch):
    """
    A file is read, or it is not: none of its articles is appended then.
    """
    monkeypatch.setattr(handed_in, "MOST_ARTICLES", 2)
    lines = "\n".join(json.dumps({"id": str(each), "published": "2024-03-06", "text": HARBOUR}) for each in range(3))
    answer = handed(editor, [("three.jsonl", lines.encode())])
    assert (400, True) == (answer.status_code, "three.jsonl: holds more than 2 articles" in Seen(answer.text).text)


def test_no_more_is_unpacked_than_is_taken(editor, monkeypatch):
    """
    A small file that holds very much is given up early, and so is what comes after enough was handed in.
    """
    monkeypatch.setattr(handed_in, "MOST_CHARACTERS", 1000)
    drawn = []

    def endless(*_, **__):
        for number in range(1000):
            drawn.append(number)
            yield timeline.Article(key=str(number), published="2024-03-06", text="x" * 300)

    monkeypatch.setattr(handed_in, "read_articles", endless)
    answer = handed(editor, [("bomb.jsonl.gz", b"small")], text=HARBOUR, published="2024-03-06")
    assert (200, True) == (answer.status_code, "bomb.jsonl.gz: holds more" in Seen(answer.text).text)
    assert len(drawn) <= 4


@pytest.mark.parametrize("payload", PAYLOADS[::3])
def test_hostile_articles_stay_text(editor, payload):
    """
    In every field, as a name of a file, on the preview and behind it.
    """
    stated = dict.fromkeys(("title", "source"), payload) | {"published": "2024-03-06", "url": "javascript:alert(1)"}
    preview = handed(editor, [(payload, b"x")], text=f"{payload} {HARBOUR}", **stated)
    assert [] == dangers(preview.text)
    if "\0" not in payload:
        path, _ = appended(editor, preview)
        assert [] == dangers(editor.site.get(path).text)
    wrong = handed(editor, text=f"{payload} {HARBOUR}", **stated | {"published": payload})
    assert (400, []) == (wrong.status_code, dangers(wrong.text))


def test_nobody_else_adds(editor):
    """
    Without the cookie, from another page, without the token of the form; and there is a limit to what is sent.
    """
    form = {"text": HARBOUR, "published": "2024-03-06", "draft": "guess"}
    for path in ("/add", "/add/append"):
        assert 403 == editor.site.post(path, data=form, headers=looking.FROM_HERE).status_code
        crossed = editor.site.post(path, data=form | {"form_token": editor.form_token}, headers={"Origin": "null"})
        assert 403 == crossed.status_code
    too_much = looking.FROM_HERE | {"Content-Length": "40000000"}
    assert 413 == editor.site.post("/add", data=form, headers=too_much).status_code
    editor.site.cookies.clear()
    assert 403 == handed(editor, **form).status_code
    assert 403 == editor.site.get("/add").status_code
    assert not editor.log.path.exists()


def test_drafts_are_few(editor):
    """
    A session keeps the newest alone.
    """
    previews = [handed(editor, text=f"{HARBOUR}{number}", published="2024-03-06") for number in range(5)]
    (session,) = editor.access._sessions.values()
    assert 3 == len(session.drafts)
    oldest = editor.site.post(
        "/add/append", data=Seen(previews[0].text).forms["/add/append"], headers=looking.FROM_HERE
    )
    assert 410 == oldest.status_code
    appended(editor, previews[-1])
