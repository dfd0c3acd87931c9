"""The rows of the API are those of Python and of the command line, and its pages are of one answer."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest
from attrs import evolve

import ferries
import harbours
import looking
import timeline
from timeline.json_text import json_text
from timeline.web.api.parameters import MOST_ROWS
from timeline.web.api.resources import LISTINGS

NAMED = {"/who/{name}": "/who/Ann%20Lee"}
PATHS = [NAMED.get(path, path) for path in LISTINGS]
METHODS = {
    "/timeline": lambda log: log.timeline(),
    "/statements": lambda log: log.statements(),
    "/speakers": lambda log: log.speakers(),
    "/who/Ann%20Lee": lambda log: log.who("Ann Lee"),
    "/people": lambda log: log.people(),
    "/articles": lambda log: log.articles(),
    "/stories": lambda log: log.stories(),
    "/figures": lambda log: log.figures(),
    "/conflicts": lambda log: log.conflicts(),
    "/copies": lambda log: log.copies(),
}
"""What Python answers."""


def get(client, path, **given):
    """The answer of a resource, which is there."""
    answer = client.get(f"/api/v1{path}", params=given)
    assert (200, "application/json") == (answer.status_code, answer.headers["content-type"]), answer.text
    return answer.json()


def pages(client, path, limit=2, **given):
    """The rows of all pages of an answer, and how many pages there were."""
    found = get(client, path, limit=limit, **given)
    rows, count = found["data"], 1
    while found["next"]:
        found = client.get(found["next"]).json()
        assert len(found["data"]) <= limit
        rows, count = rows + found["data"], count + 1
    return rows, count


@pytest.mark.parametrize("path", METHODS)
def test_rows_are_those_of_python(full, api, path):
    """
    Each row is what the command line writes as a line of JSON.
    """
    expected = [json.loads(json_text(row)) for row in METHODS[path](full).dicts()]
    assert expected
    assert expected == get(api, path)["data"]


@pytest.mark.parametrize("path", [*PATHS, "/log"])
def test_pages_are_the_whole_answer(api, path):
    """
    Page by page nothing is missing, nothing stands twice, and the last page says that it is the last.
    """
    whole = get(api, path, limit=MOST_ROWS)
    rows, count = pages(api, path, limit=max(1, len(whole["data"]) // 3))
    assert whole["next"] is None
    assert whole["data"] == rows
    assert count >= min(3, len(rows))


def test_pages_are_of_one_answer_though_the_log_grows(tmp_path):
    """
    Whoever began to read goes on in the log as it was; who begins now is told of what came since.
    """
    log = harbours.written(tmp_path / "log.duckdb")
    client = looking.client(log)
    before = {path: get(client, path, limit=MOST_ROWS)["data"] for path in PATHS}
    begun = {path: get(client, path, limit=max(1, len(before[path]) // 2)) for path in PATHS}
    again = [evolve(each, key=f"{each.key} again", source=f"{each.source}s") for each in harbours.articles()]
    log.append([*again, timeline.Article(key="old", text=looking.SEA, published="2020-01-01", title="A wall")])
    for path, page in begun.items():
        rows = page["data"]
        while page["next"]:
            page = client.get(page["next"]).json()  # noqa: PLW2901 - which is the point
            assert begun[path]["position"] == page["position"]
            rows = rows + page["data"]
        assert before[path] == rows
        assert before[path] != get(client, path, limit=MOST_ROWS)["data"], path


def test_an_answer_is_of_one_position_though_the_log_grows_meanwhile(tmp_path, monkeypatch):
    """
    What is appended between the look at the head and the rows is not among the rows.
    """
    log = looking.written(tmp_path / "log.duckdb")
    client = looking.client(log)
    expected = get(client, "/articles")
    asked = timeline.api.asking.with_articles

    def slow(path, *given, **more):
        monkeypatch.undo()
        log.append(ferries.printed("post"))
        return asked(path, *given, **more)

    monkeypatch.setattr("timeline.api.asking.with_articles", slow)
    assert expected == get(client, "/articles")
    assert len(expected["data"]) + 1 == len(get(client, "/articles")["data"])


def test_names_are_those_of_the_command_line(full, api):
    """
    What may be given several times is; `and` and `not` are what Python calls otherwise.
    """
    given = {"about": ["wall", "boats"], "and": "March", "not": "hurt"}
    rows = full.timeline(about=["wall", "boats"], and_about=["March"], not_about=["hurt"])
    assert [row.text for row in rows] == [row["text"] for row in get(api, "/timeline", **given)["data"]]
    assert len(rows)
    assert get(api, "/statements", unsaid="true", min_confidence=0, since="2024-03", until="2024")["data"]
    assert get(api, "/timeline", story="alder", kind=["happening", "planned"])["data"]
    assert [] == get(api, "/timeline", as_of="2001-01-01")["data"]
    assert [] == get(api, "/articles", reported_until="2001-01-01T12:00:00+02:00")["data"]


def test_what_was_known_then_is_paged_too(full, api):
    """
    A moment that is asked for holds on every page.
    """
    moment = str(full.log(limit=1)[0].recorded_at)
    expected = json.loads(json_text(full.articles(as_of=moment).dicts()))
    assert (expected, 1) == pages(api, "/articles", limit=1, as_of=moment)
    assert len(expected) < len(get(api, "/articles")["data"])


REFUSED = [
    ("/timeline?publishr=x", 400, "there is no parameter 'publishr': did you mean publisher?"),
    ("/timeline?as-of=2024", 400, "there is no parameter 'as-of': did you mean as_of?"),
    ("/head?x=1", 400, "there is no parameter 'x': it takes none."),
    ("/copies?zzz=1", 400, "there is no parameter 'zzz': there are article, as_of, "),
    ("/timeline?since=2024&since=2025", 400, "since is given 2 times: give it once."),
    ("/timeline?since=soon", 400, "'soon' is not a valid date: write YYYY-MM-DD"),
    ("/timeline?since=03/04/2024", 400, "'03/04/2024' may be"),
    ("/timeline?as_of=0001-01-01T00:00%2B23:59", 400, "lies outside the calendar"),
    ("/timeline?kind=happenings", 400, "kind cannot be 'happenings': did you mean happening?"),
    ("/timeline?min_salience=1001", 400, "min_salience is a number from 0 to 1000, not '1001'."),
    ("/timeline?limit=0", 400, "limit is a number from 1 to 1000, not '0'."),
    ("/timeline?limit=1001", 400, "limit is a number from 1 to 1000, not '1001'."),
    ("/statements?unsaid=yes", 400, "unsaid is true or false, not 'yes'."),
    ("/timeline?about=", 400, "about is empty: give it a value, or leave it out."),
    (f"/timeline?about={'x' * 201}", 400, "about has more than 200 characters: shorten it."),
    ("/timeline?" + "&".join(["about=x"] * 61), 400, "the address holds more than 60 values: take some off."),
    ("/timeline?cursor=nonsense", 400, "the cursor is none: take it from the `next` of a page, unchanged."),
    ("/timeline?cursor=WzEsMiwzXQ", 400, "the cursor is none: "),
    ("/who/Nobody%20Here", 404, "nobody is called 'Nobody Here'"),
    ("/timeline?story=nowhere", 404, "no story is called 'nowhere'"),
    ("/events/zzzz", 400, "'zzzz' is not an event id"),
    ("/events/00000000-0000-5000-8000-000000000000", 404, "no event has an id that begins with"),
    ("/nothing", 404, "There is no such resource: /api/v1/openapi.json lists them."),
]


@pytest.mark.parametrize(("path", "status", "sentence"), REFUSED, ids=[path[:40] for path, _, _ in REFUSED])
def test_what_cannot_be_asked_is_a_problem_in_one_sentence(api, path, status, sentence):
    """
    A problem has the status, its name, and what to do (RFC 9457).
    """
    answer = api.get(f"/api/v1{path}")
    assert (status, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    told = answer.json()
    assert {"type", "title", "status", "detail"} == told.keys()
    assert status == told["status"]
    assert sentence in told["detail"]
    assert "\n" not in told["detail"]


def test_a_cursor_belongs_to_its_question_and_its_log(api, tmp_path):
    """
    Taken elsewhere it is refused; how many rows a page has may change.
    """
    following = get(api, "/timeline", limit=1, about="the")["next"]
    assert 200 == api.get(following.replace("limit=1", "limit=2")).status_code
    other = api.get(re.sub("about=the", "about=a", following))
    assert "belongs to another question" in other.json()["detail"]
    elsewhere = looking.client(looking.written(tmp_path / "log.duckdb")).get(following)
    assert (400, True) == (elsewhere.status_code, "belongs to another log" in elsewhere.json()["detail"])


def test_an_event_is_explained(full, api):
    """
    By its id, or the beginning of it, as `timeline explain --json` has it.
    """
    row = full.timeline()[0]
    found = get(api, f"/events/{row.event_id}")
    assert found == get(api, f"/events/{str(row.event_id)[:13]}")
    assert json.loads(json_text(full.explain(row.event_id).record)) == found
    assert row.text in found["passage_text"]


def test_the_log_is_read_from_a_position(full, api):
    """
    Its pages go on behind the last position; types and articles narrow them.
    """
    found = get(api, "/log", after=3, limit=2)
    assert [4, 5] == [row["position"] for row in found["data"]]
    assert "/api/v1/log?limit=2&after=5" == found["next"].replace("after=5&limit=2", "limit=2&after=5")
    articles = get(api, "/log", type="article_published", article="sea.json")["data"]
    assert ["sea.json"] == [row["article"] for row in articles]
    assert full.head().size == found["position"]


def test_how_the_log_stands(full, api):
    """
    Head and status are those of the command line, but for the folder of the file.
    """
    head, status = get(api, "/head"), get(api, "/status")
    assert (full.head().text, full.head().size) == (head["checkpoint"], head["size"])
    assert json.loads(json_text(full.status() | {"log": "full.duckdb"})) == status


def test_a_digest_is_of_the_last_month_of_print_unless_days_are_asked_for(full, api):
    """
    With days it is that of Python.
    """
    given = {"since": "2024-03-01", "until": "2024-03-31", "about": "wall"}
    assert json.loads(full.digest("json", **given)) == get(api, "/digest", **given)
    assert json.loads(full.digest("json", since="2026-01-31")) == get(api, "/digest")
    assert get(api, "/digest", period="week", max_dates=1, why="true", since="2024-01-01")["days"]


def test_names_of_paths_are_read_as_they_are_written(tmp_path):
    """
    A name with a slash, a blank and a letter beyond ASCII is a name; so is the same in an address of a page.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    name = "Zoë Müller"
    text = f'{name} said on 4 March 2024: "The quay is safe." {name} said on 5 March 2024: "It is not."'
    log.append(timeline.Article(key="a", text=text, published="2024-03-06"))
    found = get(looking.client(log), f"/who/{quote(name)}", limit=1)
    assert [name] == [row["speaker"] for row in found["data"]]
    assert quote(name) in found["next"]
    assert 200 == looking.client(log).get(found["next"]).status_code
    assert 404 == looking.client(log).get("/api/v1/who/a%2Fb").status_code
