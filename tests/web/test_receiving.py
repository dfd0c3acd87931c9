"""Articles that programs send: what is recorded of each, and what is refused."""

from __future__ import annotations

import json

import pytest
from test_guard import CORPUS, hostile

import timeline
from looking import Editor

PATH = "/api/v1/articles"
BURNED = {"id": "a", "published": "2024-05-03", "text": "The mill of Lund burned on 2 May 2024.\n"}
SANK = {"id": "b", "published": "2024-05-04", "text": "A boat sank near Oslo on 3 May 2024.\n"}


@pytest.fixture
def editor(tmp_path):
    """A server that takes articles into a log that is not there yet."""
    return Editor(timeline.open(tmp_path / "log.duckdb"))


def sent(editor, body, headers=None):
    """Status and answer."""
    given = {"Authorization": f"Bearer {editor.access.token}"} if headers is None else headers
    editor.site.cookies.clear()
    answer = editor.site.post(PATH, content=body if isinstance(body, bytes) else json.dumps(body), headers=given)
    is_problem = answer.headers["content-type"] == "application/problem+json"
    assert is_problem == (answer.status_code != 200)
    return answer.status_code, answer.json()


@pytest.mark.parametrize(
    "body",
    [
        [BURNED, SANK],
        f"{json.dumps(BURNED)}\n\n{json.dumps(SANK)}".encode(),
        json.dumps([BURNED, SANK], indent=2).encode(),
    ],
)
def test_each_article_is_answered(editor, body):
    """
    A list and lines are the same; the answer has key, outcome and events of each, and comes once they are committed.
    """
    status, answer = sent(editor, body)
    told = [(one["article"], one["outcome"], one["reason"]) for one in answer["articles"]]
    assert (200, [("a", "published", None), ("b", "published", None)]) == (status, told)
    for one in answer["articles"]:
        rows = editor.log.sql("select type from log where article = $article", {"article": one["article"]})
        assert len(rows) == sum(one["events"].values())
        assert {"article_published": 1, "occurrence_reported": 1} == {
            kind: count for kind, count in one["events"].items() if kind in ("article_published", "occurrence_reported")
        }


def test_an_article_twice_is_there_once(editor):
    """
    Sent again nothing is recorded; with another text it is revised; twice at once it is one article.
    """
    assert "published" == sent(editor, BURNED)[1]["articles"][0]["outcome"]
    size = editor.log.head().size
    status, again = sent(editor, BURNED)
    assert (200, "unchanged", {}, size) == (
        status, again["articles"][0]["outcome"], again["articles"][0]["events"], editor.log.head().size,
    )  # fmt: skip
    changed = BURNED | {"text": "The mill of Lund burned on 1 May 2024.\n"}
    assert "revised" == sent(editor, changed)[1]["articles"][0]["outcome"]
    twice = sent(editor, [SANK, SANK])[1]["articles"]
    assert (["published", "unchanged"], {}) == ([one["outcome"] for one in twice], twice[1]["events"])


def test_what_is_no_article_is_refused_in_its_place(editor):
    """
    The rest is recorded.
    """
    status, answer = sent(editor, [BURNED, {"id": "c"}, 7, SANK])
    assert (200, ["published", "refused", "refused", "published"]) == (
        status, [one["outcome"] for one in answer["articles"]],
    )  # fmt: skip
    assert "articles, line 2: " in answer["articles"][1]["reason"]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"null", b"[[]]", b"\xff\xfe", b'{"id": "a"}', b"[" * 100_000, b"NaN"]
)
def test_what_holds_no_article_is_a_problem(editor, body):
    """
    With a sentence, and nothing is recorded.
    """
    status, answer = sent(editor, body)
    assert (400, 400) == (status, answer["status"])
    assert answer["detail"].endswith(".")
    assert not editor.log.path.exists()


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer guess"}, {"Authorization": "Basic x"}])
def test_nobody_sends_without_the_token(editor, headers):
    """
    Not even a browser that may edit: what it may do is not what a program may.
    """
    assert 401 == sent(editor, BURNED, headers)[0]
    assert 401 == editor.site.post(PATH, json=BURNED, headers={"Sec-Fetch-Site": "same-origin"}).status_code
    assert not editor.log.path.exists()


def test_too_much_is_refused(editor):
    """
    Before it is read.
    """
    too_much = {"Authorization": f"Bearer {editor.access.token}", "Content-Length": "99999999999"}
    assert 413 == sent(editor, BURNED, too_much)[0]


def test_hostile_articles_are_articles(editor):
    """
    What would be run on a page is stored as it is, and answered as JSON.
    """
    articles = [hostile(number, *each) for number, each in enumerate(CORPUS[::9])]
    fields = [_fields(one) for one in articles]
    status, answer = sent(editor, fields)
    taken = [one["article"] for one in answer["articles"] if one["outcome"] == "published"]
    assert (200, [one.key for one in articles if "\0" not in one.text + one.title + one.source]) == (status, taken)


def _fields(one):
    """An article as JSON."""
    said = {"id": one.key, "published": "2024-03-06", "text": one.text, "title": one.title}
    return said | {"authors": [*one.authors], "source": one.source, "url": one.url}
