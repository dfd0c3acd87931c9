"""Every page, its twins, and what can be asked of it."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import quote

import pytest

import looking
import timeline
from looking import ARTICLES, Seen, dangers
from timeline.plugins import discover
from timeline.web.asked import path_to

STORY = quote(ARTICLES[0]["key"], safe="")
POST, SEA = (path_to("article", article["key"]) for article in ARTICLES)
PAGES = ["/", "/people", "/person/Ann%20Lee", "/matrix", "/articles", POST, SEA, "/digests", "/digest/day/2024-03-05",
         "/digest/week/2024-03-05", "/digest/month/2024-03-05", "/log", "/search", "/search?q=Ann", "/help",
         "/stories", f"/story/{STORY}", f"/?story={STORY}&range=all",
         "/?lanes=place", "/?lanes=person&range=all", "/?about=boats"]  # fmt: skip


def seen(site, path, status=200):
    """A page."""
    answer = site.get(path)
    assert status == answer.status_code, answer.text
    return Seen(answer.text)


def rows(site, path):
    """What the JSON twin of a page holds."""
    answer = site.get(path)
    assert (200, "application/json") == (answer.status_code, answer.headers["content-type"])
    return answer.json()["rows"]


def event_of(site, words):
    """The id of the happening with these words."""
    return next(row["event_id"] for row in rows(site, "/timeline.json?range=all") if words in row["text"])


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_there(site, path):
    """
    A page has one heading, its own words and nothing that runs.
    """
    answer = site.get(path)
    assert (200, "text/html; charset=utf-8") == (answer.status_code, answer.headers["content-type"])
    assert 1 == Seen(answer.text).tags.count("h1")
    assert [] == dangers(answer.text)


def test_every_page_is_looked_at():
    """
    The list of pages names each file of the room, events and SQL aside, which have tests of their own.
    """
    patterns = {module.PATH.split("{")[0] for module in discover("web.pages").values()} - {"/event/", "/sql"}
    assert set() == {pattern for pattern in patterns if not any(path.startswith(pattern) for path in PAGES)}


def test_links_lead_somewhere(site):
    """
    From the first page on, every link to a page of ours is answered; addresses name their parts in quotes.
    """
    waiting, known = ["/", "/people", "/articles", "/digests", "/log", "/matrix"], set()
    while waiting and len(known) < 90:
        path = waiting.pop().split("#")[0]
        if path in known:
            continue
        known.add(path)
        answer = site.get(path)
        assert answer.status_code in (200, 301), (path, answer.text)
        if "html" in answer.headers.get("content-type", ""):
            waiting += [link for link in Seen(answer.text).links if link.startswith("/")]
    assert {POST, SEA} <= {path.split("?")[0] for path in known}


def test_what_happened_stands_under_its_day(site):
    """
    Times of one day stand under it, and who said what below them.
    """
    page = seen(site, "/")
    assert "4 March 2024 The sea wall of Port Ellis collapsed" in page.text
    assert page.text.index("Two boats sank") < page.text.index("Said Ann Lee")
    assert "planned" in seen(site, "/?since=2030").text


def test_filters_are_chips_that_can_be_taken_off(site):
    """
    An address holds them; a chip leads to the same without one.
    """
    page = seen(site, "/?since=2024-03&until=2024-03&about=boats&publisher=Post")
    assert "about boats ×" in page.text
    assert "Cy Ray was arrested" not in page.text
    assert "/?publisher=Post&since=2024-03&until=2024-03" in page.links


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("place=Oslo&range=all", {"Two boats", "Cy Ray was"}),
        ("publisher=Sea&range=all", {"The sea", "Cy Ray was"}),
        ("speaker=Ann&range=all", set()),
        ("kind=planned&range=all", {"The ferry"}),
        ("since=2024-02&until=february 2024", {"Cy Ray was"}),
        ("about=boats&range=all&min_confidence=1000", set()),
    ],
)
def test_each_filter_chooses(site, query, expected):
    """
    The names are those of the command line; a month is its first and its last day.
    """
    found = {row["text"] for row in rows(site, f"/timeline.json?{query}")}
    assert {begun for begun in expected if not any(text.startswith(begun) for text in found)} == set()
    assert len(expected) == len(found)


def test_moments_choose_what_was_known(site):
    """
    Printed until the day before the revision it is the first text that counts.
    """
    assert "17 people" in seen(site, "/?publisher=The+Post").text
    earlier = seen(site, "/?publisher=The+Post&reported_until=2024-03-06")
    assert ("14 people" in earlier.text, "17 people" in earlier.text) == (True, False)
    assert seen(site, "/?as_of=2020-01-01").text.count("Nothing is told")


def test_pages_of_rows_follow_each_other(log, site, monkeypatch):
    """
    With a page of two rows each row is shown once, in the same order.
    """
    whole = [row["event_id"] for row in rows(site, "/timeline.json?range=all")]
    monkeypatch.setattr(discover("web.pages")["timeline"], "ROWS", 2)
    site = looking.client(log)
    found, path = [], "/timeline.json?range=all"
    while path:
        answer = site.get(path.replace("/?", "/timeline.json?")).json()
        assert len(answer["rows"]) <= 2
        found += [row["event_id"] for row in answer["rows"]]
        path = answer["next"]
    assert whole == found
    assert len(whole) > 3


@pytest.mark.parametrize(
    ("page", "constant"), [("articles", "ROWS"), ("people", "ROWS"), ("log", "ROWS"), ("person", "ROWS")]
)
def test_lists_go_on(log, site, monkeypatch, page, constant):
    """
    A list of one row a page shows every row once.
    """
    path = {"person": "/person/Ann%20Lee"}.get(page, f"/{page}") + ".json"
    whole = rows(site, path)
    monkeypatch.setattr(discover("web.pages")[page], constant, 1)
    site = looking.client(log)
    found, following = [], path
    while following and len(found) <= len(whole):
        answer = site.get(following).json()
        found += answer["rows"]
        following = answer["next"] and answer["next"].replace(path.removesuffix(".json"), path)
    assert whole == found


def test_an_event_shows_its_words_in_the_article(site):
    """
    The sentence is marked among those around it, with clocks, rule, citation, history, proof and a link to the words.
    """
    event = event_of(site, "Two boats")
    page = seen(site, f"/event/{event[:8]}?proof=1")
    for words in ("occurred 5 March 2024", "reported 7 March 2024, 08:00 UTC", "extractor occurrences", "Proof",
                  "RFC 6962", "@article{", "Open the original at these words", event):  # fmt: skip
        assert words in page.text, words
    assert f"/event/{event[:8]}?proof=1#proof" in seen(site, f"/event/{event[:8]}").links
    assert any(link.startswith("https://post.example/1#:~:text=Two%20boats") for link in page.links)
    assert '<mark class="sure">Two boats sank near Oslo on </mark>' in site.get(f"/event/{event}").text


def test_what_an_article_states_is_an_event_too(site):
    """
    It has no words in an article and no rule, but a position and a proof.
    """
    event = next(row["event_id"] for row in rows(site, "/log.json") if row["type"] == "article_published")
    assert "none: the article states it" in seen(site, f"/event/{event}").text


def test_an_article_is_marked_where_it_was_read(site):
    """
    Marks lead to their events; together the pieces are the text; revisions stand beside each other.
    """
    text = site.get(POST).text
    assert 'class="ev happened"' in text
    assert "<del>14</del>" in text and "<ins>17</ins>" in text  # noqa: PT018
    assert "figures: 14 → 17" in Seen(text).text
    assert "Wall <gives> way" in Seen(text).text


def test_a_person_has_what_they_said_and_what_was_said_of_them(site):
    """
    By date, with a small picture of both; either can be asked for alone.
    """
    assert {"by", "about"} == {row["part"] for row in rows(site, "/person/Ann%20Lee.json")}
    assert ["about"] == [row["part"] for row in rows(site, "/person/Ann%20Lee.json?type=about")]
    assert "svg" in seen(site, "/person/Lee").tags


def test_who_spoke_when(site):
    """
    Each count leads to what was said on its day.
    """
    page = seen(site, "/matrix")
    assert any("/person/Ann%20Lee?" in link and "2024-03-05" in link for link in page.links)


def test_who_spoke_long_ago_is_shown_on_their_last_days(site):
    """
    Where nobody spoke on the last days asked for, those before are shown; what lies before the days shown is not read.
    """
    page = seen(site, "/matrix?until=2025-01-01")
    assert any("/person/Ann%20Lee?" in link and "2024-03-05" in link for link in page.links)
    assert rows(site, "/matrix.json") == rows(site, "/matrix.json?until=2025-01-01")
    assert [] == rows(site, "/matrix.json?until=2025-01-01&since=2024-12-01")
    late = seen(site, "/matrix?until=2024-04-10")
    assert [] != [link for link in late.links if "until=2024-03-01" in link], "days between are not passed over"
    days = {row["day"] for row in rows(site, "/matrix.json?until=2024-03-05&since=2024-03-05")}
    assert {"2024-03-05"} == days


def test_one_box_finds_everything(site):
    """
    People, articles, what happened and what was said.
    """
    assert {"person", "said"} <= {row["kind"] for row in rows(site, "/search.json?q=Ann")}
    assert {"article", "happened"} <= {row["kind"] for row in rows(site, "/search.json?q=boats")}
    assert "Nothing is found" in seen(site, "/search?q=zzz").text


@pytest.mark.parametrize("path", ["/timeline", "/people", "/matrix", "/articles", "/log", "/digests", POST,
                                  "/person/Ann%20Lee", "/digest/week/2024-03-05", "/search"])  # fmt: skip
def test_twins_hold_the_same_rows(site, path):
    """
    JSON and CSV have as many rows, and no cell of CSV is taken for a formula.
    """
    query = "?q=Ann" if path == "/search" else ""
    found = rows(site, f"{path}.json{query}")
    table = site.get(f"{path}.csv{query}")
    assert "text/csv; charset=utf-8" == table.headers["content-type"]
    assert len(found) == len(list(csv.DictReader(io.StringIO(table.text))))
    assert found


def test_pages_name_their_twins(site):
    """
    The links at the foot keep the filters.
    """
    assert "/timeline.csv?about=boats" in seen(site, "/?about=boats").links
    assert f"{SEA.removesuffix('.html')}.json" in seen(site, SEA).links


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/article/none", 404),
        ("/person/Nobody", 404),
        ("/event/ffffffff", 404),
        ("/event/xyz", 400),
        ("/?since=someday", 400),
        ("/?as_of=someday", 400),
        ("/?min_confidence=-1", 400),
        ("/?min_confidence=lots", 400),
        ("/?after=a~b~c~d", 400),
        ("/log?after=x", 200),
        ("/?about=" + "x" * 201, 400),
        ("/digest/year/2024-01-01", 404),
        ("/digest/day/2024-13-01", 400),
        ("/static/../app.py", 404),
        ("/static/app.py", 404),
        ("/search?q=%00%ff", 200),
    ],
)
def test_what_cannot_be_answered_is_said(site, path, status):
    """
    With its status and a sentence, never with a traceback.
    """
    answer = site.get(path)
    assert status == answer.status_code, answer.text
    assert "Traceback" not in answer.text


def test_an_empty_log_says_how_to_fill_it(tmp_path):
    """
    A log without articles has pages, too.
    """
    log = timeline.open(tmp_path / "log.duckdb")
    log.watch("all")
    site = looking.client(log)
    assert "timeline append" in seen(site, "/").text
    for path in ("/people", "/matrix", "/articles", "/digests", "/log", "/search?q=a", "/timeline.csv"):
        assert 200 == site.get(path).status_code, path


def test_json_is_json(site):
    """
    The next page is named, days are ISO 8601, and nothing is lost.
    """
    answer = json.loads(site.get("/timeline.json").text)
    assert {"title", "rows", "next"} == answer.keys()
    assert "2024-03-04" == answer["rows"][0]["occurred_from"]
