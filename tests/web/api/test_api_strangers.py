"""What strangers wrote is data in every answer, whatever it looks like."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from test_guard import CORPUS, hostile

import looking
import timeline
from timeline.model.visible_text import CONTROLS, OVERRIDES
from timeline.web.api.resource import PREFIX
from timeline.web.api.resources import resources
from timeline.web.guard import POLICY

CHOSEN = CORPUS[::3]
SEEN = re.compile(f"[{CONTROLS}{OVERRIDES}]")


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """A log full of what breaks pages, and what asks for its resources."""
    log = timeline.open(tmp_path_factory.mktemp("strangers") / "log.duckdb")
    log.append([hostile(number, *each) for number, each in enumerate(CHOSEN)])
    return log, looking.client(log)


def test_there_are_thirty():
    """
    Of each kind some, in each place.
    """
    assert len(CHOSEN) >= 30
    assert {"text", "title", "source"} == {place for place, _ in CHOSEN}


@pytest.mark.parametrize("path", [each.path for each in resources() if "{" not in each.path])
def test_no_browser_takes_an_answer_for_a_page(attacked, path):
    """
    It is JSON, says so, may not be guessed to be something else, and no character of it controls who shows it.
    """
    _, client = attacked
    answer = client.get(f"{PREFIX}{path}")
    headers = answer.headers
    assert (200, "application/json", "nosniff") == (
        answer.status_code, headers["content-type"], headers["x-content-type-options"],
    )  # fmt: skip
    assert POLICY == headers["content-security-policy"]
    assert not SEEN.search(answer.text)
    assert not {"\u2028", "\u2029"} & set(answer.text)


def test_what_was_written_is_told_as_it_was_written(attacked):
    """
    Nothing is escaped for a page that is none, nothing is left out: each key, outlet and text is there, unchanged.
    """
    log, client = attacked
    articles = client.get(f"{PREFIX}/articles?limit=1000").json()["data"]
    assert {row.article for row in log.articles()} == {row["article"] for row in articles}
    written = [
        json.loads(row["data"]) for row in client.get(f"{PREFIX}/log?type=article_published&limit=1000").json()["data"]
    ]
    expected = [hostile(number, *each) for number, each in enumerate(CHOSEN)]
    assert sorted(each.text for each in expected) == sorted(each["text"] for each in written)


def test_an_event_of_each_is_explained(attacked):
    """
    With its words, and as JSON, too.
    """
    log, client = attacked
    events = list({row.article: row.event_id for row in log.statements()}.values())
    assert len(events) > 20
    for event in events[::4]:
        answer = client.get(f"{PREFIX}/events/{event}")
        assert (200, "application/json") == (answer.status_code, answer.headers["content-type"])
        found = log.explain(event)
        assert found.passage.cut(found.article.text) == answer.json()["passage_text"]


def test_a_feed_of_theirs_is_a_feed(attacked):
    """
    It can be read as XML, no link in it runs, and what is HTML in it is escaped once more than it was written.
    """
    _, client = attacked
    answer = client.get("/feed.atom?since=2024")
    feed = ET.fromstring(answer.text)  # noqa: S314 - our own
    links = [link.get("href") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert not [link for link in links if not link.startswith(("http://", "https://"))]
    contents = [content.text for content in feed.iter("{http://www.w3.org/2005/Atom}content")]
    assert contents
    assert not [text for text in contents if re.search(r"<(?!/?(?:p|small|a)\b)", text)]


def test_who_asks_is_told_in_json_what_was_asked(attacked):
    """
    A refusal quotes what it refuses: as data.
    """
    _, client = attacked
    for path in ("timeline?since=<script>", "timeline?<script>=1", "who/<script>", "events/<script>", "<script>"):
        answer = client.get(f"{PREFIX}/{path}")
        assert (True, "application/problem+json") == (400 <= answer.status_code < 500, answer.headers["content-type"])
        assert "nosniff" == answer.headers["x-content-type-options"]
