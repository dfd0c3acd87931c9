"""Articles that programs send: what is recorded of each, and what is refused."""

from __future__ import annotations

import json

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from test_guard import CORPUS, hostile

import looking
import timeline
from looking import Editor

PATH = "/api/v1/articles"
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
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


@pytest.fixture
def document(editor):
    """The OpenAPI document of a server that takes articles."""
    editor.log.append(timeline.Article(key="first", text=BURNED["text"], published="2024-05-03"))
    return editor.site.get("/api/v1/openapi.json").json()


def test_the_document_tells_of_it(editor, document):
    """
    It is valid, and the answer is as it says; a server that only reads tells of nothing that it takes.
    """
    validate(document, cls=OpenAPIV31SpecValidator)
    operation = document["paths"]["/articles"]["post"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    for body in ([BURNED, SANK, SANK], BURNED, [SANK, {}]):
        assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(sent(editor, body)[1])]
    reading = looking.client(editor.log).get("/api/v1/openapi.json").json()
    assert not any("post" in path for path in reading["paths"].values())


@pytest.mark.parametrize("mode", list(GenerationMode), ids=str)
def test_nothing_that_is_sent_breaks_it(editor, document, mode):
    """
    Whatever is sent, as the document allows or as it does not, there is no 500, and no answer but those it tells of.
    """
    described = schemathesis.openapi.from_dict(document)
    described.app = editor.site.app
    operation = described["/articles"]["POST"]

    @settings(
        max_examples=15, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.data())
    def asked(data):
        case = data.draw(operation.as_strategy(generation_mode=mode))
        token = {"Authorization": f"Bearer {editor.access.token}"}
        case.call_and_validate(base_url="http://testserver/api/v1", headers=token, checks=CHECKS)

    asked()


def _fields(one):
    """An article as JSON."""
    said = {"id": one.key, "published": "2024-03-06", "text": one.text, "title": one.title}
    return said | {"authors": [*one.authors], "source": one.source, "url": one.url}
